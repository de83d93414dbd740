import Sockets
import TumorBoard
import Wire

/// One request on its way through an endpoint: what was asked, by whom, and where the answer goes.
struct Call: Sendable {
    var head: RequestHead
    var body: [UInt8]
    /// Kept for as long as the body may be.
    var share: MemoryBudget.Share?
    /// The values of `:name` segments of the endpoint's pattern.
    var parameters: [String: String]
    var visitor: Directory.Visitor?
    var peer: SocketAddress
    /// May be called on any thread, once.
    var answer: @Sendable (Response) -> Void

    func refuse(_ problem: Problem) { answer(problem.response) }

    var person: PersonID? { visitor?.person }

    func identifier<Kind>(_ name: String) -> Identifier<Kind>? {
        parameters[name].flatMap { Identifier($0) }
    }

    /// The body as a value; answers 400 itself when it is not one.
    func decoded<Value: Decodable>(_ type: Value.Type) -> Value? {
        do {
            return try Canonical.decode(type, from: body)
        } catch {
            refuse(.malformed(DecodingSentence.of(error, in: body)))
            return nil
        }
    }

    /// `Idempotency-Key`, or a fresh one where none is required.
    var key: String? { head.fields["Idempotency-Key"] }
}

/// A decoding error as a sentence that names the field.
enum DecodingSentence {
    /// - Parameter bytes: what could not be decoded.
    static func of(_ error: any Error, in bytes: [UInt8]) -> String {
        guard let error = error as? DecodingError else { return "not readable" }
        switch error {
        case .keyNotFound(let key, let context): return "\(path(context.codingPath + [key])) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return context.codingPath.isEmpty ? "not an object" : "\(path(context.codingPath)) has the wrong type"
        case .dataCorrupted(let context):
            if !context.codingPath.isEmpty { return "\(path(context.codingPath)) is not valid" }
            // Sound JSON that is refused as a whole says no known thing, or several.
            return (try? Canonical.decode(Anything.self, from: bytes)) == nil ? "not valid JSON" : "not one known name"
        @unknown default: return "not readable"
        }
    }

    /// Any JSON at all.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }.joined(separator: ".")
    }
}
