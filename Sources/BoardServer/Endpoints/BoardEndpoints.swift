import Storage
import TumorBoard
import Wire

/// Lists: my cases and conferences, and the people one may invite.
struct BoardEndpoints: Sendable {
    let desk: CaseDesk
    let directory: Directory

    var all: [Endpoint] {
        [
            Endpoint(method: .get, pattern: "/api/boards", handle: boards),
            Endpoint(method: .get, pattern: "/api/people", handle: people),
        ]
    }

    private struct Boards: Encodable {
        var cases: [Lists.Line]
        var conferences: [ConferenceLine]
    }

    private func boards(_ call: Call) {
        guard let person = call.person else { return call.refuse(.unauthorized) }
        let isTaken = desk.read(for: call.person) { [desk] reader in
            do {
                let cases = try reader.boards(of: person.text).compactMap { try Lists.line($0, for: person) }
                let conferences = try reader.conferences(of: person.text).map {
                    try Canonical.decode(ConferenceLine.self, from: $0)
                }
                call.answer(.json(Boards(cases: cases, conferences: conferences)))
            } catch {
                desk.report(error, to: call)
            }
        }
        if !isTaken { call.refuse(.unavailable) }
    }

    private struct PersonLine: Encodable {
        var id: String
        var name: String
        var discipline: String?
        var institution: String?
    }

    private func people(_ call: Call) {
        guard call.visitor?.rights.isEmpty == false else { return call.refuse(.forbidden) }
        call.answer(
            .json(
                directory.accounts.filter { !$0.isDisabled }.map {
                    PersonLine(id: $0.person, name: $0.name, discipline: $0.discipline, institution: $0.institution)
                }
            )
        )
    }
}
