import Exchange
import Foundation
import Testing

/// Files others made, found beside the project where they are there: the folder named by CONSILIUM_SHARED, or the first
/// folder `shared` next to a folder above this file.
private enum SharedData {
    static let folder: URL? = {
        if let path = ProcessInfo.processInfo.environment["CONSILIUM_SHARED"] { return URL(filePath: path) }
        var level = URL(filePath: #filePath).deletingLastPathComponent()
        while level.pathComponents.count > 1 {
            level.deleteLastPathComponent()
            let candidate = level.appending(path: "shared")
            if FileManager.default.fileExists(atPath: candidate.appending(path: "data/fhir").path) { return candidate }
        }
        return nil
    }()

    static func files(in path: String) -> [URL] {
        guard let root = folder?.appending(path: path),
            let names = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        else { return [] }
        return names.compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    }

    static let bundles = files(in: "data/fhir/bundles")
    static let all = files(in: "data/fhir")
    static let demonstration = files(in: "design/demo/fhir")

    static func report(_ file: URL) throws -> ImportReport {
        FHIRImport { _ in [] }.read(Array(try Data(contentsOf: file)))
    }
}

struct SharedDataTests {
    @Test(.enabled(if: !SharedData.all.isEmpty, "no shared/data/fhir beside the project; set CONSILIUM_SHARED"))
    func `every FHIR file of others gets an answer`() throws {
        for file in SharedData.all {
            let report = try SharedData.report(file)
            let isAnswered =
                !report.documents.isEmpty || !report.series.isEmpty || !report.ignored.isEmpty
                || report.problems.contains { $0.severity == .error }
            #expect(isAnswered, "\(file.lastPathComponent)")
            #expect(report.problems.allSatisfy { $0.why.hasSuffix(".") })
        }
    }

    @Test(.enabled(if: !SharedData.bundles.isEmpty, "no shared/data/fhir beside the project; set CONSILIUM_SHARED"))
    func `no bundle of others loses a report or a laboratory value`() throws {
        for file in SharedData.bundles {
            let report = try SharedData.report(file)
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!report.problems.contains { $0.severity == .error }, "\(file.lastPathComponent)")
            let values = text.components(separatedBy: "\"valueQuantity\"").count - 1
            #expect(report.series.reduce(0) { $0 + $1.points.count } == values, "\(file.lastPathComponent)")
            let conclusions = text.components(separatedBy: "\"conclusion\"").count - 1
            #expect(report.documents.count { $0.nature == .conclusion } == conclusions, "\(file.lastPathComponent)")
        }
    }

    @Test(.enabled(if: !SharedData.demonstration.isEmpty, "no shared/design/demo/fhir beside the project"))
    func `the demonstration's files are read without an error`() throws {
        for file in SharedData.demonstration {
            let report = try SharedData.report(file)
            #expect(!report.problems.contains { $0.severity == .error }, "\(file.lastPathComponent)")
            #expect(!report.documents.isEmpty || !report.series.isEmpty, "\(file.lastPathComponent)")
        }
    }
}
