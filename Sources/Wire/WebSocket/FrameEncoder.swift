/// Writes frames (RFC 6455 section 5.2): unmasked ones for a server, masked ones for a client.
package enum FrameEncoder {
    /// One whole frame of a server, encoded once and sent to any number of members.
    package static func frame(_ opcode: Opcode, _ payload: [UInt8], isFinal: Bool = true) -> [UInt8] {
        var frame: [UInt8] = []
        frame.reserveCapacity(10 + payload.count)
        appendHeader(opcode, payloadCount: payload.count, isFinal: isFinal, mask: nil) { frame.append($0) }
        frame += payload
        return frame
    }

    /// A server's frame behind what waits in `output`.
    package static func append(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer, to output: inout ByteQueue) {
        appendHeader(opcode, payloadCount: payload.count, to: &output)
        output.append(payload)
    }

    /// The header of a server's frame alone, for a payload of known length that is written behind it.
    package static func appendHeader(_ opcode: Opcode, payloadCount: Int, to output: inout ByteQueue) {
        appendHeader(opcode, payloadCount: payloadCount, isFinal: true, mask: nil) { output.append($0) }
    }

    /// One whole frame of a client.
    package static func frame(
        _ opcode: Opcode,
        _ payload: [UInt8],
        maskedWith key: MaskingKey,
        isFinal: Bool = true
    ) -> [UInt8] {
        var frame: [UInt8] = []
        frame.reserveCapacity(14 + payload.count)
        appendHeader(opcode, payloadCount: payload.count, isFinal: isFinal, mask: key) { frame.append($0) }
        let start = frame.count
        frame += payload
        frame.withUnsafeMutableBytes { key.apply(to: UnsafeMutableRawBufferPointer(rebasing: $0[start...]), offset: 0) }
        return frame
    }

    /// A close frame of a server.
    ///
    /// The reason is cut, between two characters, to the 123 bytes a control frame has for it; a code that may not be sent is
    /// left out together with the reason.
    package static func close(_ code: CloseCode?, reason: String = "") -> [UInt8] {
        frame(.close, closePayload(code, reason: reason))
    }

    /// A close frame of a client.
    package static func close(_ code: CloseCode?, reason: String = "", maskedWith key: MaskingKey) -> [UInt8] {
        frame(.close, closePayload(code, reason: reason), maskedWith: key)
    }

    private static func closePayload(_ code: CloseCode?, reason: String) -> [UInt8] {
        guard let code, code.mayBeSent else { return [] }
        var payload = [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xFF)]
        for scalar in reason.unicodeScalars {
            let encoded = UTF8.encode(scalar).map(Array.init) ?? []
            guard payload.count + encoded.count <= 125 else { break }
            payload += encoded
        }
        return payload
    }

    @inline(__always)
    private static func appendHeader(
        _ opcode: Opcode,
        payloadCount: Int,
        isFinal: Bool,
        mask: MaskingKey?,
        to append: (UInt8) -> Void
    ) {
        append((isFinal ? 0x80 : 0) | opcode.rawValue)
        let maskBit: UInt8 = mask == nil ? 0 : 0x80
        let lengthCount = payloadCount <= 125 ? 0 : payloadCount <= 0xFFFF ? 2 : 8
        append(maskBit | (lengthCount == 0 ? UInt8(payloadCount) : lengthCount == 2 ? 126 : 127))
        for index in 0..<lengthCount {
            append(UInt8(truncatingIfNeeded: payloadCount >> (8 * (lengthCount - 1 - index))))
        }
        for byte in mask?.bytes ?? [] { append(byte) }
    }
}
