import Testing

@testable import Wire

@Suite struct `The opening handshake` {
    private static let key = "dGhlIHNhbXBsZSBub25jZQ=="
    private static let accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    private let date = HTTPDate(unixSeconds: 0)

    /// Stands in for SHA-1 with the one digest of RFC 6455 section 1.3, and checks what it is asked to digest.
    private func sha1(_ bytes: [UInt8]) -> [UInt8] {
        #expect(bytes == Array((Self.key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return [
            0xB3, 0x7A, 0x4F, 0x2C, 0xC0, 0x62, 0x4F, 0x16, 0x90, 0xF6, 0x46, 0x06, 0xCF, 0x38, 0x59, 0x45, 0xB2, 0xBE,
            0xC4, 0xEA,
        ]
    }

    private func request(
        line: String = "GET /chat HTTP/1.1",
        without name: FieldName? = nil,
        adding added: HTTPFields = HTTPFields()
    ) throws -> RequestHead {
        var fields: HTTPFields = [
            .host: "server.example.com", .upgrade: "websocket", .connection: "keep-alive, Upgrade",
            .webSocketKey: Self.key, .webSocketVersion: "13",
        ]
        if let name { fields.remove(name) }
        let lines = (Array(fields) + Array(added)).map { "\($0.name): \($0.value)\r\n" }.joined()
        return try #require(RequestTranscript("\(line)\r\n\(lines)\r\n").heads.first)
    }

    private func refusal(_ request: RequestHead) -> HTTPError? {
        do throws(HTTPError) {
            _ = try ServerHandshake(request)
            return nil
        } catch {
            return error
        }
    }

    @Test func `the example of the RFC opens`() throws {
        let handshake = try ServerHandshake(request(adding: [.webSocketProtocol: "chat, superchat"]))
        #expect(handshake.subprotocols == ["chat", "superchat"])
        let response = handshake.response(subprotocol: "chat", fields: ["X": "y"], date: date, sha1: sha1)
        #expect(
            String(decoding: response, as: UTF8.self) == """
                HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: \(Self.accept)\r
                Sec-WebSocket-Protocol: chat\r\nX: y\r\nDate: \(date)\r\nConnection: upgrade\r\n\r\n
                """
        )
    }

    @Test func `a subprotocol that was not offered is not chosen`() throws {
        let response = try ServerHandshake(request()).response(subprotocol: "chat", date: date, sha1: sha1)
        #expect(!String(decoding: response, as: UTF8.self).contains("Sec-WebSocket-Protocol"))
    }

    @Test func `another method is 405`() throws {
        let refusal = refusal(try request(line: "POST /chat HTTP/1.1"))
        #expect(refusal?.status == .methodNotAllowed)
        #expect(refusal?.fields[.allow] == "GET")
    }

    @Test func `no upgrade, and one in HTTP 1.0, is 426 with the protocol to change to`() throws {
        for request in [
            try request(without: .upgrade), try request(without: .connection), try request(line: "GET / HTTP/1.0"),
            try request(without: .upgrade, adding: [.upgrade: "h2c"]),
        ] {
            let refusal = refusal(request)
            #expect(refusal?.status == .upgradeRequired)
            #expect(refusal?.fields == [.upgrade: "websocket", .webSocketVersion: "13"])
        }
    }

    @Test(arguments: ["8", "12", "13, 8", "14", "", "+13", "013"]) func `another version is 426 with ours`(
        version: String
    ) throws {
        let refusal = refusal(try request(without: .webSocketVersion, adding: [.webSocketVersion: version]))
        #expect(refusal?.status == .upgradeRequired)
        #expect(refusal?.fields[.webSocketVersion] == "13")
    }

    @Test(arguments: ["", "AAAA", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZSE=", "%"])
    func `a key that is not 16 bytes in Base64 is 400`(key: String) throws {
        #expect(refusal(try request(without: .webSocketKey, adding: [.webSocketKey: key]))?.status == .badRequest)
    }

    @Test func `no key, two keys, a broken list of subprotocols or content is 400`() throws {
        #expect(refusal(try request(without: .webSocketKey))?.status == .badRequest)
        #expect(refusal(try request(adding: [.webSocketKey: Self.key]))?.status == .badRequest)
        #expect(refusal(try request(adding: [.webSocketProtocol: "a, b c"]))?.status == .badRequest)
        #expect(refusal(try request(adding: [.webSocketProtocol: "a, a"]))?.status == .badRequest)
        #expect(refusal(try request(adding: [.contentLength: "1"]))?.status == .badRequest)
        #expect(refusal(try request(adding: [.contentLength: "0"])) == nil)
    }

    // MARK: The client

    private func verify(_ fields: HTTPFields, status: Int = 101, offering: [String] = []) throws -> String? {
        let handshake = ClientHandshake(nonce: Array("the sample nonce".utf8), subprotocols: offering)
        let head = ResponseHead(status: try #require(HTTPStatus(code: status)), version: .http11, fields: fields)
        return try handshake.verify(head, sha1: sha1)
    }

    private static let opened: HTTPFields = [
        .upgrade: "WebSocket", .connection: "Upgrade", .webSocketAccept: accept,
    ]

    @Test func `what the client asks, the server opens`() throws {
        let client = ClientHandshake(nonce: Array("the sample nonce".utf8), subprotocols: ["board.1", "board.2"])
        let sent = client.request("/live", host: Authority(host: "a"), fields: [.origin: "https://a"])
        let head = try #require(RequestTranscript([sent]).heads.first)
        #expect(head.fields[.origin] == "https://a")
        let server = try ServerHandshake(head)
        var queue = ByteQueue()
        queue.append(server.response(subprotocol: "board.2", date: date, sha1: sha1))
        var decoder = ResponseDecoder()
        guard case .head(let response) = try decoder.next(&queue) else {
            Issue.record("no head")
            return
        }
        #expect(try client.verify(response, sha1: sha1) == "board.2")
    }

    @Test func `a subprotocol is one that was offered, or none`() throws {
        #expect(try verify(Self.opened) == nil)
        var fields = Self.opened
        fields.append(.webSocketProtocol, "chat")
        #expect(try verify(fields, offering: ["chat"]) == "chat")
        #expect(throws: HTTPError.self) { try verify(fields) }
        fields.append(.webSocketProtocol, "chat")
        #expect(throws: HTTPError.self) { try verify(fields, offering: ["chat"]) }
    }

    @Test func `a response that does not open a WebSocket is refused`() {
        #expect(throws: HTTPError.self) { try verify(Self.opened, status: 200) }
        let wrong: [(FieldName, String?)] = [
            (.upgrade, nil), (.upgrade, "h2c"), (.connection, nil), (.connection, "close"), (.webSocketAccept, nil),
            (.webSocketAccept, "s3pPLMBiTxaQ9kYGzzhZRbK+xOp="), (.webSocketExtensions, "permessage-deflate"),
        ]
        for (name, value) in wrong {
            var fields = Self.opened
            fields.remove(name)
            if let value { fields.append(name, value) }
            #expect(throws: HTTPError.self, "\(name): \(value ?? "none")") { try verify(fields) }
        }
    }
}
