import Foundation

/// A new empty folder, removed with all the others when the tests end: some hold keys.
func temporaryFolder() throws -> String {
    let url = try temporaryRoot.get().appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    return url.path
}

private let temporaryRoot = Result {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("sockets-tests-\(getpid())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    atexit {
        if let root = try? temporaryRoot.get() { try? FileManager.default.removeItem(at: root) }
    }
    return url
}
