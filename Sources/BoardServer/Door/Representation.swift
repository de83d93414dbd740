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
    /// The answer to a request without conditions, its head written already.
    private let whole: Response

    init(tag: EntityTag, bytes: [UInt8], caching: HTTPFields, description: HTTPFields, isDynamic: Bool = false) {
        self.tag = tag
        self.bytes = bytes
        self.caching = caching
        self.description = description
        self.isDynamic = isDynamic
        whole = Self.success(.ok, bytes, head: Self.head(tag, caching), description, isDynamic: isDynamic).written()
    }

    func response(to method: HTTPMethod, _ request: HTTPFields) -> Response {
        switch Selection(method, request, tag: tag, length: bytes.count) {
        case .whole: whole
        case .part(let range):
            Self.success(
                .partialContent,
                Array(bytes[range]),
                head: Self.head(tag, caching),
                description,
                contentRange(.part(range)),
                isDynamic: isDynamic
            )
        case .notModified: Response(status: .notModified, fields: Self.head(tag, caching), isDynamic: isDynamic)
        case .preconditionFailed: Problem.preconditionFailed.response
        case .unsatisfiable:
            Problem(status: .rangeNotSatisfiable, code: "malformed", fields: contentRange(.unsatisfiable)).response
        }
    }

    private static func head(_ tag: EntityTag, _ caching: HTTPFields) -> HTTPFields {
        var fields = caching
        fields.set(.eTag, tag.description)
        return fields
    }

    private static func success(
        _ status: HTTPStatus,
        _ body: [UInt8],
        head: HTTPFields,
        _ description: HTTPFields,
        _ range: HTTPFields = [:],
        isDynamic: Bool
    ) -> Response {
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
