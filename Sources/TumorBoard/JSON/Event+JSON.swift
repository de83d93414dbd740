/// What the commands of a review and a discussion become, and so most of what is ever stored.
extension Event: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        try reader.openObject()
        guard let name = try reader.nextKey() else { throw NotDirect() }
        switch name {
        case "commented": self = .commented(try reader.value())
        case "annotated": self = .annotated(try reader.value())
        case "annotationAmended": self = .annotationAmended(try reader.value())
        case "annotationDeleted": self = .annotationDeleted(try reader.value())
        case "partRead": self = .partRead(try reader.value())
        case "opinionStated": self = .opinionStated(try reader.value())
        case "ballotCast": self = .ballotCast(try reader.value())
        default: throw NotDirect()
        }
        guard try reader.nextKey() == nil else { throw NotDirect() }
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        switch self {
        case .commented(let payload): try writer.member("commented", payload)
        case .annotated(let payload): try writer.member("annotated", payload)
        case .annotationAmended(let payload): try writer.member("annotationAmended", payload)
        case .annotationDeleted(let payload): try writer.member("annotationDeleted", payload)
        case .partRead(let payload): try writer.member("partRead", payload)
        case .opinionStated(let payload): try writer.member("opinionStated", payload)
        case .ballotCast(let payload): try writer.member("ballotCast", payload)
        default: throw NotDirect()
        }
        writer.closeObject()
    }
}
