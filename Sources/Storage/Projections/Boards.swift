internal import GRDB

/// What lists are made of, kept in the same transaction as the events it follows from.
extension Transaction {
    /// A case's card as printed JSON, and the next moment something falls due, for the clock.
    package func saveCard(aggregate: String, body: [UInt8], deadline: Int64?) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO card (aggregate, body, deadline) VALUES (?, ?, ?)
                ON CONFLICT (aggregate) DO UPDATE SET body = excluded.body, deadline = excluded.deadline
                """
        ).execute(arguments: [aggregate, body.databaseValue, deadline])
    }

    /// Which version of the lists all of them are of.
    package func setListsVersion(_ version: Int) throws {
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    package func saveMembership(aggregate: String, person: String, role: String, standing: [UInt8]) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO membership (person, aggregate, role, standing) VALUES (?, ?, ?, ?)
                ON CONFLICT (person, aggregate) DO UPDATE SET role = excluded.role, standing = excluded.standing
                """
        ).execute(arguments: [person, aggregate, role, standing.databaseValue])
    }

    package func removeMembership(aggregate: String, person: String) throws {
        try database.cachedStatement(sql: "DELETE FROM membership WHERE person = ? AND aggregate = ?")
            .execute(arguments: [person, aggregate])
    }

    package func saveConference(id: String, starts: Int64, body: [UInt8], participants: [String]) throws {
        try database.execute(
            sql: """
                INSERT INTO conference (id, starts, body) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET starts = excluded.starts, body = excluded.body
                """,
            arguments: [id, starts, body.databaseValue]
        )
        try database.execute(sql: "DELETE FROM participant WHERE conference = ?", arguments: [id])
        for person in participants {
            try database.execute(
                sql: "INSERT INTO participant (person, conference) VALUES (?, ?)",
                arguments: [person, id]
            )
        }
    }
}

/// One line of a person's list, as printed JSON.
package struct BoardLine: Sendable, Equatable {
    package var aggregate: String
    package var role: String
    package var card: [UInt8]
    package var standing: [UInt8]
}

extension Reader {
    /// Which version of the lists all of them are of; 0 when none was written yet, or by a program that did not say.
    package func listsVersion() throws -> Int {
        try read { database in try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 }
    }

    /// A person's cases, by identifier: the order tells nothing of anybody's work.
    package func boards(of person: String) throws -> [BoardLine] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT m.aggregate, m.role, m.standing, c.body FROM membership m
                        JOIN card c ON c.aggregate = m.aggregate WHERE m.person = ? ORDER BY m.aggregate
                        """
                ),
                arguments: [person]
            ).map { row in
                BoardLine(
                    aggregate: row["aggregate"],
                    role: row["role"],
                    card: try row.bytes("body"),
                    standing: try row.bytes("standing")
                )
            }
        }
    }

    /// Everything kept of one case, to hold against a replay: its card and deadline, and each member's line.
    package func projections(
        aggregate: String
    ) throws -> (card: [UInt8]?, deadline: Int64?, members: [String: (role: String, standing: [UInt8])]) {
        try read { database in
            let card = try Row.fetchOne(
                database,
                sql: "SELECT body, deadline FROM card WHERE aggregate = ?",
                arguments: [aggregate]
            )
            var members: [String: (role: String, standing: [UInt8])] = [:]
            for row in try Row.fetchAll(
                database,
                sql: "SELECT person, role, standing FROM membership WHERE aggregate = ?",
                arguments: [aggregate]
            ) {
                members[row["person"]] = (row["role"], try row.bytes("standing"))
            }
            return (try card?.bytes("body"), card?["deadline"], members)
        }
    }

    /// Everything kept of one conference, to hold against a replay.
    package func conferenceProjection(
        id: String
    ) throws -> (starts: Int64?, body: [UInt8]?, participants: Set<String>) {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT starts, body FROM conference WHERE id = ?",
                arguments: [id]
            )
            let participants = try String.fetchSet(
                database,
                sql: "SELECT person FROM participant WHERE conference = ?",
                arguments: [id]
            )
            return (row?["starts"], try row?.bytes("body"), participants)
        }
    }

    /// The aggregates that lists speak of, whether or not the ledger knows them.
    package func aggregatesInLists() throws -> Set<String> {
        try read { database in
            try String.fetchSet(
                database,
                sql: """
                    SELECT aggregate FROM card UNION SELECT aggregate FROM membership
                    UNION SELECT 'conference/' || id FROM conference
                    UNION SELECT 'conference/' || conference FROM participant
                    """
            )
        }
    }

    /// Cases in which something falls due by `moment`, the longest overdue first; at most 256.
    package func due(by moment: Int64) throws -> [String] {
        try read { database in
            try String.fetchAll(
                database,
                sql: "SELECT aggregate FROM card WHERE deadline <= ? ORDER BY deadline, aggregate LIMIT 256",
                arguments: [moment]
            )
        }
    }

    /// A person's conferences, or one of them, as printed JSON.
    package func conferences(of person: String, id: String? = nil) throws -> [[UInt8]] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT c.body FROM participant p JOIN conference c ON c.id = p.conference
                        WHERE p.person = ? AND (?2 IS NULL OR c.id = ?2) ORDER BY c.starts, c.id
                        """
                ),
                arguments: [person, id]
            ).map { try $0.bytes("body") }
        }
    }
}
