/// The path of a target as the words between its slashes (RFC 3986 section 3.3).
enum PathSegments {
    /// - Parameter path: empty, or beginning with a slash.
    /// - Throws: 400 for a foreign character, a broken percent-encoding, text that is not UTF-8, a dot segment, and an encoded
    ///   slash or control character: what could mean one thing here and another to a file system.
    static func decode(_ path: UnsafeRawBufferPointer) throws(HTTPError) -> [String] {
        guard path.count > 1 else { return [] }
        let allowed = ByteSet.path
        var segments: [String] = []
        segments.reserveCapacity(4)
        var start = 1
        var isEncoded = false
        for index in 1..<path.count {
            let byte = path[index]
            if byte == ASCII.slash {
                segments.append(try segment(path[start..<index], isEncoded: isEncoded))
                start = index + 1
                isEncoded = false
            } else if byte == ASCII.percent {
                isEncoded = true
            } else if !allowed.contains(byte) {
                throw .badRequest("the path holds a character that must be percent-encoded")
            }
        }
        segments.append(try segment(path[start...], isEncoded: isEncoded))
        return segments
    }

    private static func segment(
        _ bytes: Slice<UnsafeRawBufferPointer>,
        isEncoded: Bool
    ) throws(HTTPError) -> String {
        guard let segment = isEncoded ? PercentEncoding.decode(bytes) : PercentEncoding.plain(bytes) else {
            throw .badRequest("the path has a broken percent-encoding or is not UTF-8")
        }
        guard segment != ".", segment != "..", !isEncoded || !segment.utf8.contains(where: isUnsafe) else {
            throw .badRequest("the path has a dot segment, an encoded slash or a control character")
        }
        return segment
    }

    private static func isUnsafe(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == ASCII.slash
    }
}
