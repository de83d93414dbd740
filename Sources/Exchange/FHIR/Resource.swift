/// One resource of the file: an entry of the bundle, a resource contained in another, or the whole file.
struct Resource {
    let type: String
    let element: Element
    /// Under which address other entries refer to it.
    let fullURL: String?
    /// The resources that live inside this one, by their local identifier.
    let contained: [String: Element]

    var id: String? { element.string("id") }
    var place: Place { element.place }
    var status: String? { element.string("status") }

    /// `nil` where `resourceType` is not there or no name of a type.
    init?(members: [String: JSONValue], entry: String, fullURL: String?, log: ProblemLog) {
        guard case .string(let type)? = members["resourceType"], Self.isTypeName(type) else { return nil }
        self.type = type
        self.fullURL = fullURL
        element = Element(members: members, place: Place(entry: entry, element: type), log: log)
        var contained: [String: Element] = [:]
        for inner in element.list("contained") {
            if let id = inner.string("id") { contained[id] = inner }
        }
        self.contained = contained
    }

    static func isTypeName(_ name: String) -> Bool {
        name.first?.isUppercase == true && name.utf8.allSatisfy { Character(Unicode.Scalar($0)).isLetter }
    }

    /// A contained resource as a resource of its own, which sees its container's other contained resources.
    init?(contained element: Element, in container: Resource) {
        guard let type = element.string("resourceType") else { return nil }
        self.type = type
        self.element = element
        fullURL = nil
        contained = container.contained
    }

    /// What must be understood before anything else may be read (FHIR R4, sections 2.4.2 and 2.27): a rule set or
    /// a modifier nobody here knows can turn the resource into its opposite.
    var unknownModifier: String? {
        if element.has("implicitRules") { return "implicitRules" }
        return element.has("modifierExtension") ? "modifierExtension" : nil
    }
}
