import BoardClient
import Foundation
import TestSupport
import Testing
import Wire

@Suite("The site and its headers")
struct SiteTests {
    private func site() throws -> TestBoard {
        try TestBoard(site: TestCertificates.root.appendingPathComponent("web-static").path)
    }

    @Test func `every answer, good or bad, carries the security headers`() throws {
        let board = try site()
        defer { board.end() }
        try board.add("p1")
        let client = board.http(as: "p1")
        for (method, target) in [
            ("GET", "/"), ("GET", "/api/boards"), ("GET", "/api/cases/none"), ("GET", "/nothing"), ("DELETE", "/livez"),
            ("GET", "/readyz"), ("POST", "/api/tokens"),
        ] {
            let fields = try client.send(method, target, body: method == "POST" ? Array("{".utf8) : nil).fields
            let policy = try #require(fields["Content-Security-Policy"])
            for rule in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "trusted-types 'none'"] {
                #expect(policy.contains(rule), "\(target)")
            }
            #expect(!policy.contains("unsafe"))
            #expect(fields["X-Content-Type-Options"] == "nosniff")
            #expect(fields["Referrer-Policy"] == "no-referrer")
            #expect(fields["Cross-Origin-Opener-Policy"] == "same-origin")
            #expect(fields["Cross-Origin-Resource-Policy"] == "same-origin")
            #expect(fields["Permissions-Policy"] != nil)
            #expect(fields["Strict-Transport-Security"] != nil)
            #expect(fields["Cache-Control"] == (target == "/" ? "no-cache" : "no-store"), "\(target)")
        }
    }

    @Test func `assets lie under a hash and may be kept for ever, the page is asked for each time`() throws {
        let board = try site()
        defer { board.end() }
        let client = board.http(as: nil)
        let page = try client.send("GET", "/")
        #expect(page.status == 200)
        #expect(page.fields["Content-Type"] == "text/html; charset=utf-8")
        let text = String(decoding: page.body, as: UTF8.self)
        let script = try #require(text.firstMatch(of: /src="(\/assets\/[0-9a-f]{16}\/js\/[^"]+)"/)).1
        let asset = try client.send("GET", String(script))
        #expect(asset.status == 200)
        #expect(asset.fields["Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(asset.fields["Content-Type"] == "text/javascript; charset=utf-8")
        let tag = try #require(asset.fields["ETag"])
        #expect(try client.send("GET", String(script), fields: ["If-None-Match": tag]).status == 304)
        let other = script.replacing(/[0-9a-f]{16}/, with: "0000000000000000")
        #expect(try client.send("GET", String(other)).status == 404)
    }

    @Test func `the style is asked for once, whatever sheets it is written in`() throws {
        let board = try site()
        defer { board.end() }
        let client = board.http(as: nil)
        let text = String(decoding: try client.send("GET", "/").body, as: UTF8.self)
        let sheets = text.matches(of: /href="(\/assets\/[0-9a-f]{16}\/css\/[^"]+)"/).map { String($0.1) }
        #expect(sheets.count == 1)
        let style = try client.send("GET", try #require(sheets.first))
        #expect(style.fields["Content-Type"] == "text/css; charset=utf-8")
        let rules = String(decoding: style.body, as: UTF8.self)
        #expect(!rules.contains("@import"))
        let order = try #require(rules.range(of: "@layer tokens, base,"))
        let part = try #require(rules.range(of: "@layer parts {"))
        #expect(order.lowerBound < part.lowerBound)
    }

    @Test(arguments: [
        "/../Package.swift", "/assets/../../Package.swift", "/%2e%2e/Package.swift", "/..%2fPackage.swift",
        "/assets/%2e%2e/%2e%2e/README.md", "//etc/passwd", "/assets//etc/passwd", "/js/app.js", "/package.json",
        "/.git/config", "/%252e%252e/Package.swift", "/assets/..%5c..%5cPackage.swift", "/index.html%00.js",
        "/..\\Package.swift", "/.%2e/Package.swift", "/%c0%ae%c0%ae/Package.swift",
    ])
    func `no path leads out of the site`(path: String) throws {
        let board = try site()
        defer { board.end() }
        let connection = try RecordedConnection(board)
        try connection.write(Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
        let status = try connection.answer().status
        #expect(status == 404 || status == 400, "\(path): \(status)")
    }
}
