/// Finds the institution behind a resource's performers, authors or custodian.
struct Institution {
    let context: ImportContext

    /// The first organisation among the given references. A reference without a target is taken by its display name,
    /// as senders without a directory write it; a person is followed to the organisation they act for, and never
    /// taken for one.
    func name(among references: [Element], of origin: Resource) -> String? {
        references.lazy.compactMap { organisation($0, origin) }.first
            ?? references.lazy.compactMap { unnamedTarget($0) }.first
    }

    private func organisation(_ reference: Element, _ origin: Resource) -> String? {
        guard let target = context.resolve(reference, from: origin) else {
            return type(of: reference) == "Organization" ? reference.string("display") : nil
        }
        switch target.type {
        case "Organization": return target.element.string("name") ?? reference.string("display")
        case "PractitionerRole":
            guard let employer = target.element.child("organization") else { return nil }
            return organisation(employer, target) ?? employer.string("display")
        default: return nil
        }
    }

    private func unnamedTarget(_ reference: Element) -> String? {
        type(of: reference) == nil ? reference.string("display") : nil
    }

    private func type(of reference: Element) -> String? {
        if let type = reference.string("type") { return type }
        guard let parts = reference.string("reference")?.split(separator: "/"), parts.count >= 2 else { return nil }
        return String(parts[parts.count - 2])
    }
}
