import TumorBoard
import Wire

/// The one map from rejections, protocol errors and faults to `application/problem+json` (RFC 9457).
struct Problem: Sendable {
    var status: HTTPStatus
    var code: String
    var detail: String?
    var fields: HTTPFields = [:]

    /// Unknown, unreadable and sealed alike, byte for byte.
    static let notFound = Problem(status: .notFound, code: "unknown")
    static let unauthorized = Problem(status: .unauthorized, code: "unauthorized")
    static let forbidden = Problem(status: .forbidden, code: "role-forbids")
    static let foreignOrigin = Problem(status: .forbidden, code: "foreign-origin")
    static let preconditionFailed = Problem(status: .preconditionFailed, code: "precondition-failed")
    static let keyReused = Problem(status: .unprocessableContent, code: "key-reused")
    static let unavailable = Problem(
        status: HTTPStatus(code: 503) ?? .internalServerError,
        code: "unavailable",
        fields: [.retryAfter: "1"]
    )

    static func unavailable(_ why: String) -> Problem {
        var problem = unavailable
        problem.detail = why
        return problem
    }

    static func malformed(_ detail: String) -> Problem {
        Problem(status: .badRequest, code: "malformed", detail: detail)
    }

    static func fault(correlation: String) -> Problem {
        Problem(status: .internalServerError, code: "fault", detail: correlation)
    }

    static func throttled(seconds: Int) -> Problem {
        Problem(status: .tooManyRequests, code: "throttled", fields: [.retryAfter: String(seconds)])
    }

    /// The board's rules refuse: 409 where the case stands otherwise, 422 where the command itself is wrong.
    init(_ rejection: Rejection) {
        switch rejection.code {
        case .unknown where rejection.detail == nil: self = .notFound
        case .roleForbids:
            self.init(status: .forbidden, code: rejection.code.rawValue, detail: rejection.detail)
        case .phaseForbids, .stale, .alreadyDone, .frozen, .exists, .incomplete:
            self.init(status: .conflict, code: rejection.code.rawValue, detail: rejection.detail)
        case .invalid, .unknown, .reasonRequired, .limitReached, .conflictOfInterest, .notBlind, .passwordMismatch:
            self.init(status: .unprocessableContent, code: rejection.code.rawValue, detail: rejection.detail)
        }
    }

    init(_ error: HTTPError) {
        self.init(status: error.status, code: "malformed", detail: error.reason, fields: error.fields)
    }

    init(status: HTTPStatus, code: String, detail: String? = nil, fields: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.detail = detail
        self.fields = fields
    }

    var response: Response {
        var members = ["\"code\":\(Self.quoted(code))"]
        if let detail { members.append("\"detail\":\(Self.quoted(detail))") }
        members += ["\"status\":\(status.code)", "\"title\":\(Self.quoted(status.reason))", "\"type\":\"about:blank\""]
        var fields = fields
        // RFC 9110 section 15.5.2: every 401 names a way in, a wrong password's too.
        if status == .unauthorized { fields.set(.wwwAuthenticate, #"Bearer realm="consilium""#) }
        fields.set(.contentType, "application/problem+json")
        return Response(status: status, fields: fields, body: Array("{\(members.joined(separator: ","))}".utf8))
    }

    private static func quoted(_ text: String) -> String {
        (try? Canonical.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}

extension DeskReply {
    /// The answer over HTTP; `done` is what the desk stored as `ok`.
    func response(status: HTTPStatus = .ok) -> Response {
        switch self {
        case .done(let bytes): .json(bytes: bytes, status: status)
        case .rejected(let rejection): Problem(rejection).response
        case .notFound: Problem.notFound.response
        case .preconditionFailed: Problem.preconditionFailed.response
        case .keyReused: Problem.keyReused.response
        case .unavailable: Problem.unavailable.response
        case .fault(let correlation): Problem.fault(correlation: correlation).response
        }
    }
}
