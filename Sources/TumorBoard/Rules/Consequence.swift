/// What follows from one decided event. It sees all and answers nobody: it appends to logistics and custody, or releases.
struct Consequence {
    let full: CaseState
    let means: Means
    let chain: [Stream: String]

    func of(_ appended: Appended) -> Decision {
        switch (appended.stream, appended.event) {
        case (.own(let person), .conflictsDeclared(let payload)):
            Decision(.logistics, .conflictsDeclared(ConflictsDeclared(person: person, statement: payload.statement)))
                .followed(by: payload.statement == nil ? seating(full.membership(of: person)) : Decision())
        case (.own(let person), .sealed): noting(sealBy: person).followed(by: revealIfComplete)
        case (.own(let person), .recused(let payload)):
            Decision(.logistics, .recused(Recused(person: person, reason: payload.reason)))
                .followed(by: succession(of: person))
        case (.logistics, .chairAppointed(let payload)): telling(full.membership(of: payload.person))
        case (.dossier, .panelFrozen): drawPseudonyms()
        case (.board, .votingOpened(let payload)): drawVoters(payload.round.number)
        case (.dossier, .phaseChanged(let payload)): phaseChanged(to: payload.to)
        default: Decision()
        }
    }

    /// Logistics gets one event per reviewer and phase, never progress: sealing anew is not told.
    private func noting(sealBy person: PersonID) -> Decision {
        if full.logistics.sealed.contains(person) { return Decision() }
        return Decision(.logistics, .sealed(Sealed(person: person)))
    }

    /// The deputy takes the seat and begins with nothing; without one the panel may be complete now.
    private func succession(of person: PersonID) -> Decision {
        let seated = seating(
            full.logistics.deputies.first { deputy in
                deputy.deputyFor == person && full.logistics.conflicts[deputy.person] == false
            }
        )
        return seated.appended.isEmpty ? revealIfComplete : seated
    }

    private func seating(_ deputy: Membership?) -> Decision {
        guard var deputy, let office = full.office(for: deputy) else { return Decision() }
        deputy.role = office.role
        return Decision(.logistics, .deputySeated(office)).followed(by: telling(deputy))
    }

    /// In the open the panel is told at once who sits with them.
    private func telling(_ member: Membership?) -> Decision {
        let news = PanelNews(full)
        return news.isOpen ? Decision(member.map { [news.seated($0)] } ?? []) : Decision()
    }

    private var revealIfComplete: Decision {
        let panel = full.activePanel
        let isComplete = !panel.isEmpty && panel.allSatisfy { full.own[$0.person]?.seal != nil }
        return full.phase == .review && isComplete ? Reveal(full: full, means: means).decision : Decision()
    }

    private func drawPseudonyms() -> Decision {
        let names = Pseudonyms.draw("R", for: full.activePanel.map(\.person), means, "custody/pseudonyms")
        return Decision([
            means.opening(.custody),
            Appended(.custody, .pseudonymsDrawn(PseudonymsDrawn(names: names))),
        ])
    }

    /// Fresh for each round, so that a ballot box tells nothing of an opinion or of another round. For every seat of the
    /// frozen panel, also an empty one: a voter's own name must not depend on how many are left.
    private func drawVoters(_ round: Int) -> Decision {
        let names = Pseudonyms.draw("V", for: full.logistics.seats, means, "custody/voters/\(round)")
        return Decision(.custody, .votersDrawn(VotersDrawn(round: round, names: names)))
    }

    /// Leaving the vote opens the round, unless the case was withdrawn; closing the case publishes its manifest.
    private func phaseChanged(to phase: Phase) -> Decision {
        switch phase {
        case .discussion, .drafting:
            full.board.openRound.map { BallotOpening(full: full, round: $0, means: means).decision } ?? Decision()
        case .closed: ClosingManifest(full: full, means: means, chain: chain).decision
        default: Decision()
        }
    }
}

extension Decision {
    func followed(by other: Decision) -> Decision {
        var decision = self
        decision.append(other)
        return decision
    }
}

extension Sealed {
    /// What logistics keeps of a seal.
    fileprivate init(person: PersonID) { self.init(person: person, opinion: nil) }
}
