import Testing

@testable import TumorBoard

@Suite struct NoteTests {
    private func annotate(_ target: Target, _ id: AnnotationID = "n1") -> Command {
        .annotate(Annotate(annotation: Saying.note(id, on: target)))
    }

    private func quote(_ start: Int, _ end: Int, _ exact: String) -> TextSelector {
        TextSelector(start: start, end: end, exact: exact, prefix: "", suffix: "")
    }

    @Test func `a note is kept with revision 1 and edited on the revision that was read`() throws {
        var board = try CaseUnderTest.inReview()
        #expect(try board.perform(annotate(board.place), by: "ravi").answer.revision == 1)
        let note = Saying.note("n1", on: board.place, finding: Finding(field: "cN", value: "2a"))
        let amend = Command.amendAnnotation(AmendAnnotation(annotation: note, revision: 1))
        #expect(try board.perform(amend, by: "ravi").answer.revision == 2)
        #expect(board.refuses(amend, by: "ravi") == .stale)
        #expect(board.refuses(.deleteAnnotation(DeleteAnnotation(id: "n1", revision: 1)), by: "ravi") == .stale)
        try board.perform(.deleteAnnotation(DeleteAnnotation(id: "n1", revision: 2)), by: "ravi")
        #expect(board.refuses(.deleteAnnotation(DeleteAnnotation(id: "n1", revision: 2)), by: "ravi") == .unknown)
    }

    @Test func `a name is used once by its author, deleted notes included, and says nothing of another's`() throws {
        var board = try CaseUnderTest.inReview()
        try board.perform(annotate(board.place), by: "ravi")
        #expect(board.refuses(annotate(board.place), by: "ravi") == .exists)
        #expect(board.refuses(annotate(board.place), by: "pia") == nil)
        try board.perform(.deleteAnnotation(DeleteAnnotation(id: "n1", revision: 1)), by: "ravi")
        #expect(board.refuses(annotate(board.place), by: "ravi") == .exists)
    }

    @Test func `a place is in a published source, in the version that was read`() throws {
        let board = try CaseUnderTest.inReview()
        #expect(board.refuses(annotate(board.place), by: "ravi") == nil)
        #expect(board.refuses(annotate(Target(part: "histo", version: "other")), by: "ravi") == .stale)
        #expect(board.refuses(annotate(Target(part: "nothing", version: "x")), by: "ravi") == .unknown)
        #expect(board.refuses(annotate(Target()), by: "ravi") == .invalid)
        var both = board.place
        both.series = "hb"
        #expect(board.refuses(annotate(both), by: "ravi") == .invalid)
    }

    @Test func `a hidden part and one that does not exist are refused alike`() throws {
        let board = try CaseUnderTest.inReview()
        let hidden = Source.blob(Array(Source.letter.utf8)).blob.hash
        for part: PartID in ["letter", "mri-2", "nothing"] {
            let refusal = board.refusal(of: annotate(Target(part: part, version: hidden)), by: "ravi")
            #expect(refusal == Rejection(.unknown, part.text))
        }
    }

    @Test func `a quotation counts code points and stays within its text`() throws {
        let board = try CaseUnderTest.inReview()
        let length = Source.histology.unicodeScalars.count
        func refuse(_ selector: TextSelector) -> Rejection.Code? {
            var target = board.place
            target.text = selector
            return board.refuses(annotate(target), by: "ravi")
        }
        #expect(refuse(quote(0, 5, "Mäßig")) == nil)
        #expect(refuse(quote(0, 5, "Ma\u{308}ßig")) == .invalid)
        #expect(refuse(quote(0, 7, "Mäßig")) == .invalid)
        #expect(refuse(quote(-1, 4, "Mäßig")) == .invalid)
        #expect(refuse(quote(3, 3, "")) == .invalid)
        #expect(refuse(quote(length - 1, length, ".")) == nil)
        #expect(refuse(quote(length, length + 1, ".")) == .invalid)
    }

