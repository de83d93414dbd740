/// Recognises the heading under which a report tells what it makes of its findings.
enum Assessment {
    private static let headings = [
        "assessment", "beurteilung", "bewertung", "conclusion", "diagnose", "diagnosis", "empfehlung", "fazit",
        "impression", "interpretation", "kommentar", "recommendation", "schlussfolgerung", "zusammenfassung",
    ]

    /// Whether a line of the text begins with such a word. It may be wrong in saying so: then a person looks.
    static func isAnnounced(in text: String) -> Bool {
        text.lowercased().split(whereSeparator: \.isNewline).contains { line in
            let words = line.drop { !$0.isLetter }
            return headings.contains { words.hasPrefix($0) }
        }
    }
}
