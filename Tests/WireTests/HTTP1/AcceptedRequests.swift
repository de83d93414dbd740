import Testing

/// A request within the rules, and what is understood of it: method, path, query, authority and content.
struct AcceptedRequest: CustomTestStringConvertible {
    let rule: String
    let request: String
    let understood: [String]

    init(_ rule: String, _ request: String, _ understood: String...) {
        self.rule = rule
        self.request = request
        self.understood = understood
    }

    var testDescription: String { rule }

    private static func target(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n" }
    private static func chunks(_ body: String) -> String { RefusedRequest.chunks(body) }

    static let all: [AcceptedRequest] = [
        .init("the shortest", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", #"GET [] [] @a "#),
        .init("9112 2.2: one empty line before it", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", #"GET [] [] @a "#),
        .init("9110 2.5: a later minor version is 1.1", "GET / HTTP/1.9\r\nHost: a\r\n\r\n", #"GET [] [] @a "#),
        .init("9112 3.2: HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", #"GET [] [] @- "#),
        .init("9110 9.1: a method unknown here", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", #"BREW [] [] @a "#),
        .init("9110 9.1: methods have a case", "get / HTTP/1.1\r\nHost: a\r\n\r\n", #"get [] [] @a "#),
        .init("9112 5: no space behind the colon", "GET / HTTP/1.1\r\nhOST:a:1\r\n\r\n", #"GET [] [] @a:1 "#),
        .init("9112 5: much space around a value", "GET / HTTP/1.1\r\nHost: \t a \t \r\n\r\n", #"GET [] [] @a "#),
        .init("9110 5.5: an empty value and obs-text", RefusedRequest.get("X:\r\nY: ä\r\n"), #"GET [] [] @a "#),
        .init("9110 4.2.3: hosts have no case", "GET / HTTP/1.1\r\nHost: A.Example\r\n\r\n", #"GET [] [] @a.example "#),
        .init(
            "3986 3.2.2: an address",
            "GET / HTTP/1.1\r\nHost: [2001:DB8::1]:8443\r\n\r\n",
            #"GET [] [] @[2001:db8::1]:8443 "#
        ),
        .init("3986 3.2.3: a port left out behind its colon", "GET / HTTP/1.1\r\nHost: a:\r\n\r\n", #"GET [] [] @a "#),
        .init("3986 3.3: segments", target("/a/b"), #"GET ["a", "b"] [] @a "#),
        .init("3986 3.3: a last empty segment", target("/a/"), #"GET ["a", ""] [] @a "#),
        .init("3986 3.3: empty segments are segments", target("//a"), #"GET ["", "a"] [] @a "#),
        .init("3986 3.3: dots that are no dot segment", target("/.../..a"), #"GET ["...", "..a"] [] @a "#),
        .init("3986 2.1: percent-encoding", target("/K%C3%B6ln%20a%3f"), #"GET ["Köln a?"] [] @a "#),
        .init("3986 2.1: decoded once", target("/%252e%252e"), #"GET ["%2e%2e"] [] @a "#),
        .init("3986 3.3: a plus in a path is a plus", target("/a+b;c=1,2@:"), #"GET ["a+b;c=1,2@:"] [] @a "#),
        .init("a query is a form", target("/?a=1&b=x+y%26%C3%A4&c&=&&"), #"GET [] ["a=1", "b=x y&ä", "c=", "="] @a "#),
        .init("3986 3.4: slashes and marks in a query", target("/?a=/b?c=d"), #"GET [] ["a=/b?c=d"] @a "#),
        .init("9112 3.2.2: absolute form over Host", target("https://B:1/c?d"), #"GET ["c"] ["d="] @b:1 "#),
        .init("9112 3.2.2: schemes have no case", target("HTTPS://b"), #"GET [] [] @b "#),
        .init("9112 3.2.2: a query right behind the authority", target("https://b?c"), #"GET [] ["c="] @b "#),
        .init("9112 3.2.4: OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", #"OPTIONS [] [] @a "#),
        .init("9112 6.2: a length", RefusedRequest.get("Content-Length: 3\r\n") + "abc", #"GET [] [] @a abc"#),
        .init("9112 6.2: a length of nothing", RefusedRequest.get("Content-Length: 0\r\n"), #"GET [] [] @a "#),
        .init(
            "9110 8.6: zeros before a length",
            RefusedRequest.get("Content-Length: 003\r\n") + "abc",
            #"GET [] [] @a abc"#
        ),
        .init("9112 7.1: chunks", chunks("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"), #"POST [] [] @a abc0123456789"#),
        .init("9112 7.1: line ends in the data", chunks("4\r\n\r\n\r\n\r\n0\r\n\r\n"), "POST [] [] @a \r\n\r\n"),
        .init(
            "9112 7.1: zeros before a size",
            chunks("00a\r\n0123456789\r\n000\r\n\r\n"),
            #"POST [] [] @a 0123456789"#
        ),
        .init("9112 7.1.1: extensions", chunks("1;a;b=c ; d = \"e\\\"\t\"\r\nx\r\n0;f\r\n\r\n"), #"POST [] [] @a x"#),
        .init("9112 7.1.2: trailers", chunks("1\r\nx\r\n0\r\nA: b\r\nContent-Length: 9\r\n\r\n"), #"POST [] [] @a x"#),
        .init(
            "9112 9.3.2: requests sent ahead",
            chunks("1\r\nx\r\n0\r\n\r\n") + RefusedRequest.get("Content-Length: 2\r\n") + "yz\r\n" + target("/c"),
            #"POST [] [] @a x"#,
            #"GET [] [] @a yz"#,
            #"GET ["c"] [] @a "#
        ),
    ]
}
