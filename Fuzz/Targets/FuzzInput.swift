/// What a target makes of the fuzzer's bytes: a few to steer by, the rest as what a peer sends.
struct FuzzInput {
    private var bytes: ArraySlice<UInt8>

    init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        bytes = Array(UnsafeBufferPointer(start: start, count: count))[...]
    }

    /// The next steering byte; zero when there is none.
    mutating func steer() -> UInt8 { bytes.popFirst() ?? 0 }

    /// All that is left.
    var rest: [UInt8] { Array(bytes) }

    /// Cuts `bytes` into pieces whose sizes follow from `seed` alone, so that a crash can be played again.
    static func pieces(of bytes: [UInt8], seed: UInt8) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var state = UInt32(seed) &* 2_654_435_761 | 1
        var rest = bytes[...]
        while !rest.isEmpty {
            state = state &* 1_664_525 &+ 1_013_904_223
            // Mostly a few bytes, now and then many.
            let count = Int(state >> 24) % 8 == 0 ? Int(state >> 16) % 97 + 1 : Int(state >> 20) % 5 + 1
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return pieces
    }
}
