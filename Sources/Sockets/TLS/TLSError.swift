import COpenSSL

/// A refusal by OpenSSL, with its reasons, the cause first. None of them holds a secret.
package struct TLSError: Error, Equatable, CustomStringConvertible {
    package let operation: String
    package let reasons: [String]

    package init(_ operation: String, reasons: [String]) {
        self.operation = operation
        self.reasons = reasons
    }

    /// Takes all reasons off this thread's OpenSSL error queue.
    init(openSSL operation: String) {
        var reasons: [String] = []
        var code = ERR_get_error()
        while code != 0 {
            reasons.append(ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(code)")
            code = ERR_get_error()
        }
        self.init(operation, reasons: reasons)
    }

    package var description: String {
        reasons.isEmpty ? "\(operation): no reason given" : "\(operation): \(reasons.joined(separator: ", "))"
    }
}
