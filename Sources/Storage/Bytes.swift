import Foundation
internal import GRDB

/// Byte arrays to and from BLOB columns.
extension [UInt8] {
    var databaseValue: DatabaseValue { Data(self).databaseValue }
}

extension Row {
    /// - Throws: `unreadable` where there are no bytes: an absent hash is no empty one.
    func bytes(_ column: String) throws -> [UInt8] {
        guard let bytes = try withUnsafeData(named: column, { $0.map { [UInt8]($0) } }) else {
            throw StorageFault.unreadable("column \(column)")
        }
        return bytes
    }

    /// The same by place.
    func bytes(_ index: Int) throws -> [UInt8] {
        guard let bytes = try withUnsafeData(atIndex: index, { $0.map { [UInt8]($0) } }) else {
            throw StorageFault.unreadable("column \(index)")
        }
        return bytes
    }
}
