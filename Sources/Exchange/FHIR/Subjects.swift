/// Whom the resources of a file are about. A case is about one patient, so a file about two is a danger.
struct Subjects {
    let context: ImportContext

    /// One name for the subject of `resource`, the same however the reference is written; `nil` where none is given.
    func name(of resource: Resource) -> String? {
        guard let subject = resource.element.child("subject") ?? resource.element.child("patient") else { return nil }
        if let patient = context.resolve(subject, from: resource) { return patient.place.entry }
        return subject.string("reference") ?? subject.child("identifier")?.string("value")
    }

    func noteStrangers() {
        let kinds: Set = ["DiagnosticReport", "DocumentReference", "Composition", "Media", "Observation"]
        var first: String?
        for resource in context.resources.resources where kinds.contains(resource.type) {
            guard let name = name(of: resource) else { continue }
            if let first, first != name {
                context.log.error(
                    .severalPatients,
                    at: resource.place.child("subject"),
                    "This \(resource.type) is about another patient than the resources before it; check the file."
                )
                return
            }
            first = name
        }
    }
}
