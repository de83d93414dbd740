import BoardClient
import Foundation
import Sockets
import Storage
import TestSupport
import Testing
import TumorBoard
import Wire

@testable import BoardServer

/// Reads wait for a reader: everybody in turn, whatever one of them asks for.
@Suite("Reads that wait")
struct ReadQueueTests {
    private static func person(_ id: String) throws -> PersonID { try #require(PersonID(id)) }

    /// What was taken, by name: jobs here only say who they are.
    private final class Taken: @unchecked Sendable {
        // SAFETY: a test's one thread alone runs jobs.
        var names: [String] = []
    }

    /// Adds jobs with names and takes all, in order.
    private func order(
        of names: [String],
        capacity: Int = 100,
        perPerson: Int = 100
    ) throws -> (accepted: [Bool], people: [String]) {
        var queue = ReadQueue(capacity: capacity, capacityPerPerson: perPerson)
        let board = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(board) }
        let reader = try Store(directory: board).reader()
        let taken = Taken()
        let accepted = try names.map { name in
            let id = name.split(separator: "/").first.map(String.init) ?? ""
            let person = id == "server" ? nil : try Self.person(id)
            return queue.add({ _ in taken.names.append(name) }, for: person)
        }
        #expect(queue.count == accepted.count { $0 })
        while let job = queue.next() { job(reader) }
        #expect(queue.count == 0)
        return (accepted, taken.names)
    }

    @Test func `one person's many are taken one by one, with everybody else's between them`() throws {
        let many = (1...4).map { "busy/\($0)" }
        let taken = try order(of: many + ["a/1", "server/1", "a/2", "b/1"]).people
        #expect(taken == ["busy/1", "a/1", "server/1", "b/1", "busy/2", "a/2", "busy/3", "busy/4"])
    }

    @Test func `each person's come in their order`() throws {
        let names = (1...50).flatMap { number in ["a/\(number)", "b/\(number)"] }
        let taken = try order(of: names).people
        for person in ["a", "b"] {
            #expect(taken.filter { $0.hasPrefix(person) } == (1...50).map { "\(person)/\($0)" })
        }
    }

    @Test func `beyond a person's bound theirs are refused, and another's and the server's are not`() throws {
        let names = ["a/1", "a/2", "a/3", "b/1", "server/1", "server/2", "server/3"]
        let accepted = try order(of: names, perPerson: 2).accepted
        #expect(accepted == [true, true, false, true, true, true, true])
    }

    @Test func `beyond the bound in all everything is refused`() throws {
        let accepted = try order(of: ["a/1", "b/1", "c/1", "server/1"], capacity: 3).accepted
        #expect(accepted == [true, true, true, false])
    }

    @Test func `what was taken is done before the readers end, and nothing is taken after`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let store = try Store(directory: folder)
        let readers = try Readers(store: store, threads: 2, capacity: 1_000, capacityPerPerson: 300)
        let done = Monitor(0)
        var count = 0
        for number in 1...900 {
            let person = try Self.person("p\(number % 3)")
            if readers.submit(for: person, { _ in done.withLock { $0 += 1 } }) { count += 1 }
        }
        readers.shutdown()
        #expect(count > 0)
        #expect(done.withLock { $0 } == count)
        #expect(!readers.submit { _ in })
    }

    @Test func `a person's flood of reads is unavailable beyond the bound, while another is answered`() throws {
        var limits = ServerLimits()
        limits.readerThreads = 1
        limits.waitingReadsPerPerson = 2
        limits.requestBurst = 100_000
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        for person in ["p1", "p2"] { try board.add(person) }
        let socket = try board.socket("p1")
        let other = board.http(as: "p2")
        // All of them are there when the first is taken.
        let joins = (1...8).flatMap { number in
            let text = #"{"id":"j\#(number)","join":{"case":"nowhere-\#(number)","at":{}}}"#
            return FrameEncoder.frame(.text, Array(text.utf8), maskedWith: MaskingKey(1, 2, 3, 4))
        }
        var isRefused = false
        let deadline = ContinuousClock.now + .seconds(20)
        while !isRefused, ContinuousClock.now < deadline {
            try socket.write(joins)
            #expect(try other.send("GET", "/api/cases/nowhere").status == 404)
            for _ in 1...8 where try socket.hear(until: #""re":"j"#).last?.contains(#""unavailable""#) == true {
                isRefused = true
            }
        }
        #expect(isRefused)
    }
}
