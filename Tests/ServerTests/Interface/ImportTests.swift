import BoardClient
import Foundation
import TestSupport
import Testing
import TumorBoard
import Wire

/// What a FHIR file brings, as whoever sends it over HTTP is told, and as the case keeps it.
@Suite("An import over HTTP")
struct ImportTests {
    private struct Report: Decodable {
        var documents: [Line], series: [Line], problems: [Problem]
        struct Line: Decodable, Equatable {
            var id: String, title: String, nature: String?, refused: String?, remarks: [Remark]?
        }
        struct Remark: Decodable, Equatable { var date: String, text: String }
        struct Problem: Decodable { var entry: String, element: String, code: String, why: String, severity: String }
    }

    private func send(_ resources: [String], to board: TestBoard, key: String = "k") throws -> Report {
        let entries = resources.map { #"{"resource":\#($0)}"# }.joined(separator: ",")
        let answer = try board.http(as: "coordinator").post(
            "/api/cases/case-1/imports",
            Array(#"{"resourceType":"Bundle","type":"collection","entry":[\#(entries)]}"#.utf8),
            type: "application/fhir+json",
            key: key
        )
        #expect(answer.status == 200)
        return try Canonical.decode(Report.self, from: answer.body)
    }

    private func observation(_ members: String) -> String {
        #"""
        {"resourceType":"Observation","category":[{"coding":[
          {"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
         "code":{"text":"Kalium"},\#(members)}
        """#
    }

    private let laboratoryReport =
        #"{"resourceType":"DiagnosticReport","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"11502-2"}]},"presentedForm":[{"contentType":"text/plain","data":"\#(Wire.Base64.encode(Array("CEA 7,1 ng/ml".utf8)))"}]}"#

    @Test func `after the freeze an import publishes no document before a person has said what it is`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        let coordinator = story.desk(story.coordinator)
        let before = try coordinator.events(of: "dossier").count
        let report = try send([laboratoryReport], to: board)
        let line = try #require(report.documents.first)
        #expect(line.refused == nil)
        #expect(line.nature == "unclassified")
        #expect(try coordinator.events(of: "dossier").count == before)
        #expect(try story.desk("p2").versions()[line.id] == nil)
        try coordinator.say(#"{"classifyPart":{"part":"\#(line.id)","nature":"primary"}}"#)
        #expect(try story.desk("p2").versions()[line.id] != nil)
        let again = #"{"classifyPart":{"part":"\#(line.id)","nature":"conclusion"}}"#
        #expect(try coordinator.refusal(of: again) == "frozen")
    }

    private let remarked =
        #""status":"final","effectiveDateTime":"2026-10-02","note":[{"text":"spricht für ein Rezidiv"}],"valueQuantity":{"value":6.1,"unit":"mmol/L"}"#

    @Test func `after the freeze values are published, and what the laboratory makes of them is not`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        let report = try send([observation(remarked)], to: board)
        #expect(report.series.map(\.refused) == [nil])
        #expect(report.series.map(\.remarks) == [[Report.Remark(date: "2026-10-02", text: "spricht für ein Rezidiv")]])
        let published = try story.desk("p2").events(of: "dossier").compactMap { event -> LabSeries? in
            if case .seriesPublished(let payload) = event { payload.series } else { nil }
        }
        #expect(published.last?.points == [LabSeries.Point(date: "2026-10-02", value: "6.1")])
    }

    @Test func `sent again after the freeze it is answered as it was, and files nothing`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.open()
        let before = try send([laboratoryReport, observation(remarked)], to: board)
        #expect(before.series.map(\.refused) == [nil])
        try story.prepare()
        try story.freeze()
        let filed = try story.desk(story.coordinator).events(of: "quarantine").count
        let again = try send([laboratoryReport, observation(remarked)], to: board)
        #expect(again.documents == before.documents)
        #expect(again.series == before.series)
        // The same key for something else stays refused.
        let other = try send([observation(remarked.replacing("6.1", with: "6.2"))], to: board)
        #expect(other.series.map(\.refused) == ["key-reused"])
        #expect(try story.desk(story.coordinator).events(of: "quarantine").count == filed)
    }

    @Test func `before the freeze it is what the file says it is`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 1)
        try story.addPeople()
        try story.open()
        #expect(try send([laboratoryReport], to: board).documents.map(\.nature) == ["primary"])
    }

    @Test func `a laboratory value that is left out is named, and one that is kept keeps its remarks`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 1)
        try story.addPeople()
        try story.open()
        let report = try send(
            [
                observation(
                    #""status":"preliminary","effectiveDateTime":"2026-10-02","note":[{"text":"hämolytisch"}],"valueQuantity":{"value":6.1,"unit":"mmol/L"}"#
                ),
                observation(#""status":"final","valueQuantity":{"value":4.0,"unit":"mmol/L"}"#),
                observation(
                    #""status":"final","effectiveDateTime":"2026-10-04","dataAbsentReason":{"text":"Probe verloren"}"#
                ),
                observation(
                    #""status":"final","effectiveDateTime":"2026-10-03","valueQuantity":{"value":4.4,"unit":"mmol/L"}"#
                ),
            ],
            to: board
        )
        #expect(report.problems.map(\.code) == ["undatedValue", "absentValue"])
        #expect(report.problems.map(\.entry) == ["entry[1]", "entry[2]"])
        #expect(report.problems.map(\.element) == ["Observation", "Observation.dataAbsentReason"])
        #expect(report.problems.map(\.severity) == ["error", "warning"])
        #expect(report.problems[0].why.contains("Kalium was left out: it has no date"))
        #expect(report.problems[1].why.contains("Probe verloren"))
        #expect(report.series.allSatisfy { $0.refused == nil })
        let filed = try story.desk(story.coordinator).events(of: "quarantine").compactMap { event -> LabSeries? in
            if case .seriesFiled(let payload) = event { payload.series } else { nil }
        }
        #expect(
            filed.map(\.points) == [
                [
                    LabSeries.Point(date: "2026-10-02", value: "6.1", status: "preliminary", note: "hämolytisch"),
                    LabSeries.Point(date: "2026-10-03", value: "4.4"),
                ]
            ]
        )
    }

    @Test func `a text is served as text, whatever it begins with, and what the board wrote as JSON`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 1)
        try story.addPeople()
        try story.open()
        let desk = story.desk(story.coordinator)
        try desk.file("d1", "[CT vom 2. Oktober] unauffällig")
        try desk.file("d2", "{Zitat} Wir raten ab.", nature: "conclusion")
        try desk.say(#"{"transcribeFirstOpinion":{"opinion":{"source":"d2","values":{},"findings":[]}}}"#)
        // What replaces it leaves the first transcription what it is.
        try desk.say(#"{"transcribeFirstOpinion":{"opinion":{"source":"d2","values":{},"findings":[]}}}"#)
        let types = try desk.events(of: "quarantine").flatMap(\.publishes).map {
            try desk.client.send("GET", "/api/cases/case-1/blobs/\($0.hash)").fields["Content-Type"]
        }
        let text = "text/plain; charset=utf-8"
        #expect(types == [text, text, "application/json", "application/json"])
    }
}
