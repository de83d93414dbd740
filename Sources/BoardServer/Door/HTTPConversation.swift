import Logging
import Sockets
import TumorBoard
import Wire

/// HTTP/1.1 on one connection: one request at a time, answered before the next is read. Confined to the loop.
struct HTTPConversation: ~Copyable {
    enum Step {
        /// More bytes are needed, or an answer is awaited.
        case waiting
        case call(Endpoint, Call)
        case upgrade(UpgradePath, RequestHead)
        case answer(Response)
    }

    private let door: DoorParts
    private let connectionID: Int
    private let peer: SocketAddress
    /// What the client presented in the handshake.
    var certificate: PeerCertificate?
    private var decoder: RequestDecoder
    private var head: RequestHead?
    private var body: [UInt8] = []
    /// For content that is large.
    private var share: MemoryBudget.Share?
    /// Who asks, once that is known.
    private var person: PersonID?
    private var owesContinue = false
    private var exchange: AccessLog.Exchange?
    private var found: Router.Found = .nothing
    private(set) var isAwaitingAnswer = false
    private(set) var closesAfterAnswer = false
    private(set) var method = HTTPMethod.get

    init(door: DoorParts, connectionID: Int, peer: SocketAddress) {
        self.door = door
        self.connectionID = connectionID
        self.peer = peer
        decoder = RequestDecoder(limits: door.limits.http)
    }

    var isBetweenRequests: Bool { decoder.isBetweenRequests && !isAwaitingAnswer }

    /// How long a request may take from its first byte on: its head, then its content as well.
    var patience: Duration {
        head == nil ? door.limits.requestTime : door.limits.requestTime + door.limits.contentTime
    }

    /// The next thing to do with what has come. `sendNow` writes an interim response.
    mutating func next(_ input: inout ByteQueue, sendNow: ([UInt8]) -> Void) -> Step {
        guard !isAwaitingAnswer else { return .waiting }
        do throws(HTTPError) {
            while let event = try decoder.next(&input) {
                switch event {
                case .head(let head):
                    begin(head)
                    if let answer = answerBeforeContent(to: head) {
                        closesAfterAnswer = true
                        return .answer(take(answer))
                    }
                case .body(let bytes):
                    owesContinue = false
                    body += bytes
                case .end: return finish()
                }
            }
            // Only what was not refused for its announced length is asked for.
            if owesContinue {
                owesContinue = false
                sendNow(ResponseEncoder.continue)
            }
            return .waiting
        } catch {
            closesAfterAnswer = true
            return .answer(take(Problem(error).response))
        }
    }

    /// The answer to a request that has begun and does not end.
    mutating func timeOut() -> Response {
        closesAfterAnswer = true
        let problem = Problem(status: .requestTimeout, code: "malformed", detail: "the request did not end in time")
        return take(problem.response)
    }

    private mutating func begin(_ head: RequestHead) {
        self.head = head
        method = head.method
        body = []
        share = nil
        person = nil
        if !head.keepAlive { closesAfterAnswer = true }
        found = door.router.find(head.method, path: head.target.path)
        exchange = door.access.begin(
            head,
            found,
            visitor: door.gatekeeper.visitor(head.fields, certificate: certificate),
            at: door.loop.now
        )
        if case .endpoint(let endpoint, _) = found { decoder.bodyLimit = endpoint.bodyLimit }
        owesContinue = head.expectsContinue && head.hasBody
    }

    /// The answer to the request being read, whose method alone decides whether the answer has content.
    private mutating func take(_ answer: Response) -> Response {
        if head == nil { method = .get }
        head = nil
        body = []
        share = nil
        isAwaitingAnswer = true
        return answer
    }

    private mutating func finish() -> Step {
        guard let head = head.take() else { return .waiting }
        isAwaitingAnswer = true
        if head.method == .get, let path = UpgradePath(head.target.path, offersEcho: door.offersEcho) {
            return .upgrade(path, head)
        }
        if case .endpoint(let endpoint, let parameters) = found {
            if let refusal = refusal(of: head) { return .answer(refusal.response) }
            let visitor = door.gatekeeper.visitor(head.fields, certificate: certificate)
            person = visitor?.person
            let call = Call(
                head: head,
                body: body,
                share: share,
                parameters: parameters,
                visitor: visitor,
                peer: peer,
                answer: door.answer(to: connectionID)
            )
            // From here on they are the endpoint's.
            body = []
            share = nil
            return .call(endpoint, call)
        }
        return .answer(Resources(door: door).answer(to: head, routed: found))
    }

    /// The answer to a request whose content is not read: a method that may mean that there is none, a sender who may not send
    /// it, or one who waits to be asked for what nobody reads.
    private mutating func answerBeforeContent(to head: RequestHead) -> Response? {
        guard head.method.isImplemented else {
            return Problem(status: .notImplemented, code: "malformed", detail: "this method means nothing here")
                .response
        }
        guard head.hasBody else { return nil }
        if case .endpoint(let endpoint, _) = found {
            return (refusal(of: head) ?? makeRoom(for: head, at: endpoint))?.response
        }
        return head.expectsContinue ? Resources(door: door).answer(to: head, routed: found) : nil
    }

    /// Takes a share of the budget for content that is large; what is longer than the endpoint takes is refused for that.
    private mutating func makeRoom(for head: RequestHead, at endpoint: Endpoint) -> Problem? {
        let byteCount = head.contentLength ?? endpoint.bodyLimit
        guard byteCount > door.limits.largeBytes, byteCount <= endpoint.bodyLimit else { return nil }
        person = door.gatekeeper.visitor(head.fields, certificate: certificate)?.person
        do throws(MemoryBudget.Refusal) {
            share = try door.contents.take(byteCount, by: holder)
        } catch {
            return Problem(error, for: "large content")
        }
        if head.contentLength != nil { body.reserveCapacity(byteCount) }
        return nil
    }

    /// Who holds what is large on this connection.
    private var holder: MemoryBudget.Holder { person.map { .person($0) } ?? .address(peer.host) }

    /// A share for an answer that is large.
    func share(for response: Response) throws(MemoryBudget.Refusal) -> MemoryBudget.Share? {
        guard method != .head, response.body.count > door.limits.largeBytes else { return nil }
        return try door.answers.take(response.body.count, by: holder)
    }

    /// Why the sender may not ask this at all: nobody is signed in, or the request comes from elsewhere.
    private func refusal(of head: RequestHead) -> Problem? {
        guard case .endpoint(let endpoint, _) = found else { return nil }
        let visitor = door.gatekeeper.visitor(head.fields, certificate: certificate)
        guard endpoint.isPublic || visitor != nil else { return .unauthorized }
        let isSafe = head.method == .get || head.method == .head
        let port = door.conversations.value.port
        return isSafe || door.gatekeeper.isFromHere(head.fields, visitor: visitor, port: port) ? nil : .foreignOrigin
    }

    /// The bytes of an answer; the conversation may go on behind it.
    mutating func encode(_ response: Response) -> [UInt8] {
        isAwaitingAnswer = false
        let bytes = ResponseEncoder.encode(
            response.status,
            lines: response.lines,
            body: response.body,
            to: method,
            date: door.date(),
            closes: closesAfterAnswer
        )
        door.access.answered(exchange.take(), response.status, byteCount: bytes.count, at: door.loop.now)
        return bytes
    }
}
