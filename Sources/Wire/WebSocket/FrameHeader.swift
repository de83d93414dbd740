/// The two to fourteen bytes in front of a payload (RFC 6455 section 5.2).
struct FrameHeader: Sendable {
    let isFinal: Bool
    let opcode: Opcode
    let mask: MaskingKey?
    let payloadCount: Int
    /// Of the header itself.
    let byteCount: Int

    /// The header at the front of `bytes`, or nil until all of it is there. A rule is checked with the byte that breaks it.
    ///
    /// - Throws: 1002 for reserved bits, an unknown opcode, a control frame in fragments or with more than 125 bytes, a mask
    ///   where none belongs or none where one does, or a length not written in the shortest form.
    init?(_ bytes: UnsafeRawBufferPointer, from sender: WebSocketRole) throws(WebSocketError) {
        guard bytes.count >= 1 else { return nil }
        guard bytes[0] & 0x70 == 0 else { throw .broken("a reserved bit is set and no extension was negotiated") }
        guard let opcode = Opcode(rawValue: bytes[0] & 0x0F) else { throw .broken("the opcode is reserved") }
        isFinal = bytes[0] & 0x80 != 0
        self.opcode = opcode
        guard isFinal || !opcode.isControl else { throw .broken("a control frame is fragmented") }

        guard bytes.count >= 2 else { return nil }
        let isMasked = bytes[1] & 0x80 != 0
        guard isMasked == (sender == .client) else { throw .broken("frames are masked by the client and only by it") }
        let short = Int(bytes[1] & 0x7F)
        guard short <= 125 || !opcode.isControl else { throw .broken("a control frame exceeds 125 bytes") }

        let lengthCount = short == 126 ? 2 : short == 127 ? 8 : 0
        guard bytes.count >= 2 + lengthCount else { return nil }
        let long = bytes[2..<(2 + lengthCount)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        switch short {
        case 126: guard long > 125 else { throw .broken("a length is not in its shortest form") }
        case 127:
            guard long >> 63 == 0 else { throw .broken("a length has its highest bit set") }
            guard long > 0xFFFF else { throw .broken("a length is not in its shortest form") }
        default: break
        }
        payloadCount = lengthCount == 0 ? short : Int(long)

        let key = 2 + lengthCount
        byteCount = key + (isMasked ? 4 : 0)
        guard bytes.count >= byteCount else { return nil }
        mask = isMasked ? MaskingKey(bytes[key], bytes[key + 1], bytes[key + 2], bytes[key + 3]) : nil
    }
}
