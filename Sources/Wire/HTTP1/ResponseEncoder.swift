/// Writes responses (RFC 9112 section 4).
///
/// The encoder alone decides `Content-Length`, `Transfer-Encoding`, `Connection` and `Date`; such fields in the list given
/// to it are left out. Since no field can hold a line end (`HTTPFields`), what it writes is always exactly one message.
package enum ResponseEncoder {
    /// Sent before reading the content of a request that `expectsContinue`.
    package static let `continue` = [UInt8]("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    private static let reserved: [FieldName] = [.connection, .contentLength, .date, .transferEncoding]

    /// A whole response in one buffer.
    ///
    /// - Parameters:
    ///   - method: of the request; the answer to `HEAD` has the head of the answer to `GET` and no content.
    ///   - closes: whether the connection ends behind this response.
    package static func encode(
        _ status: HTTPStatus,
        _ fields: HTTPFields = HTTPFields(),
        body: [UInt8] = [],
        to method: HTTPMethod = .get,
        date: HTTPDate,
        closes: Bool = false
    ) -> [UInt8] {
        let sendsBody = method != .head && !status.forbidsContent
        var message = head(
            status,
            fields,
            contentLength: body.count,
            date: date,
            closes: closes,
            capacity: sendsBody ? body.count : 0
        )
        if sendsBody { message += body }
        return message
    }

    /// The lines of fields that many responses share, to be given to `encode(_:lines:…)`.
    package static func lines(_ fields: HTTPFields) -> [UInt8] {
        var lines: [UInt8] = []
        fields.appendLines(to: &lines, except: reserved)
        return lines
    }

    /// The same as `encode(_:_:…)` for fields whose lines are written already.
    package static func encode(
        _ status: HTTPStatus,
        lines: [UInt8],
        body: [UInt8],
        to method: HTTPMethod,
        date: HTTPDate,
        closes: Bool
    ) -> [UInt8] {
        let sendsBody = method != .head && !status.forbidsContent
        let capacity = lines.count + (sendsBody ? body.count : 0)
        var message = statusLine(status, capacity: capacity)
        message += lines
        appendOwnFields(status, contentLength: body.count, date: date, isUpgrade: false, closes: closes, to: &message)
        if sendsBody { message += body }
        return message
    }

    /// The head alone, for content that is sent behind it from elsewhere: a file, a prebuilt body.
    ///
    /// - Parameter contentLength: what the content has or, in answer to `HEAD`, would have. Left out of a response whose
    ///   status forbids content (RFC 9110 section 8.6).
    package static func head(
        _ status: HTTPStatus,
        _ fields: HTTPFields = HTTPFields(),
        contentLength: Int,
        date: HTTPDate,
        closes: Bool = false
    ) -> [UInt8] {
        head(status, fields, contentLength: contentLength, date: date, closes: closes, capacity: 0)
    }

    private static func head(
        _ status: HTTPStatus,
        _ fields: HTTPFields,
        contentLength: Int,
        date: HTTPDate,
        closes: Bool,
        capacity: Int
    ) -> [UInt8] {
        var message = statusLine(status, capacity: capacity)
        fields.appendLines(to: &message, except: reserved)
        let isUpgrade = fields.contains(.upgrade)
        appendOwnFields(
            status,
            contentLength: contentLength,
            date: date,
            isUpgrade: isUpgrade,
            closes: closes,
            to: &message
        )
        return message
    }

    // Pieces are appended one by one: string interpolation costs more than all the rest of a head.

    private static func statusLine(_ status: HTTPStatus, capacity: Int) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(512 + capacity)
        append("HTTP/1.1 ", to: &message)
        append(String(status.code), to: &message)
        message.append(ASCII.space)
        append(status.reason, to: &message)
        append("\r\n", to: &message)
        return message
    }

    private static func appendOwnFields(
        _ status: HTTPStatus,
        contentLength: Int,
        date: HTTPDate,
        isUpgrade: Bool,
        closes: Bool,
        to message: inout [UInt8]
    ) {
        append("Date: ", to: &message)
        append(date.description, to: &message)
        append("\r\n", to: &message)
        if !status.forbidsContent {
            append("Content-Length: ", to: &message)
            append(String(contentLength), to: &message)
            append("\r\n", to: &message)
        }
        // RFC 9110 section 7.8: who sends Upgrade names it in Connection too.
        switch (isUpgrade, closes) {
        case (true, true): append("Connection: upgrade, close\r\n", to: &message)
        case (true, false): append("Connection: upgrade\r\n", to: &message)
        case (false, true): append("Connection: close\r\n", to: &message)
        case (false, false): break
        }
        append("\r\n", to: &message)
    }

    private static func append(_ text: String, to message: inout [UInt8]) {
        message.append(contentsOf: text.utf8)
    }
}
