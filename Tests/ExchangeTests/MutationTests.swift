import Mutation
import Testing

@testable import Exchange

/// Files that are almost right. Whatever is broken in them, an import answers, and the answer adds up.
struct MutationTests {
    private static let fixtures = [
        "imaging-report.transaction.json", "odd-but-legal.searchset.json", "tumour-marker-trend.collection.json",
        "discharge-letter.document.json",
    ]

    @Test(arguments: fixtures)
    func `a file with one value replaced by another is always answered`(name: String) throws {
        let file = try JSONScanner.scan(Fixture.bytes(name), depthLimit: 64)
        var random = SplitMix(seed: 17)
        for _ in 0..<150 {
            let mutated = file.mutated(using: &random)
            let report = FHIRImport { _ in [] }.read(Array(mutated.json.utf8))
            let named = Set(
                report.documents.map(\.source.entry) + report.images.map(\.source.entry) + report.ignored.map(\.entry)
                    + report.series.flatMap(\.points).map(\.source.entry) + report.problems.map(\.entry)
            )
            #expect(report.problems.allSatisfy { !$0.why.isEmpty && !$0.entry.isEmpty })
            let entries = mutated.member("entry")?.count ?? 0
            // No entry vanishes without a word, but for the Binary that was read with its letter.
            #expect(named.count >= entries - 1 || !mutated.isBundle, "\(mutated.json)")
        }
    }

    @Test(arguments: fixtures)
    func `a file with one byte changed never crashes an import`(name: String) throws {
        let file = try Fixture.bytes(name)
        var random = SplitMix(seed: 23)
        for _ in 0..<150 {
            var mutated = file
            mutated[Int(random.next() % UInt64(file.count))] = UInt8(truncatingIfNeeded: random.next())
            let report = FHIRImport { _ in [] }.read(mutated)
            #expect(report != ImportReport())
        }
    }
}

extension JSONValue {
    fileprivate var isBundle: Bool {
        if case .object(let members) = self { members["resourceType"] == .string("Bundle") } else { false }
    }

    fileprivate func member(_ name: String) -> [JSONValue]? {
        guard case .object(let members) = self, case .array(let values)? = members[name] else { return nil }
        return values
    }

    /// Walks down at random and replaces the value it ends at, or takes it out of its object.
    fileprivate func mutated(using random: inout SplitMix) -> JSONValue {
        switch self {
        case .object(var members) where Int.random(in: 0..<8, using: &random) > 0:
            guard let name = members.keys.sorted().randomElement(using: &random) else { return .null }
            let isRemoved = Int.random(in: 0..<12, using: &random) == 0
            members[name] = isRemoved ? nil : members[name]?.mutated(using: &random)
            return .object(members)
        case .array(var values) where !values.isEmpty && Int.random(in: 0..<8, using: &random) > 0:
            let index = Int.random(in: values.indices, using: &random)
            values[index] = values[index].mutated(using: &random)
            return .array(values)
        default:
            let others: [JSONValue] = [
                .null, .bool(true), .number("-1e400"), .string(""), .string("#x"), .string("\u{0}"), .array([]),
                .array([.null]), .object([:]), .object(["reference": .string("#")]),
            ]
            return others.randomElement(using: &random) ?? .null
        }
    }

    fileprivate var json: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let literal): literal
        case .string(let text): Self.quoted(text)
        case .array(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.key)):\($0.value.json)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\0": "\\u0000"
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
