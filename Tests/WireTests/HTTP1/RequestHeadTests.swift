import Testing

@testable import Wire

@Suite struct `The head of a request` {
    private func head(_ fields: String, version: String = "1.1") throws -> RequestHead {
        try #require(RequestTranscript("POST /a?b=c HTTP/\(version)\r\nHost: a\r\n\(fields)\r\n").heads.first)
    }

    @Test(arguments: [
        ("", "1.1", true), ("Connection: keep-alive\r\n", "1.1", true), ("Connection: close\r\n", "1.1", false),
        ("Connection: Upgrade, CLOSE\r\n", "1.1", false), ("Connection: a\r\nConnection: close\r\n", "1.1", false),
        ("", "1.0", false), ("Connection: keep-alive\r\n", "1.0", false),
    ])
    func `a connection persists unless one side says otherwise or speaks HTTP 1.0`(
        fields: String,
        version: String,
        persists: Bool
    ) throws {
        #expect(try head(fields, version: version).keepAlive == persists)
    }

    @Test func `100-continue is expected with content alone, and never in HTTP 1.0`() throws {
        #expect(try head("Expect: 100-Continue\r\nContent-Length: 1\r\n").expectsContinue)
        #expect(try head("Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n").expectsContinue)
        #expect(try !head("Expect: 100-continue\r\nContent-Length: 0\r\n").expectsContinue)
        #expect(try !head("Expect: 100-continue\r\n").expectsContinue)
        #expect(try !head("Content-Length: 1\r\n").expectsContinue)
        #expect(try !head("Expect: 100-continue\r\nContent-Length: 1\r\n", version: "1.0").expectsContinue)
    }

    @Test func `an upgrade counts only when Connection names it, and never in HTTP 1.0`() throws {
        #expect(
            try head("Upgrade: websocket, x/1\r\nConnection: keep-alive, upgrade\r\n").upgrade == ["websocket", "x/1"]
        )
        #expect(try head("Upgrade: websocket\r\n").upgrade.isEmpty)
        #expect(try head("Upgrade: websocket\r\nConnection: upgrade\r\n", version: "1.0").upgrade.isEmpty)
    }

    @Test func `the length of the content is known or it comes in chunks`() throws {
        #expect(try head("Content-Length: 7\r\n").contentLength == 7)
        #expect(try head("Content-Length: 7\r\n").hasBody)
        #expect(try head("Content-Length: 0\r\n").contentLength == 0)
        #expect(try !head("Content-Length: 0\r\n").hasBody)
        #expect(try head("").contentLength == nil)
        #expect(try head("Transfer-Encoding: Chunked\r\n").isChunked)
        #expect(try head("Transfer-Encoding: chunked\r\n").hasBody)
    }

    @Test func `the target is kept as it was sent`() throws {
        let target = try head("").target
        #expect(target.raw == "/a?b=c")
        #expect(target.query("b") == "c")
        #expect(target.query("c") == nil)
    }
}
