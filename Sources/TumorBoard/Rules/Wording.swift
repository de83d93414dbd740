/// The shape of what people write: bounded, and one line where one line is meant. `field` names it in the refusal.
package enum Wording {
    /// One line: not blank, no control character, at most `Limits.lineLength` code points.
    static func line(_ text: String, _ field: String) throws(Rejection) {
        try Wording.text(text, field, limit: Limits.lineLength)
        guard isOneLine(text) else { throw Rejection(.invalid, field) }
    }

    /// Whether nothing in it ends a line or controls a terminal.
    package static func isOneLine(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            // Unicode's controls (Cc), and its only line separator and paragraph separator (Zl, Zp).
            case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: false
            default: true
            }
        }
    }

    static func line(optional text: String?, _ field: String) throws(Rejection) {
        if let text { try line(text, field) }
    }

    static func lines(_ lines: [String], _ field: String) throws(Rejection) {
        guard lines.count <= Limits.listLength else { throw Rejection(.limitReached, field) }
        for text in lines { try line(text, field) }
    }

    /// Running text: not blank, at most `limit` code points.
    static func text(_ text: String, _ field: String, limit: Int = Limits.textLength) throws(Rejection) {
        guard !isBlank(text) else { throw Rejection(.invalid, field) }
        guard isShort(text, limit) else { throw Rejection(.limitReached, field) }
    }

    static func text(optional text: String?, _ field: String, limit: Int = Limits.textLength) throws(Rejection) {
        if let text { try Wording.text(text, field, limit: limit) }
    }

    /// A text that may be empty, such as a field of a form that was left out.
    static func note(_ text: String, _ field: String) throws(Rejection) {
        guard isShort(text, Limits.textLength) else { throw Rejection(.limitReached, field) }
    }

    static func texts(_ texts: [String], _ field: String) throws(Rejection) {
        guard texts.count <= Limits.listLength else { throw Rejection(.limitReached, field) }
        for text in texts { try Wording.text(text, field) }
    }

    /// A reason someone owes the others.
    static func reason(_ text: String?, _ field: String, limit: Int = Limits.textLength) throws(Rejection) {
        guard let text, !isBlank(text) else { throw Rejection(.reasonRequired, field) }
        try Wording.text(text, field, limit: limit)
    }

    /// A code of at most 32 characters of `A-Z a-z 0-9 . _ -`, such as `cT` or `PD-L1-CPS`.
    static func code(_ text: String, _ field: String) throws(Rejection) {
        guard text.utf8.count <= 32, Identifier<Finding>(text) != nil else { throw Rejection(.invalid, field) }
    }

    /// An ISO 8601 calendar date; `2026-03` and `2026` only where `isReducedAllowed`.
    static func date(_ text: String, _ field: String, isReducedAllowed: Bool = false) throws(Rejection) {
        guard CalendarDate.isValid(text, isReducedAllowed: isReducedAllowed) else { throw Rejection(.invalid, field) }
    }

    /// A BCP 47 tag by its shape: subtags of 1 to 8 letters and digits, the first of 2 or 3 letters.
    static func language(_ tag: String, _ field: String) throws(Rejection) {
        let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag =
            tag.utf8.count <= 35
            && subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) }
            && (2...3).contains(subtags[0].count) && subtags[0].allSatisfy { isAlphanumeric($0) && $0 > 57 }
        guard isTag else { throw Rejection(.invalid, field) }
    }

    /// Whether there are at most `limit` code points. They are counted only when there may be more: each has a byte at least.
    private static func isShort(_ text: String, _ limit: Int) -> Bool {
        text.utf8.count <= limit || text.unicodeScalars.count <= limit
    }

    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
