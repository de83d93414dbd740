/// How a photograph is to be turned before it is shown: tag 0112 of EXIF, values 1 to 8.
///
/// It is the one fact worth keeping from EXIF, so it is read from there and written back alone.
struct Orientation: Equatable {
    static let upright = Orientation(value: 1)

    private let value: UInt8

    private init(value: UInt8) { self.value = value }

    /// Reads the first directory of a TIFF structure; `nil` where it is damaged or says nothing about orientation.
    init?(tiff: ArraySlice<UInt8>) {
        let bytes = Array(tiff)
        let littleEndian = bytes.starts(with: [0x49, 0x49, 0x2A, 0x00])
        guard littleEndian || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) else { return nil }

        func number(at offset: Int, count: Int) -> Int? {
            guard offset >= 0, offset + count <= bytes.count else { return nil }
            let part = Array(bytes[offset..<offset + count])
            return (littleEndian ? part.reversed() : part).reduce(0) { $0 << 8 | Int($1) }
        }

        guard let directory = number(at: 4, count: 4), let entries = number(at: directory, count: 2) else { return nil }
        for index in 0..<entries {
            let entry = directory + 2 + 12 * index
            guard let tag = number(at: entry, count: 2) else { return nil }
            guard tag == 0x0112 else { continue }
            guard let value = number(at: entry + 8, count: 2), (1...8).contains(value) else { return nil }
            self.init(value: UInt8(value))
            return
        }
        return nil
    }

    /// A TIFF structure that holds this orientation and nothing else.
    var tiff: [UInt8] {
        [0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
    }

    /// Values 5 to 8 swap the sides.
    func header(of format: ImageHeader.Format, width: Int, height: Int) -> ImageHeader {
        value >= 5
            ? ImageHeader(format: format, width: height, height: width)
            : ImageHeader(format: format, width: width, height: height)
    }
}
