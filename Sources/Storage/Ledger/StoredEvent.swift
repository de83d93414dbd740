/// One event as it lies in the ledger.
package struct StoredEvent: Sendable, Equatable {
    /// The ledger-wide order. Never leaves the server.
    package var position: Int64
    package var stream: String
    package var seq: Int
    /// Milliseconds since 1970, never before its predecessor in the stream.
    package var at: Int64
    package var author: String
    /// The version of the event's schema.
    package var version: Int
    package var body: [UInt8]
    /// SHA-256(hex(previous) + LF + body).
    package var chain: [UInt8]

    /// The first 16 hexadecimal digits of the chain hash: with `seq`, a position.
    package var tag: String { Chain.tag(chain) }
}
