internal import Cryptography

/// The hash chain of a stream, shown only to its readers.
package enum Chain {
    /// Before the first event there is no hash; its hexadecimal form is the empty text.
    package static let start: [UInt8] = []

    package static func next(after previous: [UInt8], body: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(2 * previous.count + 1 + body.count)
        Hexadecimal.append(previous, to: &text)
        text.append(UInt8(ascii: "\n"))
        text += body
        return SHA256.hash(text)
    }

    package static func tag(_ chain: [UInt8]) -> String { Hexadecimal.encode(chain.prefix(8)) }
}
