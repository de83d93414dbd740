import BoardClient
import BoardServer
import Cryptography
import Foundation
import TestSupport
import TumorBoard

/// A board that can be lived twice: a clock that stands, draws that follow from their purpose, and one signing key.
struct World {
    let board: TestBoard
    let story: Story
    /// Another case of the same people, for whatever is listed by case.
    let other: Story
    let clock = SetClock()

    /// Stands ready for `p4`.
    static let deputy = "deputy"

    private static let key = Result { try SigningKey.generate() }

    /// - Parameters:
    ///   - seed: another one, other draws: of pseudonyms, of salts.
    ///   - leak: a way in which this world's server breaks its promise.
    init(seed: Int = 0, leak: Leak? = nil) throws {
        let folder = try TemporaryFolder.make()
        try Self.key.get().save(to: folder + "/signing-key.pem")
        let environment = Environment.reproducible(clock, seed: seed)
        board =
            if let leak {
                try TestBoard(folder: folder, environment: leak.environment(environment), serve: leak.serve)
            } else {
                try TestBoard(folder: folder, environment: environment)
            }
        story = Story(board)
        other = Story(board, case: "case-2")
        try story.addPeople()
        for person in ["observer", "stranger", "auditor", Self.deputy] { try board.add(person) }
        try board.add("opener", rights: ["coordinator"])
    }

    /// A number of days from the world's own present, in milliseconds.
    func day(_ days: Int) -> Int64 { clock.now.advanced(by: .seconds(days * 86_400)).milliseconds }

    /// Prepared up to the freeze, with an observer, an auditor and a conference that everybody attends; and another case.
    func prepare() throws {
        try other.open(clinicalDeadline: day(30))
        for person in ["p1", "p2", "p4", "observer"] {
            try other.desk(other.coordinator).say(
                #"{"invite":{"member":{"person":"\#(person)","name":"Dr. \#(person)","role":"observer"}}}"#
            )
        }
        try story.open(clinicalDeadline: day(20))
        try story.prepare()
        let desk = story.desk(story.coordinator)
        for role in ["observer", "auditor"] {
            try desk.say(#"{"invite":{"member":{"person":"\#(role)","name":"Dr. \#(role)","role":"\#(role)"}}}"#)
        }
        try desk.say(
            #"{"invite":{"member":{"person":"\#(Self.deputy)","name":"Dr. \#(Self.deputy)","role":"deputy","discipline":"surgery","institution":"Hohenwarte","deputyFor":"p4"}}}"#
        )
        try story.desk(Self.deputy).say(#"{"declareConflicts":{}}"#)
        let people = (story.panel.map(\.id) + ["observer"]).map { "\"\($0)\"" }.joined(separator: ",")
        let schedule =
            #"{"id":"conf-1","schedule":{"title":"Konferenz","starts":\#(day(9)),"timeZone":"Europe/Berlin","durationMinutes":60,"chair":"p1","participants":[\#(people)],"agenda":[{"case":"\#(story.caseID)","minutes":20}]}}"#
        let answer = try board.http(as: story.coordinator).post("/api/conferences", Array(schedule.utf8), key: "conf")
        guard answer.status == 201 else {
            throw TestBoard.Refused(description: String(decoding: answer.body, as: UTF8.self))
        }
    }

    /// - Parameter disciplines: those a quorum cannot do without; all of the panel's by default.
    func freeze(requiring disciplines: Set<String>? = nil) throws {
        try story.freeze(deadline: day(5), requiring: disciplines)
    }

    /// Everyone has sealed and there is something to vote on: the same in every world.
    func reachProposals() throws {
        try prepare()
        try freeze()
        try story.reachDiscussion()
        try story.propose()
    }
}
