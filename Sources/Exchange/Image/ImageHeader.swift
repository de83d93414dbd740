/// What an image file says about itself, told by its structure and never by its name.
package struct ImageHeader: Sendable, Hashable {
    package enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        case png = "image/png"
        case jpeg = "image/jpeg"
    }

    package let format: Format
    /// Pixels as the image is shown, after its orientation has been applied.
    package let width: Int
    package let height: Int

    package var mediaType: String { format.rawValue }
}

/// Why an image is not taken.
package enum ImageRefusal: Error, Sendable, Hashable {
    case unknownFormat
    /// The file ends before the image does.
    case truncated
    case malformed(String)
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// A variant browsers do not show.
    case unsupported(String)

    /// The refusal as one English sentence.
    package var sentence: String {
        switch self {
        case .unknownFormat: "The file is neither a PNG nor a JPEG image."
        case .truncated: "The image is cut off: the file ends before the image does."
        case .malformed(let what): "The image is damaged: \(what)."
        case .tooManyPixels(let width, let height, let limit):
            "The image has \(width) times \(height) pixels; the limit is \(limit) in all."
        case .unsupported(let what): "The image uses \(what), which browsers do not show."
        }
    }
}
