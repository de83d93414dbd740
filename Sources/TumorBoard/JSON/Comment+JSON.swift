extension Comment: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var id = JSONField<CommentID>()
        var discrepancy = JSONField<DiscrepancyID>()
        var replyTo = JSONField<CommentID>()
        var text = JSONField<String>()
        var target = JSONField<Target>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": try id.read(from: &reader)
            case "discrepancy": try discrepancy.read(from: &reader)
            case "replyTo": try replyTo.read(from: &reader)
            case "text": try text.read(from: &reader)
            case "target": try target.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            id: try id.required,
            discrepancy: discrepancy.value,
            replyTo: replyTo.value,
            text: try text.required,
            target: target.value
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("discrepancy", discrepancy)
        try writer.member("id", id)
        try writer.member("replyTo", replyTo)
        try writer.member("target", target)
        try writer.member("text", text)
        writer.closeObject()
    }
}

extension PostComment: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var comment = JSONField<Comment>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "comment": try comment.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(comment: try comment.required)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("comment", comment)
        writer.closeObject()
    }
}

extension Commented: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var comment = JSONField<Comment>()
        var by = JSONField<PersonID>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "comment": try comment.read(from: &reader)
            case "by": try by.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(comment: try comment.required, by: try by.required)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("by", by)
        try writer.member("comment", comment)
        writer.closeObject()
    }
}
