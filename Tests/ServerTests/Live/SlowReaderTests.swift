import BoardServer
import Foundation
import Sockets
import TestSupport
import Testing

@Suite("A reader that does not read")
struct SlowReaderTests {
    @Test func `it is cut, comes back, and has every event once and in order`() throws {
        var limits = ServerLimits()
        limits.pendingFrameBytes = 128 << 10
        // It reads again before the server gives it up, however slow this machine is.
        limits.listener.connection.writeTimeout = .seconds(300)
        // The code comes behind what waits, and that takes longer than a goodbye may.
        limits.listener.connection.closeTimeout = .milliseconds(100)
        limits.requestBurst = 100_000
        limits.requestByteBurst = 1 << 30
        limits.commandBurst = 100_000
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        let slow = try board.socket("p2")
        var held: [Int] = []
        var position = #"[0,""]"#
        func take(_ message: String) throws {
            guard let found = message.firstMatch(of: /"stream":"board","seq":(\d+),"tag":"([0-9a-f]+)"/) else { return }
            held.append(try #require(Int(found.1)))
            position = #"[\#(found.1),"\#(found.2)"]"#
        }
        try slow.say(#"{"id":"j","join":{"case":"case-1","at":{}}}"#)
        for message in try slow.hear(until: #""caught-up""#) { try take(message) }
        // The kernel takes some megabytes for the one who does not read; beyond that the server must not.
        let writer = try board.socket("p1")
        let text = String(repeating: "Abstand 48 mm. ", count: 1_000)
        let count = 700
        for number in 1...count {
            try writer.say(
                #"{"id":"k\#(number)","postComment":{"case":"case-1","comment":{"id":"k\#(number)","text":"\#(text)"}}}"#
            )
            try writer.hear(until: #""re":"k\#(number)""#)
        }
        reading: while true {
            switch try slow.hear() {
            case .text(let message): try take(message)
            case .closed(let code):
                #expect(code == 4002)
                break reading
            }
        }
        #expect(held.count < count)
        let back = try board.socket("p2")
        try back.say(#"{"id":"j","join":{"case":"case-1","at":{"board":\#(position)}}}"#)
        for message in try back.hear(until: #""caught-up""#) { try take(message) }
        #expect(held == Array(1...held.count))
        #expect(held.last == (try story.desk("p1").events(of: "board").count))
    }
}
