/// A frame written out by hand, right or wrong, so that the decoder is not tested against its own encoder.
struct RawFrame {
    var first: UInt8
    var payload: [UInt8]
    var mask: [UInt8]? = [0x37, 0xFA, 0x21, 0x3D]
    /// The size of the length field, when it is not to be the shortest.
    var lengthBytes: Int?

    static func text(_ text: String) -> RawFrame { RawFrame(first: 0x81, payload: Array(text.utf8)) }

    var bytes: [UInt8] {
        let count = payload.count
        let size = lengthBytes ?? (count < 126 ? 0 : count < 65_536 ? 2 : 8)
        let maskBit: UInt8 = mask == nil ? 0 : 0x80
        var bytes = [first, maskBit | (size == 0 ? UInt8(count) : size == 2 ? 126 : 127)]
        for place in stride(from: size - 1, through: 0, by: -1) { bytes.append(UInt8(count >> (8 * place) & 255)) }
        guard let mask else { return bytes + payload }
        return bytes + mask + payload.enumerated().map { $1 ^ mask[$0 % 4] }
    }
}
