import TestSupport
import TumorBoard

/// One world from the discussion to the last moment before a round is closed, or to its opening, seen by one person.
enum BallotScript {
    static func live(
        as person: String,
        hidden: HiddenBallots?,
        method: TumorBoard.Method = .appropriateness,
        seed: Int = 0,
        closes: Bool = false
    ) throws -> Recording {
        let world = try World(seed: seed)
        defer { world.board.end() }
        let story = world.story
        try world.reachProposals()
        let onlooker = try Onlooker(person, in: world)
        defer { onlooker.hangUp() }
        try onlooker.join()
        try hidden?.before(story)
        try story.openRound(1, method: method.rawValue, options: method == .appropriateness ? ["o1", "o2"] : ["o1"])
        try hidden?.cast(story, by: method)
        let nonce = String(repeating: "5a", count: 32)
        let choices = method == .appropriateness ? #"{"o1":6,"o2":4}"# : #"{"o1":"yes"}"#
        try onlooker.say(
            #"{"castBallot":{"round":1,"optionSet":"os1","choices":\#(choices),"reasons":{},"nonce":"\#(nonce)"}}"#
        )
        try onlooker.say(#"{"postComment":{"comment":{"id":"k1","text":"Noch nicht"}}}"#)
        try onlooker.say(#"{"castBallot":{"round":2,"optionSet":"os2","choices":{},"nonce":"\#(nonce)"}}"#)
        if closes { try story.chair.say(#"{"closeRound":{"round":1}}"#) }
        try onlooker.keepLive()
        try onlooker.keepReplay("replay from the beginning", at: "{}")
        try Sweep(story: story).perform(as: onlooker)
        try onlooker.keepEnding()
        return onlooker.recording
    }
}
