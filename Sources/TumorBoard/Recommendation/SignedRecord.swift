/// A stored record with the server's signature over its bytes.
package struct SignedRecord: Sendable, Equatable {
    package var record: Blob
    /// ECDSA P-256 with SHA-256, DER in Base64.
    package var signature: String
    /// PEM.
    package var publicKey: String
}

extension Seen {
    /// The signed record, as the actor's streams publish it: the board to the panel, the delivery to the recipient.
    package var signedRecord: SignedRecord? { state.board.record ?? state.delivery.record }
}
