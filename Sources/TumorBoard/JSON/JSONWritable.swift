/// A value that is written as JSON without Foundation, with the bytes that ``Canonical`` stores.
package protocol JSONWritable: Encodable {
    func write(to writer: inout JSONWriter) throws(NotDirect)
}

extension String: JSONWritable {
    package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONWritable {
    package func write(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Double: JSONWritable {
    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        guard isFinite else { throw NotDirect() }
        let text = description
        writer.ascii(text.hasSuffix(".0") ? text.dropLast(2) : text[...])
    }
}

extension Bool: JSONWritable {
    package func write(to writer: inout JSONWriter) { writer.raw(self ? "true" : "false") }
}

extension JSONWritable where Self: RawRepresentable, RawValue == String {
    package func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}

extension Array: JSONWritable where Element: JSONWritable {
    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openArray()
        for element in self { try writer.element(element) }
        writer.closeArray()
    }
}

extension Dictionary: JSONWritable where Key: JSONName, Value: JSONWritable {
    /// How names beyond ASCII are sorted is left to Foundation.
    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        for (key, value) in sorted(by: { $0.key.name < $1.key.name }) {
            guard key.name.utf8.allSatisfy({ $0 < 0x80 }) else { throw NotDirect() }
            try writer.member(named: key.name, value)
        }
        writer.closeObject()
    }
}
