package import Sockets
package import Wire

/// Requests to a server over one kept connection, one after the other. Used by one thread at a time.
package final class HTTPClient {
    package struct Answer: Sendable {
        package var status: Int
        package var fields: HTTPFields
        package var body: [UInt8]
    }

    /// The server broke HTTP, or ended the connection in the middle of an answer.
    package struct Broken: Error, CustomStringConvertible {
        package var description: String
    }

    private let server: ServerAddress
    private let context: TLSContext
    private let timeout: Duration
    /// Sent with every request, such as `Authorization`.
    package var fields: HTTPFields
    private var connection: BlockingTLSClient?
    private var input = ByteQueue()

    package init(
        _ server: ServerAddress,
        context: TLSContext,
        token: String? = nil,
        timeout: Duration = .seconds(30)
    ) {
        self.server = server
        self.context = context
        self.timeout = timeout
        fields = [:]
        if let token { fields.append("Authorization", "Bearer \(token)") }
    }

    deinit { connection?.close() }

    /// Sends a request and waits for its answer. A connection the server has ended since the last one is replaced.
    package func send(
        _ method: String,
        _ target: String,
        fields more: HTTPFields = [:],
        body: [UInt8]? = nil
    ) throws -> Answer {
        let isKept = connection != nil
        do {
            return try exchange(method, target, fields: more, body: body)
        } catch {
            connection?.close()
            connection = nil
            guard isKept, method == "GET" || more["Idempotency-Key"] != nil else { throw error }
            return try exchange(method, target, fields: more, body: body)
        }
    }

    /// A command over HTTP under an idempotency key.
    package func post(_ target: String, _ body: [UInt8], type: String = "application/json", key: String) throws
        -> Answer
    {
        try send("POST", target, fields: ["Content-Type": type, "Idempotency-Key": key], body: body)
    }

    private func exchange(_ method: String, _ target: String, fields more: HTTPFields, body: [UInt8]?) throws -> Answer
    {
        guard let method = HTTPMethod(rawValue: method) else { throw Broken(description: "\(method) is no method") }
        let deadline = ContinuousClock.now + timeout
        let connection = try connected()
        var all = fields
        for (name, value) in more { if let name = FieldName(name) { all.set(name, value) } }
        let request = RequestEncoder.encode(
            method,
            target,
            host: Authority(host: server.host, port: Int(server.port)),
            fields: all,
            body: body
        )
        try connection.write(request, deadline: deadline)
        var decoder = ResponseDecoder()
        decoder.method = method
        decoder.bodyLimit = 64 << 20
        var head: ResponseHead?
        var answer: [UInt8] = []
        while true {
            while let event = try decoder.next(&input) {
                switch event {
                case .interim: continue
                case .head(let found): head = found
                case .body(let bytes): answer += bytes
                case .end:
                    guard let head else { throw Broken(description: "an answer without a head") }
                    if !head.keepAlive { hangUp() }
                    return Answer(status: head.status.code, fields: head.fields, body: answer)
                }
            }
            let bytes = try connection.read(deadline: deadline)
            if bytes.isEmpty { throw Broken(description: "the server ended the connection") }
            input.append(bytes)
        }
    }

    private func connected() throws -> BlockingTLSClient {
        if let connection { return connection }
        input.removeAll()
        let fresh = try BlockingTLSClient.connect(
            host: server.host,
            port: server.port,
            context: context,
            timeout: timeout
        )
        connection = fresh
        return fresh
    }

    private func hangUp() {
        connection?.close()
        connection = nil
    }
}
