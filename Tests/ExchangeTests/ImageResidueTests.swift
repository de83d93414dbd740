import Foundation
import Testing

@testable import Exchange

/// Every place of a file in which a name could hide is filled with one: nothing of it comes through.
@Suite("What remains of an image")
struct ImageResidueTests {
    private let name = Array("Quitte, Martha".utf8)

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool { Data(bytes).range(of: Data(part)) != nil }

    // MARK: PNG

    private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(data.count) + body + bigEndian(Int(CyclicRedundancyCheck.of(body[...])))
    }

    private func bigEndian(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

    private func chunks(of file: [UInt8]) -> [(type: String, data: [UInt8])] {
        var chunks: [(String, [UInt8])] = []
        var position = 8
        while position + 12 <= file.count {
            let length = file[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let type = String(decoding: file[position + 4..<position + 8], as: UTF8.self)
            chunks.append((type, Array(file[position + 8..<position + 8 + length])))
            position += 12 + length
        }
        return chunks
    }

    /// The fixture with chunks put in behind its header.
    private func picture(_ additions: [UInt8]) throws -> [UInt8] {
        let slice = try Fixture.bytes("slice-with-text.png")
        let bare = try BareImage.read(slice).bytes
        return Array(bare[..<33]) + additions + bare[33...]
    }

    @Test(arguments: [
        "pHYs", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "cICP", "tEXt", "zTXt", "iTXt", "tIME", "hIST", "prVt",
    ])
    func `a PNG chunk that holds more than it can mean is metadata`(type: String) throws {
        let image = try BareImage.read(picture(chunk(type, Array(repeating: 7, count: 40) + name)))
        #expect(image.removed.contains(type))
        #expect(!contains(image.bytes, name))
    }

    @Test func `a PNG chunk that comes twice is kept once`() throws {
        let image = try BareImage.read(picture(chunk("gAMA", [0, 0, 1, 2]) + chunk("gAMA", Array(name.prefix(4)))))
        #expect(chunks(of: image.bytes).count { $0.type == "gAMA" } == 1)
        #expect(!contains(image.bytes, Array(name.prefix(4))))
    }

    @Test func `the end of a PNG holds nothing`() throws {
        let bare = try BareImage.read(Fixture.bytes("slice-with-text.png")).bytes
        #expect(throws: ImageRefusal.self) { try BareImage.read(Array(bare.dropLast(12)) + chunk("IEND", name)) }
    }

    @Test(arguments: 1...8)
    func `of a PNG's eXIf chunk the orientation alone is written anew, and only when it turns the picture`(
        orientation: UInt8
    ) throws {
        // Orientation, then an artist whose name lies behind the directory.
        var tiff: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 2, 0]
        tiff += [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
        tiff += [0x3B, 0x01, 2, 0, UInt8(name.count), 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0] + name
        let bare = try BareImage.read(Fixture.bytes("slice-with-text.png")).bytes
        let upright = chunks(of: bare).filter { $0.type != "eXIf" }
        let file =
            PNGFile.signature + chunk("IHDR", upright[0].data) + chunk("eXIf", tiff)
            + upright.dropFirst().flatMap { chunk($0.type, $0.data) }
        let image = try BareImage.read(file)
        #expect(!contains(image.bytes, name))
        let kept = chunks(of: image.bytes).filter { $0.type == "eXIf" }.map(\.data)
        let written: [UInt8] = [
            0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ]
        #expect(kept == (orientation == 1 ? [] : [written]))
        // Everything else is the picture as it was.
        let rest = chunks(of: image.bytes).filter { $0.type != "eXIf" }
        #expect(rest.map(\.type) == upright.map(\.type))
        #expect(rest.map(\.data) == upright.map(\.data))
    }

    // MARK: JPEG

    private func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
    }

    private func photo(_ additions: [UInt8]) throws -> [UInt8] {
        let bare = try BareImage.read(Fixture.bytes("photo-with-exif.jpg")).bytes
        return [0xFF, 0xD8] + additions + bare.dropFirst(2)
    }

    @Test(arguments: Array(UInt8(0xE0)...0xEF) + [0xFE, 0xF0, 0xFD, 0xDC, 0xDE, 0xDF])
    func `a JPEG segment that is no part of the picture goes`(marker: UInt8) throws {
        for beginning in ["", "Exif\0\0", "http://ns.adobe.com/xap/1.0/\0", "Photoshop 3.0\0", "Adobe", "JFIF\0"] {
            let content = Array(beginning.utf8) + Array(repeating: 1, count: 20) + name
            let image = try BareImage.read(photo(segment(marker, content)))
            #expect(!contains(image.bytes, name), "\(beginning)")
            #expect(!image.removed.isEmpty)
        }
    }

    @Test func `of a photograph's EXIF the orientation alone is written anew`() throws {
        let image = try BareImage.read(Fixture.bytes("photo-with-exif.jpg"))
        let start = try #require(Data(image.bytes).range(of: Data([0xFF, 0xE1]))?.lowerBound)
        let length = Int(image.bytes[start + 2]) << 8 | Int(image.bytes[start + 3])
        #expect(length == 34)
        let tiff = Array(image.bytes[start + 10..<start + 2 + length])
        #expect(tiff.prefix(19) == [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0])
        #expect(tiff.dropFirst(20).allSatisfy { $0 == 0 })
        #expect(Data(image.bytes[(start + 4)...]).range(of: Data([0xFF, 0xE1])) == nil)
    }

    @Test func `a table or header of a JPEG that is longer than it says is refused`() throws {
        let bare = try BareImage.read(Fixture.bytes("photo-with-exif.jpg")).bytes
        for marker: UInt8 in [0xDB, 0xC4, 0xC2, 0xDA] {
            let start = try #require(Data(bare).range(of: Data([0xFF, marker, 0]))?.lowerBound)
            let length = Int(bare[start + 3])
            var file = bare
            file[start + 3] += UInt8(name.count)
            file.insert(contentsOf: name, at: start + 2 + length)
            #expect(throws: ImageRefusal.self, "\(marker)") { try BareImage.read(file) }
        }
    }
}
