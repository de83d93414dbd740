import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing
import Wire

@Suite("The program, told to read its certificate again", .serialized)
struct HangUpTests {
    @Test(.timeLimit(.minutes(1)))
    func `shows the new one to new connections, and an open socket stays`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let board = try TestBoard(folder: folder)
        try board.add("p1")
        board.stop()
        let certificates = try CertificateFolder()
        let program = try ServerProcess(folder: folder, certificates: certificates)
        let address = try program.start()
        defer { program.kill() }
        let socket = try LiveClient.open(
            address,
            context: program.context,
            fields: ["Authorization": "Bearer \(board.token(of: "p1"))"]
        )
        _ = try socket.receive(deadline: .now + .seconds(20))

        let others = try CertificateFolder()
        try certificates.replace(["server.pem", "server.key"], by: others)
        #expect(try HTTPClient(address, context: program.context).send("GET", "/livez").status == 200, "not yet")
        program.send(SIGHUP)
        let context = try others.context()
        let deadline = ContinuousClock.now + .seconds(20)
        while (try? HTTPClient(address, context: context).send("GET", "/livez").status) != 200 {
            try #require(ContinuousClock.now < deadline)
        }
        #expect(throws: TLSError.self) { try HTTPClient(address, context: program.context).send("GET", "/livez") }
        try socket.send(Array(#"{"id":"b","beat":{}}"#.utf8))
        guard case .message(let answer) = try socket.receive(deadline: .now + .seconds(20)) else {
            throw TestBoard.Refused(description: "the open socket was ended")
        }
        #expect(String(decoding: answer, as: UTF8.self).contains(#""re":"b""#))
        #expect(program.terminate().status == 0)
    }
}
