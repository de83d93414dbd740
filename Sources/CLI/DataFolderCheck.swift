import Foundation

/// What can be said of a data directory before anything is done with it.
enum DataFolderCheck {
    /// Warns when others can look into it.
    ///
    /// - Throws: `Refusal` when it is something else than a directory.
    static func run(_ path: String) throws {
        guard let facts = try? FileManager.default.attributesOfItem(atPath: resolved(path)) else { return }
        guard facts[.type] as? FileAttributeType == .typeDirectory else {
            throw Refusal("\(path) is no directory")
        }
        let mode = facts[.posixPermissions] as? Int ?? 0
        if mode & 0o077 != 0 {
            Terminal.warn(
                "others than its owner have rights in \(path) (mode \(String(mode, radix: 8))): chmod 700 \(path)"
            )
        }
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
