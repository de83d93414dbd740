import Testing

@testable import Wire

@Suite struct `The response decoder` {
    /// The events in short, with the content in one piece; a refusal is the last.
    private func read(_ pieces: [[UInt8]], method: HTTPMethod, limits: HTTPLimits) -> [String] {
        var decoder = ResponseDecoder(limits: limits)
        decoder.method = method
        var queue = ByteQueue()
        var events: [String] = []
        var body: [UInt8] = []
        do {
            for piece in pieces {
                queue.append(piece)
                while let event = try decoder.next(&queue) {
                    switch event {
                    case .interim(let head): events.append("interim \(head.status.code)")
                    case .head(let head): events.append("\(head.status.code)\(head.keepAlive ? "" : " closes")")
                    case .body(let bytes): body += bytes
                    case .end:
                        events.append("[\(String(decoding: body, as: UTF8.self))]")
                        body = []
                    }
                }
            }
        } catch {
            events.append("refused \(error.status.code)")
        }
        return events
    }

    private func read(
        _ response: String,
        to method: HTTPMethod = .get,
        limits: HTTPLimits = HTTPLimits()
    ) -> [String] {
        let whole = read([Array(response.utf8)], method: method, limits: limits)
        for pieces in Pieces.everyWay(Array(response.utf8)) {
            #expect(read(pieces, method: method, limits: limits) == whole)
        }
        return whole
    }

    @Test func `content has a length or comes in chunks`() {
        #expect(read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab") == ["200", "[ab]"])
        #expect(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n") == ["200", "[ab]"])
        #expect(read("HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n") == ["404", "[]"])
    }

    @Test func `responses follow each other on a connection that persists`() {
        let first = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"
        let second = "HTTP/1.1 500 Oops\r\nContent-Length: 1\r\nConnection: close\r\n\r\nb"
        #expect(read(first + second) == ["200", "[a]", "500 closes", "[b]"])
        #expect(read("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n") == ["200 closes", "[]"])
    }

    @Test func `no content answers HEAD, nor comes with 204 and 304, whatever the length says`() {
        #expect(read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", to: .head) == ["200", "[]"])
        #expect(read("HTTP/1.1 204 No Content\r\n\r\n") == ["204", "[]"])
        #expect(read("HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n") == ["304", "[]"])
    }

    @Test func `interim responses come before the final one, and 101 is final`() {
        let final = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        #expect(
            read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 \r\nA: b\r\n\r\n" + final) == [
                "interim 100", "interim 103", "200", "[]",
            ]
        )
        #expect(read("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n") == ["101", "[]"])
        var limits = HTTPLimits()
        limits.interimResponses = 1
        let interim = "HTTP/1.1 100 Continue\r\n\r\n"
        #expect(read(interim + final + interim + final, limits: limits).count == 6)
        #expect(read(interim + interim + final, limits: limits) == ["interim 100", "refused 502"])
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 600 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1  200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 O\u{0}K\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "\r\nHTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n",
    ])
    func `what breaks a rule is refused before any content`(response: String) {
        let events = read(response)
        #expect(events.last == "refused 502")
        #expect(!events.contains { $0.hasPrefix("[") })
    }

    @Test func `what this server writes, this client reads`() {
        let date = HTTPDate(unixSeconds: 0)
        let response = ResponseEncoder.encode(.created, ["Location": "/a"], body: Array("yes".utf8), date: date)
        #expect(read(String(decoding: response, as: UTF8.self)) == ["201", "[yes]"])
        #expect(read(String(decoding: ResponseEncoder.continue, as: UTF8.self)) == ["interim 100"])
    }
}
