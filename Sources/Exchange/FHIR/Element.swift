/// An object in a FHIR resource together with its place, so that whatever is wrong with it can be said precisely.
///
/// Asking for a member that is not there gives `nil`; asking for one of another type gives `nil` and says so.
struct Element {
    let members: [String: JSONValue]
    let place: Place
    let log: ProblemLog

    func has(_ name: String) -> Bool { members[name] != nil }

    /// A member that is an object.
    func child(_ name: String) -> Element? {
        guard let value = members[name] else { return nil }
        return object(value, at: place.child(name))
    }

    /// A repeating member: a list of objects. Entries of another type are named and left out.
    func list(_ name: String) -> [Element] {
        items(name).compactMap { value, place in object(value, at: place) }
    }

    /// A repeating member that is a list of strings; nulls, which stand for extensions alone, are passed over.
    func strings(_ name: String) -> [String] {
        items(name).compactMap { value, place in
            switch value {
            case .string(let text): return text
            case .null: return nil
            default:
                wrongType("a string", value, place)
                return nil
            }
        }
    }

    /// A string, code, date or address: never empty.
    func string(_ name: String) -> String? {
        guard let value = members[name] else { return nil }
        guard case .string(let text) = value else {
            wrongType("a string", value, place.child(name))
            return nil
        }
        return text.contains { !$0.isWhitespace } ? text : nil
    }

    /// A decimal or integer, exactly as written.
    func number(_ name: String) -> String? {
        guard let value = members[name] else { return nil }
        guard case .number(let literal) = value else {
            wrongType("a number", value, place.child(name))
            return nil
        }
        return literal
    }

    func bool(_ name: String) -> Bool? {
        guard let value = members[name] else { return nil }
        guard case .bool(let flag) = value else {
            wrongType("a boolean", value, place.child(name))
            return nil
        }
        return flag
    }

    /// Why a primitive has no value, where its companion `_name` carries the data-absent-reason extension
    /// (FHIR R4, section 2.6.2, "JSON representation of primitive elements").
    func absentReason(of name: String) -> String? {
        child("_" + name)?.list("extension").lazy
            .first { $0.string("url") == "http://hl7.org/fhir/StructureDefinition/data-absent-reason" }?
            .string("valueCode")
    }

    private func items(_ name: String) -> [(JSONValue, Place)] {
        guard let value = members[name] else { return [] }
        let place = place.child(name)
        guard case .array(let values) = value else {
            wrongType("a list", value, place)
            return []
        }
        return values.enumerated().map { index, value in (value, place.item(index)) }
    }

    private func object(_ value: JSONValue, at place: Place) -> Element? {
        guard case .object(let members) = value else {
            wrongType("an object", value, place)
            return nil
        }
        return Element(members: members, place: place, log: log)
    }

    private func wrongType(_ expected: String, _ value: JSONValue, _ place: Place) {
        log.error(.wrongType, at: place, "\(expected.capitalizedFirst) is expected here, not \(value.kind).")
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
