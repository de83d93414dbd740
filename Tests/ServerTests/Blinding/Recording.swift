/// Every byte one person was sent, in pieces: each answer, each replay, the live socket.
struct Recording {
    struct Piece {
        var name: String
        var bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    var pieces: [Piece] = []

    mutating func keep(_ name: String, _ bytes: some Sequence<UInt8>) {
        pieces.append(Piece(name: name, bytes: Array(bytes)))
    }

    func contains(_ text: String) -> Bool { pieces.contains { $0.text.contains(text) } }

    var byteCount: Int { pieces.reduce(0) { $0 + $1.bytes.count } }

    /// Each piece that differs from the other's, with the first place in it; empty when every byte is the same.
    func differences(from other: Recording) -> [String] {
        let names = zip(pieces, other.pieces).filter { $0.name != $1.name }.map { "\($0.name) for \($1.name)" }
        guard pieces.count == other.pieces.count, names.isEmpty else {
            return ["\(pieces.count) pieces and \(other.pieces.count) pieces"] + names
        }
        return zip(pieces, other.pieces).filter { $0.bytes != $1.bytes }.map(Self.sentence)
    }

    private static func sentence(_ one: Piece, _ other: Piece) -> String {
        let place =
            zip(one.bytes, other.bytes).enumerated().first { $1.0 != $1.1 }?.offset
            ?? min(one.bytes.count, other.bytes.count)
        let excerpts = [one, other].map { piece in
            String(decoding: piece.bytes[max(0, place - 80)..<min(piece.bytes.count, place + 120)], as: UTF8.self)
        }
        return "\(one.name) differs at byte \(place):\n\(excerpts[0])\nand\n\(excerpts[1])"
    }
}
