import BoardClient
import TestSupport
import Testing

@Suite("A case over real TLS")
struct ReviewTests {
    @Test func `a case reaches the discussion when the last reviewer has sealed`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        let board1 = try story.desk("p3").events(of: "board")
        #expect(board1.count == 1)
    }
}
