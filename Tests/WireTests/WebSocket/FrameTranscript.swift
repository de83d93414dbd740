@testable import Wire

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
