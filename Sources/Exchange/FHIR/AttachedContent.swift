/// Turns the bytes of an attachment into text or an image, by what they are declared to be and what they are.
struct AttachedContent {
    let context: ImportContext

    func content(of bytes: [UInt8], declared: String?, at place: Place) -> ImportedDocument.Content? {
        let isPDF = bytes.starts(with: Array("%PDF-".utf8))
        let isImage = bytes.starts(with: PNGFile.signature) || bytes.starts(with: JPEGFile.signature)
        let type = MediaType(declared)
        if type == nil {
            context.log.warning(
                .missingMediaType,
                at: place,
                declared.map { "\"\($0)\" is not a media type; the content decides." }
                    ?? "No media type is given; the content decides."
            )
        }
        if isPDF || type?.isPDF == true {
            context.log.error(
                .pdfNotReadable,
                at: place,
                "PDF cannot be read yet; add the document as text, or its pages as PNG or JPEG images."
            )
            return nil
        }
        if isImage || type?.isImage == true { return image(bytes, declared: type, at: place) }
        guard let type else { return text(bytes, charset: nil, at: place) }
        if type.isPlainText { return text(bytes, charset: type.charset, at: place) }
        if type.isMarkup { return markup(bytes, charset: type.charset, at: place) }
        context.log.error(
            .unsupportedMediaType,
            at: place,
            "\(type.name) cannot be read; plain text, HTML, PNG and JPEG can."
        )
        return nil
    }

    private func text(_ bytes: [UInt8], charset: String?, at place: Place) -> ImportedDocument.Content? {
        guard let read = decoded(bytes, charset: charset, at: place) else { return nil }
        context.noteConversion(of: read, at: place)
        return .text(read.text)
    }

    private func markup(_ bytes: [UInt8], charset: String?, at place: Place) -> ImportedDocument.Content? {
        guard let read = decoded(bytes, charset: charset, at: place) else { return nil }
        return Narrative(context: context).text(from: read.text, at: place).map { .text($0) }
    }

    private func decoded(_ bytes: [UInt8], charset: String?, at place: Place) -> PlainText? {
        do throws(PlainText.Refusal) {
            return try PlainText.read(bytes, charset: charset, limit: context.limits.textBytes)
        } catch {
            context.log.error(.textRefused, at: place, error.sentence)
            return nil
        }
    }

    private func image(_ bytes: [UInt8], declared: MediaType?, at place: Place) -> ImportedDocument.Content? {
        do throws(ImageRefusal) {
            let image = try BareImage.read(bytes, pixelLimit: context.limits.imagePixels)
            if let declared, declared.name != image.header.mediaType {
                context.log.warning(
                    .mediaTypeMismatch,
                    at: place,
                    "Declared as \(declared.name), the attachment is \(image.header.mediaType)."
                )
            }
            if !image.removed.isEmpty {
                context.log.notice(
                    .metadataRemoved,
                    at: place,
                    "Taken out of the image file: " + image.removed.joined(separator: ", ") + "."
                )
            }
            return .image(bytes: image.bytes, mediaType: image.header.mediaType)
        } catch {
            context.log.error(.imageRefused, at: place, error.sentence)
            return nil
        }
    }
}
