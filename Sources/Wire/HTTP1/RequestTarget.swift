/// What a request asks for: the target of its request line, taken apart (RFC 9112 section 3.2).
package struct RequestTarget: Sendable, Equatable {
    package struct QueryItem: Sendable, Equatable {
        package let name: String
        /// Empty both for `name=` and for `name`.
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// As it was sent, still encoded.
    package let raw: String
    /// The segments between the slashes, percent-decoded: none for `/` and `*`; `/a/` is `["a", ""]`.
    /// No segment is `.` or `..` or holds a slash or a control character, so a path made of them stays below its root.
    package let path: [String]
    /// The query as an HTML form writes it: pairs between `&`, a plus for a space, percent-decoded.
    package let query: [QueryItem]
    /// The authority of an absolute target, which then stands in for `Host` (RFC 9112 section 3.2.2).
    package let authority: Authority?

    /// The value of the first query item of this name.
    package func query(_ name: String) -> String? {
        query.first { $0.name == name }?.value
    }

    /// - Parameter scheme: the scheme of the connection, in lower case; an absolute target must agree with it.
    /// - Throws: 400 for a broken target, 421 for another scheme, 501 for `CONNECT`, which needs a proxy.
    init(_ bytes: UnsafeRawBufferPointer, method: HTTPMethod, scheme: String) throws(HTTPError) {
        raw = String(decoding: bytes, as: UTF8.self)
        if method == .connect {
            guard Authority(bytes)?.port != nil else { throw .badRequest("CONNECT takes a host and a port") }
            throw HTTPError(.notImplemented, "this server is no proxy")
        }
        if bytes.count == 1, bytes[0] == UInt8(ascii: "*") {
            guard method == .options else { throw .badRequest("the target * belongs to OPTIONS") }
            (path, query, authority) = ([], [], nil)
            return
        }
        var rest = bytes
        if bytes.first == ASCII.slash {
            authority = nil
        } else {
            authority = try Self.takeAuthority(from: &rest, scheme: scheme)
        }
        let mark = rest.firstIndex(of: ASCII.question) ?? rest.count
        path = try PathSegments.decode(UnsafeRawBufferPointer(rebasing: rest[..<mark]))
        query = mark == rest.count ? [] : try Self.items(rest[(mark + 1)...])
    }

    /// `scheme "://" authority`, leaving path and query.
    private static func takeAuthority(
        from rest: inout UnsafeRawBufferPointer,
        scheme: String
    ) throws(HTTPError) -> Authority {
        guard let colon = rest.firstIndex(of: ASCII.colon), rest[colon...].starts(with: "://".utf8) else {
            throw .badRequest("the target is neither a path nor a URI")
        }
        guard ASCII.equalIgnoringCase(rest[..<colon], scheme.utf8) else {
            throw HTTPError(.misdirectedRequest, "the target has another scheme than this connection")
        }
        let start = colon + 3
        let end = rest[start...].firstIndex { $0 == ASCII.slash || $0 == ASCII.question } ?? rest.count
        guard let authority = Authority(UnsafeRawBufferPointer(rebasing: rest[start..<end])) else {
            throw .badRequest("the authority of the target is broken")
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[end...])
        return authority
    }

    private static func items(_ bytes: Slice<UnsafeRawBufferPointer>) throws(HTTPError) -> [QueryItem] {
        let allowed = ByteSet.query
        guard bytes.allSatisfy({ allowed.contains($0) || $0 == ASCII.percent }) else {
            throw .badRequest("the query holds a character that must be percent-encoded")
        }
        var items: [QueryItem] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: ASCII.equals) ?? pair.endIndex
            guard let name = PercentEncoding.decode(pair[..<equals], plusIsSpace: true),
                let value = PercentEncoding.decode(pair[equals...].dropFirst(), plusIsSpace: true),
                !name.utf8.contains(0), !value.utf8.contains(0)
            else { throw .badRequest("the query has a broken percent-encoding, is not UTF-8 or holds a NUL") }
            items.append(QueryItem(name, value))
        }
        return items
    }
}
