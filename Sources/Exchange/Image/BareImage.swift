/// An image without anything but the image: metadata such as EXIF, XMP, comments and embedded previews can name a
/// patient or show what was cropped away, so only what is needed to show the picture is kept.
///
/// The compressed image data is copied byte for byte; nothing is decoded, so nothing is lost. Colour profiles stay, and
/// so does the orientation of a photograph, which would otherwise lie on its side.
package struct BareImage: Sendable, Hashable {
    package let header: ImageHeader
    package let bytes: [UInt8]
    /// What was taken out, in the order of the file: PNG chunk types, JPEG segment names, `trailing data`.
    package let removed: [String]

    package static func read(
        _ file: [UInt8],
        pixelLimit: Int = ImportLimits.standard.imagePixels
    ) throws(ImageRefusal) -> BareImage {
        let image: BareImage
        if file.starts(with: PNGFile.signature) {
            image = try PNGFile(file).bare()
        } else if file.starts(with: JPEGFile.signature) {
            image = try JPEGFile(file).bare()
        } else {
            throw .unknownFormat
        }
        let header = image.header
        guard header.width <= pixelLimit / max(1, header.height) else {
            throw .tooManyPixels(width: header.width, height: header.height, limit: pixelLimit)
        }
        return image
    }
}
