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

    struct Line: Encodable {
        var id: String
        var role: Role
        var card: CaseCard
        var standing: Standing
    }

    private struct Boards: Encodable {
        var cases: [Line]
        var conferences: [ConferenceLine]
    }

    private func boards(_ call: Call) {
        guard let person = call.person else { return call.refuse(.unauthorized) }
        let isTaken = desk.read(for: call.person) { [desk] reader in
            do {
                let cases = try reader.boards(of: person.text).compactMap { try Self.line($0, for: person) }
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

    /// A list shows what the streams show: nothing where there is no stream, the board's part to its readers only.
    static func line(_ line: BoardLine, for person: PersonID) throws -> Line? {
        guard let role = Role(rawValue: line.role) else { return nil }
        var card = try Canonical.decode(CaseCard.self, from: line.card)
        let streams = Visibility.streams(of: person, as: role, in: card.phase)
        if streams.isEmpty { return nil }
        if !streams.contains(.board) { card.board = nil }
        if !streams.contains(.dossier) { card = card.sealedEnvelope }
        return Line(
            id: line.aggregate,
            role: role,
            card: card,
            standing: try Canonical.decode(Standing.self, from: line.standing)
        )
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

extension CaseCard {
    /// What a reader of `delivery` alone is told: that there is something, in which phase.
    fileprivate var sealedEnvelope: CaseCard {
        var card = self
        // Of the phase only what the delivery itself says.
        card.phase = .delivered
        card.language = nil
        card.title = nil
        card.patient = nil
        card.clinicalDeadline = nil
        card.urgency = nil
        card.reviewDeadline = nil
        card.phaseDue = nil
        card.slots = [:]
        return card
    }
}
