/// The segments of a JPEG file (ITU-T T.81, annex B), from start of image to end of image.
struct JPEGFile {
    static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

    private struct Segment {
        let marker: UInt8
        /// Marker, length and content, without fill bytes; for a scan also the entropy-coded data behind it.
        let range: Range<Int>
        /// What follows the length.
        let content: Range<Int>
    }

    private let file: [UInt8]
    private let segments: [Segment]
    private let end: Int

    init(_ file: [UInt8]) throws(ImageRefusal) {
        var segments: [Segment] = []
        var position = 2
        while true {
            guard position < file.count else { throw .truncated }
            guard file[position] == 0xFF else { throw .malformed("a segment is missing at offset \(position)") }
            // Any number of fill bytes may stand before a marker.
            while position < file.count, file[position] == 0xFF { position += 1 }
            guard position < file.count else { throw .truncated }
            let marker = file[position]
            position += 1
            if marker == 0xD9 { break }
            guard marker >= 0xC0, !(0xD0...0xD8).contains(marker) else {
                throw .malformed("marker \(String(marker, radix: 16)) stands where no such marker can")
            }
            guard position + 2 <= file.count else { throw .truncated }
            let length = Int(file[position]) << 8 | Int(file[position + 1])
            guard length >= 2 else { throw .malformed("a segment is shorter than its own length field") }
            guard position + length <= file.count else { throw .truncated }
            let content = position + 2..<position + length
            let start = position - 2
            position = content.upperBound
            if marker == 0xDA { position = try Self.endOfScan(in: file, from: position) }
            segments.append(Segment(marker: marker, range: start..<position, content: content))
        }
        self.file = file
        self.segments = segments
        self.end = position
    }

    /// Entropy-coded data ends at the next marker that is neither a stuffed zero nor a restart.
    private static func endOfScan(in file: [UInt8], from start: Int) throws(ImageRefusal) -> Int {
        var position = start
        while position + 1 < file.count {
            let next = file[position + 1]
            if file[position] == 0xFF, next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return position }
            position += 1
        }
        throw .truncated
    }

    func bare() throws(ImageRefusal) -> BareImage {
        let (width, height) = try frame()
        var bytes: [UInt8] = [0xFF, 0xD8]
        var removed: [String] = []
        var orientation = Orientation.upright
        for segment in segments {
            switch segment.marker {
            case 0xE0 where starts(segment, with: "JFIF\0") && segment.content.count >= 14:
                // The first fourteen bytes without the preview image that may follow them.
                bytes += [0xFF, 0xE0, 0, 16] + file[segment.content].prefix(12) + [0, 0]
                if segment.content.count > 14 { removed.append("JFIF preview") }
            case 0xE1 where starts(segment, with: "Exif\0\0"):
                removed.append("EXIF")
                guard let turned = Orientation(tiff: file[segment.content].dropFirst(6)) else { continue }
                orientation = turned
                guard turned != .upright else { continue }
                bytes += [0xFF, 0xE1, 0, UInt8(turned.tiff.count + 8)] + Array("Exif\0\0".utf8) + turned.tiff
            case 0xE2 where starts(segment, with: "ICC_PROFILE\0"):
                bytes += file[segment.range]
            case 0xEE where starts(segment, with: "Adobe") && segment.content.count >= 12:
                // Which colours the components are, and nothing behind it.
                bytes += [0xFF, 0xEE, 0, 14] + file[segment.content].prefix(12)
                if segment.content.count > 12 { removed.append("APP14 tail") }
            case 0xE0...0xEF: removed.append("APP\(segment.marker - 0xE0)")
            case 0xFE: removed.append("comment")
            case let marker where JPEGSegment.decoding.contains(marker):
                guard JPEGSegment.isExact(marker, Array(file[segment.content])) else {
                    throw .malformed("a segment is not as long as what it says")
                }
                bytes += file[segment.range]
            default: removed.append("marker \(String(segment.marker, radix: 16))")
            }
        }
        bytes += [0xFF, 0xD9]
        if end < file.count { removed.append("trailing data") }
        let header = orientation.header(of: .jpeg, width: width, height: height)
        return BareImage(header: header, bytes: bytes, removed: removed)
    }

    /// The one frame header: baseline, extended or progressive Huffman coding is what browsers show.
    private func frame() throws(ImageRefusal) -> (width: Int, height: Int) {
        let frames = segments.filter { (0xC0...0xCF).contains($0.marker) && ![0xC4, 0xC8, 0xCC].contains($0.marker) }
        guard let frame = frames.first, frames.count == 1, frame.content.count >= 6 else {
            throw .malformed("it does not have exactly one frame header")
        }
        guard (0xC0...0xC2).contains(frame.marker) else { throw .unsupported("lossless or arithmetic coding") }
        guard segments.contains(where: { $0.marker == 0xDA }) else { throw .malformed("it has no image data") }
        let content = Array(file[frame.content])
        let height = Int(content[1]) << 8 | Int(content[2])
        let width = Int(content[3]) << 8 | Int(content[4])
        guard width > 0, height > 0 else { throw .malformed("its width or height is zero") }
        return (width, height)
    }

    private func starts(_ segment: Segment, with name: String) -> Bool {
        file[segment.content].starts(with: name.utf8)
    }
}
