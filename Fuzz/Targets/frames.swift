/// Frames of any bytes: nothing crashes, pieces and whole say the same, and a message written anew is read as it was.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrames(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let steering = input.steer()
    let seed = input.steer()
    let role: WebSocketRole = steering & 1 == 0 ? .server : .client
    let limits = steering & 2 == 0 ? WebSocketLimits() : WebSocketLimits(frame: 140, message: 200, fragments: 4)
    let whole = Frames.read([input.rest], role: role, limits: limits)
    let split = Frames.read(FuzzInput.pieces(of: input.rest, seed: seed), role: role, limits: limits)
    precondition(whole == split, "pieces are understood differently:\n\(whole)\n\(split)")

    let written = whole.messages.filter { $0.opcode != .close }
    let again = Frames.read([written.flatMap { $0.frame(for: role) }], role: role, limits: WebSocketLimits())
    precondition(again.messages == written && again.failure == nil, "what was written is not what is read")
    return 0
}

private enum Frames {
    struct Message: Equatable {
        var opcode: Opcode
        var payload: [UInt8]

        func frame(for reader: WebSocketRole) -> [UInt8] {
            switch reader {
            case .server: FrameEncoder.frame(opcode, payload, maskedWith: MaskingKey(0x37, 0xFA, 0x21, 0x3D))
            case .client: FrameEncoder.frame(opcode, payload)
            }
        }
    }

    struct Transcript: Equatable {
        var messages: [Message] = []
        var failure: WebSocketError?
    }

    static func read(_ pieces: [[UInt8]], role: WebSocketRole, limits: WebSocketLimits) -> Transcript {
        var transcript = Transcript()
        var decoder = FrameDecoder(role: role, limits: limits)
        var queue = ByteQueue(retainedCapacity: 0)
        do {
            for piece in pieces {
                queue.append(piece)
                while let message = try decoder.next(&queue, { copy($0) }) { transcript.messages.append(message) }
            }
        } catch {
            transcript.failure = error
        }
        return transcript
    }

    private static func copy(_ message: WebSocketMessage) -> Message {
        switch message {
        case .text(let bytes):
            precondition(String(validating: bytes, as: UTF8.self) != nil, "a text that is not UTF-8")
            return Message(opcode: .text, payload: Array(bytes))
        case .binary(let bytes): return Message(opcode: .binary, payload: Array(bytes))
        case .ping(let bytes): return Message(opcode: .ping, payload: Array(bytes))
        case .pong(let bytes): return Message(opcode: .pong, payload: Array(bytes))
        case .close(let code, let reason):
            precondition(code?.mayBeSent ?? reason.isEmpty, "a close code that may not be sent")
            return Message(opcode: .close, payload: Array("\(code?.rawValue ?? 0) \(reason)".utf8))
        }
    }
}
