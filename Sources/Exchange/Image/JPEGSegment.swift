/// The segments a decoder needs, and how long each must be by what it says itself (ITU-T T.81, annex B.2): whatever stands
/// behind that is no part of the picture.
enum JPEGSegment {
    /// Frame headers of the codings browsers show, Huffman tables, scans, quantization tables, the restart interval.
    static let decoding: Set<UInt8> = [0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD]

    /// Whether the content ends where its own counts say.
    static func isExact(_ marker: UInt8, _ content: [UInt8]) -> Bool {
        switch marker {
        case 0xC0, 0xC1, 0xC2: content.count >= 6 && content.count == 6 + 3 * Int(content[5])
        case 0xDA: content.count >= 4 && content.count == 4 + 2 * Int(content[0])
        case 0xDD: content.count == 2
        case 0xDB: ends(content) { 1 + ($0[$0.startIndex] >> 4 == 0 ? 64 : 128) }
        case 0xC4: ends(content) { $0.count < 17 ? 17 : 17 + $0.dropFirst().prefix(16).reduce(0) { $0 + Int($1) } }
        default: false
        }
    }

    /// Whether tables, each of the length its beginning says, fill the content.
    private static func ends(_ content: [UInt8], _ length: (ArraySlice<UInt8>) -> Int) -> Bool {
        var rest = content[...]
        while !rest.isEmpty {
            let table = length(rest)
            guard table <= rest.count else { return false }
            rest = rest.dropFirst(table)
        }
        return !content.isEmpty
    }
}
