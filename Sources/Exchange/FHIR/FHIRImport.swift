/// Reads FHIR R4 JSON from outside: what can be read becomes documents and series, what cannot gets a precise
/// answer, and one unreadable entry never costs another its import.
package struct FHIRImport: Sendable {
    /// The SHA-1 digest of bytes, twenty bytes long. FHIR's `Attachment.hash` is defined over it; it finds accidents
    /// of transport and protects against nothing.
    package typealias SHA1 = @Sendable ([UInt8]) -> [UInt8]

    private let limits: ImportLimits
    private let sha1: SHA1

    package init(limits: ImportLimits = .standard, sha1: @escaping SHA1) {
        self.limits = limits
        self.sha1 = sha1
    }

    /// - Parameter file: JSON in UTF-8: a Bundle (transaction, batch, collection, document, searchset, message or
    ///   history) or a single resource.
    package func read(_ file: [UInt8]) -> ImportReport {
        let log = ProblemLog(limit: limits.problems)
        var report = ImportReport()
        if let json = parse(file, log), let found = BundleReader(limits: limits, log: log).resources(of: json) {
            let context = ImportContext(
                resources: ResourceSet(found),
                limits: limits,
                sha1: sha1,
                log: log,
                budget: AttachmentBudget(limits.attachmentsBytes)
            )
            ResourceReader(context: context).read(into: &report)
        }
        report.problems = log.problems
        return report
    }

    private func parse(_ file: [UInt8], _ log: ProblemLog) -> JSONValue? {
        guard file.count <= limits.bundleBytes else {
            log.error(.tooLarge, at: .file, "The file has \(file.count) bytes; the limit is \(limits.bundleBytes).")
            return nil
        }
        let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
        guard String(validating: text, as: UTF8.self) != nil else {
            log.error(.notUTF8, at: .file, "The file is not valid UTF-8, which FHIR requires.")
            return nil
        }
        do throws(JSONScanner.Fault) {
            return try JSONScanner.scan(text, depthLimit: limits.depth)
        } catch {
            let position = "line \(error.line), column \(error.column)"
            switch error.reason {
            case .syntax(let what):
                log.error(.malformedJSON, at: .file, "The file is not JSON: at \(position), \(what).")
            case .tooDeep(let limit):
                log.error(.tooDeep, at: .file, "At \(position) the file is nested deeper than \(limit) levels.")
            }
            return nil
        }
    }
}
