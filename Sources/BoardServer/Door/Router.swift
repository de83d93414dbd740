import Wire

/// One thing that can be asked over HTTP.
struct Endpoint: Sendable {
    var method: HTTPMethod
    /// Such as `/api/cases/:case/blobs/:hash`; also the label in logs and metrics, which never show a value.
    var pattern: String
    /// Larger content has addresses of its own, and is decoded off the loop.
    var bodyLimit = 64 << 10
    var isPublic = false
    var handle: @Sendable (Call) -> Void

    fileprivate var segments: [Substring] { pattern.split(separator: "/") }
}

/// Finds the endpoint of a path.
struct Router: Sendable {
    enum Found: Sendable {
        case endpoint(Endpoint, parameters: [String: String])
        /// The path is known, the method is not: with what is allowed.
        case otherMethods([HTTPMethod])
        case nothing
    }

    let endpoints: [Endpoint]
    private let routes: [(endpoint: Endpoint, segments: [Substring])]

    init(_ endpoints: [Endpoint]) {
        self.endpoints = endpoints
        routes = endpoints.map { ($0, $0.segments) }
    }

    /// What any path here can be asked.
    var methods: [HTTPMethod] { [.head] + endpoints.map(\.method) }

    func find(_ method: HTTPMethod, path: [String]) -> Found {
        var methods: [HTTPMethod] = []
        for (endpoint, segments) in routes where segments.count == path.count {
            var parameters: [String: String] = [:]
            let isMatch = zip(segments, path).allSatisfy { segment, piece in
                if segment.hasPrefix(":") {
                    parameters[String(segment.dropFirst())] = piece
                    return !piece.isEmpty
                }
                return segment == piece
            }
            guard isMatch else { continue }
            if endpoint.method == method || (method == .head && endpoint.method == .get) {
                return .endpoint(endpoint, parameters: parameters)
            }
            methods.append(endpoint.method)
            if endpoint.method == .get { methods.append(.head) }
        }
        return methods.isEmpty ? .nothing : .otherMethods(methods)
    }
}
