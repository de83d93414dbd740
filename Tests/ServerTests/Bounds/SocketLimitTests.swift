import BoardServer
import Foundation
import Sockets
import TestSupport
import Testing
import Wire

/// What is too much on the board's socket: the close code, and that another's socket goes on.
@Suite("A socket beyond a limit")
struct SocketLimitTests {
    /// Says what is too much on one socket, and expects its end while another beats on.
    private func ending(
        limits: ServerLimits = ServerLimits(),
        of misbehave: (RecordedConnection) throws -> Void
    ) throws -> Int? {
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        for person in ["p1", "p2"] { try board.add(person) }
        let healthy = try board.socket("p2")
        let socket = try board.socket("p1")
        try misbehave(socket)
        let code = try socket.ending()
        try healthy.say(#"{"id":"b","beat":{}}"#)
        try healthy.hear(until: #""re":"b""#)
        return code
    }

    /// A masked frame by hand, so that it can break what an encoder keeps.
    private func frame(_ first: UInt8, _ payload: [UInt8]) -> [UInt8] {
        var bytes = [first]
        switch payload.count {
        case ..<126: bytes.append(0x80 | UInt8(payload.count))
        case ..<65_536: bytes += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
        default: bytes += [0x80 | 127] + (0..<8).map { UInt8(truncatingIfNeeded: payload.count >> (56 - 8 * $0)) }
        }
        // A mask of zeros is a mask.
        return bytes + [0, 0, 0, 0] + payload
    }

    @Test func `a frame too long is ended with 1009`() throws {
        let payload = [UInt8](repeating: 0x61, count: WebSocketLimits().frame + 1)
        #expect(try ending { try $0.write(frame(0x81, payload)) } == 1009)
    }

    @Test func `a message too long over its fragments is ended with 1009`() throws {
        let half = [UInt8](repeating: 0x61, count: WebSocketLimits().message / 2 + 1)
        #expect(try ending { try $0.write(frame(0x01, half) + frame(0x80, half)) } == 1009)
    }

    @Test func `empty fragments without end are ended with 1009`() throws {
        let count = WebSocketLimits().fragments
        let fragments = frame(0x01, []) + (0..<count).flatMap { _ in frame(0x00, []) }
        #expect(try ending { try $0.write(fragments) } == 1009)
    }

    @Test func `pings without end are ended with 4004`() throws {
        var limits = ServerLimits()
        limits.requestBurst = 10
        limits.requestsPerSecond = 1
        #expect(try ending(limits: limits) { socket in for _ in 0..<20 { try? socket.write(.ping, []) } } == 4004)
        #expect(try ending(limits: limits) { socket in for _ in 0..<20 { try? socket.write(.pong, []) } } == 4004)
    }

    @Test func `what a person says counts over all their sockets, and nobody else's`() throws {
        var limits = ServerLimits()
        limits.requestBurst = 10
        limits.requestsPerSecond = 1
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        for person in ["p1", "p2"] { try board.add(person) }
        let other = try board.socket("p2")
        let first = try board.socket("p1")
        for number in 1...8 {
            try first.say(#"{"id":"b\#(number)","beat":{}}"#)
            try first.hear(until: #""re":"b\#(number)""#)
        }
        let second = try board.socket("p1")
        for number in 1...8 { try? second.say(#"{"id":"c\#(number)","beat":{}}"#) }
        #expect(try second.ending() == 4004)
        first.close()
        let third = try board.socket("p1")
        for number in 1...8 { try? third.say(#"{"id":"d\#(number)","beat":{}}"#) }
        #expect(try third.ending() == 4004, "a new socket is no new allowance")
        try other.say(#"{"id":"b","beat":{}}"#)
        try other.hear(until: #""re":"b""#)
    }

    @Test func `what a person may say is not more again when their last socket is gone`() throws {
        var limits = ServerLimits()
        limits.requestBurst = 10
        limits.requestsPerSecond = 1
        let log = RecordedLog()
        let board = try TestBoard(limits: limits, log: log)
        defer { board.end() }
        try board.add("p1")
        let first = try board.socket("p1")
        for number in 1...8 {
            try first.say(#"{"id":"b\#(number)","beat":{}}"#)
            try first.hear(until: #""re":"b\#(number)""#)
        }
        first.close()
        let healthy = try RecordedConnection(board)
        let deadline = ContinuousClock.now + .seconds(20)
        while !log.lines.contains(where: { $0.contains("socket closed") }) {
            try #require(ContinuousClock.now < deadline)
            #expect(try healthy.request("GET", "/livez").status == 200)
        }
        let second = try board.socket("p1")
        for number in 1...8 { try? second.say(#"{"id":"c\#(number)","beat":{}}"#) }
        #expect(try second.ending() == 4004)
    }

    @Test func `more bytes than a person may say are ended with 4004, however few messages they are`() throws {
        var limits = ServerLimits()
        limits.requestByteBurst = 100_000
        limits.requestBytesPerSecond = 1
        let long = #"{"id":"b","beat":{"later":"\#(String(repeating: "a", count: 40_000))"}}"#
        let code = try ending(limits: limits) { socket in for _ in 0..<3 { try? socket.say(long) } }
        #expect(code == 4004)
    }

    @Test func `a message that never ends is silence, and ended with 4003`() throws {
        var limits = ServerLimits()
        limits.heartbeat = .milliseconds(300)
        limits.requestBurst = 1_000_000
        limits.sweep = .milliseconds(20)
        limits.listener.connection.closeTimeout = .milliseconds(100)
        let log = RecordedLog()
        let board = try TestBoard(limits: limits, log: log)
        defer { board.end() }
        try board.add("p1")
        let socket = try board.socket("p1")
        let healthy = try board.socket("p1")
        try socket.write(Array(frame(0x81, [UInt8](repeating: 0x61, count: 60_000)).prefix(100)))
        let deadline = ContinuousClock.now + .seconds(20)
        var number = 0
        // It goes on saying something until it is ended, and so does the other.
        while !log.lines.contains(where: { $0.contains("socket closed") && $0.contains("status=4003") }) {
            try #require(ContinuousClock.now < deadline)
            number += 1
            try? socket.write([0x61])
            try healthy.say(#"{"id":"b\#(number)","beat":{}}"#)
            try healthy.hear(until: #""re":"b\#(number)""#)
        }
    }
}
