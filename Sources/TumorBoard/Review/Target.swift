/// A place in a source: a part or series, and a selector within it.
package struct Target: Codable, Sendable, Equatable {
    /// A part's (or translation's) id, with the hash of the version it was read in.
    package var part: PartID?
    package var version: String?
    package var series: SeriesID?
    package var text: TextSelector?
    package var region: RegionSelector?
    /// The date of a laboratory value within the series; absent for the whole trend.
    package var point: String?
}

/// W3C TextQuoteSelector and TextPositionSelector together; positions count Unicode code points, end exclusive.
package struct TextSelector: Codable, Sendable, Equatable {
    package var start: Int
    package var end: Int
    package var exact: String
    package var prefix: String
    package var suffix: String
}

/// W3C FragmentSelector `xywh=percent:`; each from 0 to 100.
package struct RegionSelector: Codable, Sendable, Equatable {
    package var x: Double
    package var y: Double
    package var w: Double
    package var h: Double
}
