/// One analyte over time, in one unit.
package struct ImportedSeries: Sendable, Hashable, Codable {
    package struct Unit: Sendable, Hashable, Codable {
        /// The UCUM code, where the sender used UCUM.
        package let code: String?
        /// The unit as the sender prints it.
        package let display: String

        package init(code: String?, display: String) {
            self.code = code
            self.display = display
        }
    }

    package enum Comparator: String, Sendable, Hashable, Codable {
        case less = "<"
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case greater = ">"
    }

    package enum Value: Sendable, Hashable, Codable {
        /// The decimal exactly as written, `"4.10"` staying `"4.10"`.
        case quantity(decimal: String, comparator: Comparator?)
        case text(String)
    }

    /// The laboratory's own verdict on the value: HL7's interpretation codes that a reader of a trend needs.
    package enum Flag: String, Sendable, Hashable, Codable, CaseIterable {
        case normal = "N"
        case low = "L"
        case high = "H"
        case criticallyLow = "LL"
        case criticallyHigh = "HH"
        case abnormal = "A"
    }

    package struct Point: Sendable, Hashable, Codable {
        /// ISO 8601 as the sender wrote it.
        package var date: String
        package var value: Value
        package var flag: Flag?
        /// Decimals exactly as written, in the series' unit.
        package var referenceLow: String?
        package var referenceHigh: String?
        /// The range in words, or with its own unit where that is not the value's.
        package var referenceText: String?
        /// FHIR's observation status, such as `final` or `corrected`.
        package var status: String
        /// What the laboratory remarked on the value, such as a haemolytic sample.
        package var note: String?
        package var source: Place

        package init(
            date: String,
            value: Value,
            flag: Flag? = nil,
            referenceLow: String? = nil,
            referenceHigh: String? = nil,
            referenceText: String? = nil,
            status: String,
            note: String? = nil,
            source: Place
        ) {
            self.date = date
            self.value = value
            self.flag = flag
            self.referenceLow = referenceLow
            self.referenceHigh = referenceHigh
            self.referenceText = referenceText
            self.status = status
            self.note = note
            self.source = source
        }
    }

    package var analyte: String
    package var loinc: String?
    package var unit: Unit?
    /// In the order of their dates, and of the file where dates are equal.
    package var points: [Point]

    package init(analyte: String, loinc: String?, unit: Unit?, points: [Point]) {
        self.analyte = analyte
        self.loinc = loinc
        self.unit = unit
        self.points = points
    }
}
