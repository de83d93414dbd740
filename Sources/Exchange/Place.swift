/// Where in the imported file something stands.
package struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
    /// `entry[3]` of a bundle, or `resource` where the file is a single resource; `file` for the file as a whole.
    package let entry: String
    /// The element in FHIR's notation, such as `DiagnosticReport.presentedForm[0].data`; empty for a whole entry.
    package let element: String

    package init(entry: String, element: String = "") {
        self.entry = entry
        self.element = element
    }

    package static let file = Place(entry: "file")

    package var description: String { element.isEmpty ? entry : "\(entry) \(element)" }

    func child(_ name: String) -> Place {
        Place(entry: entry, element: element.isEmpty ? name : "\(element).\(name)")
    }

    func item(_ index: Int) -> Place { Place(entry: entry, element: "\(element)[\(index)]") }
}
