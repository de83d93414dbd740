import Exchange
import Foundation
import Testing

struct BareImageTests {
    private func refusal(_ bytes: [UInt8], pixels: Int = 1_000_000) -> ImageRefusal? {
        do throws(ImageRefusal) {
            _ = try BareImage.read(bytes, pixelLimit: pixels)
            return nil
        } catch {
            return error
        }
    }

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        Data(bytes).range(of: Data(text.utf8)) != nil
    }

    @Test func `a photograph loses its metadata and keeps its orientation`() throws {
        let photo = try Fixture.bytes("photo-with-exif.jpg")
        #expect(contains(photo, "Quitte, Martha"))
        let image = try BareImage.read(photo)
        #expect(image.header.format == .jpeg)
        #expect(image.removed == ["EXIF", "comment", "trailing data"])
        for word in ["Quitte", "Ampfer", "1965", "hidden"] { #expect(!contains(image.bytes, word)) }
        // Stored as 24 by 16 and turned by a quarter: shown as 16 by 24.
        #expect(image.header.width == 16)
        #expect(image.header.height == 24)
        let again = try BareImage.read(image.bytes)
        #expect(again.bytes == image.bytes)
        #expect(again.header == image.header)
    }

    @Test func `the compressed data of a photograph is copied byte for byte`() throws {
        let photo = try Fixture.bytes("photo-with-exif.jpg")
        let image = try BareImage.read(photo)
        let table: [UInt8] = [0xFF, 0xDB]
        let start = try #require(Data(photo).range(of: Data(table))?.lowerBound)
        let end = try #require(Data(photo).range(of: Data("hidden preview".utf8))?.lowerBound)
        let copied = try #require(Data(image.bytes).range(of: Data(table))?.lowerBound)
        #expect(Array(image.bytes[copied...]) == Array(photo[start..<end]))
    }

    @Test func `a PNG loses its texts and keeps its pixels`() throws {
        let slice = try Fixture.bytes("slice-with-text.png")
        #expect(contains(slice, "QUITTE-09"))
        let image = try BareImage.read(slice)
        #expect(image.header.format == .png)
        #expect(image.header.mediaType == "image/png")
        #expect(Set(image.removed) == ["tEXt", "iTXt", "eXIf"])
        for word in ["Quitte", "QUITTE", "Ampfer"] { #expect(!contains(image.bytes, word)) }
        let data = try #require(Data(slice).range(of: Data("IDAT".utf8))?.lowerBound)
        let copied = try #require(Data(image.bytes).range(of: Data("IDAT".utf8))?.lowerBound)
        let tail = slice[data...]
        #expect(Array(image.bytes[copied...].prefix(100)) == Array(tail.prefix(100)))
        #expect(contains(image.bytes, "pHYs"))
        #expect((image.header.width, image.header.height) == (16, 24))
        #expect(try BareImage.read(image.bytes).bytes == image.bytes)
    }

    @Test(arguments: ["photo-with-exif.jpg", "slice-with-text.png"])
    func `an image cut off anywhere is refused and never crashes`(name: String) throws {
        let file = try BareImage.read(Fixture.bytes(name)).bytes
        for end in file.indices { #expect(refusal(Array(file[..<end])) != nil) }
    }

    @Test func `a flipped bit in a PNG is found by its checksum`() throws {
        var file = try Fixture.bytes("slice-with-text.png")
        let data = try #require(Data(file).range(of: Data("IDAT".utf8))?.upperBound)
        file[data + 5] ^= 1
        #expect(refusal(file) == .malformed("the checksum of its IDAT chunk is wrong"))
    }

    @Test func `pixels are limited by what the header promises`() throws {
        let photo = try Fixture.bytes("photo-with-exif.jpg")
        #expect(refusal(photo, pixels: 24 * 16) == nil)
        #expect(refusal(photo, pixels: 24 * 16 - 1) == .tooManyPixels(width: 16, height: 24, limit: 383))
    }

    @Test func `other files are refused however they are called`() {
        #expect(refusal(Array("GIF89a".utf8)) == .unknownFormat)
        #expect(refusal(Array("%PDF-1.7".utf8)) == .unknownFormat)
        #expect(refusal([]) == .unknownFormat)
    }

    @Test func `lossless and arithmetic JPEG are refused because browsers do not show them`() throws {
        var photo = try Fixture.bytes("photo-with-exif.jpg")
        let frame = try #require(Data(photo).range(of: Data([0xFF, 0xC2, 0x00, 0x11]))?.lowerBound)
        photo[frame + 1] = 0xC3
        #expect(refusal(photo) == .unsupported("lossless or arithmetic coding"))
    }
}
