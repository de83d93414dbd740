import Storage
import TumorBoard

/// Whether everything a conference asks for can be had, before anything of it is stored: a meeting that stands beside a case
/// without its slot could be neither completed nor taken back.
struct AgendaAdmission: Sendable {
    let desk: CaseDesk
    let directory: Directory
    let environment: Environment

    /// - Throws: a `Rejection` that names the person or the case; whatever reading throws.
    func check(_ meeting: Meeting, as id: ConferenceID, by person: PersonID, from reader: Reader) throws {
        // A request that is sent again is answered as it was, whatever has become of its cases. Not for who only guesses the
        // name: they are asked everything before they learn that it is taken.
        guard try reader.conferences(of: person.text, id: id.text).isEmpty else { return }
        for participant in [meeting.chair] + meeting.participants {
            guard let account = directory.account(participant.text), !account.isDisabled else {
                throw Rejection(.invalid, "participants: \(participant)")
            }
        }
        var known: Set<CaseID> = []
        for (index, item) in meeting.agenda.enumerated() {
            guard known.insert(item.caseID).inserted else { throw Rejection(.invalid, "agenda: \(item.caseID)") }
            // Only cases this person coordinates can stand on an agenda.
            guard let seen = try desk.state(of: item.caseID, from: reader)?.seen(by: person),
                seen.actor.role == .coordinator
            else { throw Rejection(.invalid, "agenda: \(item.caseID)") }
            let slot = AssignSlot(conference: id, slot: index + 1)
            do throws(Rejection) {
                _ = try Rules.decide(
                    .assignSlot(slot),
                    by: person,
                    prepared: .nothing,
                    seen: seen,
                    means: environment.means(for: item.caseID.text)
                )
            } catch {
                throw Rejection(error.code, "agenda: \(item.caseID)")
            }
        }
    }
}
