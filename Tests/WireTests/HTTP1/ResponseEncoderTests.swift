import Testing

@testable import Wire

@Suite struct `The response encoder` {
    private let date = HTTPDate(unixSeconds: 784_111_777)

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `a response has its date and its length`() {
        let response = ResponseEncoder.encode(
            .ok,
            ["Content-Type": "text/plain"],
            body: Array("hello".utf8),
            date: date
        )
        #expect(
            text(response) == """
                HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r
                Content-Length: 5\r\n\r\nhello
                """
        )
    }

    @Test func `an empty body has a length too`() {
        #expect(text(ResponseEncoder.encode(.notFound, date: date)).contains("\r\nContent-Length: 0\r\n"))
    }

    @Test func `the answer to HEAD is the head of the answer to GET`() {
        let body = Array("hello".utf8)
        let get = text(ResponseEncoder.encode(.ok, ["ETag": "\"a\""], body: body, date: date))
        let head = text(ResponseEncoder.encode(.ok, ["ETag": "\"a\""], body: body, to: .head, date: date))
        #expect(head + "hello" == get)
        #expect(text(ResponseEncoder.head(.ok, ["ETag": "\"a\""], contentLength: 5, date: date)) == head)
    }

    @Test(arguments: [HTTPStatus.noContent, .notModified, .continue])
    func `a status that forbids content has neither content nor length`(status: HTTPStatus) {
        let response = text(ResponseEncoder.encode(status, body: [65], date: date))
        #expect(!response.contains("Content-Length"))
        #expect(response.hasSuffix("\r\n\r\n"))
    }

    @Test func `the framing is the encoder's alone`() {
        let fields: HTTPFields = [
            "content-length": "9", "Transfer-Encoding": "chunked", "Connection": "keep-alive", "Date": "now", "X": "y",
        ]
        let response = ResponseEncoder.encode(.ok, fields, body: [65], date: date, closes: true)
        #expect(
            text(response) == """
                HTTP/1.1 200 OK\r\nX: y\r\nDate: \(date)\r\nContent-Length: 1\r\nConnection: close\r\n\r\nA
                """
        )
    }

    @Test func `an upgrade is named in Connection`() {
        let fields: HTTPFields = [.upgrade: "websocket"]
        #expect(text(ResponseEncoder.encode(.upgradeRequired, fields, date: date)).contains("Connection: upgrade\r\n"))
        #expect(
            text(ResponseEncoder.encode(.upgradeRequired, fields, date: date, closes: true))
                .contains("Connection: upgrade, close\r\n")
        )
    }

    @Test func `every status this program names has a phrase`() {
        let named: [HTTPStatus] = [
            .continue, .switchingProtocols, .ok, .created, .accepted, .noContent, .partialContent, .found, .seeOther,
            .notModified, .temporaryRedirect, .permanentRedirect, .badRequest, .unauthorized, .forbidden, .notFound,
            .methodNotAllowed, .notAcceptable, .requestTimeout, .conflict, .gone, .lengthRequired, .preconditionFailed,
            .contentTooLarge, .uriTooLong, .unsupportedMediaType, .rangeNotSatisfiable, .expectationFailed,
            .misdirectedRequest, .unprocessableContent, .upgradeRequired, .preconditionRequired, .tooManyRequests,
            .fieldsTooLarge, .internalServerError, .notImplemented, .badGateway, .serviceUnavailable,
            .versionNotSupported, .insufficientStorage,
        ]
        #expect(named.allSatisfy { !$0.reason.isEmpty })
        #expect(HTTPStatus(code: 99) == nil)
        #expect(HTTPStatus(code: 600) == nil)
        #expect(HTTPStatus(code: 418)?.reason == "")
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
        (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"), (Int64.max, "Fri, 31 Dec 9999 23:59:59 GMT"),
        (-1, "Thu, 01 Jan 1970 00:00:00 GMT"),
    ])
    func `a date is an IMF-fixdate`(seconds: Int64, text: String) {
        #expect(HTTPDate(unixSeconds: seconds).description == text)
    }
}
