import Testing

@testable import Wire

@Suite struct `The limits of WebSocket` {
    private let limits = WebSocketLimits(frame: 10, message: 15, fragments: 3)

    private func frame(_ first: UInt8, _ count: Int) -> RawFrame {
        RawFrame(first: first, payload: [UInt8](repeating: 97, count: count))
    }

    private func failure(_ frames: RawFrame...) -> UInt16? {
        let bytes = frames.flatMap(\.bytes)
        let whole = FrameTranscript([bytes], limits: limits)
        for pieces in Pieces.everyWay(bytes) { #expect(FrameTranscript(pieces, limits: limits) == whole) }
        #expect(whole.failure != nil || !whole.messages.isEmpty)
        return whole.failure
    }

    @Test func `the defaults are those the documentation promises`() {
        #expect(WebSocketLimits() == WebSocketLimits(frame: 65_536, message: 65_536, fragments: 64))
    }

    @Test func `a frame over its limit is 1009`() {
        #expect(failure(frame(0x82, 10)) == nil)
        #expect(failure(frame(0x82, 11)) == 1009)
    }

    @Test func `a message over its limit is 1009, however it is fragmented`() {
        #expect(failure(frame(0x01, 10), frame(0x80, 5)) == nil)
        #expect(failure(frame(0x01, 10), frame(0x80, 6)) == 1009)
        #expect(failure(frame(0x01, 10), frame(0x00, 5), frame(0x80, 1)) == 1009)
    }

    @Test func `a fragment over their number is 1009, even an empty one`() {
        #expect(failure(frame(0x01, 0), frame(0x00, 0), frame(0x80, 0)) == nil)
        #expect(failure(frame(0x01, 0), frame(0x00, 0), frame(0x00, 0), frame(0x80, 0)) == 1009)
    }

    @Test func `each message has the limits to itself, and control frames do not count`() {
        #expect(failure(frame(0x02, 10), frame(0x89, 100), frame(0x80, 5), frame(0x02, 10), frame(0x80, 5)) == nil)
    }

    @Test func `a length over the limit is refused before any payload`() {
        #expect(FrameTranscript([[0x82, 0x80 | 11, 1, 2, 3, 4]], limits: limits).failure == 1009)
        #expect(
            FrameTranscript([[0x82, 0xFF, 0x7F] + [UInt8](repeating: 255, count: 7) + [1, 2, 3, 4]]).failure == 1009
        )
    }

    @Test func `a message of megabytes passes where the owner allows it`() {
        let large = WebSocketLimits(frame: 1 << 20, message: 3 << 20, fragments: 3)
        let part = frame(0x00, 1 << 20)
        var first = part, last = part
        first.first = 0x02
        last.first = 0x80
        var decoder = FrameDecoder(role: .server, limits: large)
        var queue = ByteQueue()
        queue.append(first.bytes + part.bytes + last.bytes)
        let count = try? decoder.next(&queue) { message -> Int in
            guard case .binary(let bytes) = message else { return 0 }
            return bytes.count { $0 == 97 }
        }
        #expect(count == 3 << 20)
    }
}
