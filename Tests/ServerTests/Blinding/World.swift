import BoardClient
import Cryptography
import Foundation
import TestSupport
import TumorBoard

/// A board that can be lived twice: a clock that stands, draws that follow from their purpose, and one signing key.
struct World {
    let board: TestBoard
    let story: Story
    let clock = SetClock()

    private static let key = Result { try SigningKey.generate() }

    init() throws {
        let folder = try TemporaryFolder.make()
        try Self.key.get().save(to: folder + "/signing-key.pem")
        board = try TestBoard(folder: folder, environment: .reproducible(clock))
        story = Story(board)
        try story.addPeople()
        try board.add("observer")
        try board.add("stranger")
    }

    /// A number of days from the world's own present, in milliseconds.
    func day(_ days: Int) -> Int64 { clock.now.advanced(by: .seconds(days * 86_400)).milliseconds }

    /// Prepared up to the freeze, with an observer and a conference that everybody attends.
    func prepare() throws {
        try story.open(clinicalDeadline: day(20))
        try story.prepare()
        let desk = story.desk(story.coordinator)
        try desk.say(#"{"invite":{"member":{"person":"observer","name":"Dr. observer","role":"observer"}}}"#)
        let people = (story.panel.map(\.id) + ["observer"]).map { "\"\($0)\"" }.joined(separator: ",")
        let schedule =
            #"{"id":"conf-1","schedule":{"title":"Konferenz","starts":\#(day(9)),"timeZone":"Europe/Berlin","durationMinutes":60,"chair":"p1","participants":[\#(people)],"agenda":[{"case":"\#(story.caseID)","minutes":20}]}}"#
        let answer = try board.http(as: story.coordinator).post("/api/conferences", Array(schedule.utf8), key: "conf")
        guard answer.status == 201 else {
            throw TestBoard.Refused(description: String(decoding: answer.body, as: UTF8.self))
        }
    }

    func freeze() throws { try story.freeze(deadline: day(5)) }

    /// Everyone has sealed and the first round is open: the same in every world.
    func reachVoting() throws {
        try prepare()
        try freeze()
        try story.reachDiscussion()
        try story.propose()
        try story.openRound(1)
    }
}
