/// Checks UTF-8 as it arrives and fails at the very byte that makes it invalid (Unicode 16, table 3-7).
///
/// It remembers only how many continuation bytes are due and which values the next one may have: overlong forms, surrogates
/// and values above U+10FFFF are all excluded by the range of the second byte.
package struct UTF8Validator: Sendable {
    private var due = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    package init() {}

    /// Whether the text could end here.
    package var isComplete: Bool { due == 0 }

    /// False at the first byte that no continuation can make valid; the validator is of no use afterwards.
    package mutating func accept(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            if due == 0 {
                index = Self.skipWhole(bytes, from: index)
                if index == bytes.count { return true }
            }
            guard accept(bytes[index]) else { return false }
            index += 1
        }
        return true
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        if due > 0 {
            guard byte >= lowest, byte <= highest else { return false }
            due -= 1
            (lowest, highest) = (0x80, 0xBF)
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: due = 1
        case 0xE0: (due, lowest) = (2, 0xA0)
        case 0xED: (due, highest) = (2, 0x9F)
        case 0xE1...0xEF: due = 2
        case 0xF0: (due, lowest) = (3, 0x90)
        case 0xF1...0xF3: due = 3
        case 0xF4: (due, highest) = (3, 0x8F)
        default: return false
        }
        return true
    }

    /// The index of the first byte that is neither ASCII nor part of a whole character of two or three bytes: what is left for
    /// the states above is rare, or broken, or the last character of what has come.
    private static func skipWhole(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = skipASCII(bytes, from: start)
        while index + 2 < bytes.count {
            let (first, second, third) = (bytes[index], bytes[index + 1], bytes[index + 2])
            if first >= 0xC2, first <= 0xDF, isContinuation(second) {
                index += 2
            } else if first >= 0xE1, first <= 0xEC, isContinuation(second), isContinuation(third) {
                index += 3
            } else {
                return index
            }
            if index < bytes.count, bytes[index] < 0x80 { index = skipASCII(bytes, from: index) }
        }
        return index
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The index of the next byte above 0x7F: most of what is said here is ASCII, and eight bytes cost as much as one.
    private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}
