/// An analyte over time, as measured.
package struct LabSeries: Codable, Sendable, Equatable {
    package var id: SeriesID
    package var document: DocumentID?
    package var analyte: String
    package var loinc: String?
    /// UCUM code.
    package var unit: String?
    package var points: [Point]

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
    }
}
