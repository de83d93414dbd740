import Foundation
import Sockets
package import Storage
import TumorBoard

/// The check of a whole database: the file, order and chain of every stream, every stored byte, and every list equal to a
/// replay. It only reads.
package struct Verification {
    package struct Report: Sendable {
        package var streams = 0
        package var events = 0
        package var blobs = 0
        package var flaws: [Flaw] = []
    }

    private let reader: Reader
    private var report = Report()

    /// - Throws: `FileLock.Held` while a server runs on the data; `unknownVersion` when a newer program wrote it.
    package static func run(data: String) throws -> Report {
        let file = Store.path(in: data)
        guard FileManager.default.fileExists(atPath: file) else { throw StorageFault.noBoard(data) }
        let lock = try FileLock(path: data + "/lock")
        defer { withExtendedLifetime(lock) {} }
        return try run(file: file)
    }

    /// The same for a database that nobody else has open, such as a backup.
    package static func run(file: String) throws -> Report {
        guard FileManager.default.fileExists(atPath: file) else {
            throw StorageFault.unreadable("\(file): there is no such file")
        }
        let reader = try Reader(file: file)
        try reader.checkSchema()
        try Hydration.checkVersion(of: reader)
        var verification = Verification(reader: reader)
        try verification.checkAll()
        return verification.report
    }

    private init(reader: Reader) { self.reader = reader }

    private mutating func checkAll() throws {
        if try !reader.structuralFlaws().isEmpty { note("database", "", "SQLite finds the file damaged") }
        let aggregates = try reader.aggregates()
        let isListed = try reader.listsVersion() == Lists.version
        for aggregate in aggregates {
            attempt(aggregate) { try $0.checkStreams(of: aggregate) }
            attempt(aggregate) { verification in
                verification.report.flaws += try ConferenceVerification.flaws(of: aggregate, from: verification.reader)
            }
            // Lists of an older program are written anew at the next start, and say until then what was true for it.
            guard isListed, let id = CaseID(aggregate) else { continue }
            attempt(aggregate) { try $0.checkLists(of: id) }
        }
        for aggregate in try reader.aggregatesInLists().subtracting(aggregates).sorted() {
            note(aggregate, "lists", "stands in a list and not in the ledger")
        }
        for aggregate in Set(try reader.aggregatesWithBlobs()).union(aggregates).sorted() {
            attempt(aggregate) { verification in
                let check = try BlobVerification(of: aggregate, verification.reader)
                verification.report.blobs += check.blobCount
                verification.report.flaws += check.flaws
            }
        }
    }

    private mutating func note(_ aggregate: String, _ stream: String, _ what: String) {
        report.flaws.append(Flaw(aggregate: aggregate, stream: stream, what: what))
    }

    /// What cannot be read is a flaw of its own, and the rest is checked all the same.
    private mutating func attempt(_ aggregate: String, _ check: (inout Self) throws -> Void) {
        do {
            try check(&self)
        } catch {
            note(aggregate, "database", "cannot be read")
        }
    }

    private mutating func checkStreams(of aggregate: String) throws {
        for head in try reader.heads(aggregate: aggregate) {
            report.streams += 1
            report.events += head.seq
            report.flaws += try reader.verify(
                aggregate: aggregate,
                stream: head.stream,
                head: (head.seq, head.chain)
            )
        }
    }

    /// The card, the deadline and each member's line, against the state that a replay gives.
    private mutating func checkLists(of id: CaseID) throws {
        guard let state = try Hydration.fold(id, from: reader)?.state else { return }
        let kept = try reader.projections(aggregate: id.text)
        func expect(_ isTrue: Bool, _ otherwise: String, _ report: inout Report) {
            if !isTrue { report.flaws.append(Flaw(aggregate: id.text, stream: "lists", what: otherwise)) }
        }
        expect(try kept.card == Canonical.encode(state.card), "the card differs from a replay", &report)
        expect(kept.deadline == state.nextDeadline?.milliseconds, "the deadline differs from a replay", &report)
        let members = Set(state.members.map(\.person.text))
        expect(Set(kept.members.keys) == members, "the members differ from a replay", &report)
        for member in state.members {
            guard let line = kept.members[member.person.text] else { continue }
            let standing = try Canonical.encode(state.standing(of: member.person))
            let isTrue = line.role == member.role.rawValue && line.standing == standing
            expect(isTrue, "the line of one member differs from a replay", &report)
        }
    }
}
