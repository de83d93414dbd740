import BoardClient
import Cryptography
import Foundation
import TestSupport
import Testing
import TumorBoard
import Wire

@Suite("Content on its way in")
struct FilingTests {
    private func opened() throws -> (Story, Desk) {
        let story = Story(try TestBoard())
        try story.addPeople()
        try story.open()
        return (story, story.desk(story.coordinator))
    }

    private func file(_ desk: Desk, _ content: [String: Any], kind: String = "letter") throws {
        let document = ["id": "d1", "title": "Befund", "kind": kind, "language": "de", "nature": "primary"]
        try desk.post("documents", ["fileDocument": document, "content": content])
    }

    private func stored(_ desk: Desk) throws -> (mediaType: String, bytes: [UInt8], type: String?) {
        for case .documentFiled(let filed) in try desk.events(of: "quarantine") {
            guard let part = filed.document.parts.first else { continue }
            let answer = try desk.client.send("GET", "/api/cases/case-1/blobs/\(part.content.hash)")
            return (part.mediaType, answer.body, answer.fields["Content-Type"])
        }
        throw TestBoard.Refused(description: "nothing was filed")
    }

    @Test func `a letter in Latin-1 is kept as UTF-8`() throws {
        let (story, desk) = try opened()
        defer { story.board.end() }
        let latin: [UInt8] = Array("Gr".utf8) + [0xF6, 0xDF] + Array("e 4 cm\r\n".utf8)
        try file(desk, ["base64": Wire.Base64.encode(latin), "mediaType": "text/plain"])
        let kept = try stored(desk)
        #expect(kept.mediaType == "text/plain")
        #expect(String(decoding: kept.bytes, as: UTF8.self).hasPrefix("Größe 4 cm\n"))
    }

    @Test func `an image loses what was written into its file beside the picture`() throws {
        let (story, desk) = try opened()
        defer { story.board.end() }
        let path = TestCertificates.root.appendingPathComponent("Tests/ExchangeTests/Fixtures/slice-with-text.png")
        let original = [UInt8](try Data(contentsOf: path))
        try file(desk, ["base64": Wire.Base64.encode(original), "mediaType": "image/png"], kind: "image")
        let kept = try stored(desk)
        #expect(kept.mediaType == "image/png")
        #expect(kept.type == "image/png")
        #expect(kept.bytes.count < original.count)
        #expect(Data(original).range(of: Data("tEXt".utf8)) != nil)
        for chunk in ["tEXt", "iTXt", "zTXt", "QUITTE", "Quitte"] {
            #expect(Data(kept.bytes).range(of: Data(chunk.utf8)) == nil)
        }
    }

