import BoardClient
import Sockets
import TestSupport
import Testing

@testable import BoardServer

@Suite("What an operator asks")
struct HealthTests {
    @Test func `a running server is alive and ready`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let client = board.http(as: nil)
        #expect(try client.send("GET", "/livez").status == 200)
        #expect(try client.send("GET", "/readyz").status == 200)
    }

    @Test func `a server is ready from when it serves until it begins to end`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let configuration = Server.Configuration(data: folder, listen: .loopback, certificate: "", key: "")
        let core = try Core(configuration, log: SilentLog.logger)
        func answer() -> String? {
            let answer = Monitor<String?>(nil)
            core.readiness.check(core.desk) { found in answer.withLock { $0 = found?.rawValue ?? "ready" } }
            return answer.withLock(when: { $0 != nil }, before: .now + .seconds(10)) { $0 } ?? nil
        }
        #expect(answer() == "starting")
        core.readiness.beginServing()
        #expect(answer() == "ready")
        core.readiness.beginDraining()
        #expect(answer() == "draining")
        core.readiness.beginServing()
        #expect(answer() == "draining", "what has begun to end serves no more")
        core.finishReading()
    }
}
