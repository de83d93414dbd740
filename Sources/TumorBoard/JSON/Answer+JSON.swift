extension Dimension: JSONReadable, JSONWritable {}

extension DimensionValue: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var system = JSONField<String>()
        var codes = JSONField<[String]>()
        var text = JSONField<String>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "system": try system.read(from: &reader)
            case "codes": try codes.read(from: &reader)
            case "text": try text.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(system: system.value, codes: try codes.required, text: text.value)
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
        var value = JSONField<DimensionValue>()
        var confidence = JSONField<Int>()
        var rationale = JSONField<String>()
        var citations = JSONField<[Target]>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "value": try value.read(from: &reader)
            case "confidence": try confidence.read(from: &reader)
            case "rationale": try rationale.read(from: &reader)
            case "citations": try citations.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            value: value.value,
            confidence: confidence.value,
            rationale: try rationale.required,
            citations: try citations.required
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
