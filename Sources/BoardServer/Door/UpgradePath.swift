/// The paths at which a connection may become a WebSocket.
enum UpgradePath: Sendable {
    /// `/ws`: the board, for who is signed in.
    case board
    /// `/echo`: every message comes back. A path like any unknown one unless the operator asked for it.
    case echo

    init?(_ path: [String], offersEcho: Bool) {
        switch path {
        case ["ws"]: self = .board
        case ["echo"] where offersEcho: self = .echo
        default: return nil
        }
    }
}
