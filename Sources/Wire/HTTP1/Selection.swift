/// What of a representation a request gets, once its conditions are weighed in the order of RFC 9110 section 13.2.2.
///
/// Representations here have a strong entity tag and no modification date. So `If-Modified-Since` and `If-Unmodified-Since`
/// are ignored (sections 13.1.3 and 13.1.4), and a date in `If-Range` matches nothing (section 13.1.5).
package enum Selection: Sendable, Equatable {
    /// 200 with all of it.
    case whole
    /// 206 with these octets.
    case part(Range<Int>)
    /// 304: the client has it.
    case notModified
    /// 412.
    case preconditionFailed
    /// 416.
    case unsatisfiable

    /// - Parameters:
    ///   - fields: of the request.
    ///   - tag: of the representation that would be sent, in its content coding.
    ///   - length: of the same, in bytes.
    package init(_ method: HTTPMethod, _ fields: HTTPFields, tag: EntityTag, length: Int) {
        if let condition = EntityTagCondition(.ifMatch, in: fields), !condition.matchesStrongly(tag) {
            self = .preconditionFailed
        } else if EntityTagCondition(.ifNoneMatch, in: fields)?.matchesWeakly(tag) == true {
            self = method == .get || method == .head ? .notModified : .preconditionFailed
        } else {
            self = Self.part(method, fields, tag: tag, length: length)
        }
    }

    /// RFC 9110 section 14.2: ranges are for GET alone; section 13.1.5: and only of what the client already has in part.
    private static func part(_ method: HTTPMethod, _ fields: HTTPFields, tag: EntityTag, length: Int) -> Selection {
        let ranges = fields.values(for: .range)
        guard method == .get, ranges.count == 1 else { return .whole }
        let validators = fields.values(for: .ifRange)
        guard validators.allSatisfy({ EntityTag(parsing: $0)?.matchesStrongly(tag) == true }) else { return .whole }
        return switch ByteRange(ranges[0], length: length) {
        case .whole: .whole
        case .part(let range): .part(range)
        case .unsatisfiable: .unsatisfiable
        }
    }
}
