/// The human-readable summary of a resource or section: `text.div`, XHTML.
struct Narrative {
    let context: ImportContext

    /// The narrative of `element` as plain text; `nil` where there is none worth reading.
    func text(of element: Element) -> String? {
        guard let narrative = element.child("text"), narrative.string("status") != "empty" else { return nil }
        guard let markup = narrative.string("div") else { return nil }
        return text(from: markup, at: narrative.place.child("div"))
    }

    func text(from markup: String, at place: Place) -> String? {
        guard markup.utf8.count <= context.limits.textBytes else {
            let refusal = PlainText.Refusal.tooLarge(bytes: markup.utf8.count, limit: context.limits.textBytes)
            context.log.error(.textRefused, at: place, refusal.sentence)
            return nil
        }
        do throws(MarkupText.Refusal) {
            let (plain, imagesLeftOut) = try MarkupText.plain(from: markup)
            if imagesLeftOut > 0 {
                context.log.warning(
                    .imageLeftOut,
                    at: place,
                    "Images inside the markup were left out: \(imagesLeftOut)."
                )
            }
            return context.text(plain, at: place)
        } catch {
            context.log.error(.markupRefused, at: place, error.sentence)
            return nil
        }
    }
}
