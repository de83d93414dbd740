import FoundationEssentials

/// The one way values become stored bytes: JSON with sorted keys, no white space, slashes unescaped.
///
/// What a discussion consists of takes the direct way, with the same bytes and the same values; everything else, and
/// whatever the direct way leaves, takes Foundation's.
package enum Canonical {
    package static func encode(_ value: some Encodable) throws -> [UInt8] { try foundation(value) }

    package static func encode(_ value: some JSONWritable) throws -> [UInt8] {
        do throws(NotDirect) { return try JSONWriter.bytes(of: value) } catch { return try foundation(value) }
    }

    /// The bytes of a value of the domain. Such values came from JSON or from the rules, so all of them have a form in
    /// JSON; the only thing that has none is a number that is not finite, and no rule computes one.
    static func bytes(_ value: some Encodable) -> [UInt8] { known { try encode(value) } }

    static func bytes(_ value: some JSONWritable) -> [UInt8] { known { try encode(value) } }

    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
        try foundation(type, bytes)
    }

    /// - Throws: always an error of Foundation's, which names the field.
    package static func decode<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: some Sequence<UInt8>
    ) throws -> Value {
        let value = bytes.withContiguousStorageIfAvailable { bytes in
            do throws(NotDirect) { return try JSONReader.read(type, from: bytes) as Value? } catch { return nil }
        }
        if case .some(.some(let value)) = value { return value }
        return try foundation(type, bytes)
    }

    private static func foundation(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    private static func foundation<Value: Decodable>(
        _ type: Value.Type,
        _ bytes: some Sequence<UInt8>
    ) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    private static func known(_ encode: () throws -> [UInt8]) -> [UInt8] {
        do { return try encode() } catch { preconditionFailure("a value of the domain is not JSON: \(error)") }
    }
}
