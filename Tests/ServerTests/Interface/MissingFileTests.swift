import BoardClient
import TestSupport
import Testing

@Suite("An import without a file")
struct MissingFileTests {
    @Test func `is malformed, whoever asks`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 1)
        try story.addPeople()
        try story.open()
        for person in ["coordinator", "p1"] {
            let answer = try board.http(as: person).post("/api/cases/case-1/imports", [], key: "k")
            #expect(answer.status == 400)
            #expect(String(decoding: answer.body, as: UTF8.self).contains(#""detail":"the file is missing""#))
        }
    }
}
