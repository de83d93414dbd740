extension Annotation: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var id = JSONField<AnnotationID>()
        var target = JSONField<Target>()
        var statement = JSONField<String>()
        var certainty = JSONField<Certainty>()
        var category = JSONField<String>()
        var finding = JSONField<Finding>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": try id.read(from: &reader)
            case "target": try target.read(from: &reader)
            case "statement": try statement.read(from: &reader)
            case "certainty": try certainty.read(from: &reader)
            case "category": try category.read(from: &reader)
            case "finding": try finding.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            id: try id.required,
            target: try target.required,
            statement: try statement.required,
            certainty: try certainty.required,
            category: category.value,
            finding: finding.value
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("category", category)
        try writer.member("certainty", certainty)
        try writer.member("finding", finding)
        try writer.member("id", id)
        try writer.member("statement", statement)
        try writer.member("target", target)
        writer.closeObject()
    }
}

extension Annotation.Certainty: JSONReadable, JSONWritable {}

extension Finding: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var field = JSONField<String>()
        var value = JSONField<String>()
        var primary = JSONField<String>()
        var tnmEdition = JSONField<String>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "field": try field.read(from: &reader)
            case "value": try value.read(from: &reader)
            case "primary": try primary.read(from: &reader)
            case "tnmEdition": try tnmEdition.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            field: try field.required,
            value: try value.required,
            primary: primary.value,
            tnmEdition: tnmEdition.value
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("field", field)
        try writer.member("primary", primary)
        try writer.member("tnmEdition", tnmEdition)
        try writer.member("value", value)
        writer.closeObject()
    }
}
