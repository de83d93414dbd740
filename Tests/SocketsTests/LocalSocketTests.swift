import Foundation
import Sockets
import Testing

@Suite struct LocalSocketTests {
    /// A listener that answers each line with the line turned round, and "later" from a later tick.
    private func withListener(_ body: (EventLoop, String) throws -> Void) throws {
        let loop = try EventLoop()
        try loop.start(name: "test-loop")
        defer {
            loop.stop()
            loop.join()
        }
        let path = try temporaryFolder() + "/admin"
        let listener = try LoopBound.make(on: loop) {
            try LocalListener(path: path, on: loop) { line, connection in
                if line == "later" {
                    loop.schedule(after: .milliseconds(1)) { connection.send("now") }
                } else {
                    connection.send(String(line.reversed()))
                }
            }
        }
        try body(loop, path)
        try listener.callAndWait { $0.stop() }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `lines are answered, at once or later`() throws {
        try withListener { _, path in
            var client = try LocalClient(path: path)
            #expect(try client.exchange("backup", deadline: .patience) == "pukcab")
            #expect(try client.exchange("later", deadline: .patience) == "now")
            #expect(try client.exchange("", deadline: .patience) == "")
        }
    }

    @Test func `several lines at once are answered in order`() throws {
        try withListener { _, path in
            var client = try LocalClient(path: path)
            for number in 100..<200 { try client.send("\(number)", deadline: .patience) }
            for number in 100..<200 {
                #expect(try client.receive(deadline: .patience) == String("\(number)".reversed()))
            }
        }
    }

    @Test func `the socket is open to its owner alone`() throws {
        try withListener { _, path in
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func `a line of the greatest length is answered, a longer one ends the connection`() throws {
        try withListener { _, path in
            let longest = String(repeating: "x", count: 64 << 10)
            var client = try LocalClient(path: path)
            #expect(try client.exchange(longest, deadline: .patience) == longest)
            #expect(throws: LocalClient.Failure.closed) {
                try client.send(longest + "x", deadline: .patience)
                _ = try client.receive(deadline: .patience)
            }
        }
    }

    @Test func `more administrators than places are served one after another`() throws {
        try withListener { _, path in
            for _ in 0..<3 * LocalListener.connectionLimit {
                var client = try LocalClient(path: path)
                #expect(try client.exchange("ab", deadline: .patience) == "ba")
            }
        }
    }

    @Test func `a socket left by an earlier process is replaced, any other file is not`() throws {
        try withListener { loop, path in
            let file = path + ".txt"
            #expect(FileManager.default.createFile(atPath: file, contents: Data("keep".utf8)))
            #expect(throws: SystemError.self) {
                _ = try LoopBound.make(on: loop) { try LocalListener(path: file, on: loop) { _, _ in } }
            }
            #expect(FileManager.default.contents(atPath: file) == Data("keep".utf8))
            let second = try LoopBound.make(on: loop) {
                try LocalListener(path: path, on: loop) { _, connection in connection.send("second") }
            }
            var client = try LocalClient(path: path)
            #expect(try client.exchange("who", deadline: .patience) == "second")
            try second.callAndWait { $0.stop() }
        }
    }

    @Test func `no server is an error, and so is a path that is too long`() throws {
        #expect(throws: SystemError.self) { _ = try LocalClient(path: temporaryFolder() + "/nobody") }
        let long = "/tmp/" + String(repeating: "x", count: 120)
        #expect(throws: SystemError(("use \(long) as a socket"), code: ENAMETOOLONG)) {
            _ = try LocalClient(path: long)
        }
    }
}
