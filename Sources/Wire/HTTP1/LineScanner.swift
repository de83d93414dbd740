import Glibc

/// Finds the lines of a head, remembering how far it has looked: bytes that trickle in are looked at once.
struct LineScanner: Sendable {
    private var scanned = 0

    /// Whether some of the next line has come and not all of it.
    var isInLine: Bool { scanned > 0 }

    /// The length of the first line in `input` without its CRLF, or nil while the line is unfinished. The caller consumes the
    /// line and two bytes more.
    ///
    /// - Parameter limit: the greatest such length. A line that must become longer is refused before it has ended, and
    ///   gets the same answer however its bytes arrive.
    /// - Throws: `excess()` for a line over the limit, 400 for a line feed without a carriage return (RFC 9112 section 2.2
    ///   lets a recipient accept it; two recipients that differ can be played against each other).
    mutating func next(
        in input: borrowing ByteQueue,
        limit: Int,
        excess: () -> HTTPError
    ) throws(HTTPError) -> Int? {
        let from = scanned
        let found = input.withUnsafeReadableBytes { bytes -> (lineFeed: Int?, hasReturn: Bool) in
            guard let base = bytes.baseAddress, bytes.count > from,
                let hit = memchr(base + from, Int32(ASCII.lineFeed), bytes.count - from)
            else { return (nil, false) }
            let index = UnsafeRawPointer(hit) - base
            return (index, index > 0 && bytes[index - 1] == ASCII.carriageReturn)
        }
        guard (found.lineFeed ?? input.count) <= limit + 1 else { throw excess() }
        guard let lineFeed = found.lineFeed else {
            scanned = input.count
            return nil
        }
        guard found.hasReturn else { throw .badRequest("a line ends with CRLF") }
        scanned = 0
        return lineFeed - 1
    }
}
