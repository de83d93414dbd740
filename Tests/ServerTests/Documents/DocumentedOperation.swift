import Foundation
import TestSupport
import Wire

@testable import BoardServer

/// One operation of `docs/openapi.json`: what can be asked over HTTP, as the document has it.
struct DocumentedOperation: Sendable {
    struct Parameter: Sendable {
        var name: String
        var place: String
    }

    var method: String
    /// Such as `/api/cases/{case}/blobs/{hash}`.
    var path: String
    var id: String
    var parameters: [Parameter]
    var hasBody: Bool

    static let all = Result { try read() }

    func names(in place: String) -> [String] { parameters.filter { $0.place == place }.map(\.name) }

    private static func read() throws -> [DocumentedOperation] {
        let document = try JSONDecoder().decode(OpenAPI.self, from: Data(Document.text("docs/openapi.json").utf8))
        return document.paths.flatMap { path, operations in
            operations.map { method, operation in
                DocumentedOperation(
                    method: method.uppercased(),
                    path: path,
                    id: operation.operationId,
                    parameters: (operation.parameters ?? []).compactMap { reference in
                        let name = reference.ref.split(separator: "/").last.map(String.init) ?? ""
                        return document.components.parameters[name].map { Parameter(name: $0.name, place: $0.in) }
                    },
                    hasBody: operation.requestBody != nil
                )
            }
        }
        .sorted { ($0.path, $0.method) < ($1.path, $1.method) }
    }
}

/// What a test needs of an OpenAPI document.
private struct OpenAPI: Decodable {
    var paths: [String: [String: Operation]]
    var components: Components

    struct Operation: Decodable {
        var operationId: String
        var parameters: [Reference]?
        var requestBody: Anything?
    }

    struct Reference: Decodable {
        var ref: String
        enum CodingKeys: String, CodingKey { case ref = "$ref" }
    }

    struct Components: Decodable {
        var parameters: [String: Parameter]
        struct Parameter: Decodable { var name: String, `in`: String }
    }

    struct Anything: Decodable {}
}

extension Endpoint {
    /// The pattern as the OpenAPI document writes it.
    var documentedPath: String {
        pattern.split(separator: "/").map { "/" + ($0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)) }.joined()
    }
}
