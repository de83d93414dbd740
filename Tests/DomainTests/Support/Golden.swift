import Foundation
import Testing

/// Files that fix what was agreed or stored once. Run with `CONSILIUM_GOLDEN=write` to write what is missing; what is
/// there is never rewritten, so a change of it is a change of a file in review.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden")

    private static var isWriting: Bool { ProcessInfo.processInfo.environment["CONSILIUM_GOLDEN"] == "write" }

    static func lines(of name: String) throws -> [String] {
        let url = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// The file holds exactly these lines.
    static func check(_ lines: [String], against name: String) throws {
        let kept = try Self.lines(of: name)
        if kept.isEmpty, isWriting { return try write(lines, to: name) }
        #expect(kept == lines, "\(name) differs from what the rules do")
    }

    /// The file holds at least these lines; new ones may be added, kept ones stay.
    static func check(contains lines: [String], in name: String) throws {
        let kept = try Self.lines(of: name)
        let missing = Set(lines).subtracting(kept).sorted()
        if !missing.isEmpty, isWriting { return try write(kept + missing, to: name) }
        #expect(missing.isEmpty, "\(name) lacks what is written today")
    }

    private static func write(_ lines: [String], to name: String) throws {
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: name))
    }
}
