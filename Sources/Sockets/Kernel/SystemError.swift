import Glibc

/// A refusal by the kernel: which call, on what, and why (errno).
package struct SystemError: Error, Equatable, CustomStringConvertible {
    package let operation: String
    package let code: Int32

    /// - Parameter code: an errno; by default the one the failed call just left.
    package init(_ operation: String, code: Int32 = errno) {
        self.operation = operation
        self.code = code
    }

    package var description: String { "\(operation): \(String(cString: strerror(code)))" }

    /// The process or the machine has no descriptor or memory left for one more socket.
    var isExhaustion: Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code) }
}
