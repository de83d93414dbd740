import TumorBoard
import Wire

/// An answer to a request, before it is written.
struct Response: Sendable {
    var status: HTTPStatus
    var fields: HTTPFields = [:]
    var body: [UInt8] = []
    /// Whether the answer depends on who asks and when: then nothing may keep it.
    var isDynamic = true

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
