/// Whether a resource's status lets it into a case at all.
enum ResourceState {
    /// `false`, and said in the log, for what its sender has taken back or replaced. Preliminary, amended and corrected
    /// resources come in, with their status beside them.
    static func isImportable(_ resource: Resource, log: ProblemLog) -> Bool {
        let states = ["status", "docStatus"].compactMap { name in
            resource.element.string(name).map { (name, $0) }
        }
        for (name, state) in states {
            let place = resource.place.child(name)
            switch state {
            case "entered-in-error":
                log.notice(.enteredInError, at: place, "The sender marked this as entered in error; it was left out.")
                return false
            case "cancelled", "not-done", "aborted", "stopped":
                log.notice(.cancelled, at: place, "This was \(state) and has no result; it was left out.")
                return false
            case "superseded":
                log.notice(.superseded, at: place, "A newer version replaces this document; it was left out.")
                return false
            default: continue
            }
        }
        return true
    }
}
