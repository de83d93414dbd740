/// Everything one file brought, and everything it did not bring with the reason for it.
package struct ImportReport: Sendable, Equatable, Codable {
    /// A resource of a kind that holds nothing for a reviewer to read, such as a Patient or a Device.
    package struct Ignored: Sendable, Hashable, Codable {
        package let entry: String
        package let resourceType: String

        package init(entry: String, resourceType: String) {
            self.entry = entry
            self.resourceType = resourceType
        }
    }

    /// Documents with text.
    package var documents: [ImportedDocument] = []
    package var series: [ImportedSeries] = []
    /// Documents that are an image.
    package var images: [ImportedDocument] = []
    package var problems: [ImportProblem] = []
    package var ignored: [Ignored] = []

    package init() {}
}
