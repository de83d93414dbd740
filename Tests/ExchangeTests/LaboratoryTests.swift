import Exchange
import Testing

/// A tumour marker over half a year, as a laboratory really sends it.
struct LaboratoryTests {
    private let report: ImportReport

    init() throws { report = try Fixture.report("tumour-marker-trend.collection.json") }

    private func series(_ analyte: String, unit: String? = nil) throws -> ImportedSeries {
        try #require(report.series.first { $0.analyte == analyte && (unit == nil || $0.unit?.code == unit) })
    }

    private func decimal(_ text: String, _ comparator: ImportedSeries.Comparator? = nil) -> ImportedSeries.Value {
        .quantity(decimal: text, comparator: comparator)
    }

    @Test func `values of one analyte stand in the order of their dates with every digit`() throws {
        let marker = try series("CEA", unit: "ng/mL")
        #expect(marker.loinc == "2039-6")
        #expect(marker.unit == .init(code: "ng/mL", display: "ng/ml"))
        #expect(
            marker.points.map(\.date) == [
                "2025-11-04", "2026-01", "2026-03-02T07:05:00Z", "2026-03-02T08:10:00+01:00", "2026-04-20",
                "2026-05-18",
            ]
        )
        #expect(
            marker.points.map(\.value) == [
                decimal("4.10"), decimal("9.00"), decimal("17.0"), decimal("17.30"),
                .text("hämolytisch, nicht verwertbar"), decimal("0.5", .less),
            ]
        )
        #expect(
            marker.points.map(\.flag) == [.normal, .high, .high, .high, .abnormal, nil]
        )
        #expect(
            marker.points.map(\.status) == ["final", "amended", "corrected", "final", "final", "final"]
        )
    }

    @Test func `reference ranges and remarks come with the value`() throws {
        let points = try series("CEA", unit: "ng/mL").points
        #expect(points[0].referenceLow == "0")
        #expect(points[0].referenceHigh == "5.0")
        #expect(points[0].referenceText == nil)
        #expect(points[2].note == "Wiederholungsmessung, Erstwert bestätigt.")
        let words = try series("CA 19-9").points[0]
        #expect((words.referenceLow, words.referenceHigh, words.referenceText) == (nil, nil, "bis 37 U/ml"))
    }

    @Test func `a value entered in error is left out and said`() throws {
        #expect(!(try series("CEA").points.contains { $0.value == decimal("170") }))
        #expect(report.problem(.enteredInError)?.place == Place(entry: "entry[5]", element: "Observation.status"))
        #expect(report.problem(.enteredInError)?.severity == .notice)
    }

    @Test func `another unit is another series`() throws {
        #expect(report.series.filter { $0.analyte == "CEA" }.map { $0.unit?.code } == ["ng/mL", "ug/L"])
        #expect(try series("CEA", unit: "ug/L").points.map(\.value) == [decimal("2.1e1")])
    }

    @Test func `a value without a date is left out and said`() throws {
        #expect(try series("CA 19-9").points.map(\.date) == ["2026-01-09"])
        let problem = report.problem(.undatedValue)
        #expect(problem?.place == Place(entry: "entry[10]", element: "Observation"))
        #expect(problem?.severity == .error)
        #expect(problem?.why.contains("CA 19-9") == true)
    }

    @Test func `a measurement without a value is left out and said with its reason`() {
        let problems = report.problems.filter { $0.code == .absentValue }
        #expect(problems.contains { $0.element == "Observation.dataAbsentReason" && $0.why.contains("Probe verloren") })
        #expect(problems.contains { $0.element.contains(".component[") && $0.why.contains("not-performed") })
        #expect(!report.series.contains { $0.analyte == "Erythrozyten" })
    }

    @Test func `a panel gives its components and its members`() throws {
        #expect(try series("MCV").points.map(\.value) == [decimal("88")])
        #expect(try series("MCV").points.first?.date == "2026-01-09")
        // Without a category of its own, this one is a laboratory value because the panel lists it.
        #expect(try series("Hämoglobin").points.map(\.value) == [decimal("11.90")])
        #expect(report.problem(.unresolvedReference)?.element == "Observation.hasMember[1]")
    }

    @Test func `a reference range in another unit is never given as numbers`() throws {
        let point = try series("Hämoglobin").points[0]
        #expect((point.referenceLow, point.referenceHigh) == (nil, nil))
        #expect(point.referenceText == "120 g/l – 160 g/l")
        #expect(report.problem(.referenceUnitDiffers)?.severity == .notice)
    }

    @Test func `an observation of another kind is not a laboratory value`() {
        #expect(report.ignored.map(\.resourceType) == ["Patient", "Observation"])
        #expect(!report.series.contains { $0.analyte == "ECOG" })
    }
}
