/// The commands that a review and a discussion consist of.
extension Command: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        try reader.openObject()
        guard let name = try reader.nextKey() else { throw NotDirect() }
        try self.init(named: name, reading: &reader)
        guard try reader.nextKey() == nil else { throw NotDirect() }
    }

    /// Reads what a command of this name carries.
    package init(named name: JSONKey, reading reader: inout JSONReader) throws(NotDirect) {
        switch name {
        case "postComment": self = .postComment(try reader.value())
        case "annotate": self = .annotate(try reader.value())
        case "amendAnnotation": self = .amendAnnotation(try reader.value())
        case "deleteAnnotation": self = .deleteAnnotation(try reader.value())
        case "markRead": self = .markRead(try reader.value())
        case "stateOpinion": self = .stateOpinion(try reader.value())
        case "castBallot": self = .castBallot(try reader.value())
        default: throw NotDirect()
        }
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        switch self {
        case .postComment(let payload): try writer.member("postComment", payload)
        case .annotate(let payload): try writer.member("annotate", payload)
        case .amendAnnotation(let payload): try writer.member("amendAnnotation", payload)
        case .deleteAnnotation(let payload): try writer.member("deleteAnnotation", payload)
        case .markRead(let payload): try writer.member("markRead", payload)
        case .stateOpinion(let payload): try writer.member("stateOpinion", payload)
        case .castBallot(let payload): try writer.member("castBallot", payload)
        default: throw NotDirect()
        }
        writer.closeObject()
    }
}
