/// Percent-encoding of URIs (RFC 3986 section 2.1).
package enum PercentEncoding {
    /// The text of a component whose characters were already found to belong to it.
    ///
    /// - Parameter plusIsSpace: as HTML forms and `URLSearchParams` write it in a query.
    /// - Returns: nil when a `%` lacks its two hexadecimal digits or the octets are not UTF-8.
    static func decode(_ bytes: Slice<UnsafeRawBufferPointer>, plusIsSpace: Bool = false) -> String? {
        guard bytes.contains(where: { $0 == ASCII.percent || (plusIsSpace && $0 == UInt8(ascii: "+")) }) else {
            return plain(bytes)
        }
        var octets: [UInt8] = []
        octets.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case ASCII.percent:
                guard bytes.endIndex - index > 2, let high = ASCII.hexDigit(bytes[index + 1]),
                    let low = ASCII.hexDigit(bytes[index + 2])
                else { return nil }
                octets.append(UInt8(high << 4 | low))
                index += 2
            case UInt8(ascii: "+") where plusIsSpace: octets.append(ASCII.space)
            case let byte: octets.append(byte)
            }
            index += 1
        }
        return String(validating: octets, as: UTF8.self)
    }

    /// The text of bytes already known to be ASCII.
    static func plain(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes), as: UTF8.self)
    }

    /// A text as one path segment, or one name or value of a query: all but the unreserved characters are encoded.
    package static func encode(_ text: String) -> String {
        String(decoding: encode(text.utf8, keeping: .unreserved), as: UTF8.self)
    }

    static func encode(_ bytes: some Collection<UInt8>, keeping kept: ByteSet) -> [UInt8] {
        let digits = [UInt8]("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count)
        for byte in bytes {
            if kept.contains(byte) {
                encoded.append(byte)
            } else {
                encoded += [ASCII.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return encoded
    }
}