    @Test func `content that cannot be read is refused with a reason`() throws {
        let (story, desk) = try opened()
        defer { story.board.end() }
        let document = #"{"id":"d1","title":"t","kind":"letter","language":"de","nature":"primary"}"#
        func answer(_ content: String) throws -> (Int, String) {
            let body = Array(#"{"fileDocument":\#(document),"content":\#(content)}"#.utf8)
            let answer = try desk.client.post("/api/cases/case-1/documents", body, key: "k\(content.utf8.count)")
            return (answer.status, String(decoding: answer.body, as: UTF8.self))
        }
        #expect(try answer("{}").0 == 400)
        #expect(try answer(#"{"base64":"%%%","mediaType":"text/plain"}"#).0 == 400)
        #expect(try answer(#"{"base64":"QUJD"}"#).0 == 400)
        let image = try answer(#"{"base64":"QUJDREVG","mediaType":"image/png"}"#)
        #expect(image.0 == 422)
        #expect(image.1.contains("content:"))
        let binary = try answer(
            #"{"base64":"\#(Wire.Base64.encode([0, 1, 2, 0, 0xFF, 0, 3]))","mediaType":"text/plain"}"#
        )
        #expect(binary.0 == 422)
        #expect(try desk.events(of: "quarantine").allSatisfy { if case .documentFiled = $0 { false } else { true } })
    }

    @Test func `a bundle is taken apart, and what cannot be read is named while the rest is kept`() throws {
        let (story, desk) = try opened()
        defer { story.board.end() }
        let report = Wire.Base64.encode(Array("Befund: 48 mm oberhalb.".utf8))
        let bundle =
            #"""
            {"resourceType":"Bundle","type":"collection","entry":[
            {"resource":{"resourceType":"DiagnosticReport","status":"final","code":{"text":"CT Abdomen"},"effectiveDateTime":"2026-10-01",
             "presentedForm":[{"contentType":"text/plain","data":"\#(report)"}]}},
            {"resource":{"resourceType":"DocumentReference","status":"current","content":[{"attachment":{"contentType":"text/plain","data":"%%%"}}]}},
            {"resource":{"resourceType":"Observation","status":"final","code":{"text":"CEA"},"effectiveDateTime":"2026-10-02",
             "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
             "valueQuantity":{"value":7.10,"unit":"ng/mL"}}},
            {"resource":{"resourceType":"Device"}}]}
            """#
        let client = story.board.http(as: story.coordinator)
        func send(_ key: String) throws -> HTTPClient.Answer {
            try client.post("/api/cases/case-1/imports", Array(bundle.utf8), type: "application/fhir+json", key: key)
        }
        let answer = try send("k1")
        #expect(answer.status == 200)
        struct Report: Decodable {
            var documents: [Line], series: [Line], problems: [Problem], ignored: [Ignored]
            struct Line: Decodable { var id: String, title: String, refused: String?, conclusion: Span? }
            struct Span: Decodable { var start: Int, end: Int }
            struct Problem: Decodable { var entry: String, element: String, code: String, why: String }
            struct Ignored: Decodable { var resourceType: String }
        }
        let said = try Canonical.decode(Report.self, from: answer.body)
        #expect(said.documents.map(\.title) == ["CT Abdomen"])
        #expect(said.documents.allSatisfy { $0.refused == nil })
        #expect(said.series.map(\.title) == ["CEA"])
        #expect(said.series.allSatisfy { $0.refused == nil })
        let problem = try #require(said.problems.first { $0.entry == "entry[1]" })
        #expect(problem.element.hasPrefix("DocumentReference"))
        #expect(!problem.why.isEmpty)
        #expect(said.ignored.map(\.resourceType) == ["Device"])
        let filed = try desk.events(of: "quarantine").count
        #expect(try send("k1").body == answer.body)
        #expect(try desk.events(of: "quarantine").count == filed)
        #expect(said.documents.allSatisfy { $0.conclusion == nil })
        let text = try client.post("/api/cases/case-1/imports", Array("not json".utf8), key: "k2")
        #expect(String(decoding: text.body, as: UTF8.self).contains("problems") || text.status == 400)
    }

    @Test func `an import says where a text repeats the conclusion, so that a person can divide it off`() throws {
        let (story, desk) = try opened()
        defer { story.board.end() }
        let conclusion = "Mäßig differenziertes Adenokarzinom des Rektums."
        let text = "Makroskopie: 3 cm.\nBeurteilung: \(conclusion)"
        let resource =
            #"{"resourceType":"DiagnosticReport","status":"final","code":{"text":"Histologie"},"conclusion":"\#(conclusion)","#
            + #""presentedForm":[{"contentType":"text/plain","data":"\#(Wire.Base64.encode(Array(text.utf8)))"}]}"#
        let answer = try desk.client.post(
            "/api/cases/case-1/imports",
            Array(resource.utf8),
            type: "application/fhir+json",
            key: "k1"
        )
        struct Report: Decodable {
            var documents: [Line]
            struct Line: Decodable { var nature: String, conclusion: Span? }
            struct Span: Decodable { var start: Int, end: Int }
        }
        let said = try Canonical.decode(Report.self, from: answer.body)
        let span = try #require(said.documents.compactMap(\.conclusion).first)
        #expect(String(String.UnicodeScalarView(Array(text.unicodeScalars)[span.start..<span.end])) == conclusion)
        #expect(said.documents.filter { $0.conclusion != nil }.map(\.nature) == ["unclassified"])
    }
}
