import Foundation
internal import GRDB

/// A copy of the whole database as of one commit, made while others read and write.
extension Reader {
    /// Writes the copy to `path`, for its owner's eyes only. It has that name only once it is whole and on the disk.
    ///
    /// - Throws: `CocoaError(.fileWriteFileExists)` when there is something at `path`; whatever the disk says.
    package func backup(to path: String) throws {
        let target = URL(fileURLWithPath: path)
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CocoaError(.fileWriteFileExists, userInfo: [NSFilePathErrorKey: path])
        }
        let draft = target.deletingLastPathComponent()
            .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString)")
        // SQLite fills an empty file: so it never exists with wider rights than it is to have.
        try Data().write(to: draft, options: .withoutOverwriting)
        do {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
            try copy(to: draft.path)
            try Self.synchronize(draft)
            try FileManager.default.moveItem(at: draft, to: target)
            try Self.synchronize(target.deletingLastPathComponent())
        } catch {
            try? FileManager.default.removeItem(at: draft)
            throw error
        }
    }

    private func copy(to path: String) throws {
        try connection { database in
            // The copy is written through this connection, which itself is opened read-only and stays so.
            try database.execute(sql: "PRAGMA query_only = 0")
            defer { try? database.execute(sql: "PRAGMA query_only = 1") }
            try database.execute(sql: "VACUUM INTO ?", arguments: [path])
        }
    }

    private static func synchronize(_ place: URL) throws {
        let handle = try FileHandle(forReadingFrom: place)
        try handle.synchronize()
        try handle.close()
    }
}
