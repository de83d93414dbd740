import Testing

@testable import TumorBoard

@Suite struct TranslationTests {
    private static let freeze = Command.freezePanel(FreezePanel(settings: Saying.settings))

    private func spanish(isMachine: Bool) -> Command {
        let translation = FileTranslation(
            id: "es-de",
            part: "es",
            language: "de-AT",
            translator: "Tove Berg",
            isMachine: isMachine
        )
        return .fileTranslation(translation)
    }

    private func withSpanish() throws -> CaseUnderTest {
        var board = try CaseUnderTest.prepared()
        try board.perform(
            Source.document("es", .histology, language: "es"),
            by: "cora",
            content: Source.text("Adenocarcinoma")
        )
        return board
    }

    @Test func `a text in another language is refused at the gate until a released human translation stands beside it`()
        throws
    {
        var board = try withSpanish()
        #expect(board.refusal(of: Self.freeze, by: "cora") == Rejection(.incomplete, "es"))
        try board.perform(spanish(isMachine: false), by: "tove", content: Source.text("Adenokarzinom"))
        #expect(board.refusal(of: Self.freeze, by: "cora") == Rejection(.incomplete, "es"))
        try board.perform(.releaseTranslation(ReleaseTranslation(id: "es-de")), by: "tove")
        #expect(board.refuses(Self.freeze, by: "cora") == nil)
    }

    @Test func `a machine's translation does not open the gate`() throws {
        var board = try withSpanish()
        try board.perform(spanish(isMachine: true), by: "tove", content: Source.text("Adenokarzinom"))
        try board.perform(.releaseTranslation(ReleaseTranslation(id: "es-de")), by: "cora")
        #expect(board.refusal(of: Self.freeze, by: "cora") == Rejection(.incomplete, "es"))
    }

    @Test func `an unreleased translation is not published`() throws {
        var board = try CaseUnderTest.prepared()
        let english = FileTranslation(id: "ct-en", part: "ct", language: "en", translator: "Tove", isMachine: false)
        try board.perform(.fileTranslation(english), by: "tove", content: Source.text("Liver lesion"))
        try board.perform(Self.freeze, by: "cora")
        #expect(board.state.dossier.sources["ct-en"] == nil)
        #expect(board.state.dossier.sources["ct-de"] != nil)
    }

    @Test func `conclusions need no translation: nobody on the panel reads them`() throws {
        var board = try withSpanish()
        try board.perform(.classifyPart(ClassifyPart(part: "es", nature: .conclusion)), by: "cora")
        #expect(board.refuses(Self.freeze, by: "cora") == nil)
    }

    @Test func `a translation is of a text, into another language, released once`() throws {
        let board = try CaseUnderTest.prepared()
        func refuse(_ part: PartID, _ language: String) -> Rejection.Code? {
            let translation = FileTranslation(
                id: "new",
                part: part,
                language: language,
                translator: "Tove",
                isMachine: false
            )
            return board.refuses(.fileTranslation(translation), by: "tove", content: Source.text("Text"))
        }
        #expect(refuse("ct", "it") == nil)
        #expect(refuse("ct", "fr-CH") == .invalid)
        #expect(refuse("scan", "de") == .unknown)
        #expect(refuse("nothing", "de") == .unknown)
        #expect(board.refuses(.releaseTranslation(ReleaseTranslation(id: "ct-de")), by: "tove") == .alreadyDone)
        #expect(board.refuses(.releaseTranslation(ReleaseTranslation(id: "nothing")), by: "tove") == .unknown)
    }

    @Test func `what the panel has read does not change under it`() throws {
        let board = try CaseUnderTest.inReview()
        let italian = FileTranslation(id: "ct-it", part: "ct", language: "it", translator: "Tove", isMachine: false)
        #expect(board.refuses(.fileTranslation(italian), by: "tove", content: Source.text("Fegato")) == .frozen)
    }
}
