import Exchange
import Testing

struct CompositionTests {
    @Test func `a document bundle becomes one text with its sections in order`() throws {
        let report = try Fixture.report("discharge-letter.document.json")
        let letter = try #require(report.documents.first)
        #expect(report.documents.count == 1)
        #expect(letter.title == "Entlassbrief Quitte")
        #expect(letter.kind == .dischargeSummary)
        #expect(letter.nature == .unclassified)
        #expect(letter.date == "2026-06-01")
        #expect(letter.language == "de")
        #expect(letter.institution == "Kreisklinik Erlengrund")
        #expect(
            letter.text == """
                Diagnosen
                1. Rektumkarzinom, ypT2
                2. Arterielle Hypertonie

                Labor

                Blutbild
                Leukozyten\t4,2 × 10^9/l
                Thrombozyten\t> 150
                """
        )
        #expect(report.problems.isEmpty)
    }

    @Test func `a photograph arrives as Media`() throws {
        let photo = base64(try Fixture.bytes("photo-with-exif.jpg"))
        let report = imported(
            """
            {"resourceType": "Media", "status": "completed", "createdDateTime": "2026-04-01",
             "bodySite": {"text": "Rektum"}, "content": {"contentType": "image/jpeg", "data": "\(photo)"}}
            """
        )
        #expect(report.images.map(\.title) == ["Rektum"])
        #expect(report.images.map(\.date) == ["2026-04-01"])
    }
}
