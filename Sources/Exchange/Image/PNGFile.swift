/// The chunks of a PNG file (PNG specification, third edition, section 5), each checked against its checksum.
struct PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private struct Chunk {
        let type: String
        /// The whole chunk: length, type, data, checksum.
        let range: Range<Int>
        var data: Range<Int> { range.lowerBound + 8..<range.upperBound - 4 }
    }

    /// Chunks that decide how the pixels look, with the lengths their content can have; every other ancillary chunk is
    /// metadata, and so is one of these that holds more than it can mean, or comes twice.
    private static let kept: [String: ClosedRange<Int>] = [
        "IHDR": 13...13, "PLTE": 3...768, "IDAT": 0...Int(Int32.max), "IEND": 0...0, "tRNS": 1...256, "gAMA": 4...4,
        "cHRM": 32...32, "sRGB": 1...1, "iCCP": 1...Int(Int32.max), "cICP": 4...4, "sBIT": 1...4, "bKGD": 1...6,
        "pHYs": 9...9,
    ]

    private let file: [UInt8]
    private let chunks: [Chunk]

    init(_ file: [UInt8]) throws(ImageRefusal) {
        self.file = file
        var chunks: [Chunk] = []
        var position = Self.signature.count
        while chunks.last?.type != "IEND" {
            guard position + 12 <= file.count else { throw .truncated }
            let length = Self.number(in: file, at: position)
            guard length <= file.count - position - 12 else { throw .truncated }
            let range = position..<position + 12 + length
            let type = String(decoding: file[position + 4..<position + 8], as: UTF8.self)
            let checksum = Self.number(in: file, at: range.upperBound - 4)
            guard checksum == Int(CyclicRedundancyCheck.of(file[position + 4..<range.upperBound - 4])) else {
                throw .malformed("the checksum of its \(type) chunk is wrong")
            }
            chunks.append(Chunk(type: type, range: range))
            position = range.upperBound
        }
        self.chunks = chunks
    }

    func bare() throws(ImageRefusal) -> BareImage {
        guard let first = chunks.first, first.type == "IHDR", first.data.count == 13 else {
            throw .malformed("it does not begin with a header chunk")
        }
        guard chunks.contains(where: { $0.type == "IDAT" }) else { throw .malformed("it has no image data") }
        let width = Self.number(in: file, at: first.data.lowerBound)
        let height = Self.number(in: file, at: first.data.lowerBound + 4)
        guard (1...0x7FFF_FFFF).contains(width), (1...0x7FFF_FFFF).contains(height) else {
            throw .malformed("its width or height is zero or beyond the format")
        }

        var bytes = Self.signature
        var removed: [String] = []
        var orientation = Orientation.upright
        var seen: Set<String> = []
        for chunk in chunks {
            let isCritical = chunk.type.first?.isUppercase == true
            let isFirst = seen.insert(chunk.type).inserted
            if let lengths = Self.kept[chunk.type], lengths.contains(chunk.data.count),
                isFirst || chunk.type == "IDAT"
            {
                bytes += file[chunk.range]
            } else if isCritical {
                guard Self.kept[chunk.type] == nil else { throw .malformed("its \(chunk.type) chunk cannot be so") }
                throw .unsupported("the unknown chunk \(chunk.type)")
            } else {
                removed.append(chunk.type)
                guard isFirst, chunk.type == "eXIf", let turned = Orientation(tiff: file[chunk.data]) else { continue }
                orientation = turned
                if turned != .upright { bytes += Self.chunk("eXIf", turned.tiff) }
            }
        }
        if let end = chunks.last?.range.upperBound, end < file.count { removed.append("trailing data") }
        let header = orientation.header(of: .png, width: width, height: height)
        return BareImage(header: header, bytes: bytes, removed: removed)
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + body + bigEndian(CyclicRedundancyCheck.of(body[...]))
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func number(in file: [UInt8], at offset: Int) -> Int {
        file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
