import Cryptography
import Storage
import TumorBoard
import Wire

/// Scheduling a conference: the meeting first, then each case is told its slot in its own dossier.
///
/// The meeting carries slot numbers only; a request cut short in the middle is completed by sending it again with its key.
struct ConferenceEndpoints: Sendable {
    let desk: CaseDesk
    let directory: Directory
    let environment: Environment

    var all: [Endpoint] {
        [
            Endpoint(method: .post, pattern: "/api/conferences", handle: schedule),
            Endpoint(method: .get, pattern: "/api/conferences/:id", handle: show),
        ]
    }

    private struct Body: Decodable, Sendable {
        var id: ConferenceID?
        var schedule: Meeting
    }

    private func schedule(_ call: Call) {
        guard let visitor = call.visitor, let body = call.decoded(Body.self),
            let key = CommandAdmission.key(of: call, at: desk)
        else {
            return
        }
        guard visitor.rights.contains(.coordinator) else { return call.refuse(.forbidden) }
        let digest = SHA256.hash(call.body)
        let drawn = ConferenceID(
            String(Hexadecimal.encode(SHA256.hash(Array("\(visitor.person)/\(key)".utf8))).prefix(32))
        )
        guard let id = body.id ?? drawn else { return }
        let meeting = body.schedule
        let conference = meeting.conference
        let admission = AgendaAdmission(desk: desk, directory: directory, environment: environment)
        let isTaken = desk.read(for: call.person) { [desk] reader in
            do {
                try admission.check(meeting, as: id, by: visitor.person, from: reader)
            } catch let rejection as Rejection {
                return call.refuse(Problem(rejection))
            } catch {
                return desk.report(error, to: call)
            }
            desk.schedule(
                ConferenceOrder(
                    id: id,
                    person: visitor.person,
                    key: key,
                    digest: digest,
                    conference: conference,
                    respond: { reply in
                        guard case .done = reply else { return call.answer(reply.response()) }
                        assign(meeting.agenda.map(\.caseID), of: id, by: visitor.person, key: key, call)
                    }
                )
            )
        }
        if !isTaken { call.refuse(.unavailable) }
    }

    private func assign(_ cases: [CaseID], of conference: ConferenceID, by person: PersonID, key: String, _ call: Call)
    {
        let commands = cases.enumerated().map { index, caseID in
            let number = index + 1
            let own = SHA256.hash(Array("\(key)/\(conference)/\(number)".utf8))
            return Said(
                caseID: caseID,
                person: person,
                key: String(Hexadecimal.encode(own).prefix(32)),
                command: .assignSlot(AssignSlot(conference: conference, slot: number))
            )
        }
        // A case that has ended since it was asked leaves its number free; whatever else fails may be sent again.
        Succession(commands, desk: desk, endingAt: { !$0.isDone && !$0.isRejected }) { replies in
            if let last = replies.last, !last.isDone, !last.isRejected { return call.answer(last.response()) }
            let refused = zip(cases, replies).compactMap { caseID, reply -> Scheduled.Refused? in
                guard case .rejected(let rejection) = reply else { return nil }
                return Scheduled.Refused(caseID: caseID, code: rejection.code.rawValue)
            }
            let scheduled = Scheduled(conference: conference, refused: refused.isEmpty ? nil : refused)
            let location = "/api/conferences/\(conference)"
            call.answer(.json(scheduled, status: .created, fields: [.location: location]))
        }.begin()
    }

    private struct Scheduled: Encodable {
        var conference: ConferenceID
        var refused: [Refused]?

        struct Refused: Encodable {
            var caseID: CaseID
            var code: String

            private enum CodingKeys: String, CodingKey {
                case caseID = "case"
                case code
            }
        }
    }

    private func show(_ call: Call) {
        guard let person = call.person, let id = call.parameters["id"] else { return call.refuse(.notFound) }
        let isTaken = desk.read(for: call.person) { [desk] reader in
            do {
                guard let line = try reader.conferences(of: person.text, id: id).first else {
                    return call.refuse(.notFound)
                }
                call.answer(.json(bytes: line))
            } catch {
                desk.report(error, to: call)
            }
        }
        if !isTaken { call.refuse(.unavailable) }
    }
}
