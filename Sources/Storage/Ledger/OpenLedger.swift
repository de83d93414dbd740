internal import GRDB

/// What the writing connection keeps ready between transactions: the statements of every command, and where the streams
/// stand. Confined to the writer.
final class OpenLedger {
    let begin: Statement
    let commit: Statement
    let savepoint: PreparedStatement
    let release: PreparedStatement
    let insertEvent: PreparedStatement
    let saveHead: PreparedStatement
    let findReceipt: PreparedStatement
    let keepReceipt: PreparedStatement
    var heads = StreamHeads()

    init(_ database: GRDB.Database) throws {
        func prepare(_ sql: String) throws -> PreparedStatement { try PreparedStatement(sql, on: database) }
        // GRDB has to know when a transaction begins and ends.
        begin = try database.makeStatement(sql: "BEGIN IMMEDIATE")
        commit = try database.makeStatement(sql: "COMMIT")
        savepoint = try prepare("SAVEPOINT command")
        release = try prepare("RELEASE command")
        insertEvent = try prepare(
            "INSERT INTO event (stream, seq, at, author, version, body, chain) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        saveHead = try prepare("UPDATE stream SET head = ?, chain = ? WHERE id = ?")
        findReceipt = try prepare(
            "SELECT digest, reply, at FROM receipt WHERE person = ? AND aggregate = ? AND key = ?"
        )
        keepReceipt = try prepare(
            "INSERT INTO receipt (person, aggregate, key, digest, reply, at) VALUES (?, ?, ?, ?, ?, ?)"
        )
    }
}
