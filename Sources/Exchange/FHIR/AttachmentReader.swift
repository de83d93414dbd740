import Foundation

/// Reads FHIR's Attachment: bytes in place or in a Binary of the same file, as text or as an image.
struct AttachmentReader {
    let context: ImportContext

    /// The attachments of one document, which FHIR takes for the same content in several formats: every text and image
    /// is read; where there is plain text, a rendition in markup adds nothing and is passed over.
    ///
    /// - Returns: each content with the attachment it came from.
    func read(_ attachments: [Element], in origin: Resource) -> [(content: ImportedDocument.Content, from: Element)] {
        let plain = attachments.filter { MediaType($0.string("contentType"))?.isPlainText == true }
        var read: [(content: ImportedDocument.Content, from: Element)] = []
        for attachment in plain {
            if let content = content(of: attachment, in: origin) { read.append((content, attachment)) }
        }
        let hasText = !read.isEmpty
        for attachment in attachments where MediaType(attachment.string("contentType"))?.isPlainText != true {
            let type = MediaType(attachment.string("contentType"))
            if hasText, let type, type.isMarkup || type.isPDF {
                context.log.notice(
                    .otherRendition,
                    at: attachment.place,
                    "This \(type.name) rendition was passed over: the document is there as plain text."
                )
            } else if let content = content(of: attachment, in: origin) {
                read.append((content, attachment))
            }
        }
        return read
    }

    private func content(of attachment: Element, in origin: Resource) -> ImportedDocument.Content? {
        guard let (source, bytes) = bytes(of: attachment, in: origin) else { return nil }
        checkSize(bytes, against: attachment)
        checkHash(bytes, against: attachment)
        let declared = attachment.string("contentType") ?? source.string("contentType")
        return AttachedContent(context: context).content(of: bytes, declared: declared, at: source.place.child("data"))
    }

    /// The bytes, and the element that holds them: the attachment itself or a Binary.
    private func bytes(of attachment: Element, in origin: Resource) -> (source: Element, bytes: [UInt8])? {
        if attachment.has("data") {
            return decode(attachment).map { (attachment, $0) }
        }
        guard let url = attachment.string("url") else {
            let reason = attachment.absentReason(of: "data").map { " The sender says: \($0)." } ?? ""
            context.log.error(
                .emptyAttachment,
                at: attachment.place,
                "The attachment has neither data nor an address." + reason
            )
            return nil
        }
        guard let target = context.resources.resolve(url, from: origin), target.type == "Binary" else {
            context.log.error(
                .externalAttachment,
                at: attachment.place.child("url"),
                "The attachment is not in this file but at \(url); nothing is fetched from other servers."
            )
            return nil
        }
        return decode(target.element).map { (target.element, $0) }
    }

    /// base64 as in RFC 4648, section 4; FHIR allows white space in it.
    func decode(_ source: Element) -> [UInt8]? {
        let place = source.place.child("data")
        guard let data = source.string("data") else {
            context.log.error(.emptyAttachment, at: place, "There is no data.")
            return nil
        }
        guard context.budget.take(data.utf8.count / 4 * 3) else {
            context.log.error(
                .attachmentTooLarge,
                at: place,
                "This one was left out: all attachments together have more than "
                    + "\(context.limits.attachmentsBytes) bytes."
            )
            return nil
        }
        let compact = data.utf8.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard compact.count / 4 * 3 <= context.limits.attachmentBytes + 2 else {
            context.log.error(
                .attachmentTooLarge,
                at: place,
                "The attachment has about \(compact.count / 4 * 3) bytes; the limit is "
                    + "\(context.limits.attachmentBytes)."
            )
            return nil
        }
        guard let decoded = Data(base64Encoded: Data(compact)) else {
            context.log.error(.malformedBase64, at: place, "The data is not valid base64.")
            return nil
        }
        return Array(decoded)
    }

    private func checkSize(_ bytes: [UInt8], against attachment: Element) {
        guard let stated = attachment.number("size"), stated != String(bytes.count) else { return }
        context.log.warning(
            .sizeMismatch,
            at: attachment.place.child("size"),
            "The attachment has \(bytes.count) bytes where \(stated) are stated; it may be incomplete."
        )
    }

    private func checkHash(_ bytes: [UInt8], against attachment: Element) {
        guard let text = attachment.string("hash") else { return }
        let place = attachment.place.child("hash")
        guard let stated = Data(base64Encoded: text), stated.count == 20 else {
            context.log.notice(.hashNotChecked, at: place, "The stated hash is not a SHA-1 digest and was not checked.")
            return
        }
        guard Array(stated) != context.sha1(bytes) else { return }
        context.log.warning(
            .hashMismatch,
            at: place,
            "The attachment does not have the stated hash; it was changed or damaged after it was written."
        )
    }
}
