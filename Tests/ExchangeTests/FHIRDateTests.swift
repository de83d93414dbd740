import Testing

@testable import Exchange

struct FHIRDateTests {
    @Test func `dates of every precision stand in the order of time`() throws {
        let inOrder = [
            "1968", "2025-12-31T23:59:59-01:00", "2026-01-01T02:00:00+01:00", "2026-01-01T01:00:00.5Z",
            "2026-01-01T01:00:00.75Z", "2026-02", "2026-02-28", "2026-03-01T00:00:00Z", "2028-02-29",
        ]
        let dates = try inOrder.map { try #require(FHIRDate($0)) }
        // The year 1968 stands for its beginning, before the epoch; the first two moments of 2026 are one hour apart.
        for (earlier, later) in zip(dates, dates.dropFirst()) { #expect(earlier < later, "\(later.written)") }
    }

    @Test func `one moment in two zones is one moment`() {
        #expect(FHIRDate("2026-03-02T08:10:00+01:00") == FHIRDate("2026-03-02T07:10:00Z"))
        #expect(FHIRDate("2026-03-02") == FHIRDate("2026-03-02T00:00:00Z"))
    }

    @Test(arguments: [
        "", "26", "2026-1", "2026-13", "2026-00", "2026-02-29", "2026-04-31", "2026-01-01T", "2026-01-01T10:00Z",
        "2026-01-01T10:00:00", "2026-01-01T24:00:00Z", "2026-01-01T10:60:00Z", "2026-01-01T10:00:00+1",
        "2026T10:00:00Z",
        "2026-01-01T10:00:00+15:00", "2026-01-01T10:00:00.Z", "2026-01-01T10:00:00Zx", "01.02.2026", "2026-01-01 ",
        "2026-01-01T10:00:00ZZ", "0000", "2026-01-01T-1:00:00Z", "２０２６",
    ])
    func `what is not a FHIR date is none`(text: String) {
        #expect(FHIRDate(text) == nil)
    }

    @Test func `a date that is none is named and the next one is used`() {
        let report = imported(
            """
            {"resourceType": "DiagnosticReport", "status": "final", "conclusion": "x",
             "effectiveDateTime": "1.2.2026", "issued": "2026-02-02T08:00:00Z"}
            """
        )
        #expect(report.documents.first?.date == "2026-02-02T08:00:00Z")
        #expect(report.problem(.malformedDate)?.why == "\"1.2.2026\" is not a date.")
    }
}
