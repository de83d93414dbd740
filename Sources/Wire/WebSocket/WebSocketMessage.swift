/// What a peer said. A pointer is good only inside the closure that receives the message: it shows the payload where it lies,
/// in the read buffer, so a message that is parsed and done with is never copied.
package enum WebSocketMessage {
    /// Valid UTF-8.
    case text(UnsafeRawBufferPointer)
    case binary(UnsafeRawBufferPointer)
    /// To be answered with a pong of the same payload, at most 125 bytes.
    case ping(UnsafeRawBufferPointer)
    case pong(UnsafeRawBufferPointer)
    /// The last message; nothing behind it is read. Without a code the peer gave no reason.
    case close(code: CloseCode?, reason: String)

    /// A close frame's payload: nothing, or a code and a reason (RFC 6455 section 5.5.1).
    /// - Throws: 1002 for half a code or one that may not be sent, 1007 for a reason that is not UTF-8.
    static func close(_ payload: UnsafeRawBufferPointer) throws(WebSocketError) -> WebSocketMessage {
        if payload.isEmpty { return .close(code: nil, reason: "") }
        guard payload.count >= 2 else { throw .broken("a close code has two bytes") }
        let code = CloseCode(rawValue: UInt16(payload[0]) << 8 | UInt16(payload[1]))
        guard code.mayBeSent else { throw .broken("this close code may not be sent") }
        guard let reason = String(validating: payload[2...], as: UTF8.self) else { throw .notUTF8 }
        return .close(code: code, reason: reason)
    }
}
