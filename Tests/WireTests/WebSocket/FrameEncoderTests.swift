import Testing

@testable import Wire

@Suite struct `The frame encoder` {
    /// RFC 6455 section 5.7.
    @Test func `the examples of the RFC come out byte by byte`() {
        let hello = Array("Hello".utf8)
        let key = MaskingKey(0x37, 0xFA, 0x21, 0x3D)
        #expect(FrameEncoder.frame(.text, hello) == [0x81, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F])
        #expect(
            FrameEncoder.frame(.text, hello, maskedWith: key)
                == [0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58]
        )
        #expect(FrameEncoder.frame(.text, Array("Hel".utf8), isFinal: false) == [0x01, 0x03, 0x48, 0x65, 0x6C])
        #expect(FrameEncoder.frame(.continuation, Array("lo".utf8)) == [0x80, 0x02, 0x6C, 0x6F])
        #expect(FrameEncoder.frame(.ping, hello) == [0x89, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F])
        #expect(
            FrameEncoder.frame(.pong, hello, maskedWith: key)
                == [0x8A, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58]
        )
        let binary = FrameEncoder.frame(.binary, [UInt8](repeating: 0, count: 256))
        #expect(binary.prefix(4) == [0x82, 0x7E, 0x01, 0x00])
        let large = FrameEncoder.frame(.binary, [UInt8](repeating: 0, count: 65_536))
        #expect(large.prefix(10) == [0x82, 0x7F, 0, 0, 0, 0, 0, 1, 0, 0])
    }

    @Test(arguments: [0, 1, 125, 126, 127, 65_535, 65_536])
    func `what one side writes, the other reads, in the shortest form`(count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let server = FrameEncoder.frame(.binary, payload)
        #expect(server == RawFrame(first: 0x82, payload: payload, mask: nil).bytes)
        #expect(FrameTranscript([server], role: .client).messages == ["binary \(payload)"])
        let client = FrameEncoder.frame(.binary, payload, maskedWith: MaskingKey(random: 0xDEAD_BEEF))
        #expect(FrameTranscript([client], role: .server).messages == ["binary \(payload)"])
    }

    @Test func `a frame behind waiting output is the same frame`() {
        var output = ByteQueue()
        output.append(1)
        let payload = Array("Hello".utf8)
        payload.withUnsafeBytes { FrameEncoder.append(.text, $0, to: &output) }
        FrameEncoder.appendHeader(.text, payloadCount: 300, to: &output)
        let bytes = output.withUnsafeReadableBytes { [UInt8]($0) }
        #expect(bytes == [1] + FrameEncoder.frame(.text, payload) + [0x81, 126, 1, 44])
    }

    @Test func `a close frame has a code and a reason that fits`() {
        #expect(FrameEncoder.close(.goingAway, reason: "ade") == [0x88, 5, 0x03, 0xE9] + Array("ade".utf8))
        #expect(FrameEncoder.close(nil) == [0x88, 0])
        #expect(FrameEncoder.close(CloseCode(rawValue: 1006), reason: "lost") == [0x88, 0])
        // 41 characters of three bytes make 123; the next would not fit, and is not cut in two.
        let long = FrameEncoder.close(.normal, reason: "a" + String(repeating: "€", count: 60))
        #expect(FrameTranscript([long], role: .client).messages == ["close 1000 a" + String(repeating: "€", count: 40)])
        let masked = FrameEncoder.close(.normal, reason: "ade", maskedWith: MaskingKey(1, 2, 3, 4))
        #expect(FrameTranscript([masked]).messages == ["close 1000 ade"])
    }
}
