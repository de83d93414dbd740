import Testing

@testable import Wire

@Suite struct `The request decoder` {
    private func expectSameAnswerEveryWay(_ request: String, _ answer: RequestTranscript) {
        for pieces in Pieces.everyWay(Array(request.utf8)) {
            let other = RequestTranscript(pieces)
            guard other != answer else { continue }
            Issue.record("in \(pieces.count) pieces, the first of \(pieces[0].count): \(other) and not \(answer)")
            return
        }
    }

    @Test(
        arguments: RefusedRequest.lines + RefusedRequest.targets + RefusedRequest.fields + RefusedRequest.framing
            + RefusedRequest.chunkedBodies
    )
    func `refuses what breaks a rule, with the right status, however it arrives`(_ refused: RefusedRequest) {
        let answer = RequestTranscript(refused.request)
        #expect(answer.refusal?.status.code == refused.status, "\(answer)")
        #expect(answer.requests.isEmpty)
        expectSameAnswerEveryWay(refused.request, answer)
    }

    @Test(arguments: AcceptedRequest.all)
    func `understands what keeps the rules, however it arrives`(_ accepted: AcceptedRequest) {
        let answer = RequestTranscript(accepted.request)
        #expect(answer.requests == accepted.understood, "\(answer)")
        #expect(answer.refusal == nil)
        #expect(answer.leftOver == 0)
        expectSameAnswerEveryWay(accepted.request, answer)
    }

    @Test func `is between requests only while nothing of the next has come`() throws {
        var decoder = RequestDecoder()
        var queue = ByteQueue()
        #expect(decoder.isBetweenRequests)
        let request = Array("\r\nGET /a HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        for round in 1...2 {
            for (index, byte) in request.enumerated() {
                queue.append(byte)
                while try decoder.next(&queue) != nil {}
                let isLast = index == request.count - 1
                #expect(decoder.isBetweenRequests == isLast, "behind byte \(index) of request \(round)")
            }
        }
    }

    @Test func `a good request before a bad one is served`() {
        let answer = RequestTranscript("GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\nHost: a\r\n\r\n")
        #expect(answer.requests == [#"GET ["a"] [] @a "#])
        #expect(answer.refusal?.status == .badRequest)
    }

    @Test func `the first refusal is final`() throws {
        var decoder = RequestDecoder()
        var queue = ByteQueue()
        queue.append(Array("GET / HTTP/3.0\r\n\r\n".utf8))
        let first = #expect(throws: HTTPError.self) { try decoder.next(&queue) }
        queue.removeAll()
        queue.append(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
        let second = #expect(throws: HTTPError.self) { try decoder.next(&queue) }
        #expect(first == second)
    }

    @Test func `an idle connection is told from a stalled request`() throws {
        var decoder = RequestDecoder()
        var queue = ByteQueue()
        #expect(decoder.isBetweenRequests)
        queue.append(Array("GET / HTTP/1.1\r\n".utf8))
        #expect(try decoder.next(&queue) == nil)
        #expect(!decoder.isBetweenRequests)
        queue.append(Array("Host: a\r\n\r\n".utf8))
        _ = try decoder.next(&queue)
        #expect(try decoder.next(&queue) == .end)
        #expect(decoder.isBetweenRequests)
    }

    @Test func `what follows an upgrade stays in the queue for the new protocol`() throws {
        var decoder = RequestDecoder()
        var queue = ByteQueue()
        queue.append(Array("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n\u{1}\u{2}".utf8))
        _ = try decoder.next(&queue)
        #expect(try decoder.next(&queue) == .end)
        #expect(queue.count == 2)
    }
}
