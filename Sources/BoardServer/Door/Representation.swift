import Wire

/// Bytes under a strong validator, answered whole, in part or not at all (RFC 9110 sections 13 and 14).
struct Representation: Sendable {
    let tag: EntityTag
    let bytes: [UInt8]
    /// What a 304 repeats: how long it may be kept, and on what it depends.
    let caching: HTTPFields
    /// What describes the bytes.
    let description: HTTPFields
    var isDynamic = false

    func response(to method: HTTPMethod, _ request: HTTPFields) -> Response {
        switch Selection(method, request, tag: tag, length: bytes.count) {
        case .whole: success(.ok, bytes)
        case .part(let range): success(.partialContent, Array(bytes[range]), contentRange(.part(range)))
        case .notModified: Response(status: .notModified, fields: head, isDynamic: isDynamic)
        case .preconditionFailed: Problem.preconditionFailed.response
        case .unsatisfiable:
            Problem(status: .rangeNotSatisfiable, code: "malformed", fields: contentRange(.unsatisfiable)).response
        }
    }

    private var head: HTTPFields {
        var fields = caching
        fields.set(.eTag, tag.description)
        return fields
    }

    private func success(_ status: HTTPStatus, _ body: [UInt8], _ range: HTTPFields = [:]) -> Response {
        var fields = head
        fields.append(description)
        fields.set(.acceptRanges, "bytes")
        fields.append(range)
        return Response(status: status, fields: fields, body: body, isDynamic: isDynamic)
    }

    private func contentRange(_ range: ByteRange) -> HTTPFields {
        range.contentRange(length: bytes.count).map { [.contentRange: $0] } ?? [:]
    }
}
