import BoardAPI
import BoardClient
import BoardServer
import Foundation
import Sockets
import TestSupport
import Testing
import TumorBoard

/// A case under discussion, prepared by a server of this process and then served by the real program.
final class BoardProcess {
    static let caseID = "case-1"

    let program: ServerProcess
    let panel: [String]
    private let tokens: [String: String]

    init(folder: String, reviewers: Int = 3, limits: ServerLimits = ServerLimits()) throws {
        let board = try TestBoard(folder: folder, limits: limits)
        let story = Story(board, case: Self.caseID, reviewers: reviewers)
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        panel = story.panel.map(\.id)
        tokens = Dictionary(uniqueKeysWithValues: panel.map { ($0, board.token(of: $0)) })
        board.stop()
        program = try ServerProcess(folder: folder)
    }

    func token(of person: String) -> String { tokens[person] ?? "" }

    func member(_ person: String) throws -> Member {
        let id = try #require(CaseID(Self.caseID))
        let member = Member(
            try #require(program.address),
            context: program.context,
            token: token(of: person),
            caseID: id
        )
        member.start()
        return member
    }

    static func comment(_ id: String) -> String {
        #"{"postComment":{"comment":{"id":"\#(id)","text":"Zu Punkt \#(id)."}}}"#
    }

    /// The comments in what a member received, in order.
    static func comments(in events: [Member.Received]) throws -> [String] {
        try events.filter { $0.stream == "board" }.compactMap { received in
            guard case .commented(let payload) = try received.event() else { return nil }
            return payload.comment.id.text
        }
    }
}