    @Test func `a region is within an image, never in a text`() throws {
        let board = try CaseUnderTest.inReview()
        func refuse(_ part: PartID, _ region: RegionSelector) -> Rejection.Code? {
            let version = board.state.dossier.sources[part]?.hash
            return board.refuses(annotate(Target(part: part, version: version, region: region)), by: "ravi")
        }
        #expect(refuse("scan", RegionSelector(x: 0, y: 0, w: 100, h: 100)) == nil)
        #expect(refuse("scan", RegionSelector(x: 50, y: 0, w: 50.1, h: 10)) == .invalid)
        #expect(refuse("scan", RegionSelector(x: 1, y: 1, w: 0, h: 10)) == .invalid)
        #expect(refuse("scan", RegionSelector(x: .nan, y: 1, w: 1, h: 1)) == .invalid)
        #expect(refuse("histo", RegionSelector(x: 1, y: 1, w: 1, h: 1)) == .invalid)
    }

    @Test func `a laboratory value is found by its date`() throws {
        let board = try CaseUnderTest.inReview()
        #expect(board.refuses(annotate(Target(series: "hb", point: "2026-05-01")), by: "ravi") == nil)
        #expect(board.refuses(annotate(Target(series: "hb")), by: "ravi") == nil)
        #expect(board.refuses(annotate(Target(series: "hb", point: "2020-01-01")), by: "ravi") == .unknown)
        #expect(board.refuses(annotate(Target(series: "nothing")), by: "ravi") == .unknown)
        #expect(board.refuses(annotate(Target(version: "v", series: "hb")), by: "ravi") == .invalid)
    }

    @Test func `a translation can be annotated as the text it is`() throws {
        let board = try CaseUnderTest.inReview()
        let version = board.state.dossier.sources["ct-de"]?.hash
        let target = Target(part: "ct-de", version: version, text: quote(0, 2, "CT"))
        #expect(board.refuses(annotate(target), by: "ravi") == nil)
    }

    @Test func `a statement is one line, a finding's field a code`() throws {
        let board = try CaseUnderTest.inReview()
        var note = Saying.note("n1", on: board.place)
        note.statement = ""
        #expect(board.refuses(.annotate(Annotate(annotation: note)), by: "ravi") == .invalid)
        note.statement = "zwei\nZeilen"
        #expect(board.refuses(.annotate(Annotate(annotation: note)), by: "ravi") == .invalid)
        note = Saying.note("n1", on: board.place, finding: Finding(field: "c N", value: "2"))
        #expect(board.refuses(.annotate(Annotate(annotation: note)), by: "ravi") == .invalid)
    }

    @Test func `after the reveal a note stays private and says when it was made`() throws {
        var board = try CaseUnderTest.inDiscussion()
        let before = board.events(.board).count
        try board.perform(annotate(board.place), by: "ravi")
        #expect(board.events(.board).count == before)
        guard case .annotated(let payload)? = board.last(.own("ravi")) else {
            Issue.record("no note was kept")
            return
        }
        #expect(payload.isAfterReveal)
    }

    @Test func `what was read is noted once`() throws {
        var board = try CaseUnderTest.inReview()
        try board.perform(.markRead(MarkRead(part: "histo")), by: "ravi")
        #expect(board.refuses(.markRead(MarkRead(part: "histo")), by: "ravi") == .alreadyDone)
        #expect(board.refuses(.markRead(MarkRead(part: "letter")), by: "ravi") == .unknown)
    }

    @Test func `a person's notes are limited, whoever else has written`() throws {
        var board = try CaseUnderTest.inReview()
        for number in 1...Limits.annotationsPerPerson {
            let note = Saying.note(.numbered(number), on: board.place)
            board.state.own["ravi"]?.apply(.annotated(Annotated(annotation: note, isAfterReveal: false)))
        }
        #expect(board.refuses(annotate(board.place), by: "ravi") == .limitReached)
        #expect(board.refuses(annotate(board.place), by: "pia") == nil)
    }
}

extension AnnotationID {
    fileprivate static func numbered(_ number: Int) -> AnnotationID { AnnotationID(stringLiteral: "x\(number)") }
}
