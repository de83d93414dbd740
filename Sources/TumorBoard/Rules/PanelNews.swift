/// What the board is told of its own members: who stood down since the reveal, who sits in their place or in the chair.
///
/// In the open it is said at once. During a vote it is kept for the release that opens the round, so that nobody learns
/// from it who is left to vote.
struct PanelNews {
    let full: CaseState

    init(_ full: CaseState) { self.full = full }

    /// Whether the panel talks in the open.
    var isOpen: Bool { full.phase.isWorking && !full.phase.isSealed }

    /// What the board does not know yet.
    var told: [Appended] {
        let gone = full.board.sitting.filter { full.own[$0.person]?.isRecused == true }
        let new = full.activePanel.filter { member in
            full.board.panel.first { $0.person == member.person }?.role != member.role
        }
        return gone.map { Appended(.board, .stoodDown(StoodDown(by: $0.person))) } + new.map(seated)
    }

    /// Whose seat it was is said of those alone whom the reveal named: who stood down before it stays unnamed.
    func seated(_ member: Membership) -> Appended {
        let principal = member.deputyFor.flatMap { name in full.board.panel.first { $0.person == name }?.person }
        return Appended(.board, .seated(Seated(member: member.asSeated, principal: principal)))
    }
}

extension Membership {
    /// As the panel is told of a member.
    var asSeated: Membership {
        var member = self
        member.deputyFor = nil
        return member
    }
}
