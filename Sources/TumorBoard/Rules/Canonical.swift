import FoundationEssentials

/// The one way values become stored bytes: JSON with sorted keys, no white space, slashes unescaped.
package enum Canonical {
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// The bytes of a value of the domain. Such values came from JSON or from the rules, so all of them have a form in
    /// JSON; the only thing that has none is a number that is not finite, and no rule computes one.
    static func bytes(_ value: some Encodable) -> [UInt8] {
        do { return try encode(value) } catch { preconditionFailure("a value of the domain is not JSON: \(error)") }
    }

    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
