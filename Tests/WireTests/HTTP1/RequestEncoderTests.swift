import Testing

@testable import Wire

@Suite struct `The request encoder` {
    private let host = Authority(host: "board.example", port: 8443)

    @Test func `a request has its host and the length of its content`() {
        let request = RequestEncoder.encode(.post, "/a?b", host: host, fields: ["X": "y"], body: Array("hi".utf8))
        #expect(
            String(decoding: request, as: UTF8.self)
                == "POST /a?b HTTP/1.1\r\nHost: board.example:8443\r\nContent-Length: 2\r\nX: y\r\n\r\nhi"
        )
    }

    @Test func `no content is not the same as empty content`() {
        let without = String(decoding: RequestEncoder.encode(.get, "/", host: host), as: UTF8.self)
        #expect(!without.contains("Content-Length"))
        let empty = String(decoding: RequestEncoder.encode(.put, "/", host: host, body: []), as: UTF8.self)
        #expect(empty.contains("\r\nContent-Length: 0\r\n"))
    }

    @Test func `neither target nor fields can break out of their place`() throws {
        let fields: HTTPFields = ["Host": "other", "Content-Length": "7", "Transfer-Encoding": "chunked"]
        let request = RequestEncoder.encode(.get, "/a b\r\nX: ü#%41", host: host, fields: fields)
        let transcript = RequestTranscript([request])
        #expect(transcript.refusal?.status == .badRequest, "an encoded line end is refused in a path")
        #expect(transcript.heads.isEmpty)
        #expect(
            String(decoding: request, as: UTF8.self).hasPrefix("GET /a%20b%0D%0AX:%20%C3%BC%23%41 HTTP/1.1\r\nHost: b")
        )
    }

    @Test func `what this client writes, this server reads`() throws {
        let target = "/" + PercentEncoding.encode("Fall 7/ü") + "?q=" + PercentEncoding.encode("a&b=c+d")
        let transcript = RequestTranscript([RequestEncoder.encode(.get, target, host: host)])
        #expect(transcript.refusal?.status == .badRequest, "a slash inside a segment is refused")
        let other = RequestTranscript([
            RequestEncoder.encode(.get, "/x?q=" + PercentEncoding.encode("a&b=c+d"), host: host)
        ])
        #expect(other.requests == [#"GET ["x"] ["q=a&b=c+d"] @board.example:8443 "#])
    }
}
