/// The four bytes a client's payload is combined with (RFC 6455 section 5.3), fresh and random for every frame.
package struct MaskingKey: Sendable, Equatable {
    /// The first byte of the key is the lowest.
    private let bits: UInt32

    package init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        bits = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16 | UInt32(fourth) << 24
    }

    /// - Parameter random: from a strong source; the byte order does not matter then.
    package init(random: UInt32) {
        bits = random
    }

    var bytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) } }

    /// Masks or unmasks `payload` in place, eight bytes at a time.
    ///
    /// - Parameter offset: where `payload` begins within the whole payload of its frame.
    func apply(to payload: UnsafeMutableRawBufferPointer, offset: Int) {
        guard let base = payload.baseAddress else { return }
        let turn = UInt32(offset & 3) * 8
        let turned = turn == 0 ? bits : bits >> turn | bits << (32 - turn)
        let pattern = (UInt64(turned) | UInt64(turned) << 32).littleEndian
        let whole = payload.count & ~7
        var index = 0
        while index < whole {
            let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            base.storeBytes(of: word ^ pattern, toByteOffset: index, as: UInt64.self)
            index += 8
        }
        while index < payload.count {
            payload[index] ^= UInt8(truncatingIfNeeded: turned >> (UInt32(index & 3) * 8))
            index += 1
        }
    }
}
