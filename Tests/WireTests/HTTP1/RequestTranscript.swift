@testable import Wire

/// All that came of some bytes: the requests in short, and the status of the refusal if there was one.
struct RequestTranscript: Equatable, CustomStringConvertible {
    private(set) var requests: [String] = []
    private(set) var heads: [RequestHead] = []
    private(set) var refusal: HTTPError?
    private(set) var leftOver = 0

    /// - Parameter bodyLimit: what the owner allows once it has seen the head; nil leaves the default.
    init(_ pieces: [[UInt8]], limits: HTTPLimits = HTTPLimits(), bodyLimit: Int? = nil) {
        var decoder = RequestDecoder(limits: limits)
        var queue = ByteQueue()
        var body: [UInt8] = []
        do {
            for piece in pieces {
                queue.append(piece)
                while let event = try decoder.next(&queue) {
                    switch event {
                    case .head(let head):
                        heads.append(head)
                        if let bodyLimit { decoder.bodyLimit = bodyLimit }
                    case .body(let bytes): body += bytes
                    case .end:
                        requests.append(Self.summary(heads[heads.count - 1], body))
                        body = []
                    }
                }
            }
        } catch {
            refusal = error
        }
        // Where the reading of a refused request stopped says nothing, since its connection closes.
        leftOver = refusal == nil ? queue.count : 0
    }

    init(_ text: String, limits: HTTPLimits = HTTPLimits(), bodyLimit: Int? = nil) {
        self.init([Array(text.utf8)], limits: limits, bodyLimit: bodyLimit)
    }

    var description: String {
        "\(requests) refused with \(refusal?.status.code ?? 0): \(refusal?.reason ?? ""), \(leftOver) bytes left"
    }

    private static func summary(_ head: RequestHead, _ body: [UInt8]) -> String {
        let query = head.target.query.map { "\($0.name)=\($0.value)" }
        return "\(head.method.rawValue) \(head.target.path) \(query) @\(head.authority?.description ?? "-") "
            + String(decoding: body, as: UTF8.self)
    }
}
