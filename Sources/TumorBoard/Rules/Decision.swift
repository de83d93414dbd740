/// What a command becomes: events to append, bytes to store with them, and what the actor is told.
package struct Decision: Sendable {
    package var appended: [Appended] = []
    package var blobs: [NewBlob] = []
    package var answer = Answered()

    package init(_ appended: [Appended] = [], blobs: [NewBlob] = [], answer: Answered = Answered()) {
        self.appended = appended
        self.blobs = blobs
        self.answer = answer
    }

    package init(_ stream: Stream, _ event: Event) { self.init([Appended(stream, event)]) }
}

package struct Appended: Sendable {
    package var stream: Stream
    package var event: Event

    package init(_ stream: Stream, _ event: Event) {
        self.stream = stream
        self.event = event
    }
}

/// What a reply tells beyond the positions appended to.
package struct Answered: Sendable, Equatable, Codable {
    /// The receipt of a seal: the package's hash.
    package var opinion: String?
    /// The receipt of a ballot.
    package var commitment: String?
    /// Where a revised entry stands now.
    package var revision: Int?
}
