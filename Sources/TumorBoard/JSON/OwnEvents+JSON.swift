extension Annotated: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var annotation: Annotation?
        var isAfterReveal: Bool?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "annotation": try reader.read(&annotation)
            case "isAfterReveal": try reader.read(&isAfterReveal)
            default: try reader.skipValue()
            }
        }
        guard let annotation, let isAfterReveal else { throw NotDirect() }
        self.init(annotation: annotation, isAfterReveal: isAfterReveal)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("annotation", annotation)
        try writer.member("isAfterReveal", isAfterReveal)
        writer.closeObject()
    }
}

extension AnnotationAmended: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var annotation: Annotation?
        var revision: Int?
        var isAfterReveal: Bool?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "annotation": try reader.read(&annotation)
            case "revision": try reader.read(&revision)
            case "isAfterReveal": try reader.read(&isAfterReveal)
            default: try reader.skipValue()
            }
        }
        guard let annotation, let revision, let isAfterReveal else { throw NotDirect() }
        self.init(
            annotation: annotation,
            revision: revision,
            isAfterReveal: isAfterReveal
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("annotation", annotation)
        try writer.member("isAfterReveal", isAfterReveal)
        try writer.member("revision", revision)
        writer.closeObject()
    }
}

extension AnnotationDeleted: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var id: AnnotationID?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": try reader.read(&id)
            default: try reader.skipValue()
            }
        }
        guard let id else { throw NotDirect() }
        self.init(id: id)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("id", id)
        writer.closeObject()
    }
}

extension PartRead: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var part: PartID?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "part": try reader.read(&part)
            default: try reader.skipValue()
            }
        }
        guard let part else { throw NotDirect() }
        self.init(part: part)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("part", part)
        writer.closeObject()
    }
}

extension OpinionStated: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var dimension: Dimension?
        var answer: Answer?
        var revision: Int?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "dimension": try reader.read(&dimension)
            case "answer": try reader.read(&answer)
            case "revision": try reader.read(&revision)
            default: try reader.skipValue()
            }
        }
        guard let dimension, let answer, let revision else { throw NotDirect() }
        self.init(dimension: dimension, answer: answer, revision: revision)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("answer", answer)
        try writer.member("dimension", dimension)
        try writer.member("revision", revision)
        writer.closeObject()
    }
}
