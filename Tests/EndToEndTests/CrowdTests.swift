import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing
import Wire

@Suite("Beside a hostile crowd", .serialized)
struct CrowdTests {
    private static let beats = 300
    /// Whatever else the machine does, it does not do it each time.
    private static let attempts = 3
    /// What the crowd's hundred connections a kind may hold, with their TLS and what waits for them.
    private static let memoryBound = 128 << 20

    @Test(.timeLimit(.minutes(3)))
    func `an honest member is answered as before, memory is bounded, and every descriptor comes back`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let board = try TestBoard(folder: folder)
        for person in ["honest", "hostile"] { try board.add(person) }
        board.stop()
        let program = try ServerProcess(folder: folder)
        let address = try program.start()
        defer { program.kill() }
        let process = try #require(program.identifier)

        let (descriptors, memory) = (try Self.descriptors(of: process), try Self.memory(of: process))
        let isUnharmed = try (1...Self.attempts).contains { _ in
            let alone = try slowestOfAHundred(at: address, program, as: board.token(of: "honest"))
            let crowd = Crowd(address, context: program.context, token: board.token(of: "hostile"))
            crowd.start()
            let beside = try slowestOfAHundred(at: address, program, as: board.token(of: "honest"))
            let grown = try Self.memory(of: process) - memory
            crowd.end()
            print("p99 alone \(alone), beside \(beside); \(grown >> 20) MiB; turns \(crowd.turns)")
            #expect(crowd.turns.count == 9)
            #expect(crowd.turns.values.allSatisfy { $0 > 0 })
            #expect(grown < Self.memoryBound)
            // The crowd keeps the machine busy as well, by so much.
            return beside <= alone * 2 + .milliseconds(10)
        }
        #expect(isUnharmed, "twice as slow at most")
        let deadline = ContinuousClock.now + .seconds(30)
        while try Self.descriptors(of: process) > descriptors, ContinuousClock.now < deadline {
            // Each turn of this loop is an answer, so it waits for the server and not for the clock.
            let client = HTTPClient(address, context: program.context)
            #expect(try client.send("GET", "/livez").status == 200)
        }
        #expect(try Self.descriptors(of: process) <= descriptors)
    }

    /// The ninety-ninth percentile of an answer's time.
    private func slowestOfAHundred(at address: ServerAddress, _ program: ServerProcess, as token: String) throws
        -> Duration
    {
        try Beats(Self.beats, at: address, context: program.context, token: token).percentile(99)
    }

    private static func descriptors(of process: Int32) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
    }

    /// What it has in memory, in bytes.
    private static func memory(of process: Int32) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
        let pages = Int(status.split(separator: " ").dropFirst().first ?? "") ?? 0
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
