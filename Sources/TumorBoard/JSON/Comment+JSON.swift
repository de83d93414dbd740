extension Comment: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var id: CommentID?
        var discrepancy: DiscrepancyID?
        var replyTo: CommentID?
        var text: String?
        var target: Target?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": try reader.read(&id)
            case "discrepancy": try reader.read(&discrepancy)
            case "replyTo": try reader.read(&replyTo)
            case "text": try reader.read(&text)
            case "target": try reader.read(&target)
            default: try reader.skipValue()
            }
        }
        guard let id, let text else { throw NotDirect() }
        self.init(
            id: id,
            discrepancy: discrepancy,
            replyTo: replyTo,
            text: text,
            target: target
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
        var comment: Comment?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "comment": try reader.read(&comment)
            default: try reader.skipValue()
            }
        }
        guard let comment else { throw NotDirect() }
        self.init(comment: comment)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("comment", comment)
        writer.closeObject()
    }
}

extension Commented: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var comment: Comment?
        var by: PersonID?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "comment": try reader.read(&comment)
            case "by": try reader.read(&by)
            default: try reader.skipValue()
            }
        }
        guard let comment, let by else { throw NotDirect() }
        self.init(comment: comment, by: by)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("by", by)
        try writer.member("comment", comment)
        writer.closeObject()
    }
}
