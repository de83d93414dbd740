import Testing

@testable import Wire

@Suite struct `Byte ranges` {
    @Test(
        arguments: [
            ("bytes=0-499", .part(0..<500)), ("bytes=500-999", .part(500..<1000)), ("bytes=-500", .part(9500..<10000)),
            ("bytes=9500-", .part(9500..<10000)), ("bytes=0-0", .part(0..<1)), ("bytes=-1", .part(9999..<10000)),
            ("bytes=0-99999", .part(0..<10000)), ("bytes=-99999", .part(0..<10000)), ("Bytes= 1-2 ", .part(1..<3)),
            ("bytes=0-99999999999999999999", .part(0..<10000)), ("bytes=9999-", .part(9999..<10000)),
            ("bytes=10000-", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=-0", .unsatisfiable),
            ("bytes=2-1", .whole), ("bytes=-", .whole), ("bytes=", .whole), ("bytes=1", .whole), ("bytes=a-b", .whole),
            ("bytes=1-2,4-5", .whole), ("bytes=+1-2", .whole), ("bytes=1--2", .whole), ("lines=1-2", .whole),
            ("bytes 1-2", .whole),
        ] as [(String, ByteRange)]
    )
    func `one range is served, several or broken ones get the whole`(value: String, range: ByteRange) {
        #expect(ByteRange(value, length: 10_000) == range)
    }

    @Test func `nothing can be cut from an empty body`() {
        #expect(ByteRange("bytes=0-", length: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-5", length: 0) == .whole)
        #expect(ByteRange(nil, length: 0) == .whole)
    }

    @Test func `the answer says what was cut`() {
        #expect(ByteRange("bytes=1-2", length: 5).contentRange(length: 5) == "bytes 1-2/5")
        #expect(ByteRange("bytes=7-", length: 5).contentRange(length: 5) == "bytes */5")
        #expect(ByteRange(nil, length: 5).contentRange(length: 5) == nil)
    }
}
