import COpenSSL

/// A refusal by OpenSSL, with the operation that was asked for and OpenSSL's own reason.
///
/// Neither part ever holds key material, so both may be logged.
package struct CryptographyError: Error, Equatable, CustomStringConvertible {
    package let operation: String
    package let reason: String

    package init(operation: String, reason: String) {
        self.operation = operation
        self.reason = reason
    }

    /// Takes the newest reason off this thread's OpenSSL error queue and empties it, so that nothing is left for
    /// whoever asks next.
    init(openSSL operation: String) {
        let code = ERR_peek_last_error()
        ERR_clear_error()
        let reason = ERR_reason_error_string(code).map { String(cString: $0) }
        self.init(operation: operation, reason: reason ?? "no reason given")
    }

    package var description: String { "\(operation): \(reason)" }
}
