internal import GRDB

/// The kept answer to a command, so that saying it again is answered again and nothing happens twice.
package struct Receipt: Sendable, Equatable {
    package var person: String
    package var aggregate: String
    package var key: String
    /// SHA-256 of the command: the same key with another body is refused.
    package var digest: [UInt8]
    package var reply: [UInt8]
    package var at: Int64

    package init(person: String, aggregate: String, key: String, digest: [UInt8], reply: [UInt8], at: Int64) {
        self.person = person
        self.aggregate = aggregate
        self.key = key
        self.digest = digest
        self.reply = reply
        self.at = at
    }
}

extension Transaction {
    package func receipt(person: String, aggregate: String, key: String) throws -> Receipt? {
        try ledger.findReceipt.first { arguments in
            arguments.add(person)
            arguments.add(aggregate)
            arguments.add(key)
        } _: { row in
            Receipt(
                person: person,
                aggregate: aggregate,
                key: key,
                digest: try row.bytes(0),
                reply: try row.bytes(1),
                at: row.number(2)
            )
        }
    }

    package func keep(_ receipt: Receipt) throws {
        try ledger.keepReceipt.run { arguments in
            arguments.add(receipt.person)
            arguments.add(receipt.aggregate)
            arguments.add(receipt.key)
            arguments.add(receipt.digest)
            arguments.add(receipt.reply)
            arguments.add(receipt.at)
        }
    }

    /// Forgets every receipt of an aggregate: a command said again is decided anew.
    package func forgetReceipts(aggregate: String) throws {
        try database.execute(sql: "DELETE FROM receipt WHERE aggregate = ?", arguments: [aggregate])
    }
}

extension Reader {
    /// Conferences that still have receipts though they began before `moment`, by their aggregates.
    package func pastConferencesWithReceipts(startedBefore moment: Int64) throws -> [String] {
        try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT r.aggregate FROM conference c JOIN receipt r ON r.aggregate = 'conference/' || c.id
                    WHERE c.starts < ? ORDER BY r.aggregate
                    """,
                arguments: [moment]
            )
        }
    }

    /// Cases that still have receipts though nothing has happened in them since `moment`, with their cards.
    package func quietCasesWithReceipts(since moment: Int64) throws -> [(aggregate: String, card: [UInt8])] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT c.aggregate, c.body FROM card c
                    WHERE c.aggregate IN (SELECT aggregate FROM receipt) AND NOT EXISTS (
                        SELECT 1 FROM stream s JOIN event e ON e.stream = s.id AND e.seq = s.head
                        WHERE s.aggregate = c.aggregate AND e.at > ?
                    ) ORDER BY c.aggregate
                    """,
                arguments: [moment]
            ).map { ($0["aggregate"], try $0.bytes("body")) }
        }
    }
}
