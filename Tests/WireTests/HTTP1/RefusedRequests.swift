import Testing

/// A request that breaks one rule, and the answer to it.
struct RefusedRequest: CustomTestStringConvertible {
    let status: Int
    let rule: String
    let request: String

    init(_ status: Int, _ rule: String, _ request: String) {
        self.status = status
        self.rule = rule
        self.request = request
    }

    var testDescription: String { rule }

    /// A GET whose field lines are `fields`, each with its own line end.
    static func get(_ fields: String) -> String { "GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n" }

    /// A GET of `target`.
    static func target(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n" }

    /// A POST in chunks, with what stands for its content.
    static func chunks(_ body: String) -> String {
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(body)"
    }

    static let lines: [RefusedRequest] = [
        .init(400, "9112 2.2: a line feed alone ends no request line", "GET / HTTP/1.1\nHost: a\r\n\r\n"),
        .init(400, "9112 2.2: a line feed alone ends no field line", "GET / HTTP/1.1\r\nHost: a\n\r\n"),
        .init(400, "9112 2.2: a line feed alone ends no head", "GET / HTTP/1.1\r\nHost: a\r\n\n"),
        .init(400, "9112 2.2: a carriage return alone is no part of a field", get("X: a\rb\r\n")),
        .init(400, "9112 2.2: a carriage return alone is no part of a request line", target("/\r")),
        .init(400, "9112 2.2: two carriage returns end no line", "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n"),
        .init(400, "9112 2.2: no white space before the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"),
        .init(400, "9112 2.2: one empty line before a request, not two", "\r\n\r\n" + get("")),
        .init(400, "9112 2.2: no line feed alone before a request", "\n" + get("")),
        .init(400, "9112 3: no leading space", " GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 3: no two spaces behind the method", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 3: no two spaces behind the target", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 3: no trailing space", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"),
        .init(400, "9112 3: no tab for a space", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 3: no target left out", "GET HTTP/1.1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 3: no request of HTTP/0.9", "GET /\r\n"),
        .init(400, "9112 3.1: a method is a token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 3.1: garbage is no method", "\u{16}\u{3}\u{1} / HTTP/1.1\r\n\r\n"),
        .init(501, "9112 3: a method longer than any", String(repeating: "M", count: 25) + " / HTTP/1.1\r\n"),
        .init(400, "9112 2.3: HTTP is written in capitals", "GET / http/1.1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 2.3: one digit behind the point", "GET / HTTP/1.10\r\nHost: a\r\n\r\n"),
        .init(400, "9112 2.3: a version has a point", "GET / HTTP/1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 2.3: a version is of digits", "GET / HTTP/1.x\r\nHost: a\r\n\r\n"),
        .init(400, "9112 2.3: another protocol", "GET / RTSP/1.0\r\nHost: a\r\n\r\n"),
        .init(505, "9110 15.6.6: HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"),
        .init(505, "9110 15.6.6: the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        .init(505, "9110 15.6.6: HTTP/0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n"),
    ]

    static let targets: [RefusedRequest] = [
        .init(400, "9112 3.2.1: a path begins with a slash", target("index.html")),
        .init(400, "9112 3.2: a fragment stays with the client", target("/a#b")),
        .init(400, "9112 3.2: nor does it hide in the query", target("/a?b#c")),
        .init(400, "3986 3.3: no raw character beyond ASCII in a path", target("/ä")),
        .init(400, "3986 3.3: no angle bracket", target("/<a>")),
        .init(400, "3986 3.3: no backslash", target("/a\\..\\b")),
        .init(400, "3986 3.4: no quotation mark in a query", target("/?q=\"")),
        .init(400, "3986 2.1: a percent sign takes two digits", target("/%4")),
        .init(400, "3986 2.1: hexadecimal ones", target("/%4g")),
        .init(400, "3986 2.1: in a query too", target("/?q=%")),
        .init(400, "3986 2.5: a path is UTF-8", target("/%ff")),
        .init(400, "3986 2.5: without overlong forms", target("/%c0%af")),
        .init(400, "3986 2.5: a query is UTF-8", target("/?q=%e2%82")),
        .init(400, "a path holds no NUL", target("/a%00")),
        .init(400, "a query holds no NUL", target("/?a=%00")),
        .init(400, "a path holds no encoded line end", target("/a%0d%0a")),
        .init(400, "a path holds no encoded slash", target("/a%2Fb")),
        .init(400, "3986 5.2.4: no dot segments", target("/a/../b")),
        .init(400, "3986 5.2.4: at the end", target("/a/..")),
        .init(400, "3986 5.2.4: single ones", target("/./a")),
        .init(400, "3986 5.2.4: nor encoded", target("/%2e%2E/a")),
        .init(400, "3986 5.2.4: nor half encoded", target("/.%2e/a")),
        .init(400, "9112 3.2.4: the asterisk belongs to OPTIONS", target("*")),
        .init(400, "9112 3.2.3: authority form belongs to CONNECT", target("a:443")),
        .init(501, "9112 3.2.3: this server is no proxy", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n"),
        .init(400, "9112 3.2.3: CONNECT needs a port", "CONNECT a HTTP/1.1\r\nHost: a\r\n\r\n"),
        .init(400, "9112 3.2.3: CONNECT takes no path", "CONNECT / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .init(421, "9110 7.4: an http resource is not on an https connection", target("http://a/")),
        .init(421, "9110 7.4: nor is a file", target("file:///etc/passwd")),
        .init(400, "9110 4.2.4: no user information", target("https://user@a/")),
        .init(400, "9110 4.2.2: no empty host", target("https:///a")),
        .init(400, "9112 3.2.2: a dot segment in absolute form", target("https://a/../b")),
        .init(400, "9112 3.2: Host even beside an absolute target", "GET https://a/ HTTP/1.1\r\n\r\n"),
    ]

    static let fields: [RefusedRequest] = [
        .init(400, "9112 3.2: no Host", "GET / HTTP/1.1\r\n\r\n"),
        .init(400, "9112 3.2: two Hosts", get("Host: a\r\n")),
        .init(400, "9112 3.2: two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n"),
        .init(400, "9112 3.2: an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
        .init(400, "9112 3.2: a Host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
        .init(400, "9112 3.2: a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        .init(400, "9112 3.2: a Host with a user", "GET / HTTP/1.1\r\nHost: b@a\r\n\r\n"),
        .init(400, "9112 3.2: a Host with letters for a port", "GET / HTTP/1.1\r\nHost: a:https\r\n\r\n"),
        .init(400, "9112 3.2: a Host with a port too high", "GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n"),
        .init(400, "9112 3.2: a Host with an open bracket", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"),
        .init(400, "9112 3.2: a Host with half an address", "GET / HTTP/1.1\r\nHost: [::g]\r\n\r\n"),
        .init(400, "9112 3.2: a Host with two ports", "GET / HTTP/1.1\r\nHost: a:1:2\r\n\r\n"),
        .init(400, "9112 5.1: no space before the colon", get("X : a\r\n")),
        .init(400, "9112 5.1: no tab before the colon", get("X\t: a\r\n")),
        .init(400, "9112 5.2: no line folding", get("X: a\r\n b\r\n")),
        .init(400, "9112 5.2: no line folding by tab", get("X: a\r\n\tb\r\n")),
        .init(400, "9112 5: a field has a colon", get("X\r\n")),
        .init(400, "9110 5.1: a name is not empty", get(": a\r\n")),
        .init(400, "9110 5.1: a name is a token", get("X(y): a\r\n")),
        .init(400, "9110 5.1: a name is ASCII", get("Xä: a\r\n")),
        .init(400, "9110 5.5: a value holds no NUL", get("X: a\0b\r\n")),
        .init(400, "9110 5.5: a value holds no control character", get("X: a\u{1}b\r\n")),
        .init(400, "9110 5.5: a value holds no DEL", get("X: a\u{7F}b\r\n")),
        .init(400, "9110 7.6.1: Connection is a list of tokens", get("Connection: keep alive\r\n")),
        .init(417, "9110 10.1.1: no expectation but 100-continue", get("Expect: 200-ok\r\n")),
    ]

    static let framing: [RefusedRequest] = [
        .init(400, "9112 6.1: both lengths", get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")),
        .init(400, "9112 6.1: in either order", get("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")),
        .init(400, "9112 6.1: and in any case", get("tRANSFER-eNCODING: chunked\r\ncONTENT-lENGTH: 5\r\n")),
        .init(400, "9112 6.1: no coding in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
        .init(501, "9112 6.1: a coding that is not known", get("Transfer-Encoding: gzip\r\n")),
        .init(501, "9112 6.1: not even before chunked", get("Transfer-Encoding: gzip, chunked\r\n")),
        .init(501, "9112 6.1: a word like chunked", get("Transfer-Encoding: xchunked\r\n")),
        .init(501, "9112 6.1: identity is gone", get("Transfer-Encoding: identity\r\n")),
        .init(400, "9112 6.3: chunked comes last", get("Transfer-Encoding: chunked, gzip\r\n")),
        .init(400, "9112 6.1: chunked comes once", get("Transfer-Encoding: chunked, chunked\r\n")),
        .init(400, "9112 6.1: in all fields", get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")),
        .init(400, "9112 6.1: a coding is named", get("Transfer-Encoding:\r\n")),
        .init(400, "9112 6.1: chunked has no parameter", get("Transfer-Encoding: chunked;a=b\r\n")),
        .init(400, "9112 6.3: a length with a sign", get("Content-Length: +5\r\n")),
        .init(400, "9112 6.3: a negative length", get("Content-Length: -5\r\n")),
        .init(400, "9112 6.3: a length with a space", get("Content-Length: 5 5\r\n")),
        .init(400, "9112 6.3: a hexadecimal length", get("Content-Length: 0x5\r\n")),
        .init(400, "9112 6.3: a length with a fraction", get("Content-Length: 5.0\r\n")),
        .init(400, "9112 6.3: an empty length", get("Content-Length:\r\n")),
        .init(400, "9112 6.3: a list of lengths", get("Content-Length: 5, 5\r\n")),
        .init(400, "9112 6.3: two lengths", get("Content-Length: 5\r\nContent-Length: 6\r\n")),
        .init(400, "9112 6.3: two lengths that agree", get("Content-Length: 5\r\nContent-Length: 5\r\n")),
        .init(413, "9110 8.6: a length no integer holds", get("Content-Length: 99999999999999999999\r\n")),
        .init(413, "9110 8.6: one beyond the greatest integer", get("Content-Length: 9223372036854775808\r\n")),
    ]

    static let chunkedBodies: [RefusedRequest] = [
        .init(400, "9112 7.1: a size is not empty", chunks("\r\n")),
        .init(400, "9112 7.1: a size is hexadecimal", chunks("g\r\n")),
        .init(400, "9112 7.1: without a prefix", chunks("0x1\r\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1: without a sign", chunks("-1\r\n")),
        .init(400, "9112 7.1: without a space before it", chunks(" 1\r\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1: without a space behind it", chunks("1 \r\na\r\n0\r\n\r\n")),
        .init(413, "9112 7.1: a size no integer holds", chunks("8000000000000000\r\n")),
        .init(413, "9112 7.1: nor with more digits", chunks("10000000000000001\r\n")),
        .init(400, "9112 7.1: data is as long as announced", chunks("2\r\nabc\r\n0\r\n\r\n")),
        .init(400, "9112 7.1: and not shorter", chunks("3\r\nab\r\n0\r\n\r\n")),
        .init(400, "9112 7.1: data ends with CRLF", chunks("1\r\na\n0\r\n\r\n")),
        .init(400, "9112 7.1: and not with CR and something", chunks("1\r\na\rb0\r\n\r\n")),
        .init(400, "9112 7.1: a size ends with CRLF", chunks("1\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1.1: an extension has a name", chunks("1;\r\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1.1: which is a token", chunks("1;(a)\r\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1.1: and a value if it says so", chunks("1;a=\r\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1.1: a quoted one ends", chunks("1;a=\"b\r\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1.1: without control characters", chunks("1;a=\"\u{1}\"\r\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1.1: nor a lone carriage return", chunks("1;a\rb\r\na\r\n0\r\n\r\n")),
        .init(400, "9112 7.1.2: a trailer is a field", chunks("0\r\nX\r\n\r\n")),
        .init(400, "9112 7.1.2: without folding", chunks("0\r\nX: a\r\n b\r\n\r\n")),
        .init(400, "9112 7.1.2: and ends with CRLF", chunks("0\r\n\n")),
    ]
}
