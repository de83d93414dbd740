extension Annotate: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var annotation = JSONField<Annotation>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "annotation": try annotation.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(annotation: try annotation.required)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("annotation", annotation)
        writer.closeObject()
    }
}

extension AmendAnnotation: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var annotation = JSONField<Annotation>()
        var revision = JSONField<Int>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "annotation": try annotation.read(from: &reader)
            case "revision": try revision.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(annotation: try annotation.required, revision: try revision.required)
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
        var id = JSONField<AnnotationID>()
        var revision = JSONField<Int>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": try id.read(from: &reader)
            case "revision": try revision.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(id: try id.required, revision: try revision.required)
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
        var part = JSONField<PartID>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "part": try part.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(part: try part.required)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("part", part)
        writer.closeObject()
    }
}

extension StateOpinion: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var dimension = JSONField<Dimension>()
        var answer = JSONField<Answer>()
        var revision = JSONField<Int>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "dimension": try dimension.read(from: &reader)
            case "answer": try answer.read(from: &reader)
            case "revision": try revision.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(dimension: try dimension.required, answer: try answer.required, revision: try revision.required)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("answer", answer)
        try writer.member("dimension", dimension)
        try writer.member("revision", revision)
        writer.closeObject()
    }
}
