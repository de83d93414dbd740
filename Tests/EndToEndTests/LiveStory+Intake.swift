import BoardClient
import Foundation
import TestSupport

/// From referral to the frozen panel: letters and a laboratory bundle.
extension LiveStory {
    private var coordinator: Desk { story.desk(story.coordinator) }

    /// Every physician is on their socket from the moment they are invited; the coordinator from the start.
    func takeIn() throws {
        try story.open()
        try arrive(story.coordinator)
        for (index, member) in story.panel.enumerated() {
            try invite(member.id, as: index == 0 ? "chair" : "reviewer", member.discipline, member.institution)
            try arrive(member.id)
            try say(member.id, #"{"declareConflicts":{}}"#)
        }
        try invite(story.recipient, as: "recipient")
        try coordinator.file("d-histology", "Adenokarzinom, G2. MLH1 verloren.", kind: "histology")
        try coordinator.file("d-imaging", Story.letter, kind: "imaging-report")
        try coordinator.file("d-letter", "Wir empfehlen die Exstirpation.", nature: "conclusion")
        let laboratory = try importLaboratory()
        try coordinator.say(
            #"{"transcribeFirstOpinion":{"opinion":{"source":"d-letter","values":{"intent":{"system":"intent","codes":["curative"]},"primaryModality":{"system":"obds-therapy","codes":["OP"]},"diagnosis":{"system":"icd-10-gm","codes":["C20"]},"stage":{"system":"tnm-8","codes":["cT3","cN1","cM0"]}},"findings":[{"field":"MSI","value":"MSS"}]}}}"#
        )
        for (item, what, name) in [
            ("histology", "document", "d-histology"), ("imaging", "document", "d-imaging"),
            ("laboratory", "series", laboratory),
        ] {
            try coordinator.say(
                #"{"checkItem":{"item":{"id":"\#(item)","title":"\#(item)","required":true,"state":"present","\#(what)":"\#(name)"}}}"#
            )
        }
        try coordinator.say(#"{"recordConsent":{"date":"2026-10-01"}}"#)
        try coordinator.say(
            #"{"freezePanel":{"settings":{"requiredDisciplines":["medical-oncology","radiology","pathology","surgery"],"roundLimit":3,"reviewDeadline":\#(Story.day(5)),"adoption":{"exactlyThreeQuartersIsConsensus":false,"abstentionsCount":false}}}}"#
        )
    }

    private func invite(
        _ person: String,
        as role: String,
        _ discipline: String? = nil,
        _ institution: String? = nil
    ) throws {
        var member: [String: Any] = ["person": person, "name": "Dr. \(person)", "role": role]
        member["discipline"] = discipline
        member["institution"] = institution
        let command = try JSONSerialization.data(withJSONObject: ["invite": ["member": member]])
        try coordinator.say(String(decoding: command, as: UTF8.self))
    }

    /// Files the bundle and returns the first of its series.
    private func importLaboratory() throws -> String {
        let answer = try board.http(as: story.coordinator).post(
            "/api/cases/\(story.caseID)/imports",
            try LaboratoryBundle.json(),
            type: "application/fhir+json",
            key: "laboratory-1"
        )
        struct Report: Decodable {
            var documents: [Line]
            var series: [Line]
            var problems: [Problem]
            struct Line: Decodable {
                var id: String
                var title: String
                var refused: String?
            }
            struct Problem: Decodable { var why: String }
        }
        guard answer.status == 200 else {
            throw TestBoard.Refused(description: "import: \(String(decoding: answer.body, as: UTF8.self))")
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(answer.body))
        let refused = (report.documents + report.series).compactMap(\.refused)
        guard refused.isEmpty, report.problems.isEmpty, report.documents.count == 1, let series = report.series.first,
            report.series.map(\.title) == ["Hämoglobin", "CEA"] || report.series.map(\.title) == ["CEA", "Hämoglobin"]
        else { throw TestBoard.Refused(description: "import: \(report)") }
        return series.id
    }
}
