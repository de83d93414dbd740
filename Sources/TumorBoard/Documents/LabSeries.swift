/// An analyte over time, as measured.
package struct LabSeries: Codable, Sendable, Equatable {
    package var id: SeriesID
    package var document: DocumentID?
    package var analyte: String
    package var loinc: String?
    /// UCUM code.
    package var unit: String?
    package var points: [Point]

    package init(
        id: SeriesID,
        document: DocumentID? = nil,
        analyte: String,
        loinc: String? = nil,
        unit: String? = nil,
        points: [Point]
    ) {
        self.id = id
        self.document = document
        self.analyte = analyte
        self.loinc = loinc
        self.unit = unit
        self.points = points
    }

    package struct Point: Codable, Sendable, Equatable {
        /// ISO 8601 date or date-time as reported.
        package var date: String
        /// The decimal digits as printed, with a comparator where one was given.
        package var value: String
        /// `N L H LL HH A`, absent when the laboratory gave none.
        package var flag: String?
        package var low: String?
        package var high: String?
        package var reference: String?
        /// FHIR's observation status where it is another than `final`, such as `preliminary`.
        package var status: String?
        /// What the laboratory remarked on the value, such as a haemolytic sample.
        package var note: String?

        package init(
            date: String,
            value: String,
            flag: String? = nil,
            low: String? = nil,
            high: String? = nil,
            reference: String? = nil,
            status: String? = nil,
            note: String? = nil
        ) {
            self.date = date
            self.value = value
            self.flag = flag
            self.low = low
            self.high = high
            self.reference = reference
            self.status = status
            self.note = note
        }
    }
}
