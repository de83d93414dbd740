import Testing

@testable import Wire

@Suite struct `The frame decoder` {
    @Test(arguments: FrameCase.framing + FrameCase.closeCodes)
    func `makes the same of frames however they arrive`(_ frames: FrameCase) {
        let whole = FrameTranscript([frames.bytes])
        #expect(whole.messages == frames.messages)
        #expect(whole.failure == frames.failure)
        for pieces in Pieces.everyWay(frames.bytes) {
            #expect(FrameTranscript(pieces) == whole)
            #expect(FrameTranscript(pieces, movingBetweenQueues: true) == whole)
        }
    }

    @Test func `a client reads frames without a mask and refuses one with it`() {
        let plain = RawFrame(first: 0x81, payload: [72, 105], mask: nil).bytes
        #expect(FrameTranscript([plain], role: .client).messages == ["text Hi"])
        #expect(FrameTranscript([RawFrame.text("Hi").bytes], role: .client).failure == 1002)
    }

    @Test(arguments: [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 64, 65, 1000])
    func `a payload of any length is unmasked in place, from any offset`(count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 3) }
        let bytes = RawFrame(first: 0x82, payload: payload).bytes
        for pieces in Pieces.everyWay(bytes) {
            #expect(FrameTranscript(pieces).messages == ["binary \(payload)"])
        }
    }

    @Test(
        arguments: [
            ([0xC1], 1002), ([0x83], 1002), ([0x09], 1002), ([0x81, 0x05], 1002), ([0x89, 0xFE], 1002),
            ([0x81, 0xFE, 0x00, 0x7D], 1002), ([0x82, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0], 1002),
            ([0x82, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 1002),
        ] as [([UInt8], UInt16)]
    )
    func `a broken header fails at the byte that breaks it, not when the frame is complete`(
        header: [UInt8],
        code: UInt16
    ) {
        #expect(FrameTranscript([header]).failure == code)
        #expect(FrameTranscript([header.dropLast()]).failure == nil)
    }

    @Test func `messages before an error are handed out first`() {
        let transcript = FrameTranscript([RawFrame.text("a").bytes + RawFrame.text("b").bytes + [0xFF]])
        #expect(transcript.messages == ["text a", "text b"])
        #expect(transcript.failure == 1002)
    }

    @Test func `after an error everything is dropped in silence`() throws {
        var decoder = FrameDecoder(role: .server)
        var queue = ByteQueue()
        queue.append([0xFF] + RawFrame.text("a").bytes)
        #expect(throws: WebSocketError.self) { try decoder.next(&queue, FrameTranscript.summary) }
        queue.append(RawFrame.text("b").bytes)
        let message = try decoder.next(&queue, FrameTranscript.summary)
        #expect(message == nil)
        #expect(queue.count == 0)
    }

    @Test func `the owner may stop between two messages and go on later`() throws {
        var decoder = FrameDecoder(role: .server)
        var queue = ByteQueue()
        queue.append(RawFrame.text("a").bytes + RawFrame.text("b").bytes)
        let first = try decoder.next(&queue, FrameTranscript.summary)
        #expect(first == "text a")
        #expect(queue.count == RawFrame.text("b").bytes.count)
        let second = try decoder.next(&queue, FrameTranscript.summary)
        #expect(second == "text b")
        let third = try decoder.next(&queue, FrameTranscript.summary)
        #expect(third == nil)
    }

    @Test func `an idle connection is told from a stalled message`() throws {
        var decoder = FrameDecoder(role: .server)
        var queue = ByteQueue()
        let steps: [(bytes: [UInt8], inside: Bool)] = [
            ([], false), (Array(RawFrame.text("a").bytes.dropLast()), true),
            (Array(RawFrame.text("a").bytes.suffix(1)), false),
            (RawFrame(first: 0x01, payload: [65]).bytes, true), (RawFrame(first: 0x89, payload: []).bytes, true),
            (RawFrame(first: 0x80, payload: [65]).bytes, false),
        ]
        for step in steps {
            queue.append(step.bytes)
            while try decoder.next(&queue, FrameTranscript.summary) != nil {}
            let isInside = decoder.isInsideMessage
            #expect(isInside == step.inside)
        }
    }
}
