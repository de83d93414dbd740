/// The two versions this side speaks. A later minor version is read as 1.1 (RFC 9110 section 2.5).
package enum HTTPVersion: Sendable, Equatable {
    case http10
    case http11

    /// `HTTP/` digit `.` digit (RFC 9112 section 2.3).
    /// - Throws: 400 for anything else, 505 for a major version other than 1.
    init(_ bytes: UnsafeRawBufferPointer) throws(HTTPError) {
        guard bytes.count == 8, ASCII.begins(bytes, with: "HTTP/"), bytes[6] == UInt8(ascii: "."),
            let major = ASCII.digit(bytes[5]), let minor = ASCII.digit(bytes[7])
        else { throw .badRequest("the HTTP version is not of the form HTTP/1.1") }
        guard major == 1 else { throw HTTPError(.versionNotSupported, "only HTTP/1.1 is spoken here") }
        self = minor == 0 ? .http10 : .http11
    }
}
