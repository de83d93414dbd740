extension Annotated: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var annotation = JSONField<Annotation>()
        var isAfterReveal = JSONField<Bool>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "annotation": try annotation.read(from: &reader)
            case "isAfterReveal": try isAfterReveal.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(annotation: try annotation.required, isAfterReveal: try isAfterReveal.required)
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
        var annotation = JSONField<Annotation>()
        var revision = JSONField<Int>()
        var isAfterReveal = JSONField<Bool>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "annotation": try annotation.read(from: &reader)
            case "revision": try revision.read(from: &reader)
            case "isAfterReveal": try isAfterReveal.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            annotation: try annotation.required,
            revision: try revision.required,
            isAfterReveal: try isAfterReveal.required
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
        var id = JSONField<AnnotationID>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": try id.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(id: try id.required)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("id", id)
        writer.closeObject()
    }
}

extension PartRead: JSONReadable, JSONWritable {
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

extension OpinionStated: JSONReadable, JSONWritable {
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
