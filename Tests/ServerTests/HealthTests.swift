import BoardClient
import TestSupport
import Testing

@Suite("What an operator asks")
struct HealthTests {
    @Test func `a running server is alive and ready`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let client = board.http(as: nil)
        #expect(try client.send("GET", "/livez").status == 200)
        #expect(try client.send("GET", "/readyz").status == 200)
    }
}
