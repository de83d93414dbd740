import Compression
import Cryptography
import Foundation
import Wire

/// The browser client, read into memory and compressed at start: nothing of it is read from disk while serving.
///
/// Files lie under a path that holds a hash of all of them, so they may be kept for ever; `index.html` is asked for
/// each time. A style sheet is served with what it imports in it.
struct StaticSite: Sendable {
    private struct File: Sendable {
        var identity: Representation
        /// The same compressed, where that is shorter.
        var gzip: Representation?
    }

    private var files: [[String]: File] = [:]
    /// What the site is made of; changes with any file.
    let version: String

    static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "json": "application/json", "woff2": "font/woff2",
        "webmanifest": "application/manifest+json", "txt": "text/plain; charset=utf-8",
    ]

    /// - Throws: when the folder has no `index.html`, or a style sheet imports one that is not there.
    init(folder: String) throws {
        let contents = try Self.contents(of: folder)
        var hash = SHA256()
        for (name, bytes) in contents {
            hash.update(Array(name.utf8))
            hash.update(SHA256.hash(bytes))
        }
        version = String(Hexadecimal.encode(hash.finalize()).prefix(16))
        let prefix = ["assets", version]
        let sheets = Dictionary(
            uniqueKeysWithValues: contents.filter { $0.name.hasSuffix(".css") }
                .map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        )
        for (name, bytes) in contents where name != "index.html" {
            let path = prefix + name.split(separator: "/").map(String.init)
            let served = sheets[name] == nil ? bytes : Array(try StyleSheet.flattened(name, among: sheets).utf8)
            add(served, at: path, name: name, cacheControl: "public, max-age=31536000, immutable")
        }
        guard let index = contents.first(where: { $0.name == "index.html" }) else { throw CocoaError(.fileNoSuchFile) }
        let page = String(decoding: index.bytes, as: UTF8.self)
            .replacing(/(href|src)="(css|js|icon)/) { "\($0.1)=\"/assets/\(version)/\($0.2)" }
        add(Array(page.utf8), at: [], name: "index.html", cacheControl: "no-cache")
    }

    /// The files of known types below the folder. A link that leads out of it is none of them.
    private static func contents(of folder: String) throws -> [(name: String, bytes: [UInt8])] {
        let root = URL(fileURLWithPath: folder, isDirectory: true).resolvingSymlinksInPath()
        let names = (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []).sorted()
        var contents: [(name: String, bytes: [UInt8])] = []
        for name in names where types[(name as NSString).pathExtension] != nil && name != "package.json" {
            let file = root.appendingPathComponent(name).resolvingSymlinksInPath()
            guard file.path.hasPrefix(root.path + "/") else { continue }
            contents.append((name, Array(try Data(contentsOf: file))))
        }
        return contents
    }

    private mutating func add(_ bytes: [UInt8], at path: [String], name: String, cacheControl: String) {
        let type = Self.types[(name as NSString).pathExtension] ?? "application/octet-stream"
        var caching: HTTPFields = [.cacheControl: cacheControl]
        var description: HTTPFields = [.contentType: type]
        guard Self.isCompressible(type), let compressed = Gzip.compress(bytes), compressed.count < bytes.count else {
            files[path] = File(identity: Self.representation(bytes, caching, description))
            return
        }
        caching.set(.vary, "Accept-Encoding")
        let identity = Self.representation(bytes, caching, description)
        description.set(.contentEncoding, ContentCoding.gzip.rawValue)
        files[path] = File(identity: identity, gzip: Self.representation(compressed, caching, description))
    }

    private static func representation(
        _ bytes: [UInt8],
        _ caching: HTTPFields,
        _ description: HTTPFields
    ) -> Representation {
        let tag = EntityTag(String(Hexadecimal.encode(SHA256.hash(bytes)).prefix(32)))
        return Representation(tag: tag, bytes: bytes, caching: caching, description: description)
    }

    /// Images and fonts are compressed already.
    private static func isCompressible(_ type: String) -> Bool {
        !(type.hasPrefix("image/") && type != "image/svg+xml") && !type.hasPrefix("font/")
    }

    func hasFile(at path: [String]) -> Bool { files[Self.place(path)] != nil }

    /// The file at the request's path in the coding the client likes best, whole or in part; 404 when there is none.
    func response(to head: RequestHead) -> Response {
        guard let file = files[Self.place(head.target.path)] else { return Problem.notFound.response }
        let chosen: Representation?
        switch ContentCoding.preferred(by: head.fields, hasGzip: file.gzip != nil) {
        case .gzip: chosen = file.gzip
        case .identity: chosen = file.identity
        case nil: chosen = nil
        }
        guard let chosen else {
            return Problem(status: .notAcceptable, code: "malformed", fields: [.vary: "Accept-Encoding"]).response
        }
        return chosen.response(to: head.method, head.fields)
    }

    private static func place(_ path: [String]) -> [String] {
        path == [""] || path == ["index.html"] ? [] : path
    }
}
