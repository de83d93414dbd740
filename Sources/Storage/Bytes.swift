import Foundation
internal import GRDB

/// Byte arrays to and from BLOB columns.
extension [UInt8] {
    var databaseValue: DatabaseValue { Data(self).databaseValue }
}

extension Row {
    func bytes(_ column: String) -> [UInt8] {
        (try? withUnsafeData(named: column) { data in data.map { [UInt8]($0) } ?? [] }) ?? []
    }
}
