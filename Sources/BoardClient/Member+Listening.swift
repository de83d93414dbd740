import BoardAPI
import Foundation
import Sockets
import TumorBoard

/// The listening side: connect, join from what is held, apply what is next, come back after a cut.
extension Member {
    private static let silence = Duration.seconds(35)
    private static let beat = Duration.seconds(15)
    private static let longestPause = Duration.seconds(15)

    /// Starts to follow the case on a thread of its own.
    package func start() {
        let listener = Thread { [self] in listen() }
        listener.name = "member"
        listener.start()
        let heart = Thread { [self] in keepBeating() }
        heart.name = "member-beat"
        heart.start()
    }

    private func listen() {
        var pause = Duration.milliseconds(500)
        var hasConnected = false
        var isLossTold = false
        while !state.withLock({ $0.isClosed || $0.failure != nil }) {
            let obstacle: Obstacle
            do {
                let socket = try LiveClient.open(server, context: context, fields: fields)
                let isWanted = state.withLock { state in
                    state.socket = socket
                    return !state.isClosed
                }
                guard isWanted else { return socket.close() }
                hasConnected = true
                if isLossTold { onChange?(.back) }
                isLossTold = false
                try join(over: socket)
                pause = .milliseconds(500)
                obstacle = .ended(try receive(from: socket))
            } catch {
                obstacle = Obstacle(error)
            }
            if case .refused(let status) = obstacle, (400..<500).contains(status) {
                state.withLock { $0.failure = .turnedAway(status) }
            } else if !hasConnected, obstacle.isLasting {
                // Later it is the network's fault: back off and come back.
                state.withLock { $0.failure = .unreachable(obstacle) }
            }
            let (isClosed, failure) = state.withLock { state in
                state.socket?.close()
                state.socket = nil
                state.isCaughtUp = false
                return (state.isClosed, state.failure)
            }
            if isClosed { return }
            if let failure {
                onChange?(.ended(failure))
                return
            }
            if !isLossTold { onChange?(.lost(obstacle)) }
            isLossTold = true
            _ = state.withLock(
                when: { $0.isClosed || $0.failure != nil },
                before: .now + pause * Double.random(in: 0...1)
            ) { _ in }
            pause = min(pause * 2, Self.longestPause)
        }
    }

    private func keepBeating() {
        while state.withLock(when: { $0.isClosed || $0.failure != nil }, before: .now + Self.beat, { _ in }) == nil {
            try? state.withLock(\.socket)?.send(Array(#"{"id":"beat","beat":{}}"#.utf8))
        }
    }

    private func join(over socket: LiveClient) throws {
        struct Request: Encodable {
            var id: String
            var join: LiveRequest.Join
        }
        let request = state.withLock { state in
            state.joins += 1
            return Request(id: "join-\(state.joins)", join: LiveRequest.Join(caseID: caseID, at: state.positions))
        }
        try socket.send(Canonical.encode(request))
    }

    /// Takes what comes until nothing does, or until it has said that this member is not wanted.
    ///
    /// - Returns: the close code.
    private func receive(from socket: LiveClient) throws -> Int? {
        while state.withLock(\.failure) == nil {
            switch try socket.receive(deadline: .now + Self.silence) {
            case .message(let line): try take(line, from: socket)
            case .closed(let code):
                if let code, code >= 4500 { state.withLock { $0.failure = .turnedAway(code) } }
                return code
            }
        }
        return nil
    }

    /// What any message may hold; the rest is read where it is needed.
    private struct Envelope: Decodable {
        var push: String?
        var stream: String?
        var seq: Int?
        var tag: String?
        var re: String?
        var error: ErrorReply.Fault?
    }

    private func take(_ line: [UInt8], from socket: LiveClient) throws {
        let envelope = try Canonical.decode(Envelope.self, from: line)
        if let re = envelope.re { return try answer(re, envelope, line, socket) }
        switch envelope.push {
        case "event":
            guard let stream = envelope.stream, let seq = envelope.seq, let tag = envelope.tag else { return }
            let received = Received(stream: stream, seq: seq, tag: tag, line: line)
            let last = state.withLock { $0.positions[stream]?.seq ?? 0 }
            if seq <= last { return }
            guard seq == last + 1 else { return try join(over: socket) }
            state.withLock { state in
                state.positions[stream] = Position(seq: seq, tag: tag)
                state.events.append(received)
            }
            onEvent?(received)
        case "caught-up":
            state.withLock { $0.isCaughtUp = true }
            onOther?(line)
        case "rejoin":
            state.withLock { $0.isCaughtUp = false }
            try join(over: socket)
        case "left":
            state.withLock { $0.failure = .notAMember }
            onOther?(line)
        default: onOther?(line)
        }
    }

    private func answer(_ re: String, _ envelope: Envelope, _ line: [UInt8], _ socket: LiveClient) throws {
        if re == "beat" { return }
        if re.hasPrefix("join-") {
            guard let error = envelope.error else { return }
            switch error.code {
            case "diverged":
                let names = Set((error.detail ?? "").split(separator: " ").map(String.init))
                state.withLock { state in
                    state.positions = state.positions.filter { !names.contains($0.key) }
                    state.events.removeAll { names.contains($0.stream) }
                }
                try join(over: socket)
            case "unavailable":
                // Not at once: everybody else hears the same.
                let pause = Duration.milliseconds(200 + Int.random(in: 0...300))
                _ = state.withLock(when: \.isClosed, before: .now + pause) { _ in }
                try join(over: socket)
            default: state.withLock { $0.failure = .notAMember }
            }
            return
        }
        // Handed out first: whoever waits for the answer may end the program when it has come.
        onOther?(line)
        state.withLock { state in
            guard state.awaited.keys.contains(re) else { return }
            state.awaited.updateValue(envelope.error.map { .refused($0) } ?? .ok(line), forKey: re)
        }
    }
}
