extension Identifier: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        guard let identifier = Self(try reader.string()) else { throw NotDirect() }
        self = identifier
    }

    package func write(to writer: inout JSONWriter) { writer.string(text) }
}
