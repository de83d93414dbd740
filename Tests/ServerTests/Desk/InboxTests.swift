import Testing
import TumorBoard

@testable import BoardServer

/// What waits for the writer: bounded in all, for each case and for each person; taken by cases in turn.
@Suite("Commands that wait")
struct InboxTests {
    private func inbox(capacity: Int = 1_000, perCase: Int = 1_000, perPerson: Int = 1_000) -> Inbox {
        Inbox(capacity: capacity, capacityPerAggregate: perCase, capacityPerPerson: perPerson)
    }

    /// A command of a person in a case, known again by its key.
    private func task(_ caseID: String, _ key: String = "k", by person: String = "p") throws -> WriterTask {
        .order(
            Order(
                caseID: try #require(CaseID(caseID)),
                person: try #require(PersonID(person)),
                key: key,
                command: try Canonical.decode(Command.self, from: Array(#"{"acknowledge":{}}"#.utf8)),
                digest: [],
                respond: { _ in }
            )
        )
    }

    /// What a batch takes, as "case/key".
    private func names(_ batch: [WriterTask]?) -> [String]? {
        batch?.map { task in
            if case .order(let order) = task { "\(order.caseID)/\(order.key)" } else { task.aggregate }
        }
    }

    @Test func `cases take turns, each with so many commands in a batch, in their order`() throws {
        let inbox = inbox()
        for number in 1...5 { #expect(inbox.add(try task("busy", "\(number)"))) }
        for name in ["a", "b"] { #expect(inbox.add(try task(name, "1"))) }
        #expect(names(inbox.take(limit: 2, total: 100)) == ["busy/1", "busy/2", "a/1", "b/1"])
        #expect(names(inbox.take(limit: 2, total: 100)) == ["busy/3", "busy/4"])
        #expect(inbox.add(try task("c", "1")))
        #expect(names(inbox.take(limit: 2, total: 100)) == ["busy/5", "c/1"])
    }

    @Test func `who had no place in a full batch comes first in the next`() throws {
        let inbox = inbox()
        for name in ["a", "b", "c"] {
            for number in 1...3 { #expect(inbox.add(try task(name, "\(number)"))) }
        }
        #expect(names(inbox.take(limit: 2, total: 3)) == ["a/1", "a/2", "b/1"])
        #expect(names(inbox.take(limit: 2, total: 3)) == ["c/1", "c/2", "a/3"])
        #expect(names(inbox.take(limit: 2, total: 3)) == ["b/2", "b/3", "c/3"])
    }

    @Test func `the defaults are sixty-four of a case and a thousand in a batch`() throws {
        let limits = WriterThread.Limits()
        let inbox = inbox(capacity: 10_000, perPerson: 10_000)
        for number in 1...70 { #expect(inbox.add(try task("busy", "\(number)"))) }
        #expect(inbox.take(limit: limits.perCase, total: limits.perBatch)?.count == 64)
        #expect(inbox.take(limit: limits.perCase, total: limits.perBatch)?.count == 6)
        for number in 1...1_100 { #expect(inbox.add(try task("case-\(number)"))) }
        #expect(inbox.take(limit: limits.perCase, total: limits.perBatch)?.count == 1_024)
        #expect(inbox.take(limit: limits.perCase, total: limits.perBatch)?.count == 76)
    }

    @Test func `a case beyond its bound is refused, and another is not; taking makes room`() throws {
        let inbox = inbox(perCase: 2)
        #expect(try ["1", "2", "3"].map { inbox.add(try task("a", $0)) } == [true, true, false])
        #expect(inbox.add(try task("b")))
        _ = inbox.take(limit: 1, total: 100)
        #expect(inbox.add(try task("a", "4")))
        #expect(try !inbox.add(task("a", "5")))
    }

    @Test func `a person beyond their bound is refused in every case, and another is not; taking makes room`() throws {
        let inbox = inbox(perPerson: 2)
        #expect(try ["a", "b", "c"].map { inbox.add(try task($0, by: "busy")) } == [true, true, false])
        #expect(inbox.add(try task("c", by: "other")))
        #expect(inbox.add(.elapse(try #require(CaseID("c")), respond: { _ in })), "the clock is nobody's")
        _ = inbox.take(limit: 10, total: 10)
        #expect(inbox.add(try task("c", by: "busy")))
    }

    @Test func `beyond the bound in all everything is refused`() throws {
        let inbox = inbox(capacity: 2)
        #expect(try ["a", "b", "c"].map { inbox.add(try task($0, by: $0)) } == [true, true, false])
        #expect(!inbox.add(.probe { _ in }))
    }

    @Test func `cases with waiting commands are known, and those without are not`() throws {
        let inbox = inbox()
        #expect(inbox.waiting.isEmpty)
        for name in ["a", "b"] { #expect(inbox.add(try task(name))) }
        #expect(inbox.waiting == ["a", "b"])
        _ = inbox.take(limit: 1, total: 1)
        #expect(inbox.waiting == ["b"])
    }

    @Test func `a closed one takes nothing and gives what it has`() throws {
        let inbox = inbox()
        #expect(inbox.add(try task("a")))
        inbox.close()
        #expect(try !inbox.add(task("a")))
        #expect(names(inbox.take(limit: 1, total: 1)) == ["a/k"])
        #expect(inbox.take(limit: 1, total: 1) == nil)
    }
}
