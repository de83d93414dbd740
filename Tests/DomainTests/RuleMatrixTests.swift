import Testing

@testable import TumorBoard

/// Every command, by everyone, in every phase: what `domain.md` forbids is refused, whatever the command says.
@Suite struct RuleMatrixTests {
    /// One cell: what became of a command.
    struct Cell {
        var name: Command.Name
        var member: Membership
        var phase: Phase
        var result: Result<Decision, Rejection>

        var appended: [Appended] { (try? result.get())?.appended ?? [] }
        var isAccepted: Bool { !appended.isEmpty }

        /// Whether role and phase give the command, even if this one had something wrong with it.
        var isGiven: Bool {
            switch result {
            case .success: true
            case .failure(let refusal): ![.roleForbids, .phaseForbids].contains(refusal.code) && phaseIsReadable
            }
        }
        var phaseIsReadable = true
    }

    /// A case in each phase, in the middle of work.
    static let boards: [Phase: CaseUnderTest] = {
        do {
            let boards = try Phase.allCases.map { ($0, try CaseUnderTest.busy(in: $0)) }
            return Dictionary(uniqueKeysWithValues: boards)
        } catch { preconditionFailure("a phase is unreachable: \(error)") }
    }()

    static let cells: [Cell] = {
        var cells: [Cell] = []
        for board in boards.values {
            let phase = board.state.phase
            for member in Persona.all {
                for name in Command.Name.allCases {
                    let command = Sample.command(name, in: board, by: member.person)
                    let content = Sample.content(name)
                    let result = Result { () throws(Rejection) in
                        try board.decide(command, by: member.person, content: content)
                    }
                    var cell = Cell(name: name, member: member, phase: phase, result: result)
                    cell.phaseIsReadable = board.state.seen(by: member.person) != nil
                    cells.append(cell)
                }
            }
        }
        return cells
    }()

    private var accepted: [Cell] { Self.cells.filter(\.isAccepted) }

    @Test func `the samples are of every name, and each is accepted from somebody in some phase`() throws {
        let board = try CaseUnderTest.busy(in: .review)
        for name in Command.Name.allCases {
            #expect(Sample.command(name, in: board, by: "ravi").name == name)
        }
        let never = Set(Command.Name.allCases).subtracting(accepted.map(\.name))
        // A case is opened when there is none, closed once its recipient has acknowledged, and needs another chair only
        // when its own stood down.
        #expect(never == [.openCase, .close, .appointChair])
        var delivered = try #require(Self.boards[.delivered])
        try delivered.perform(.acknowledge(Acknowledge()), by: "rhea")
        #expect(delivered.refuses(.close(Close()), by: "cora") == nil)
        var review = try #require(Self.boards[.review])
        try review.perform(.recuse(Recuse(reason: "Befangen")), by: "hale")
        #expect(review.refuses(Sample.command(.appointChair, in: review, by: "cora"), by: "cora") == nil)
    }

    @Test func `the table of who may say what and when is the one that was agreed`() throws {
        let given = Dictionary(grouping: Self.cells.filter(\.isGiven)) {
            "\($0.phase.rawValue) \($0.member.role.rawValue)"
        }
        let lines = Phase.allCases.flatMap { phase in
            Role.allCases.map { role in
                let cell = "\(phase.rawValue) \(role.rawValue)"
                let names = Set((given[cell] ?? []).map(\.name))
                return ([cell + ":"] + Command.Name.allCases.filter(names.contains).map(\.rawValue)).joined(
                    separator: " "
                )
            }
        }
        try Golden.check(lines, against: "matrix.txt")
    }

    @Test func `the coordinator has no write path to anything medical`() {
        let medical: Set<Event.Name> = [
            .annotated, .annotationAmended, .annotationDeleted, .partRead, .opinionStated, .sealed, .recused,
            .ballotCast, .revealed, .commented, .discrepancyRaised, .discrepancyAssessed, .discrepancySettled,
            .opinionAmended, .optionProposed, .optionWithdrawn, .votingOpened, .roundClosed, .roundOpened,
            .minorityStated, .drafted, .discussionReopened, .signOffOpened, .responded, .signed, .recorded,
            .addendumAdded, .conflictsDeclared, .acknowledged, .stoodDown, .seated,
        ]
        let written = accepted.filter { $0.member.role == .coordinator }.flatMap(\.appended)
        #expect(written.count > 30)
        #expect(written.allSatisfy { !medical.contains($0.event.name) })
        let streams = Set(written.map(\.stream))
        #expect(streams == [.dossier, .quarantine, .logistics, .delivery])
    }

    @Test func `intake is the coordinator's, and translations the translator's too`() {
        let intake: Set<Event.Name> = [
            .caseOpened, .caseAmended, .documentFiled, .seriesFiled, .partClassified, .documentRemoved,
            .translationFiled, .translationReleased, .firstOpinionTranscribed, .itemChecked, .consentRecorded,
            .memberInvited, .memberRemoved, .chairAppointed, .documentPublished, .seriesPublished, .checklistPublished,
            .panelFrozen,
            .reminded, .slotAssigned, .withdrawn, .delivered,
        ]
        for cell in accepted where cell.member.role != .coordinator {
            let names = Set(cell.appended.map(\.event.name)).intersection(intake)
            #expect(names.isEmpty || cell.member.role == .translator)
            if cell.member.role == .translator {
                #expect(names.isSubset(of: [.translationFiled, .translationReleased]))
            }
        }
    }

    @Test func `observers and auditors say nothing, recipients acknowledge, deputies declare conflicts`() {
        let said = Dictionary(grouping: accepted, by: \.member.role).mapValues { Set($0.map(\.name)) }
        #expect(said[.observer] == nil)
        #expect(said[.auditor] == nil)
        #expect(said[.recipient] == [.acknowledge])
        #expect(said[.adjudicator] == [.declareConflicts])
        #expect(said[.deputy] == [.declareConflicts])
    }

    @Test func `what is appended is what the table of streams allows`() {
        for cell in accepted {
            let allowed = Visibility.appendable(by: cell.member.person, as: cell.member.role, in: cell.phase)
            #expect(Set(cell.appended.map(\.stream)).isSubset(of: allowed), "\(cell.name) in \(cell.phase)")
        }
    }

    @Test func `in a sealed phase the panel writes where nobody else reads, the chair's schedule apart`() {
        for cell in accepted where cell.phase.isSealed && cell.member.role.isMedical {
            for appended in cell.appended where appended.stream != .own(cell.member.person) {
                #expect(cell.member.role == .chair && appended.stream == .dossier)
                #expect(appended.event.name == .phaseChanged)
            }
        }
    }

    @Test(arguments: [Phase.review, .voting, .intake])
    func `by the table no stream that one of the panel appends to is read by another before the reveal`(
        _ phase: Phase
    ) {
        for writer in Persona.all where writer.role.isMedical {
            for reader in Persona.all where reader.person != writer.person {
                let written = Visibility.appendable(by: writer.person, as: writer.role, in: phase)
                let read = Visibility.streams(
                    of: reader.person,
                    as: reader.role,
                    in: phase,
                    owners: Persona.panel.map(\.person)
                )
                let shared = written.intersection(read)
                #expect(shared.isEmpty || (writer.role == .chair && shared == [.dossier]))
            }
        }
    }

    @Test func `who is no member is told that there is no case`() {
        for board in Self.boards.values {
            #expect(board.state.seen(by: "stranger") == nil)
            #expect(board.refusal(of: .markRead(MarkRead(part: "histo")), by: "stranger") == Rejection(.unknown))
        }
    }
}
