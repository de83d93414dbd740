import Wire

/// What is spoken on a connection that has left HTTP behind. Confined to the loop.
protocol UpgradedConversation: AnyObject {
    /// Takes what is complete of the bytes that have come, up to `ServerLimits.messagesPerTurn` messages: so many mean that
    /// there may be more.
    func proceed(_ input: inout ByteQueue) -> Int
    /// All that was sent has left.
    func drained()
    /// Something was dropped; the connection ends behind a few last words.
    func overflowed()
    func closed()
    /// Called every few seconds; `silence` is how long the peer has said nothing.
    func sweep(silence: Duration)
    /// The server is going down.
    func goDown()
}
