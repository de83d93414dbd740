/// What the rules may ask of the outside: nothing but values, so that the same call always decides the same.
package struct Means: Sendable {
    /// When the command was taken up.
    package var now: Moment
    /// `count` unpredictable bytes. `purpose` names what they are for (`"own/p1/salt"`), so that a test can tie each draw
    /// to its author: a draw made for one person never shifts another's.
    package var random: @Sendable (_ count: Int, _ purpose: String) -> [UInt8]
    package var sha256: @Sendable ([UInt8]) -> [UInt8]

    package init(
        now: Moment,
        random: @escaping @Sendable (_ count: Int, _ purpose: String) -> [UInt8],
        sha256: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) {
        self.now = now
        self.random = random
        self.sha256 = sha256
    }
}
