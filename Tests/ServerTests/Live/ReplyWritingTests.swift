import BoardAPI
import Foundation
import Mutation
import Testing
import TumorBoard

@testable import BoardServer

@Suite struct ReplyWritingTests {
    @Test func `a reply is written directly with the bytes of Foundation`() throws {
        var random = SplitMix(seed: 8)
        let streams = ["own", "board", "dossier", "logistics", "quarantine", "delivery", "custody", "own/p1"]
        for _ in 0..<200 {
            let at = streams.filter { _ in Bool.random(using: &random) }.map { stream in
                (stream, Position(seq: Int(random.next() >> 40), tag: String(random.next(), radix: 16)))
            }
            var answer = Decision().answer
            if Bool.random(using: &random) { answer.opinion = String(random.next(), radix: 16) }
            if Bool.random(using: &random) { answer.commitment = String(random.next(), radix: 16) }
            if Bool.random(using: &random) { answer.revision = Int(random.next() >> 60) }
            let done = Done(at: Dictionary(at) { $1 }, answer: answer)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            #expect(try JSONWriter.bytes(of: done) == Array(encoder.encode(done)))
        }
    }

    @Test func `a reply stands around the bytes of its answer`() {
        let reply = OkReply.json(re: "r1", ok: Array(#"{"at":{}}"#.utf8))
        #expect(String(decoding: reply, as: UTF8.self) == #"{"re":"r1","ok":{"at":{}}}"#)
    }
}
