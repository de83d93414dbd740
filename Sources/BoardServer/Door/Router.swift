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

    private struct Route: Sendable {
        var endpoint: Endpoint
        var segments: [Substring]
    }

    let endpoints: [Endpoint]
    /// By the first segment, which every pattern spells out: most requests are for files, and end here.
    private let routes: [Substring: [Route]]

    init(_ endpoints: [Endpoint]) {
        self.endpoints = endpoints
        let all = endpoints.map { Route(endpoint: $0, segments: $0.segments) }
        routes = Dictionary(grouping: all) { $0.segments.first ?? "" }
    }

    /// What any path here can be asked.
    var methods: [HTTPMethod] { [.head] + endpoints.map(\.method) }

    func find(_ method: HTTPMethod, path: [String]) -> Found {
        guard let first = path.first, let routes = routes[first[...]] else { return .nothing }
        var methods: [HTTPMethod] = []
        for route in routes where route.segments.count == path.count {
            let endpoint = route.endpoint
            var parameters: [String: String] = [:]
            let isMatch = zip(route.segments, path).allSatisfy { segment, piece in
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
