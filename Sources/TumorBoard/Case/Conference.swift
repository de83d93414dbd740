/// A scheduled board meeting. It carries slot numbers only; each case's dossier says which slot it has.
package struct Conference: Codable, Sendable, Equatable {
    package var title: String
    package var starts: Moment
    /// IANA name, such as `Europe/Berlin`.
    package var timeZone: String
    package var durationMinutes: Int
    package var chair: PersonID
    package var participants: [PersonID]
    package var agenda: [Slot]

    package init(
        title: String,
        starts: Moment,
        timeZone: String,
        durationMinutes: Int,
        chair: PersonID,
        participants: [PersonID],
        agenda: [Slot]
    ) {
        self.title = title
        self.starts = starts
        self.timeZone = timeZone
        self.durationMinutes = durationMinutes
        self.chair = chair
        self.participants = participants
        self.agenda = agenda
    }

    package struct Slot: Codable, Sendable, Equatable {
        package var number: Int
        package var minutes: Int

        package init(number: Int, minutes: Int) {
            self.number = number
            self.minutes = minutes
        }
    }
}
