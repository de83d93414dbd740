import BoardClient
import BoardServer
import Foundation
import Glibc
import Sockets
import TestSupport
import Testing
import Wire

/// What one peer sends ahead, or does not take, waits for its turn: all of it is answered in order, and others meanwhile.
@Suite("A peer that is ahead of its answers")
struct FlowLimitTests {
    enum Limit: CaseIterable, Sendable {
        case sentAhead, answersAhead, messagesPerTurn

        var limits: ServerLimits {
            var limits = ServerLimits()
            limits.requestBurst = 10_000
            switch self {
            case .sentAhead: limits.sentAheadBytes = 1
            case .answersAhead: limits.answersAheadBytes = 1
            case .messagesPerTurn: limits.messagesPerTurn = 1
            }
            return limits
        }
    }

    @Test(arguments: Limit.allCases)
    func `requests are answered in their order, and another's beside them`(limit: Limit) throws {
        let board = try TestBoard(limits: limit.limits)
        defer { board.end() }
        try board.add("p1")
        let (ahead, healthy) = (try RecordedConnection(board), try RecordedConnection(board))
        let host = Authority(host: "localhost", port: Int(board.address.port))
        let paths = (0..<300).map { $0 % 3 == 0 ? "/api/boards" : $0 % 3 == 1 ? "/livez" : "/nothing" }
        let requests = paths.flatMap { RequestEncoder.encode(.get, $0, host: host, fields: board.bearing("p1")) }
        try ahead.write(requests)
        #expect(try healthy.request("GET", "/livez").status == 200)
        let answers = try paths.map { _ in try ahead.answer() }
        #expect(answers.map(\.status) == paths.map { $0 == "/nothing" ? 404 : 200 })
        let boards = answers.indices.filter { $0 % 3 == 0 }.map { answers[$0].body }
        #expect(Set(boards).count == 1)
        #expect(boards.first != answers[1].body)
    }

