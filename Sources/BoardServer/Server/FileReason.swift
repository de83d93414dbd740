import Foundation

/// Why something could not be done with a file, in the system's words and without its path.
package enum FileReason {
    package static func of(_ error: any Error) -> String {
        guard let error = error as? CocoaError else { return "\(error)" }
        if error.code == .fileWriteFileExists { return "there is something already" }
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? POSIXError {
            return String(cString: strerror(cause.code.rawValue))
        }
        return error.code == .fileNoSuchFile || error.code == .fileReadNoSuchFile
            ? String(cString: strerror(ENOENT)) : error.localizedDescription
    }
}
