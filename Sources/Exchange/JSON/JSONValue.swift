/// A JSON value that keeps every number as it was written.
///
/// A laboratory that reports 4.10 has measured two decimals; a parser that turns the literal into a floating-point
/// number forgets one of them. FHIR asks for the precision to be kept (R4, section 2.24.0.1, "decimal").
enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The literal, such as `"4.10"` or `"1e3"`.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// What this is, in a word for a problem's sentence.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
