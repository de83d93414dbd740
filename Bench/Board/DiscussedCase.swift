import Cryptography
import TumorBoard

/// A case in discussion, in memory: two panel members and observers, one source, and what is said of it.
struct DiscussedCase {
    static let person = "m0"
    private static let hash = String(repeating: "3a", count: 32)

    private(set) var state: CaseState

    init(members: Int) throws {
        guard let id = CaseID("c7") else { preconditionFailure("an identifier") }
        state = CaseState(id: id)
        let sheet = """
            {"clinicalDeadline":1780777600000,"conferenceType":"praeth","indication":"oncology","institutions":[],\
            "language":"de","patient":{"birthDate":"1972-02-29","pseudonym":"AHORN-17","sex":"male"},"preferences":[],\
            "questions":["Ist das der einzige Weg?"],"title":"Tiefes Rektumkarzinom","urgency":"soon"}
            """
        let document = """
            {"id":"ct","kind":"imaging-report","parts":[{"content":["\(Self.hash)",2400],"id":"ct","language":"de",\
            "length":2400,"mediaType":"text/plain","nature":"primary","translations":[]}],"title":"CT"}
            """
        try apply(#"{"caseOpened":{"sheet":\#(sheet)}}"#, on: "dossier")
        try apply(#"{"documentPublished":{"document":\#(document),"isLate":false}}"#, on: "dossier")
        for member in 0..<members {
            let role = member == 0 ? "chair" : member == 1 ? "reviewer" : "observer"
            let membership = #"{"name":"Dr. \#(member)","person":"m\#(member)","role":"\#(role)"}"#
            try apply(#"{"memberInvited":{"member":\#(membership)}}"#, on: "logistics")
        }
        try apply(#"{"phaseChanged":{"to":"discussion"}}"#, on: "dossier")
        try apply(#"{"opened":{"salt":"\#(Self.hash)"}}"#, on: "own/\(Self.person)")
    }

    private mutating func apply(_ event: String, on stream: String) throws {
        guard let stream = Stream(name: stream) else { preconditionFailure("a stream") }
        try apply(Canonical.decode(Event.self, from: event.utf8), on: stream)
    }

    mutating func apply(_ event: Event, on stream: Stream) {
        state.apply(event, on: stream, seq: state.head(of: stream) + 1, at: Moment(milliseconds: 1_780_000_000_000))
    }

    var means: Means {
        Means(
            now: Moment(milliseconds: 1_780_000_000_000),
            random: { count, _ in SecureRandom.bytes(count) },
            sha256: { SHA256.hash($0) }
        )
    }

    // MARK: What is said

    /// As a browser sends it: members in the order they were written in, the case among them.
    static func comment(_ number: Int) -> String {
        #"""
        {"id":"5f1d0c9b7e3a48d2\#(number)","postComment":{"case":"c7","comment":{"id":"k9b7e3a48d25f1d0c\#(number)",\#
        "text":"Im MRT reicht der Tumor bis 12 mm an die mesorektale Faszie; der CRM ist frei.\nSiehe „Befund“, Seite 2."}}}
        """#
    }

    static func annotation(_ number: Int) -> String {
        #"""
        {"id":"7e3a48d25f1d0c9b\#(number)","annotate":{"case":"c7","annotation":{"id":"a48d25f1d0c9b7e3\#(number)",\#
        "target":{"part":"ct","version":"\#(hash)","text":{"start":736,"end":768,\#
        "exact":"48 mm oberhalb der Anokutanlinie","prefix":"Der Tumorunterrand liegt ","suffix":" und 12 mm"}},\#
        "statement":"Tumorunterrand 48 mm ab Anokutanlinie","certainty":"certain","category":"staging",\#
        "finding":{"field":"cT","value":"3"}}}}
        """#
    }
}
