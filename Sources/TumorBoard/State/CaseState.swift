/// What the rules need to know of a case: its events, folded stream by stream.
///
/// Streams fold independently of each other, so that a reader may fold them one after the other and a member's view is
/// the same fold with the unreadable streams left empty. It holds identifiers, versions and values, no long text.
package struct CaseState: Sendable, Equatable {
    package let id: CaseID
    @Shared var dossier: DossierState
    @Shared var quarantine: QuarantineState
    @Shared var logistics: LogisticsState
    @Shared var own: [PersonID: OwnState]
    @Shared var board: BoardState
    @Shared var delivery: DeliveryState
    @Shared var custody: CustodyState
    /// How far each stream is folded, and roughly what that weighs.
    @Shared var extents: Extents

    /// What every case begins with, made once.
    private struct Beginning: Sendable {
        let dossier = Shared(wrappedValue: DossierState())
        let quarantine = Shared(wrappedValue: QuarantineState())
        let logistics = Shared(wrappedValue: LogisticsState())
        let own = Shared(wrappedValue: [PersonID: OwnState]())
        let board = Shared(wrappedValue: BoardState())
        let delivery = Shared(wrappedValue: DeliveryState())
        let custody = Shared(wrappedValue: CustodyState())
        let extents = Shared(wrappedValue: Extents())
    }

    private static let beginning = Beginning()

    package init(id: CaseID) {
        self.id = id
        let beginning = Self.beginning
        _dossier = beginning.dossier
        _quarantine = beginning.quarantine
        _logistics = beginning.logistics
        _own = beginning.own
        _board = beginning.board
        _delivery = beginning.delivery
        _custody = beginning.custody
        _extents = beginning.extents
    }

    /// The same case of which these streams alone were ever heard: begun with nothing, so that what is not named is not there.
    func restricted(to streams: Set<Stream>) -> CaseState {
        var visible = CaseState(id: id)
        for stream in streams {
            visible.extents[stream] = extents[stream]
            switch stream {
            case .dossier: visible._dossier = _dossier
            case .quarantine: visible._quarantine = _quarantine
            case .logistics: visible._logistics = _logistics
            case .own(let person): visible.own[person] = own[person]
            case .board: visible._board = _board
            case .delivery: visible._delivery = _delivery
            case .custody: visible._custody = _custody
            }
        }
        return visible
    }

    /// Takes in one stored event. Total: what a stream does not know of is passed over.
    package mutating func apply(_ event: Event, on stream: Stream, seq: Int, at: Moment) {
        extents[stream] = Extents.Extent(head: seq, weight: extents[stream].weight + event.weight)
        switch stream {
        case .dossier: dossier.apply(event, seq: seq, at: at)
        case .quarantine: quarantine.apply(event)
        case .logistics: logistics.apply(event, at: at)
        case .own(let person): own[person, default: OwnState()].apply(event)
        case .board: board.apply(event)
        case .delivery: delivery.apply(event)
        case .custody: custody.apply(event)
        }
    }

    /// The last sequence number of every stream that has one.
    package var heads: [Stream: Int] {
        Dictionary(uniqueKeysWithValues: extents.streams.map { ($0, head(of: $0)) })
    }

    /// The sequence number of the stream's last event; 0 when it has none.
    package func head(of stream: Stream) -> Int { extents[stream].head }

    /// Rough bytes, for the cache.
    package var weight: Int { 256 + extents.weight }

    package var exists: Bool { dossier.facts != nil }

    /// From the dossier; who reads the delivery alone knows that it was delivered, and no more.
    package var phase: Phase {
        exists || delivery.record == nil ? dossier.phase : .delivered
    }

    package var members: [Membership] {
        logistics.members.values.sorted { ($0.name, $0.person) < ($1.name, $1.person) }
    }

    /// Who is a member, in no order.
    package var people: Set<PersonID> { Set(logistics.members.keys) }

    package func membership(of person: PersonID) -> Membership? { logistics.members[person] }

    /// Who has withdrawn from the case for partiality.
    package var recused: Set<PersonID> { logistics.recused }

    /// Reviewers and the chair, without the recused; sorted by person.
    var activePanel: [Membership] {
        logistics.members.values
            .filter { $0.role.isPanel && own[$0.person]?.isRecused != true }
            .sorted { $0.person < $1.person }
    }

    /// The earliest moment at which the clock has something to decide.
    package var nextDeadline: Moment? {
        [phaseDeadline, clinicalDeadline].compactMap(\.self).min()
    }

    /// By when the patient needs an answer, until there is one or its absence is on record.
    var clinicalDeadline: Moment? {
        guard let deadline = dossier.facts?.clinicalDeadline, deadline != dossier.missedDeadline else { return nil }
        return phase == .delivered || phase.isOver ? nil : deadline
    }

    /// When the present phase ends by itself, or is to be said to be late.
    var phaseDeadline: Moment? {
        switch phase {
        case .review: dossier.isBreached ? nil : dossier.deadline
        case .voting: board.openRound?.closes
        default: nil
        }
    }
}
