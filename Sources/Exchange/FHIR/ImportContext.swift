/// What every reader of one import needs. Confined to that import.
struct ImportContext {
    let resources: ResourceSet
    let limits: ImportLimits
    let sha1: FHIRImport.SHA1
    let log: ProblemLog
    let budget: AttachmentBudget

    /// Follows `Reference.reference`; `nil` where there is none or it leads out of the file.
    func resolve(_ reference: Element, from origin: Resource) -> Resource? {
        reference.string("reference").flatMap { resources.resolve($0, from: origin) }
    }

    /// Text of the file in canonical form; a refusal is logged.
    func text(_ string: String, at place: Place) -> String? {
        do throws(PlainText.Refusal) {
            let read = try PlainText(string, limit: limits.textBytes)
            noteConversion(of: read, at: place)
            return read.text
        } catch {
            log.error(.textRefused, at: place, error.sentence)
            return nil
        }
    }

    func noteConversion(of read: PlainText, at place: Place) {
        guard read.converted else { return }
        var done: [String] = read.encoding == .utf8 ? [] : ["read as \(read.encoding.rawValue)"]
        done += read.changes.map { change in
            switch change {
            case .byteOrderMarkRemoved: "byte order mark removed"
            case .lineEndingsUnified: "line endings unified"
            case .charactersComposed: "characters composed (NFC)"
            }
        }
        log.notice(.textConverted, at: place, "The text was converted: " + done.joined(separator: ", ") + ".")
    }
}
