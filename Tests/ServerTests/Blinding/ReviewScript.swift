import BoardClient
import Foundation
import TestSupport
import TumorBoard

/// One world under review, lived from the invitation to the last moment before the reveal, and seen by one person.
enum ReviewScript {
    /// What `person` received, while others did `hidden` work.
    ///
    /// - Parameter disturb: something the onlooker may see; for tests of the comparison itself.
    static func live(
        as person: String,
        hidden: HiddenWork?,
        in world: @autoclosure () throws -> World = try World(),
        disturb: (Story) throws -> Void = { _ in }
    ) throws -> Recording {
        let world = try world()
        defer { world.board.end() }
        try world.prepare()
        let story = world.story
        let onlooker = try Onlooker(person, in: world)
        defer { onlooker.hangUp() }
        try onlooker.join()
        try hidden?.beforeTheFreeze(story)
        try world.freeze()
        let companion = try hidden?.companion(story)
        defer { companion?.stop() }
        // Hidden work has times of its own. Then the clock is set back, which only the readers of those times may notice.
        world.clock.advance(by: .seconds(40))
        try hidden?.first(story)
        world.clock.advance(by: .seconds(-20))
        try onlooker.work(story)
        // A later source: it alone gives the right to seal anew, to all alike.
        try story.desk(story.coordinator).file("d-later", "Nachbefund: unverändert.")
        try disturb(story)
        companion?.cut()
        try onlooker.finish(story)
        // What comes last is hidden, after something everybody sees elsewhere: lists may not be in the order of work.
        try world.other.desk(story.coordinator).say(#"{"assignSlot":{"conference":"conf-7","slot":1}}"#)
        world.clock.advance(by: .seconds(60))
        try hidden?.second(story)
        try onlooker.keepLive()
        try onlooker.keepReplay("replay from the beginning", at: "{}")
        let dossier = try position(after: 2, of: "dossier", story, person)
        try onlooker.keepReplay("reconnect", at: #"{"dossier":\#(dossier)}"#)
        try onlooker.keepReplay("another history", at: #"{"dossier":[2,"0000000000000000"]}"#, until: "diverged")
        try onlooker.keepReplay("unreadable", at: #"{"own/p4":[3,"00"],"custody":[2,"00"]}"#)
        try Sweep(story: story, secrets: hidden == nil ? [] : packages(of: ["p4", "p5"], story)).perform(as: onlooker)
        try onlooker.keepEnding()
        return onlooker.recording
    }

    private static func position(after seq: Int, of stream: String, _ story: Story, _ person: String) throws -> String {
        struct Page: Decodable {
            var events: [Line]
            struct Line: Decodable { var seq: Int, tag: String }
        }
        let address = "/api/cases/\(story.caseID)/streams/\(stream)?after=\(seq - 1)&limit=1"
        let answer = try story.board.http(as: person).send("GET", address)
        let page = try Canonical.decode(Page.self, from: answer.body)
        return page.events.first.map { #"[\#($0.seq),"\#($0.tag)"]"# } ?? #"[0,""]"#
    }

    /// The hashes of what these people have sealed.
    private static func packages(of people: [String], _ story: Story) throws -> [String] {
        try people.flatMap { person in
            try story.desk(person).events(of: "own").flatMap { event -> [String] in
                guard case .sealed(let sealed) = event else { return [] }
                return ([sealed.opinion].compactMap(\.self) + (sealed.pages ?? [])).map(\.hash)
            }
        }
    }
}

extension Onlooker {
    /// The onlooker's own work, with things that are refused in between.
    fileprivate func work(_ story: Story) throws {
        let target = try story.passage("Befund")
        try say(
            #"{"annotate":{"annotation":{"id":"mine","target":\#(target),"statement":"Selbst gelesen","certainty":"certain"}}}"#
        )
        try say(#"{"markRead":{"part":"d-imaging"}}"#)
        try say(#"{"seal":{"own":2}}"#)
        try say(#"{"deleteAnnotation":{"id":"note-3","revision":1}}"#)
        try say(#"{"extendDeadline":{"deadline":1,"reason":"x"}}"#)
        try say(#"{"openVoting":{"round":{"number":1,"method":"appropriateness","optionSet":"os1","options":["o1"]}}}"#)
        try say(#"{"freezePanel":{}}"#)
        try say(#"{"unheardOf":{}}"#)
        for dimension in Dimension.allCases {
            try say(
                #"{"stateOpinion":{"dimension":"\#(dimension.rawValue)","answer":{"value":{"codes":[],"text":"Meines"},"confidence":5,"rationale":"Gelesen","citations":[\#(target)]},"revision":0}}"#
            )
        }
    }

    /// Seals where there is something to seal; the case is still not revealed, since `p3` has not.
    fileprivate func finish(_ story: Story) throws {
        guard person != "p3", story.panel.contains(where: { $0.id == person }) else { return }
        try settle()
        let head = try story.desk(person).events(of: "own").count
        try say(#"{"seal":{"own":\#(head)}}"#)
        try say(#"{"seal":{"own":\#(head + 1)}}"#)
    }
}

extension Story {
    /// A place in the imaging report, as an annotation names it.
    func passage(_ exact: String) throws -> String {
        let version = try desk(coordinator).versions()["d-imaging"] ?? ""
        let start = Story.letter.range(of: exact).map {
            Story.letter.unicodeScalars.distance(from: Story.letter.startIndex, to: $0.lowerBound)
        }
        let end = (start ?? 0) + exact.unicodeScalars.count
        return
            #"{"part":"d-imaging","version":"\#(version)","text":{"start":\#(start ?? 0),"end":\#(end),"exact":"\#(exact)","prefix":"","suffix":""}}"#
    }
}
