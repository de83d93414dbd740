import Exchange
import Foundation

/// Files written for these tests: real shapes, invented people.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// The SHA-1 digest of the report text in `imaging-report.transaction.json`, by `sha1sum`.
    static let digestOfImagingReport: [UInt8] = [
        0xCB, 0xAF, 0xBB, 0x0F, 0x4F, 0x48, 0x8A, 0x2D, 0x53, 0x1B,
        0xAF, 0xE8, 0x07, 0x59, 0x44, 0xBC, 0xF6, 0x0E, 0x00, 0x83,
    ]

    static func report(_ name: String) throws -> ImportReport {
        FHIRImport { _ in digestOfImagingReport }.read(try bytes(name))
    }
}

/// Imports JSON written in a test.
func imported(_ json: String, limits: ImportLimits = .standard) -> ImportReport {
    FHIRImport(limits: limits) { _ in [] }.read(Array(json.utf8))
}

/// Imports resources as the entries of a collection.
func importedBundle(_ resources: String..., type: String = "collection") -> ImportReport {
    let entries = resources.map { "{\"resource\": \($0)}" }.joined(separator: ",")
    return imported("{\"resourceType\": \"Bundle\", \"type\": \"\(type)\", \"entry\": [\(entries)]}")
}

func base64(_ text: String) -> String { base64(Array(text.utf8)) }

func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

extension ImportReport {
    var codes: [ImportProblemCode] { problems.map(\.code) }

    func problem(_ code: ImportProblemCode) -> ImportProblem? { problems.first { $0.code == code } }
}

extension ImportedDocument {
    var text: String? {
        if case .text(let text) = content { text } else { nil }
    }
}
