/// The board's rules refuse. A stable code, shown to the person, and what it speaks of.
///
/// A rejection is decided from what the actor may read alone, so that it never tells of hidden work.
package struct Rejection: Error, Equatable, Sendable, Codable {
    package let code: Code
    /// The field, item or reason the code speaks of, in words a person can act on.
    package let detail: String?

    package init(_ code: Code, _ detail: String? = nil) {
        self.code = code
        self.detail = detail
    }

    package enum Code: String, Codable, Sendable, CaseIterable {
        /// The actor's role does not give this command.
        case roleForbids = "role-forbids"
        /// The command does not belong to the phase the case is in.
        case phaseForbids = "phase-forbids"
        /// A value is missing, malformed or out of range.
        case invalid
        /// Nothing of that name is readable to the actor.
        case unknown
        /// The name is taken by another of the actor's things.
        case exists
        /// The thing has changed since the actor read it.
        case stale
        /// A required checklist item, translation, answer or declaration is missing.
        case incomplete
        /// Already sealed, cast, signed, answered or closed.
        case alreadyDone = "already-done"
        /// The panel is frozen; members, method and thresholds no longer change.
        case frozen
        /// A reason is required and was not given.
        case reasonRequired = "reason-required"
        /// A named limit is reached.
        case limitReached = "limit-reached"
        /// A conflict of interest was declared.
        case conflictOfInterest = "conflict-of-interest"
        /// Someone who has read the first opinion as coordinator or translator cannot judge without it.
        case notBlind = "not-blind"
        /// The password given again does not match.
        case passwordMismatch = "password-mismatch"
    }
}
