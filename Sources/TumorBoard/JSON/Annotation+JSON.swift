extension Annotation: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var id: AnnotationID?
        var target: Target?
        var statement: String?
        var certainty: Certainty?
        var category: String?
        var finding: Finding?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": try reader.read(&id)
            case "target": try reader.read(&target)
            case "statement": try reader.read(&statement)
            case "certainty": try reader.read(&certainty)
            case "category": try reader.read(&category)
            case "finding": try reader.read(&finding)
            default: try reader.skipValue()
            }
        }
        guard let id, let target, let statement, let certainty else { throw NotDirect() }
        self.init(
            id: id,
            target: target,
            statement: statement,
            certainty: certainty,
            category: category,
            finding: finding
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
        var field: String?
        var value: String?
        var primary: String?
        var tnmEdition: String?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "field": try reader.read(&field)
            case "value": try reader.read(&value)
            case "primary": try reader.read(&primary)
            case "tnmEdition": try reader.read(&tnmEdition)
            default: try reader.skipValue()
            }
        }
        guard let field, let value else { throw NotDirect() }
        self.init(
            field: field,
            value: value,
            primary: primary,
            tnmEdition: tnmEdition
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
