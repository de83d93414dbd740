/// Something an import could not read, changed, or wants a person to look at.
package struct ImportProblem: Sendable, Hashable, Codable {
    package enum Severity: String, Sendable, Hashable, Codable {
        /// Something in the file was not imported.
        case error
        /// It was imported, and somebody should look at it.
        case warning
        /// It was handled by rule; said for completeness.
        case notice
    }

    package let place: Place
    package let code: ImportProblemCode
    /// One English sentence that names the particulars.
    package let why: String
    package let severity: Severity

    package init(place: Place, code: ImportProblemCode, why: String, severity: Severity) {
        self.place = place
        self.code = code
        self.why = why
        self.severity = severity
    }

    package var entry: String { place.entry }
    package var element: String { place.element }
}
