import COpenSSL
import Glibc

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
            let reason = Self.reason(of: code)
            if !reasons.contains(reason) { reasons.append(reason) }
            code = ERR_get_error()
        }
        self.init(operation, reasons: reasons)
    }

    private static func reason(of code: UInt) -> String {
        // OpenSSL keeps the texts of its own errors alone; the kernel's are an errno with a flag.
        let systemFlag = UInt(1) << 31
        if code & systemFlag != 0 { return String(cString: strerror(Int32(code & (systemFlag - 1)))) }
        return ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(code)"
    }

    package var description: String {
        reasons.isEmpty ? "\(operation): no reason given" : "\(operation): \(reasons.joined(separator: ", "))"
    }
}
