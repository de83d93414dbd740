extension Annotate: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var annotation: Annotation?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "annotation": try reader.read(&annotation)
            default: try reader.skipValue()
            }
        }
        guard let annotation else { throw NotDirect() }
        self.init(annotation: annotation)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("annotation", annotation)
        writer.closeObject()
    }
}

extension AmendAnnotation: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var annotation: Annotation?
        var revision: Int?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "annotation": try reader.read(&annotation)
            case "revision": try reader.read(&revision)
            default: try reader.skipValue()
            }
        }
        guard let annotation, let revision else { throw NotDirect() }
        self.init(annotation: annotation, revision: revision)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("annotation", annotation)
        try writer.member("revision", revision)
        writer.closeObject()
    }
}

extension DeleteAnnotation: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var id: AnnotationID?
        var revision: Int?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": try reader.read(&id)
            case "revision": try reader.read(&revision)
            default: try reader.skipValue()
            }
        }
        guard let id, let revision else { throw NotDirect() }
        self.init(id: id, revision: revision)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("id", id)
        try writer.member("revision", revision)
        writer.closeObject()
    }
}

extension MarkRead: JSONReadable, JSONWritable {
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

extension StateOpinion: JSONReadable, JSONWritable {
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
