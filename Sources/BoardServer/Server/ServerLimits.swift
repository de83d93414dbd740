package import Sockets
package import Wire

/// The bounds of the server, in one place; docs/OPERATIONS.md lists those few that stand where they are used. Beside each
/// stands what is answered when it is reached.
package struct ServerLimits: Sendable {
    /// Commands waiting for the writer: `unavailable` beyond it.
    package var waitingCommands = 8_192
    package var waitingCommandsPerCase = 1_024
    /// Of one person, whatever the case: nobody's flood refuses another's command.
    package var waitingCommandsPerPerson = 256
    /// Commands a person may say over HTTP and all sockets together, refilled every second: `throttled`, 429 with
    /// `Retry-After`.
    package var commandsPerSecond = 100
    package var commandBurst = 1_000
    /// Folded cases kept in memory, in bytes: the least recently used is folded anew when needed.
    package var foldedBytes = 64 << 20
    package var readerThreads = 2
    /// Jobs waiting for a reader: `unavailable` beyond it.
    package var waitingReads = 4_096
    /// Of one person, whatever they ask for: everybody else's are taken in turn with them.
    package var waitingReadsPerPerson = 256
    /// Silence on a joined socket: close 4003.
    package var heartbeat = Duration.seconds(35)
    /// An HTTP connection without a request: closed.
    package var idle = Duration.seconds(60)
    /// From a request's first byte to the end of its head: 408.
    package var requestTime = Duration.seconds(20)
    /// For its content beyond that: 408.
    package var contentTime = Duration.seconds(60)
    /// How often the times above are looked at: each may be exceeded by so much.
    package var sweep = Duration.seconds(5)
    /// Messages and pings of one person on all sockets: 4004 when the allowance, refilled every second, is used up.
    package var requestsPerSecond = 100
    package var requestBurst = 400
    /// Their bytes: 4004.
    package var requestBytesPerSecond = 1 << 20
    package var requestByteBurst = 8 << 20
    /// Cases one socket may follow: `limit-reached`.
    package var subscriptions = 64
    /// Sockets of one person: 4004 to the newest.
    package var socketsPerPerson = 32
    /// Recent frames of a live case kept for those a little behind, in bytes; further behind reads the disk.
    package var tailBytes = 256 << 10
    /// A piece of replay from disk.
    package var replayBytes = 64 << 10
    /// From SIGTERM until the process ends.
    package var drain = Duration.seconds(8)
    /// Free bytes on the disk below which commands are refused: `unavailable`; reading goes on.
    package var freeSpaceFloor: Int64 {
        get { writer.freeSpaceFloor }
        set { writer.freeSpaceFloor = newValue }
    }
    /// Frames a peer has not taken: close 4002, and it resumes by position.
    package var pendingFrameBytes = 1 << 20
    /// Bytes a peer may send ahead while an answer is awaited: reading stops until it is given.
    package var sentAheadBytes = 64 << 10
    /// Answers a peer has not taken: its next request is read when it has.
    package var answersAheadBytes = 256 << 10
    /// Content above this, and answers, are large: each has to have its share of a budget.
    package var largeBytes = 64 << 10
    /// Large content that is coming or worked on: 503 with `Retry-After` before any of it is read.
    package var largeContentBytes = 256 << 20
    /// Of one person at once: 429 with `Retry-After`.
    package var largeContentsPerPerson = 4
    /// Large answers that the peers have not taken: 503 with `Retry-After` in place of the next.
    package var largeAnswerBytes = 256 << 20
    /// Of one person, or of one address where nobody has signed in, at once: 429 with `Retry-After`.
    package var largeAnswersPerPerson = 32
    /// Requests or messages of one peer that are taken before the others have their turn.
    package var messagesPerTurn = 8
    package var http = HTTPLimits()
    package var webSocket = WebSocketLimits()
    /// The same at `/echo`, which is off unless asked for: what the largest cases of the Autobahn suite need. One of them sends
    /// 65,536 fragments and ends the message with an empty frame behind them.
    package var echo = WebSocketLimits(frame: 16 << 20, message: 16 << 20, fragments: 65_536 + 1)
    package var listener = Listener.Limits()
    /// Descriptors that connections leave to files: with fewer allowed than connections need, connections wait.
    package var reservedDescriptors = 128
    var writer = WriterThread.Limits()

    /// What one connection may take of the memory here, in bytes, beside its shares of the budgets for what is large: TLS and
    /// what an idle one takes, what has come and is not yet a request or a message, content, and what is to be sent. The
    /// kernel keeps 128 KiB more of what is to be sent (`TCP_NOTSENT_LOWAT`), and what is on its way.
    package var bytesPerConnection: Int {
        let idle = 26 << 10
        let ahead = max(sentAheadBytes, webSocket.frame) + ConnectionLimits.readBufferByteCount
        let content = max(largeBytes, webSocket.message)
        let output = max(pendingFrameBytes, answersAheadBytes + largeBytes) + listener.connection.lastWordsByteCount
        // A buffer that grows has half of it to spare at most, and is its own copy meanwhile.
        return idle + 2 * (ahead + content + output)
    }

    /// The same, with no more connections than the process may have descriptors for, and half of them for one address.
    func fitting(descriptors: Int) -> ServerLimits {
        var fitting = self
        let room = max(1, descriptors - reservedDescriptors)
        fitting.listener.openConnections = min(listener.openConnections, room)
        let half = max(1, fitting.listener.openConnections / 2)
        fitting.listener.connectionsPerAddress = min(listener.connectionsPerAddress, half)
        return fitting
    }

    package init() {
        // The largest answer: an image with its head.
        listener.connection.pendingOutputByteCount = 10 << 20
    }
}
