package import TumorBoard

/// `[seq, tag]`: where a stream stands. `[0, ""]` is before its first event.
package struct Position: Codable, Sendable, Equatable {
    package var seq: Int
    package var tag: String

    package init(seq: Int, tag: String) {
        self.seq = seq
        self.tag = tag
    }

    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        seq = try container.decode(Int.self)
        tag = try container.decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(seq)
        try container.encode(tag)
    }
}

extension Position: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        try reader.openArray()
        guard try reader.nextElement() else { throw NotDirect() }
        seq = try reader.value()
        guard try reader.nextElement() else { throw NotDirect() }
        tag = try reader.value()
        guard try !reader.nextElement() else { throw NotDirect() }
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openArray()
        try writer.element(seq)
        try writer.element(tag)
        writer.closeArray()
    }
}
