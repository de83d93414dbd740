import BoardClient
import Foundation
import Sockets
import TestSupport
import Wire

/// Sockets that follow one case, each read by a thread of its own, and what they have heard.
final class Audience: Sendable {
    private struct State {
        /// When the word waited for came, one moment for each socket that has heard it so often as asked.
        var heard: [ContinuousClock.Instant] = []
        var replies = 0
        var refusals = 0
        var lastReply: ContinuousClock.Instant?
        var bytes = 0
    }

    private let state = Monitor(State())
    private let sockets: [LiveClient]
    private static let patience = Duration.seconds(120)
    private static let refusal = Array(#""error":{"#.utf8)
    /// In the reply to a ballot; what everybody is told of ballots says `commitments`.
    private static let receipt = Array(#""commitment":"#.utf8)

    /// Opens a socket for each of the people and joins the case; returns when all have caught up.
    init(_ people: [String], of caseID: String, on board: TestBoard) throws {
        var sockets: [LiveClient] = []
        for person in people {
            var fields = HTTPFields()
            fields.set("Authorization", "Bearer \(board.token(of: person))")
            let socket = try LiveClient.open(board.address, context: board.context, fields: fields)
            try socket.send(Array(#"{"id":"join","join":{"case":"\#(caseID)","at":{}}}"#.utf8))
            sockets.append(socket)
        }
        self.sockets = sockets
        _ = try hear(Array(#""caught-up""#.utf8))
    }

    /// Starts to listen for `word` on every socket; each stops when it has heard it once.
    ///
    /// - Returns: a function that waits until all have and gives the moments, in order.
    func listen(for word: String) -> () throws -> [ContinuousClock.Instant] {
        let word = Array(word.utf8)
        let deadline = ContinuousClock.now + Self.patience
        state.withLock { $0.heard = [] }
        for socket in sockets { start { [self] in note(socket, word, until: deadline) } }
        return { [self] in try allHeard(before: deadline) }
    }

    private func hear(_ word: [UInt8]) throws -> [ContinuousClock.Instant] {
        try listen(for: String(decoding: word, as: UTF8.self))()
    }

    private func start(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 256 << 10
        thread.start()
    }

    private func note(_ socket: LiveClient, _ word: [UInt8], until deadline: ContinuousClock.Instant) {
        while case .message(let bytes)? = try? socket.receive(deadline: deadline) {
            let isWord = bytes.holds(word)
            let isRefusal = bytes.holds(Self.refusal)
            let isReceipt = bytes.holds(Self.receipt)
            state.withLock { state in
                state.bytes += bytes.count
                if isRefusal { state.refusals += 1 }
                if isReceipt {
                    state.replies += 1
                    state.lastReply = .now
                }
                if isWord { state.heard.append(.now) }
            }
            if isWord { return }
        }
    }

    private func allHeard(before deadline: ContinuousClock.Instant) throws -> [ContinuousClock.Instant] {
        let all = state.withLock(when: { $0.heard.count == sockets.count }, before: deadline) { $0.heard.sorted() }
        guard let all else {
            throw TestBoard.Refused(description: "\(state.withLock(\.heard).count) of \(sockets.count) have heard it")
        }
        return all
    }

    /// Says something on one socket.
    func say(_ text: String, at index: Int) throws { try sockets[index].send(Array(text.utf8)) }

    /// Waits until so many ballots are acknowledged; when the last was, and how many requests were refused.
    func acknowledged(_ count: Int) throws -> (last: ContinuousClock.Instant, refusals: Int) {
        let found = state.withLock(when: { $0.replies >= count }, before: .now + Self.patience) { state in
            state.lastReply.map { ($0, state.refusals) }
        }
        guard let found = found.flatMap(\.self) else {
            throw TestBoard.Refused(description: "\(state.withLock(\.replies)) of \(count) ballots are acknowledged")
        }
        return found
    }

    /// Bytes of all messages that came.
    var byteCount: Int { state.withLock(\.bytes) }

    func close() { for socket in sockets { socket.close() } }
}

extension [UInt8] {
    /// Whether `run`, which is not empty, stands somewhere in it.
    fileprivate func holds(_ run: [UInt8]) -> Bool {
        withUnsafeBytes { bytes in
            var rest = bytes[...]
            while let start = rest.firstIndex(of: run[0]), start + run.count <= bytes.count {
                if bytes[start..<start + run.count].elementsEqual(run) { return true }
                rest = bytes[(start + 1)...]
            }
            return false
        }
    }
}
