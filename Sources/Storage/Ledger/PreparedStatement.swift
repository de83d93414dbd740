internal import GRDB
internal import GRDBSQLite

/// A statement that every command needs, run by SQLite's own interface: arguments go straight in, columns straight out.
///
/// For statements as small as these the general way costs several times what SQLite does for them
/// (docs/decisions/0020). Whoever prepares it runs it, on the connection's own thread.
final class PreparedStatement {
    /// Keeps SQLite's object.
    private let statement: Statement
    private let pointer: OpaquePointer

    init(_ sql: String, on database: GRDB.Database) throws {
        statement = try database.makeStatement(sql: sql)
        pointer = statement.sqliteStatement
    }

    /// Runs it; a row it may give is left.
    func run(_ bind: (inout Arguments) -> Void = { _ in }) throws {
        defer { sqlite3_reset(pointer) }
        _ = try step(bind)
    }

    /// The first row it gives, as `read` takes it; nil when there is none.
    func first<Result>(_ bind: (inout Arguments) -> Void, _ read: (Columns) throws -> Result) throws -> Result? {
        defer { sqlite3_reset(pointer) }
        return try step(bind) ? read(Columns(pointer: pointer)) : nil
    }

    /// Whether there is a row.
    private func step(_ bind: (inout Arguments) -> Void) throws -> Bool {
        var arguments = Arguments(pointer: pointer)
        bind(&arguments)
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) }
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    /// Values for the `?` of a statement, in their order. SQLite keeps copies.
    struct Arguments {
        fileprivate let pointer: OpaquePointer
        private var count: Int32 = 0

        fileprivate init(pointer: OpaquePointer) { self.pointer = pointer }

        // SQLite's mark for "copy it now".
        private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

        mutating func add(_ number: Int64) {
            count += 1
            sqlite3_bind_int64(pointer, count, number)
        }

        mutating func add(_ number: Int) { add(Int64(number)) }

        mutating func add(_ text: String) {
            count += 1
            var text = text
            text.withUTF8 { text in
                _ = text.withMemoryRebound(to: CChar.self) { text in
                    sqlite3_bind_text(pointer, count, text.baseAddress, Int32(text.count), Self.transient)
                }
            }
        }

        /// A blob; an empty one is no NULL.
        mutating func add(_ bytes: [UInt8]) {
            count += 1
            if bytes.isEmpty {
                sqlite3_bind_zeroblob(pointer, count, 0)
            } else {
                sqlite3_bind_blob(pointer, count, bytes, Int32(bytes.count), Self.transient)
            }
        }
    }

    /// One row, good within the call it is given to.
    struct Columns {
        fileprivate let pointer: OpaquePointer

        func number(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

        /// - Throws: `unreadable` where there are no bytes: an absent hash is no empty one.
        func bytes(_ column: Int32) throws -> [UInt8] {
            guard sqlite3_column_type(pointer, column) == SQLITE_BLOB else {
                throw StorageFault.unreadable("column \(column)")
            }
            let count = Int(sqlite3_column_bytes(pointer, column))
            return Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(pointer, column), count: count))
        }
    }
}
