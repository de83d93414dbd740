import BoardServer
import Foundation
import Glibc
import Sockets

/// Why the program does not do what it was asked, as a sentence: without a usage line, with status 1.
struct Refusal: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }

    /// An error in words for a terminal, where it has none of its own that name the path and the reason.
    static func telling(_ error: any Error) -> any Error {
        switch error {
        case let held as FileLock.Held:
            let folder = URL(fileURLWithPath: held.path).deletingLastPathComponent().relativePath
            let process = held.process.map { " (process \($0))" } ?? ""
            return Refusal("a server is running on \(folder)\(process)")
        case let error as SystemError where error.code == EADDRINUSE && error.operation.hasPrefix("bind "):
            return Refusal("something listens at \(error.operation.dropFirst("bind ".count)) already")
        case let failure as LocalClient.Failure:
            return Refusal("the server on the data does not answer as it should: \(failure)")
        case let error as CocoaError:
            let path = (error.userInfo[NSFilePathErrorKey] as? String).map { $0 + ": " } ?? ""
            return Refusal(path + FileReason.of(error))
        default: return error
        }
    }
}

/// What is said beside the results, on standard error.
enum Terminal {
    static func say(_ text: String, ending: String = "\n") {
        FileHandle.standardError.write(Data((text + ending).utf8))
    }

    static func warn(_ text: String) { say("Warning: \(text)") }
}
