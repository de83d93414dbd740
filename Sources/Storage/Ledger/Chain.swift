internal import Cryptography

/// The hash chain of a stream, shown only to its readers.
package enum Chain {
    /// Before the first event there is no hash; its hexadecimal form is the empty text.
    package static let start: [UInt8] = []

    package static func next(after previous: [UInt8], body: [UInt8]) -> [UInt8] {
        SHA256.hash(Array(Hexadecimal.encode(previous).utf8) + [UInt8(ascii: "\n")] + body)
    }

    package static func tag(_ chain: [UInt8]) -> String { Hexadecimal.encode(Array(chain.prefix(8))) }
}
