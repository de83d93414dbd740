/// Whose pseudonym is whose: the server's alone until close.
struct CustodyState: Sendable, Equatable {
    /// For the case: `R-A`, `R-B`, …
    var reviewers: [PersonID: String] = [:]
    /// Fresh for each round: `V-A`, `V-B`, …
    var voters: [Int: [PersonID: String]] = [:]

    mutating func apply(_ event: Event) {
        switch event {
        case .pseudonymsDrawn(let payload): reviewers = payload.names
        case .votersDrawn(let payload): voters[payload.round] = payload.names
        default: break
        }
    }
}
