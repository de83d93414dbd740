/// One command being decided: what its actor may see, what was prepared beside it, and the means of this moment.
///
/// The rules are extensions of it, one file for each theme. There is no way from here to what the actor may not read.
struct Deliberation {
    let seen: Seen
    let prepared: Prepared
    let means: Means

    var person: PersonID { seen.person }

    /// Events of the actor's own stream; the first ever is preceded by the salt.
    func inOwn(_ events: Event...) -> [Appended] {
        let stream = Stream.own(person)
        let isNew = seen.state.head(of: stream) == 0
        return (isNew ? [means.opening(stream)] : []) + events.map { Appended(stream, $0) }
    }

    func check(future moment: Moment, _ field: String) throws(Rejection) {
        guard moment > means.now else { throw Rejection(.invalid, field) }
    }
}

extension Means {
    /// 32 random bytes in hexadecimal.
    func salt(for purpose: String) -> String { Hexadecimal.encode(random(32, purpose)) }

    /// The first event of a private stream.
    func opening(_ stream: Stream) -> Appended {
        Appended(stream, .opened(Opened(salt: salt(for: "\(stream.name)/salt"))))
    }

    /// The value's canonical bytes as something to store.
    func blob(_ value: some Encodable) -> NewBlob { NewBlob(Canonical.bytes(value), sha256: sha256) }
}
