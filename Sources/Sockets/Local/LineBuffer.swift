/// Cuts a stream of bytes into lines, each ended by a line feed, of a bounded length.
struct LineBuffer {
    /// A line grew beyond the bound.
    struct TooLong: Error {}

    private let byteLimit: Int
    private var bytes: [UInt8] = []
    private var searched = 0

    init(byteLimit: Int) { self.byteLimit = byteLimit }

    mutating func append(_ more: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: more)
    }

    /// The next whole line, without its line feed; nil until there is one.
    mutating func next() throws(TooLong) -> String? {
        guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = bytes.count
            guard bytes.count <= byteLimit else { throw TooLong() }
            return nil
        }
        guard end <= byteLimit else { throw TooLong() }
        defer {
            bytes.removeFirst(end + 1)
            searched = 0
        }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
