/// A name in an object, in place: ASCII without escapes, so that its bytes are the name.
package struct JSONKey {
    let bytes: UnsafeBufferPointer<UInt8>

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// For `switch`: whether the key is this name.
    package static func ~= (name: StaticString, key: JSONKey) -> Bool {
        guard name.utf8CodeUnitCount == key.bytes.count else { return false }
        return name.withUTF8Buffer { name in
            for index in name.indices where name[index] != key.bytes[index] { return false }
            return true
        }
    }
}
