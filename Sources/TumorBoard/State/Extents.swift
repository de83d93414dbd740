/// How far each stream of a case is folded, and roughly what that weighs.
///
/// Asked several times for every command, so the streams that every case has are found without hashing.
struct Extents: Sendable, Equatable {
    struct Extent: Sendable, Equatable {
        var head = 0
        var weight = 0
    }

    private var dossier = Extent()
    private var quarantine = Extent()
    private var logistics = Extent()
    private var board = Extent()
    private var delivery = Extent()
    private var custody = Extent()
    private var own: [PersonID: Extent] = [:]

    subscript(stream: Stream) -> Extent {
        get {
            switch stream {
            case .dossier: dossier
            case .quarantine: quarantine
            case .logistics: logistics
            case .own(let person): own[person] ?? Extent()
            case .board: board
            case .delivery: delivery
            case .custody: custody
            }
        }
        set {
            switch stream {
            case .dossier: dossier = newValue
            case .quarantine: quarantine = newValue
            case .logistics: logistics = newValue
            case .own(let person): own[person] = newValue.head == 0 ? nil : newValue
            case .board: board = newValue
            case .delivery: delivery = newValue
            case .custody: custody = newValue
            }
        }
    }

    /// The streams that hold something.
    var streams: [Stream] {
        let shared: [Stream] = [.dossier, .quarantine, .logistics, .board, .delivery, .custody]
        return shared.filter { self[$0].head > 0 } + own.keys.map(Stream.own)
    }

    var weight: Int {
        let shared = dossier.weight + quarantine.weight + logistics.weight + board.weight + delivery.weight
        return own.values.reduce(shared + custody.weight) { $0 + $1.weight }
    }
}
