import Cryptography
import Foundation
import Wire

/// The browser client, read into memory at start: nothing of it is read from disk while serving.
///
/// Files lie under a path that holds a hash of all of them, so they may be kept for ever; `index.html` is asked for
/// each time. A style sheet is served with what it imports in it.
struct StaticSite: Sendable {
    private struct File: Sendable {
        var fields: HTTPFields
        var tag: EntityTag
        var bytes: [UInt8]
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
        let root = URL(fileURLWithPath: folder, isDirectory: true).resolvingSymlinksInPath()
        let names = (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []).sorted()
        var contents: [(name: String, bytes: [UInt8])] = []
        for name in names where Self.types[(name as NSString).pathExtension] != nil && name != "package.json" {
            contents.append((name, Array(try Data(contentsOf: root.appendingPathComponent(name)))))
        }
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

    private mutating func add(_ bytes: [UInt8], at path: [String], name: String, cacheControl: String) {
        let tag = EntityTag(String(Hexadecimal.encode(SHA256.hash(bytes)).prefix(32)))
        let type = Self.types[(name as NSString).pathExtension] ?? "application/octet-stream"
        files[path] = File(
            fields: [.contentType: type, .eTag: tag.description, .cacheControl: cacheControl],
            tag: tag,
            bytes: bytes
        )
    }

    /// The file at a path, 304 when the client has it, `nil` when there is none.
    func response(path: [String], fields: HTTPFields) -> Response? {
        let path = path == [""] || path == ["index.html"] ? [] : path
        guard let file = files[path] else { return nil }
        if EntityTagCondition(.ifNoneMatch, in: fields)?.matchesWeakly(file.tag) == true {
            return Response(status: .notModified, fields: file.fields, isDynamic: false)
        }
        return Response(status: .ok, fields: file.fields, body: file.bytes, isDynamic: false)
    }
}
