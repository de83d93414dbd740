import Foundation
import TestSupport
import Testing
import Wire

@Suite("Static files: codings, conditions, ranges")
struct StaticFileTests {
    private static let page =
        #"<!doctype html><link href="icon.png">"# + String(repeating: "<p>again and again</p>", count: 50)
    private static let text = String(repeating: "0123456789", count: 100)
    private static let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 7, count: 500)

    /// A site with one file of each kind, and links out of it.
    private static func withSite(_ body: (RecordedConnection, String) throws -> Void) throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let site = folder + "/site"
        let files = FileManager.default
        try files.createDirectory(atPath: site, withIntermediateDirectories: true)
        try files.createDirectory(atPath: folder + "/outside", withIntermediateDirectories: true)
        try Data("secret".utf8).write(to: URL(fileURLWithPath: folder + "/outside/secret.txt"))
        try Data(page.utf8).write(to: URL(fileURLWithPath: site + "/index.html"))
        try Data(text.utf8).write(to: URL(fileURLWithPath: site + "/long.txt"))
        try Data("short".utf8).write(to: URL(fileURLWithPath: site + "/short.txt"))
        try Data(image).write(to: URL(fileURLWithPath: site + "/picture.png"))
        try files.createSymbolicLink(atPath: site + "/link.txt", withDestinationPath: "../outside/secret.txt")
        try files.createSymbolicLink(atPath: site + "/folder", withDestinationPath: "../outside")
        try files.createSymbolicLink(atPath: site + "/inside.txt", withDestinationPath: "long.txt")
        let board = try TestBoard(site: site)
        defer { board.end() }
        let connection = try RecordedConnection(board)
        // The page names the folder its files lie under.
        let index = try connection.request("GET", "/").text
        let assets = try #require(index.firstMatch(of: /href="(\/assets\/[0-9a-f]+)\/icon/)).1
        try body(connection, String(assets))
    }

    /// What the bytes are once the `gzip` of the system has taken them apart.
    private func decompressed(_ bytes: [UInt8]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "--decompress", "--stdout"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        return Array(output.fileHandleForReading.readDataToEndOfFile())
    }

    @Test func `what compresses is sent compressed to whoever takes it, and says so to caches`() throws {
        try Self.withSite { connection, assets in
            let plain = try connection.request("GET", assets + "/long.txt")
            #expect(plain.fields["Content-Encoding"] == nil)
            #expect(plain.text == Self.text)
            let packed = try connection.request("GET", assets + "/long.txt", fields: ["Accept-Encoding": "br, gzip"])
            #expect(packed.fields["Content-Encoding"] == "gzip")
            #expect(packed.body.count < 100)
            #expect(try decompressed(packed.body) == Array(Self.text.utf8))
            #expect(plain.fields["ETag"] != packed.fields["ETag"])
            for answer in [plain, packed] {
                #expect(answer.fields["Vary"] == "Accept-Encoding")
                #expect(answer.fields["Content-Length"] == String(answer.body.count))
            }
        }
    }

    @Test(
        arguments: [
            ("long.txt", "gzip;q=0", 200, nil), ("long.txt", "identity;q=0", 406, nil),
            ("long.txt", "identity;q=0, gzip", 200, "gzip"), ("long.txt", "*;q=0", 406, nil),
            ("long.txt", "gzip;q=0.1, identity;q=0.2", 200, nil), ("short.txt", "gzip", 200, nil),
            ("picture.png", "gzip", 200, nil), ("picture.png", "identity;q=0, gzip", 406, nil),
        ] as [(String, String, Int, String?)]
    )
    func `weights are kept, and what is longer compressed stays as it is`(
        file: String,
        accept: String,
        status: Int,
        coding: String?
    ) throws {
        try Self.withSite { connection, assets in
            let answer = try connection.request("GET", "\(assets)/\(file)", fields: ["Accept-Encoding": accept])
            #expect(answer.status == status)
            #expect(answer.fields["Content-Encoding"] == coding)
        }
    }

    @Test func `a copy that is still good is not sent again`() throws {
        try Self.withSite { connection, assets in
            let path = assets + "/long.txt"
            let tag = try #require(try connection.request("GET", path).fields["ETag"])
            for list in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                for method in ["GET", "HEAD"] {
                    guard let verb = HTTPMethod(rawValue: method) else { continue }
                    try connection.write(Self.request(verb, path, ["If-None-Match": list]))
                    let answer = try connection.answer(to: verb)
                    #expect(answer.status == 304, "\(list)")
                    #expect(answer.fields["ETag"] == tag)
                    #expect(answer.fields["Vary"] == "Accept-Encoding")
                    #expect(answer.fields["Cache-Control"] != nil)
                    #expect(answer.fields["Content-Type"] == nil && answer.fields["Content-Length"] == nil)
                }
            }
            let later = "Fri, 01 Jan 2100 00:00:00 GMT"
            for fields: HTTPFields in [
                ["If-None-Match": "\"x\""], ["If-None-Match": "\"x\"", "If-Modified-Since": later],
                ["If-Modified-Since": later], ["If-Match": tag], ["If-Match": "*"], ["If-Unmodified-Since": later],
            ] {
                #expect(try connection.request("GET", path, fields: fields).status == 200)
            }
            for list in ["\"x\"", "W/\(tag)"] {
                #expect(try connection.request("GET", path, fields: ["If-Match": list]).status == 412)
            }
            let packed: HTTPFields = ["If-None-Match": tag, "Accept-Encoding": "gzip"]
            #expect(try connection.request("GET", path, fields: packed).status == 200)
        }
    }

    @Test func `a range is a part of what would be sent, if it is still that`() throws {
        try Self.withSite { connection, assets in
            let path = assets + "/picture.png"
            let whole = try connection.request("GET", path)
            #expect(whole.fields["Accept-Ranges"] == "bytes")
            let tag = try #require(whole.fields["ETag"])
            let part = try connection.request("GET", path, fields: ["Range": "bytes=2-5"])
            #expect(part.status == 206)
            #expect(part.body == Array(whole.body[2...5]))
            #expect(part.fields["Content-Range"] == "bytes 2-5/504")
            #expect(part.fields["ETag"] == tag)
            let beyond = try connection.request("GET", path, fields: ["Range": "bytes=504-"])
            #expect(beyond.status == 416)
            #expect(beyond.fields["Content-Range"] == "bytes */504")
            for (fields, status): (HTTPFields, Int) in [
                (["Range": "bytes=0-1", "If-Range": tag], 206), (["Range": "bytes=0-1", "If-Range": "\"x\""], 200),
                (["Range": "bytes=0-1", "If-Range": "W/\(tag)"], 200), (["Range": "bytes=0-1,4-5"], 200),
                (["Range": "bytes=0-1", "If-Range": "Fri, 01 Jan 2100 00:00:00 GMT"], 200),
                (["Range": "bytes=0-1", "If-None-Match": tag], 304),
                (["Range": "bytes=900-", "If-Range": "\"x\""], 200),
            ] {
                #expect(try connection.request("GET", path, fields: fields).status == status)
            }
            try connection.write(Self.request(.head, path, ["Range": "bytes=0-1"]))
            #expect(try connection.answer(to: .head).status == 200)
        }
    }

    private static func request(_ method: HTTPMethod, _ path: String, _ fields: HTTPFields) -> [UInt8] {
        RequestEncoder.encode(method, path, host: Authority(host: "localhost"), fields: fields, body: nil)
    }

    @Test func `a file knows GET and HEAD`() throws {
        try Self.withSite { connection, assets in
            for path in ["/", assets + "/long.txt"] {
                let answer = try connection.request("POST", path, body: [1])
                #expect(answer.status == 405)
                #expect(answer.fields["Allow"] == "GET, HEAD, OPTIONS")
                #expect(try connection.request("OPTIONS", path).fields["Allow"] == "GET, HEAD, OPTIONS")
            }
        }
    }

    @Test func `a link that leads out of the site is not there, one that stays inside is`() throws {
        try Self.withSite { connection, assets in
            let inside = try connection.request("GET", assets + "/inside.txt")
            #expect(inside.text == Self.text)
            for path in ["/link.txt", "/folder/secret.txt", "/folder"] {
                let outside = try connection.request("GET", assets + path)
                #expect(outside.status == 404)
            }
        }
    }
}
