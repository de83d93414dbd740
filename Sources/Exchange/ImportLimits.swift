/// How much an import may bring. Each limit has a problem code of its own; a file over a limit of the whole is
/// refused as a whole, because an import cut off in the middle looks complete and is not.
package struct ImportLimits: Sendable, Equatable {
    /// Size of the file, in bytes.
    package var bundleBytes = 8 * 1024 * 1024
    /// Entries of a bundle.
    package var entries = 2_000
    /// Objects and lists inside one another.
    package var depth = 64
    /// Size of one attachment after decoding, in bytes.
    package var attachmentBytes = 8 * 1024 * 1024
    /// Size of all attachments after decoding, in bytes; many documents may refer to one file.
    package var attachmentsBytes = 32 * 1024 * 1024
    /// Size of one text before conversion, in bytes.
    package var textBytes = 1024 * 1024
    /// Width times height of one image.
    package var imagePixels = 40_000_000
    /// Problems listed; a file that has more is not worth repairing line by line.
    package var problems = 1_000

    package init() {}

    package static let standard = ImportLimits()
}
