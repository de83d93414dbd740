/// Every bound of the domain, each answered with `limit-reached` or `invalid`. Quotas are per person, never per case.
package enum Limits {
    package static let lineLength = 300
    package static let textLength = 16_000
    package static let listLength = 50
    package static let documents = 500
    package static let partsPerDocument = 50
    package static let pointsPerSeries = 400
    package static let labNoteLength = 2_000
    package static let annotationsPerPerson = 5_000
    package static let citationsPerAnswer = 20
    package static let commentsPerPerson = 2_000
    package static let optionsPerPerson = 20
    /// Beside those that the reveal computed.
    package static let discrepanciesPerPerson = 20
    package static let amendmentsPerPerson = 100
    package static let minoritiesPerPerson = 20
    package static let panelMembers = 40
    package static let membersPerCase = 1_000
    package static let rounds = 9
    /// Ballots one voter may cast in one round, the last one counting.
    package static let castsPerRound = 20
    package static let series = 200
    package static let recipients = 50
    package static let addendaPerPerson = 50
    /// Code points of a quoted passage, and of the context on either side of it.
    package static let quoteLength = 2_000
    package static let quoteContextLength = 100
    package static let dissentLength = 8_000
    /// The canonical bytes of one part.
    package static let partBytes = 1 << 20
    package static let imageBytes = 8 << 20
    package static let opinionBytes = 64 << 10
    package static let pageBytes = 1 << 20
    // What the reveal states is divided statically, so that it always fits one event.
    package static let pagesPerPackage = 6
    package static let findingsPerPackage = 200
    package static let panelBytes = 8 << 10
    package static let firstValuesBytes = 6 << 10
    package static let discrepancies = 120
    /// The encoded form of one event, so that its frame stays within 64 KiB.
    package static let eventBytes = 60 << 10
}
