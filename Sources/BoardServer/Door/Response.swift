import TumorBoard
import Wire

/// An answer to a request, before it is written.
struct Response: Sendable {
    var status: HTTPStatus
    var fields: HTTPFields = [:]
    var body: [UInt8] = []
    /// Whether the answer depends on who asks and when: then nothing may keep it.
    var isDynamic = true
    /// The lines of all fields, those of every response among them: written before where an answer is given many times.
    private var writtenLines: [UInt8]?

    init(status: HTTPStatus, fields: HTTPFields = [:], body: [UInt8] = [], isDynamic: Bool = true) {
        self.status = status
        self.fields = fields
        self.body = body
        self.isDynamic = isDynamic
    }

    var lines: [UInt8] {
        if let writtenLines { return writtenLines }
        var response = self
        SecurityHeaders.apply(to: &response)
        return ResponseEncoder.lines(response.fields)
    }

    /// The same, for an answer that is given many times.
    func written() -> Response {
        var response = self
        response.writtenLines = lines
        return response
    }

    static func json(_ value: some Encodable, status: HTTPStatus = .ok, fields: HTTPFields = [:]) -> Response {
        do {
            return json(bytes: try Canonical.encode(value), status: status, fields: fields)
        } catch {
            return Problem.fault(correlation: "encoding").response
        }
    }

    static func json(bytes: [UInt8], status: HTTPStatus = .ok, fields: HTTPFields = [:]) -> Response {
        var fields = fields
        fields.set(.contentType, "application/json")
        return Response(status: status, fields: fields, body: bytes)
    }

    static let noContent = Response(status: .noContent)
}
