package import Wire

/// What a browser does: sends its page's origin, and gives the cookie back that it was given.
package final class Browser {
    package static let password = "Spiegelsaal-im-November"
    private static let home = "https://board.test"

    package let connection: RecordedConnection
    private let origin: String?
    private var cookie: String?

    package init(_ board: TestBoard, origin: String? = home, cookie: String? = nil) throws {
        connection = try RecordedConnection(board)
        self.origin = origin
        self.cookie = cookie.map(Self.pair)
    }

    package var fields: HTTPFields {
        var fields = HTTPFields()
        if let origin { fields.set("Origin", origin) }
        if let cookie { fields.set("Cookie", cookie) }
        return fields
    }

    @discardableResult
    package func signIn(_ login: String, _ password: String = password) throws -> RecordedConnection.Answer {
        try send("POST", "/api/session", body: #"{"login":"\#(login)","password":"\#(password)"}"#)
    }

    package static func signIn(
        _ login: String,
        _ password: String,
        over connection: RecordedConnection
    ) throws -> RecordedConnection.Answer {
        let body = Array(#"{"login":"\#(login)","password":"\#(password)"}"#.utf8)
        return try connection.request("POST", "/api/session", fields: ["Origin": home], body: body)
    }

    @discardableResult
    package func send(_ method: String, _ target: String, body: String? = nil) throws -> RecordedConnection.Answer {
        let answer = try connection.request(method, target, fields: fields, body: body.map { Array($0.utf8) })
        if let given = answer.fields["Set-Cookie"] { cookie = Self.pair(given) }
        return answer
    }

    /// `name=value`, without what the server said about it.
    private static func pair(_ setCookie: String) -> String {
        String(setCookie.prefix { $0 != ";" })
    }
}
