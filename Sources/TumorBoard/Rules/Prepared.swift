/// What was computed beside a command, off the writer, before the rules are asked: bytes measured, hashed and built.
package enum Prepared: Sendable {
    case nothing
    /// For `fileDocument` and `fileTranslation`: the canonical content, whole and by part.
    case content(Content)
    /// For `seal`: the package built from `own` up to the sequence number the command names.
    case package(Package)
    /// For `conclude`: the record built from `dossier` and `board` at these sequence numbers, signed by the server's key.
    case record(BuiltRecord)
    /// It could not be prepared: said by the rules, after authorisation and receipt.
    case refused(Rejection)

    package struct Content: Sendable {
        package var mediaType: String
        /// The undivided content, with its length in code points for text.
        package var whole: NewBlob
        package var length: Int?
        /// One for each segment, in order; empty for an undivided document.
        package var segments: [(blob: NewBlob, length: Int)]

        package init(mediaType: String, whole: NewBlob, length: Int?, segments: [(blob: NewBlob, length: Int)]) {
            self.mediaType = mediaType
            self.whole = whole
            self.length = length
            self.segments = segments
        }
    }

    package struct Package: Sendable {
        package var own: Int
        package var opinion: NewBlob
        package var pages: [NewBlob]
        package var values: SealedValues

        package init(own: Int, opinion: NewBlob, pages: [NewBlob], values: SealedValues) {
            self.own = own
            self.opinion = opinion
            self.pages = pages
            self.values = values
        }
    }

    package struct BuiltRecord: Sendable {
        package var dossier: Int
        package var board: Int
        package var record: NewBlob
        package var signature: String
        package var publicKey: String

        package init(dossier: Int, board: Int, record: NewBlob, signature: String, publicKey: String) {
            self.dossier = dossier
            self.board = board
            self.record = record
            self.signature = signature
            self.publicKey = publicKey
        }
    }
}

/// Bytes to store with the events of a command, and the reference to them.
package struct NewBlob: Sendable, Equatable {
    package var blob: Blob
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8], sha256: ([UInt8]) -> [UInt8]) {
        self.bytes = bytes
        blob = Blob(hash: Hexadecimal.encode(sha256(bytes)), size: bytes.count)
    }
}
