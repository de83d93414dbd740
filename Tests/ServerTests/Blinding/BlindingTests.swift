import TestSupport
import Testing

/// Two worlds that differ only in work hidden from a person send that person the same bytes, up to the release.
@Suite("No byte depends on hidden work", .serialized)
struct BlindingTests {
    /// A reviewer, the chair and an observer.
    static let onlookers = ["p2", "p1", "observer"]

    private static let quiet = Dictionary(
        uniqueKeysWithValues: onlookers.map { person in
            (person, Result { try ReviewScript.live(as: person, hidden: nil) })
        }
    )

    @Test(arguments: onlookers, HiddenWork.allCases)
    func `during review everyone receives the same bytes whatever others do in secret`(
        onlooker: String,
        hidden: HiddenWork
    ) throws {
        let quiet = try #require(Self.quiet[onlooker]).get()
        let busy = try ReviewScript.live(as: onlooker, hidden: hidden)
        #expect(difference(quiet, busy) == nil)
        for piece in busy {
            #expect(!String(decoding: piece.bytes, as: UTF8.self).contains(HiddenWork.marker), "\(piece.name)")
        }
    }

    @Test func `the same world lived twice is the same`() throws {
        let quiet = try #require(Self.quiet["p2"]).get()
        #expect(difference(quiet, try ReviewScript.live(as: "p2", hidden: nil)) == nil)
        #expect(quiet.reduce(0) { $0 + $1.bytes.count } > 20_000)
    }

    @Test func `what a person may see makes a difference that the comparison finds`() throws {
        let quiet = try #require(Self.quiet["p2"]).get()
        let disturbed = try ReviewScript.live(as: "p2", hidden: nil) { story in
            try story.desk(story.coordinator).file("d-late", "Nachgereicht.")
        }
        #expect(difference(quiet, disturbed) != nil)
    }

    @Test func `the coordinator learns who has sealed and nothing else`() throws {
        let coordinator = "coordinator"
        let quiet = try ReviewScript.live(as: coordinator, hidden: nil)
        #expect(difference(quiet, try ReviewScript.live(as: coordinator, hidden: .otherOpinion)) == nil)
        #expect(difference(quiet, try ReviewScript.live(as: coordinator, hidden: .manyNotes)) == nil)
        #expect(difference(quiet, try ReviewScript.live(as: coordinator, hidden: .oneSeal)) != nil)
    }
}
