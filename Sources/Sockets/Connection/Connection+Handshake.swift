/// The handshake, whose steps are taken on a thread of their own: one may cost half a millisecond of signing, and those who
/// are in must not wait for a crowd at the door.
///
/// While a step waits or is under way, the loop leaves the stream alone: nothing is asked of the kernel, and whatever ends
/// the connection meanwhile frees the socket when the step comes back.
extension Connection {
    /// A connection on its way to the thread of the steps and back.
    private struct Step: @unchecked Sendable {
        // SAFETY: of the connection, the other thread touches the stream alone, and the loop does not until the step is
        // back. The queues on the way there and back order the two threads.
        let connection: Connection
    }

    func takeStep() {
        // Fetched from the kernel before it was asked for nothing.
        if isStepping { return }
        isStepping = true
        watch()
        let step = Step(connection: self)
        let isTaken = handshaker.submit { [loop] in
            let outcome = step.connection.stream.handshake()
            // A loop that has ended needs no answer; the socket goes with the connection.
            loop.enqueue { step.connection.stepTaken(outcome) }
        }
        if isTaken { return }
        isStepping = false
        tearDown(.failed("too many handshakes wait"))
    }

    private func stepTaken(_ outcome: TLSStream.Outcome) {
        isStepping = false
        guard phase == .handshaking else { return freeStream() }
        switch outcome {
        case .done:
            phase = .open
            isWriteBlocked = false
            cancelDeadline()
            watch()
            handler?.handshaken(self)
            // The first request may have come with the end of the handshake.
            if phase == .open && stream.hasPending { read() }
            if !output.isEmpty { visitAtTickEnd() }
        case .wantsRead:
            watch()
        case .wantsWrite:
            isWriteBlocked = true
            watch()
        case .ended, .truncated:
            tearDown(.truncated)
        case .failed(let error):
            tearDown(.failed("\(error)"))
        }
    }
}
