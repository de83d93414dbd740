/// Writes requests for the headless client.
package enum RequestEncoder {
    private static let reserved: [FieldName] = [.contentLength, .host, .transferEncoding]

    /// A whole request in one buffer.
    ///
    /// - Parameters:
    ///   - target: path and query. A character that may not stand in a target is percent-encoded, `%` apart, which is taken
    ///     as an encoding already made.
    ///   - body: nil for a request without content; an empty one announces `Content-Length: 0`.
    package static func encode(
        _ method: HTTPMethod,
        _ target: String,
        host: Authority,
        fields: HTTPFields = HTTPFields(),
        body: [UInt8]? = nil
    ) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(512 + (body?.count ?? 0))
        message += method.rawValue.utf8
        message.append(ASCII.space)
        message += PercentEncoding.encode(target.utf8, keeping: ByteSet("%", .query))
        message += " HTTP/1.1\r\n".utf8
        var framing: HTTPFields = [.host: host.description]
        if let body { framing.append(.contentLength, String(body.count)) }
        framing.appendLines(to: &message, except: [])
        fields.appendLines(to: &message, except: reserved)
        message += "\r\n".utf8
        message += body ?? []
        return message
    }
}
