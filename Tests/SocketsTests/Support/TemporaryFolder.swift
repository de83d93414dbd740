import Foundation

/// A new empty folder, removed with all the others when the tests end: some hold keys.
func temporaryFolder() throws -> String {
    try TemporaryRoot.made.get()
    let url = TemporaryRoot.url.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    return url.path
}

/// One folder per process, for all the others.
private enum TemporaryRoot {
    static let url = FileManager.default.temporaryDirectory.appendingPathComponent("sockets-tests-\(getpid())")

    static let made = Result {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: TemporaryRoot.url) }
    }
}
