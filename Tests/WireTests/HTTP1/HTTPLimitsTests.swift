import Testing

@testable import Wire

/// Each limit is met by a request exactly at it and broken by one byte or field more. The limits are small, so that each request
/// can be split at every byte.
@Suite struct `The limits of HTTP` {
    private let limits: HTTPLimits = {
        var limits = HTTPLimits()
        limits.startLine = 20
        limits.fieldSection = 40
        limits.fieldCount = 3
        limits.body = 10
        limits.chunkLine = 8
        limits.chunkExtensions = 9
        limits.trailerSection = 12
        return limits
    }()

    private func answer(_ request: String, bodyLimit: Int? = nil) -> Int? {
        let whole = RequestTranscript(request, limits: limits, bodyLimit: bodyLimit)
        for pieces in Pieces.everyWay(Array(request.utf8)) {
            let other = RequestTranscript(pieces, limits: limits, bodyLimit: bodyLimit)
            #expect(other == whole)
        }
        return whole.refusal?.status.code ?? (whole.requests.count == 1 && whole.leftOver == 0 ? 200 : nil)
    }

    private func get(target: String = "/", _ fields: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
    }

    private func chunks(_ body: String) -> String {
        "POST / HTTP/1.1\r\nHost:a\r\nTransfer-Encoding:chunked\r\n\r\n\(body)"
    }

    @Test func `the defaults are those the documentation promises`() {
        let limits = HTTPLimits()
        #expect([limits.startLine, limits.method, limits.fieldSection, limits.fieldCount] == [8192, 24, 16_384, 64])
        #expect([limits.body, limits.chunkLine, limits.chunkExtensions] == [65_536, 256, 1024])
        #expect([limits.trailerSection, limits.interimResponses] == [4096, 8])
    }

    @Test func `a request line over its limit is 414`() {
        #expect(answer(get(target: "/2345678")) == 414)
        #expect(answer(get(target: "/234567")) == 200)
    }

    @Test func `a request line that never ends is 414 as soon as it must exceed its limit`() {
        #expect(answer("GET /" + String(repeating: "a", count: 16)) == nil)
        #expect(answer("GET /" + String(repeating: "a", count: 17)) == 414)
    }

    @Test func `a method of the greatest length is a method`() {
        var limits = limits
        limits.startLine = 100
        limits.method = 4
        #expect(RequestTranscript("GETT / HTTP/1.1\r\nHost: a\r\n\r\n", limits: limits).refusal == nil)
        #expect(
            RequestTranscript("GETTT / HTTP/1.1\r\nHost: a\r\n\r\n", limits: limits).refusal?.status == .notImplemented
        )
    }

    @Test func `a header section over its limit is 431, whether or not it ends`() {
        // "Host: a" and the empty line take 11 of the 40 bytes; "X: " and the line end take 5.
        #expect(answer(get("X: " + String(repeating: "x", count: 24) + "\r\n")) == 200)
        #expect(answer(get("X: " + String(repeating: "x", count: 25) + "\r\n")) == 431)
        #expect(answer("GET / HTTP/1.1\r\n" + String(repeating: "x", count: 50)) == 431)
    }

    @Test func `a field over their number is 431`() {
        #expect(answer(get("A:1\r\nB:2\r\n")) == 200)
        #expect(answer(get("A:1\r\nB:2\r\nC:3\r\n")) == 431)
    }

    @Test func `content over its limit is 413`() {
        #expect(answer(get("Content-Length: 10\r\n") + "0123456789") == 200)
        #expect(answer(get("Content-Length: 11\r\n") + "0123456789a") == 413)
        #expect(answer(chunks("5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n")) == 200)
        #expect(answer(chunks("5\r\n01234\r\n6\r\n56789a\r\n0\r\n\r\n")) == 413)
        #expect(answer(chunks("7fffffffffffffff\r\n")) == 400, "longer than a chunk line may be")
    }

    @Test func `the greatest chunk size does not overflow the sum`() {
        let request = "POST / HTTP/1.1\r\nHost:a\r\nTransfer-Encoding:chunked\r\n\r\n1\r\na\r\n7fffffffffffffff\r\n"
        #expect(RequestTranscript(request).refusal?.status == .contentTooLarge)
    }

    @Test func `the owner sets the limit of the content once it knows what is asked for`() {
        #expect(answer(get("Content-Length: 3\r\n") + "abc", bodyLimit: 3) == 200)
        #expect(answer(get("Content-Length: 3\r\n") + "abc", bodyLimit: 2) == 413)
        #expect(answer(get("Content-Length: 20\r\n") + String(repeating: "a", count: 20), bodyLimit: 20) == 200)
    }

    @Test func `announced content is refused before it is sent, and after the request the default holds again`() throws
    {
        var decoder = RequestDecoder(limits: limits)
        var queue = ByteQueue()
        queue.append(Array(get("Content-Length: 12\r\n").utf8))
        _ = try decoder.next(&queue)
        decoder.bodyLimit = 12
        #expect(try decoder.next(&queue) == nil)
        queue.append([UInt8](repeating: 65, count: 12))
        _ = try decoder.next(&queue)
        #expect(try decoder.next(&queue) == .end)
        #expect(decoder.bodyLimit == 10)
        queue.append(Array(get("Content-Length: 11\r\n").utf8))
        _ = try decoder.next(&queue)
        let refusal = #expect(throws: HTTPError.self) { try decoder.next(&queue) }
        #expect(refusal?.status == .contentTooLarge)
    }

    @Test func `chunk lines and extensions have limits of their own`() {
        #expect(answer(chunks("1;abcdef\r\nx\r\n0\r\n\r\n")) == 200)
        #expect(answer(chunks("1;abcdefg\r\nx\r\n0\r\n\r\n")) == 400)
        #expect(answer(chunks("1;abcd\r\nx\r\n1;bcd\r\nx\r\n0\r\n\r\n")) == 200)
        #expect(answer(chunks("1;abcd\r\nx\r\n1;bcd\r\nx\r\n0;a\r\n\r\n")) == 400)
    }

    @Test func `trailers over their limit are 431`() {
        #expect(answer(chunks("0\r\nABC: 1234\r\n\r\n")) == 431)
        #expect(answer(chunks("0\r\nABC: 123\r\n\r\n")) == 200)
        #expect(answer(chunks("0\r\nA:\r\nB:\r\n\r\n")) == 200)
    }
}
