import HashTreeCollections

/// One person's own work on the case.
struct OwnState: Sendable, Equatable {
    /// What the last seal made.
    struct Seal: Sendable, Equatable {
        var opinion: Blob
        var pages: [Blob]
        var values: SealedValues
        /// How far the dossier went when it was sealed.
        var dossier: Int
    }

    /// Absent: not declared yet.
    var hasConflict: Bool?
    /// The revision of each note ever made; 0 once deleted, so that no name returns.
    private(set) var notes: TreeDictionary<AnnotationID, Int> = [:]
    /// The revision of each answer.
    var answers: [Dimension: Int] = [:]
    var read: Set<PartID> = []
    var seal: Seal?
    var isRecused = false
    /// The ballots of the last round voted in; the last of them counts, and it alone keeps its reasons.
    var casts: [BallotCast] = []
    var nonces: Set<String> = []

    mutating func apply(_ event: Event) {
        switch event {
        case .conflictsDeclared(let payload): hasConflict = payload.statement != nil
        case .annotated(let payload): notes[payload.annotation.id] = 1
        case .annotationAmended(let payload): notes[payload.annotation.id] = payload.revision
        case .annotationDeleted(let payload): notes[payload.id] = 0
        case .partRead(let payload): read.insert(payload.part)
        case .opinionStated(let payload): answers[payload.dimension] = payload.revision
        case .sealed(let payload):
            guard let opinion = payload.opinion, let values = payload.values else { break }
            seal = Seal(opinion: opinion, pages: payload.pages ?? [], values: values, dossier: payload.dossier ?? 0)
        case .recused: isRecused = true
        case .ballotCast(let payload):
            casts.removeAll { $0.round != payload.round }
            for index in casts.indices { casts[index].reasons = [:] }
            casts.append(payload)
            nonces.insert(BallotText.nonce(of: payload.text))
        default: break
        }
    }

    /// 0 once the note is deleted, `nil` when there never was one.
    func revision(of note: AnnotationID) -> Int? { notes[note] }

    var noteCount: Int { notes.count }

    func casts(in round: Int) -> [BallotCast] { casts.filter { $0.round == round } }
}