    @Test func `messages are answered in their order, one in a turn, and another's beside them`() throws {
        let board = try TestBoard(limits: Limit.messagesPerTurn.limits)
        defer { board.end() }
        for person in ["p1", "p2"] { try board.add(person) }
        let (ahead, healthy) = (try board.socket("p1"), try board.socket("p2"))
        let beats = (1...300).flatMap { number in
            let text = #"{"id":"b\#(number)","beat":{}}"#
            return FrameEncoder.frame(.text, Array(text.utf8), maskedWith: MaskingKey(1, 2, 3, 4))
        }
        try ahead.write(beats)
        try healthy.say(#"{"id":"b","beat":{}}"#)
        try healthy.hear(until: #""re":"b""#)
        let answers = try (1...300).map { _ in try ahead.hear(until: #""re":"#).last ?? "" }
        #expect(zip(1..., answers).allSatisfy { $1.contains(#""re":"b\#($0)""#) })
    }

    @Test func `a socket that says nothing is ended with 4003, and one that beats is not`() throws {
        var limits = ServerLimits()
        limits.heartbeat = .milliseconds(300)
        limits.sweep = .milliseconds(20)
        limits.requestBurst = 1_000_000
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        for person in ["p1", "p2"] { try board.add(person) }
        let (silent, healthy) = (try board.socket("p1"), try board.socket("p2"))
        let started = ContinuousClock.now
        while started.duration(to: .now) < .milliseconds(700) {
            try healthy.say(#"{"id":"b","beat":{}}"#)
            try healthy.hear(until: #""re":"b""#)
        }
        #expect(try silent.ending() == 4003)
    }

    @Test func `a connection that asks nothing is closed, and one that asks is not`() throws {
        var limits = ServerLimits()
        limits.idle = .milliseconds(300)
        limits.sweep = .milliseconds(20)
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        let (idle, healthy) = (try RecordedConnection(board), try RecordedConnection(board))
        #expect(try idle.request("GET", "/livez").status == 200)
        let started = ContinuousClock.now
        while started.duration(to: .now) < .milliseconds(700) {
            #expect(try healthy.request("GET", "/livez").status == 200)
        }
        #expect(try idle.endsSilently())
    }

    @Test func `a case more than one socket may follow is refused, and another socket follows it`() throws {
        var limits = ServerLimits()
        limits.subscriptions = 1
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        let stories = ["case-1", "case-2"].map { Story(board, case: $0, reviewers: 1) }
        try stories[0].addPeople()
        for story in stories { try story.open() }
        let (full, healthy) = (try board.socket("coordinator"), try board.socket("coordinator"))
        try full.say(#"{"id":"j1","join":{"case":"case-1","at":{}}}"#)
        try full.hear(until: #""caught-up""#)
        try full.say(#"{"id":"j2","join":{"case":"case-2","at":{}}}"#)
        #expect(try full.hear(until: #""re":"j2""#).last?.contains(#""limit-reached""#) == true)
        try healthy.say(#"{"id":"j","join":{"case":"case-2","at":{}}}"#)
        try healthy.hear(until: #""caught-up""#)
    }

    @Test func `an address with as many connections as it may have gets no more until one ends`() throws {
        var limits = ServerLimits()
        limits.listener.connectionsPerAddress = 2
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        let (first, second) = (try RecordedConnection(board), try RecordedConnection(board))
        for connection in [first, second] { #expect(try connection.request("GET", "/livez").status == 200) }
        #expect(throws: (any Error).self) { try RecordedConnection(board) }
        #expect(try second.request("GET", "/livez").status == 200)
        first.close()
        let deadline = ContinuousClock.now + .seconds(20)
        while (try? RecordedConnection(board).request("GET", "/livez").status) != 200 {
            try #require(ContinuousClock.now < deadline)
        }
    }

    @Test func `with all connections open the next waits for a place, and who is in is served`() throws {
        var limits = ServerLimits()
        // Half of them are one address's at most.
        limits.listener.openConnections = 4
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        let (first, second) = (try RecordedConnection(board), try RecordedConnection(board))
        for connection in [first, second] { #expect(try connection.request("GET", "/livez").status == 200) }
        let neighbours = (0..<2).map { _ in Caller(board.address.port, from: 2) }
        // What is no TLS is answered with the end of the connection, once there is one.
        let waiting = Caller(board.address.port, from: 3)
        waiting.say("GET / HTTP/1.1\r\n\r\n")
        for _ in 0..<20 { #expect(try second.request("GET", "/livez").status == 200) }
        #expect(!waiting.hears(within: .zero))
        first.close()
        #expect(waiting.hears(within: .seconds(20)))
        withExtendedLifetime(neighbours) {}
    }

    /// A TCP connection from an address of its own on this machine.
    private final class Caller {
        private let descriptor: Int32

        init(_ port: UInt16, from lastByte: UInt32) {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            Self.place(lastByte, 0) { bind(descriptor, $0, $1) }
            Self.place(1, port) { connect(descriptor, $0, $1) }
        }

        deinit { close(descriptor) }

        func say(_ text: String) { send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL)) }

        /// Whether something came, be it the end.
        func hears(within time: Duration) -> Bool {
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            return poll(&watched, 1, Int32(time / .milliseconds(1))) == 1
        }

        private static func place(
            _ lastByte: UInt32,
            _ port: UInt16,
            _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
        ) {
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = port.bigEndian
            place.sin_addr.s_addr = (127 << 24 | lastByte).bigEndian
            withUnsafePointer(to: &place) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    _ = call($0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
    }

    @Test func `stopping waits no longer than the time to drain for who does not go`() throws {
        var limits = ServerLimits()
        limits.drain = .seconds(1)
        limits.listener.connection.closeTimeout = .seconds(300)
        // Whatever else the machine does, it does not do it each time.
        let isInTime = try (1...3).contains { _ in
            let board = try TestBoard(limits: limits)
            defer { TemporaryFolder.remove(board.folder) }
            let staying = try RecordedConnection(board)
            #expect(try staying.request("GET", "/livez").status == 200)
            let time = ContinuousClock().measure { board.stop() }
            withExtendedLifetime(staying) {}
            return time < .milliseconds(1_800)
        }
        #expect(isInTime)
    }
}
