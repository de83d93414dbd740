package import TumorBoard

/// The first message after the upgrade: who you are, and the server's clock.
package struct Hello: Codable, Sendable {
    package var push = "hello"
    package var person: PersonID
    package var name: String
    package var now: Moment

    package init(person: PersonID, name: String, now: Moment) {
        self.person = person
        self.name = name
        self.now = now
    }
}

/// Your list of cases and conferences says something else now: it is to be asked for again. What, it does not say.
package enum ListNotice {
    package static let json = Array(#"{"push":"boards"}"#.utf8)
}

/// A message about a case as a whole.
package struct CaseNotice: Codable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case caughtUp = "caught-up"
        /// The subscription has ended; join again from what you hold.
        case rejoin
        /// You are no longer a member.
        case left
    }

    package var push: Kind
    package var caseID: CaseID

    private enum CodingKeys: String, CodingKey {
        case push
        case caseID = "case"
    }

    package init(_ push: Kind, _ caseID: CaseID) {
        self.push = push
        self.caseID = caseID
    }
}
