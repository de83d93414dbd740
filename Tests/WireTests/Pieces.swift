/// The ways bytes may arrive. A codec owes the same answer to each: nothing in the protocols says where a packet ends.
enum Pieces {
    /// Whole, byte by byte, and in two parts split at every byte.
    static func everyWay(_ bytes: [UInt8]) -> [[[UInt8]]] {
        let halves = bytes.indices.dropFirst().map { [Array(bytes[..<$0]), Array(bytes[$0...])] }
        return [[bytes], bytes.map { [$0] }] + halves
    }
}
