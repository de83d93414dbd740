import Foundation
internal import GRDB

/// Byte arrays to and from BLOB columns.
extension [UInt8] {
    var databaseValue: DatabaseValue { Data(self).databaseValue }
}

extension Row {
    /// - Throws: `unreadable` where there are no bytes: an absent hash is no empty one.
    func bytes(_ column: String) throws -> [UInt8] {
        let bytes = try withUnsafeData(named: column) { data in data.map { [UInt8]($0) } }
        guard let bytes else { throw StorageFault.unreadable("column \(column)") }
        return bytes
    }
}
