@testable import Wire

/// A frame written out by hand, right or wrong, so that the decoder is not tested against its own encoder.
struct RawFrame {
    var first: UInt8
    var payload: [UInt8]
    var mask: [UInt8]? = [0x37, 0xFA, 0x21, 0x3D]
    /// The size of the length field, when it is not to be the shortest.
    var lengthBytes: Int?

    static func text(_ text: String) -> RawFrame { RawFrame(first: 0x81, payload: Array(text.utf8)) }

    var bytes: [UInt8] {
        let count = payload.count
        let size = lengthBytes ?? (count < 126 ? 0 : count < 65_536 ? 2 : 8)
        let maskBit: UInt8 = mask == nil ? 0 : 0x80
        var bytes = [first, maskBit | (size == 0 ? UInt8(count) : size == 2 ? 126 : 127)]
        for place in stride(from: size - 1, through: 0, by: -1) { bytes.append(UInt8(count >> (8 * place) & 255)) }
        guard let mask else { return bytes + payload }
        return bytes + mask + payload.enumerated().map { $1 ^ mask[$0 % 4] }
    }
}

/// All that came of some bytes: the messages in short, and the close code of the failure if there was one.
struct FrameTranscript: Equatable, CustomStringConvertible {
    private(set) var messages: [String] = []
    private(set) var failure: UInt16?

    init(
        _ pieces: [[UInt8]],
        role: WebSocketRole = .server,
        limits: WebSocketLimits = WebSocketLimits(),
        movingBetweenQueues: Bool = false
    ) {
        var decoder = FrameDecoder(role: role, limits: limits)
        var queue = ByteQueue(retainedCapacity: 0)
        do {
            for piece in pieces {
                queue.append(piece)
                while let message = try decoder.next(&queue, Self.summary) { messages.append(message) }
                if movingBetweenQueues {
                    var other = ByteQueue()
                    other.takeAll(from: &queue)
                    queue = other
                }
            }
        } catch {
            failure = error.code.rawValue
        }
    }

    init(_ frames: RawFrame..., limits: WebSocketLimits = WebSocketLimits()) {
        self.init([frames.flatMap(\.bytes)], limits: limits)
    }

    var description: String { "\(messages), failed with \(failure ?? 0)" }

    static func summary(_ message: WebSocketMessage) -> String {
        switch message {
        case .text(let bytes): "text " + String(decoding: bytes, as: UTF8.self)
        case .binary(let bytes): "binary \([UInt8](bytes))"
        case .ping(let bytes): "ping \([UInt8](bytes))"
        case .pong(let bytes): "pong \([UInt8](bytes))"
        case .close(let code, let reason): "close \(code?.rawValue ?? 0) \(reason)"
        }
    }
}
