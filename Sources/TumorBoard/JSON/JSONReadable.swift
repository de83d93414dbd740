/// A value that is read from JSON without Foundation, and equals what Foundation reads.
package protocol JSONReadable: Decodable {
    /// Reads the value at the reader's position, and leaves the reader behind it.
    init(reading reader: inout JSONReader) throws(NotDirect)
}

extension String: JSONReadable {
    package init(reading reader: inout JSONReader) throws(NotDirect) { self = try reader.string() }
}

extension Int: JSONReadable {
    package init(reading reader: inout JSONReader) throws(NotDirect) { self = try reader.integer() }
}

extension Double: JSONReadable {
    package init(reading reader: inout JSONReader) throws(NotDirect) { self = try reader.double() }
}

extension Bool: JSONReadable {
    package init(reading reader: inout JSONReader) throws(NotDirect) { self = try reader.bool() }
}

extension JSONReadable where Self: RawRepresentable, RawValue == String {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        guard let value = Self(rawValue: try reader.string()) else { throw NotDirect() }
        self = value
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        self = []
        try reader.openArray()
        while try reader.nextElement() { append(try reader.value()) }
    }
}

extension Dictionary: JSONReadable where Key: JSONName, Value: JSONReadable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        self = [:]
        try reader.openObject()
        while let key = try reader.nextKey() {
            guard let name = Key(name: key.text), updateValue(try reader.value(), forKey: name) == nil else {
                throw NotDirect()
            }
        }
    }
}
