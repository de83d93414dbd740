extension Dimension: JSONReadable, JSONWritable {}

extension DimensionValue: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var system: String?
        var codes: [String]?
        var text: String?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "system": try reader.read(&system)
            case "codes": try reader.read(&codes)
            case "text": try reader.read(&text)
            default: try reader.skipValue()
            }
        }
        guard let codes else { throw NotDirect() }
        self.init(system: system, codes: codes, text: text)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("codes", codes)
        try writer.member("system", system)
        try writer.member("text", text)
        writer.closeObject()
    }
}

extension Answer: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var value: DimensionValue?
        var confidence: Int?
        var rationale: String?
        var citations: [Target]?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "value": try reader.read(&value)
            case "confidence": try reader.read(&confidence)
            case "rationale": try reader.read(&rationale)
            case "citations": try reader.read(&citations)
            default: try reader.skipValue()
            }
        }
        guard let rationale, let citations else { throw NotDirect() }
        self.init(
            value: value,
            confidence: confidence,
            rationale: rationale,
            citations: citations
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("citations", citations)
        try writer.member("confidence", confidence)
        try writer.member("rationale", rationale)
        try writer.member("value", value)
        writer.closeObject()
    }
}
