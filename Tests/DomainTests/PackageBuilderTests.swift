import Testing

@testable import TumorBoard

@Suite struct PackageBuilderTests {
    private func build(_ board: CaseUnderTest, by person: PersonID = "ravi", upTo: Int? = nil) throws
        -> Prepared.Package
    {
        try PackageBuilder.build(
            own: board.events(.own(person)),
            upTo: upTo ?? board.events(.own(person)).count,
            documentOrder: PackageBuilder.documentOrder(of: board.events(.dossier)),
            salt: { Hexadecimal.encode(Entropy.bytes(32, seed: "package", purpose: $0)) },
            sha256: board.means.sha256
        )
    }

    private func entries(of package: Prepared.Package) throws -> [AnnotationPage.Entry] {
        try package.pages.flatMap { try Canonical.decode(AnnotationPage.self, from: $0.bytes).entries }
    }

    private func note(_ board: inout CaseUnderTest, _ id: AnnotationID, _ target: Target, _ statement: String) throws {
        var note = Saying.note(id, on: target)
        note.statement = statement
        try board.perform(.annotate(Annotate(annotation: note)), by: "ravi")
    }

    private func quote(_ board: CaseUnderTest, _ start: Int, _ exact: String) -> Target {
        var target = board.place
        let end = start + exact.unicodeScalars.count
        target.text = TextSelector(start: start, end: end, exact: exact, prefix: "", suffix: "")
        return target
    }

    @Test func `entries are numbered in document order, whenever they were written`() throws {
        var board = try CaseUnderTest.inReview()
        try note(&board, "z", Target(series: "hb", point: "2026-05-01"), "Laborwert")
        try note(&board, "a", quote(board, 6, "differenziertes"), "zweite Stelle")
        try note(&board, "m", quote(board, 0, "Mäßig"), "erste Stelle")
        let scan = board.state.dossier.sources["scan"]?.hash
        let region = RegionSelector(x: 1, y: 2, w: 3, h: 4)
        try note(&board, "b", Target(part: "scan", version: scan, region: region), "Bild")
        try board.answerAll(by: "ravi")
        let package = try build(board)
        let entries = try entries(of: package)
        #expect(entries.map(\.statement) == ["erste Stelle", "zweite Stelle", "Bild", "Laborwert"])
        #expect(entries.map(\.number) == [1, 2, 3, 4])
        let opinion = try Canonical.decode(SealedPackage.self, from: package.opinion.bytes)
        #expect(opinion.pages == [["histo"], ["scan"], ["hb"]])
        #expect(opinion.annotationCount == 4)
        #expect(opinion.answers.count == 10)
    }

    @Test func `nothing of who, when and where from goes in`() throws {
        var board = try CaseUnderTest.inReview()
        try note(&board, "client-id-77", board.place, "Notiz")
        try board.answerAll(by: "ravi")
        let package = try build(board)
        let text = ([package.opinion] + package.pages).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        for trace in ["client-id-77", "ravi", "revision", String(board.now.milliseconds)] {
            #expect(!text.contains(trace))
        }
    }

    @Test func `the same work in another order gives the same bytes`() throws {
        var one = try CaseUnderTest.inReview()
        var other = one
        try note(&one, "n1", quote(one, 0, "Mäßig"), "A")
        try note(&one, "n2", quote(one, 0, "Mäßig"), "B")
        try note(&other, "q2", quote(other, 0, "Mäßig"), "B")
        try note(&other, "q3", quote(other, 0, "Mäßig"), "verworfen")
        try note(&other, "q1", quote(other, 0, "Mäßig"), "A")
        try other.perform(.deleteAnnotation(DeleteAnnotation(id: "q3", revision: 1)), by: "ravi")
        try one.answerAll(by: "ravi")
        try other.answerAll(by: "ravi")
        let (first, second) = (try build(one), try build(other))
        #expect(first.opinion == second.opinion)
        #expect(first.pages == second.pages)
    }

    @Test func `a package has at most six pages, each of sources that follow one another`() throws {
        var board = try CaseUnderTest.inReview()
        for number in 1...9 {
            let id = DocumentID(stringLiteral: "late-\(number)")
            try board.perform(Source.document(id, .letter), by: "cora", content: Source.text("Befund \(number)"))
            let part = PartID(stringLiteral: id.text)
            let version = board.state.dossier.sources[part]?.hash
            try note(&board, AnnotationID(stringLiteral: "n\(number)"), Target(part: part, version: version), "x")
        }
        try board.answerAll(by: "ravi")
        let package = try build(board)
        let opinion = try Canonical.decode(SealedPackage.self, from: package.opinion.bytes)
        #expect(package.pages.count == Limits.pagesPerPackage)
        #expect(opinion.pages.flatMap(\.self) == (1...9).map { "late-\($0)" })
        #expect(try entries(of: package).map(\.number) == Array(1...9))
    }

    @Test func `only what was written up to the seal goes in`() throws {
        var board = try CaseUnderTest.inReview()
        try board.answerAll(by: "ravi")
        let head = board.events(.own("ravi")).count
        try note(&board, "n1", board.place, "zu spät")
        #expect(try build(board, upTo: head).pages.isEmpty)
        #expect(try build(board, upTo: head).own == head)
        #expect(throws: Rejection(.stale, "own")) { try build(board, upTo: head + 5) }
    }

    @Test func `conflicts go in as declared, findings once each`() throws {
        var board = try CaseUnderTest.inReview()
        for (id, value) in [("n1", "2a"), ("n2", "2a"), ("n3", "1")] {
            let finding = Finding(field: "cN", value: value)
            let annotation = Saying.note(AnnotationID(stringLiteral: id), on: board.place, finding: finding)
            try board.perform(.annotate(Annotate(annotation: annotation)), by: "ravi")
        }
        try board.answerAll(by: "ravi")
        let package = try build(board)
        #expect(package.values.findings.map(\.value).sorted() == ["1", "2a"])
        #expect(package.values.dimensions == CaseUnderTest.plan)
        #expect(try Canonical.decode(SealedPackage.self, from: package.opinion.bytes).conflicts == nil)
    }
}
