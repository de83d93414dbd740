import Foundation

/// Another program, run to its end.
enum Program {
    struct Failed: Error {
        let status: Int32
        let output: String
    }

    /// What it wrote on standard output.
    ///
    /// - Throws: `Failed` when it ends with another status than 0.
    @discardableResult
    static func run(_ path: String, _ words: [String], settings: [String: String] = [:]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(settings) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus, output: text) }
        return text
    }
}
