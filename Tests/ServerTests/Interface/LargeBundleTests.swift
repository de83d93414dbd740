import BoardClient
import BoardServer
import Foundation
import Sockets
import TestSupport
import Testing
import TumorBoard
import Wire

@Suite("A bundle of many hundreds of entries")
struct LargeBundleTests {
    private struct Report: Decodable {
        var documents: [Line], series: [Line]
        struct Line: Decodable { var id: String, title: String, refused: String? }
    }

    private func opened(reviewers: Int = 1) throws -> Story {
        let story = Story(try TestBoard(), reviewers: reviewers)
        try story.addPeople()
        try story.open()
        return story
    }

    private func bundle(_ resources: [String]) -> [UInt8] {
        let entries = resources.map { #"{"resource":\#($0)}"# }.joined(separator: ",")
        return Array(#"{"resourceType":"Bundle","type":"collection","entry":[\#(entries)]}"#.utf8)
    }

    private func letters(_ count: Int) -> [UInt8] {
        let text = Wire.Base64.encode(Array("Befund.".utf8))
        return bundle(
            (1...count).map {
                #"{"resourceType":"DiagnosticReport","status":"final","code":{"text":"Brief \#($0)"},"presentedForm":[{"contentType":"text/plain","data":"\#(text)"}]}"#
            }
        )
    }

    private func laboratory(_ count: Int) -> [UInt8] {
        bundle(
            (1...count).map {
                #"{"resourceType":"Observation","status":"final","code":{"text":"Wert \#($0)"},"effectiveDateTime":"2026-10-02","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"valueQuantity":{"value":7,"unit":"g"}}"#
            }
        )
    }

    private func send(_ bundle: [UInt8], to board: TestBoard, key: String = "k") throws -> HTTPClient.Answer {
        try board.http(as: "coordinator").post(
            "/api/cases/case-1/imports",
            bundle,
            type: "application/fhir+json",
            key: key
        )
    }

    @Test func `every piece is reported on in its order, up to the limit of a case and beyond it`() throws {
        let story = try opened()
        defer { story.board.end() }
        let count = Limits.documents + 20
        let answer = try send(letters(count), to: story.board)
        #expect(answer.status == 200)
        let lines = try Canonical.decode(Report.self, from: answer.body).documents
        #expect(lines.map(\.title) == (1...count).map { "Brief \($0)" })
        #expect(lines.prefix(Limits.documents).allSatisfy { $0.refused == nil })
        #expect(lines.dropFirst(Limits.documents).allSatisfy { $0.refused?.hasPrefix("limit-reached") == true })
    }

    @Test func `others are answered while it is filed`() throws {
        let story = try opened()
        defer { story.board.end() }
        let answer = Monitor<HTTPClient.Answer?>(nil)
        let (board, letters) = (story.board, letters(200))
        let coordinator = Thread {
            let said = try? LargeBundleTests().send(letters, to: board)
            answer.withLock { $0 = said }
        }
        coordinator.start()
        let client = board.http(as: "p1")
        var answered = 0
        while answer.withLock({ $0 == nil }) {
            #expect(try client.send("GET", "/api/boards").status == 200)
            answered += 1
        }
        #expect(answer.withLock(\.self)?.status == 200)
        #expect(answered > 20)
    }

    /// A refusal on the spot, from the same stack, thousands of times: nothing may grow with it.
    @Test func `when nothing can be taken each piece says so, and all of it is taken later under the same key`() throws
    {
        let story = try opened()
        let bundle = laboratory(1_900)
        story.board.stop()
        var limits = ServerLimits()
        limits.waitingCommands = 0
        let full = try TestBoard(folder: story.board.folder, limits: limits)
        full.adopt(story.board)
        let refused = try Canonical.decode(Report.self, from: send(bundle, to: full).body).series
        #expect(refused.count == 1_900)
        #expect(refused.allSatisfy { $0.refused == "unavailable" })
        full.stop()
        let board = try TestBoard(folder: story.board.folder)
        defer { board.end() }
        board.adopt(story.board)
        let taken = try Canonical.decode(Report.self, from: send(bundle, to: board).body).series
        #expect(taken.map(\.id) == refused.map(\.id))
        #expect(taken.prefix(Limits.series).allSatisfy { $0.refused == nil })
    }
}
