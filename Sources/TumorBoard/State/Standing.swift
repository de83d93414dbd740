/// What one person has done of what is expected of them: for that person alone.
package struct Standing: Codable, Equatable, Sendable {
    package var conflictsDeclared: Bool
    package var sealed: Bool
    package var recused: Bool
    /// The last round this person voted in.
    package var castRound: Int?
    package var respondedVersion: Int?
    package var signedVersion: Int?
    package var acknowledged: Bool
    package var remindedAt: Moment?
}

extension CaseState {
    package func standing(of person: PersonID) -> Standing {
        let work = own[person] ?? OwnState()
        let signOff = board.signOff
        return Standing(
            conflictsDeclared: work.hasConflict != nil,
            sealed: work.seal != nil,
            recused: work.isRecused,
            castRound: work.casts.last?.round,
            respondedVersion: signOff?.positions[person] == nil ? nil : signOff?.version,
            signedVersion: signOff?.signers.contains(person) == true ? signOff?.version : nil,
            acknowledged: delivery.acknowledged.contains(person),
            remindedAt: logistics.reminded[person]
        )
    }
}
