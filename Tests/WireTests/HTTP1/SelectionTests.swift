import Testing

@testable import Wire

/// RFC 9110 section 13.2.2, row by row: what comes first decides.
@Suite struct `The selection of a representation` {
    private static let tag = #""now""#
    private static let later = "Fri, 01 Jan 2100 00:00:00 GMT"

    private func selection(_ method: HTTPMethod = .get, _ fields: HTTPFields) -> Selection {
        Selection(method, fields, tag: EntityTag("now"), length: 10)
    }

    @Test(
        arguments: [
            ([:], .whole),
            ([.ifMatch: tag], .whole), ([.ifMatch: "*"], .whole), ([.ifMatch: #""a", "now""#], .whole),
            ([.ifMatch: #""a""#], .preconditionFailed), ([.ifMatch: #"W/"now""#], .preconditionFailed),
            ([.ifMatch: "now"], .preconditionFailed), ([.ifMatch: #""a""#, .ifNoneMatch: tag], .preconditionFailed),
            ([.ifNoneMatch: tag], .notModified), ([.ifNoneMatch: #"W/"now""#], .notModified),
            ([.ifNoneMatch: "*"], .notModified), ([.ifNoneMatch: #""a""#], .whole),
            ([.ifMatch: tag, .ifNoneMatch: tag], .notModified),
            ([.ifNoneMatch: #""a""#, "If-Modified-Since": later], .whole), (["If-Modified-Since": later], .whole),
            (["If-Unmodified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"], .whole),
            ([.range: "bytes=2-3"], .part(2..<4)), ([.range: "bytes=-1"], .part(9..<10)),
            ([.range: "bytes=10-"], .unsatisfiable), ([.range: "bytes=0-1,3-4"], .whole),
            ([.range: "bytes=0-1", .range: "bytes=3-4"], .whole), ([.range: "pages=1"], .whole),
            ([.range: "bytes=2-3", .ifRange: tag], .part(2..<4)), ([.range: "bytes=2-3", .ifRange: #""a""#], .whole),
            ([.range: "bytes=2-3", .ifRange: #"W/"now""#], .whole), ([.range: "bytes=2-3", .ifRange: later], .whole),
            ([.range: "bytes=10-", .ifRange: #""a""#], .whole),
            ([.range: "bytes=2-3", .ifNoneMatch: tag], .notModified),
            ([.range: "bytes=2-3", .ifMatch: #""a""#], .preconditionFailed),
        ] as [(HTTPFields, Selection)]
    )
    func `conditions are weighed in their order`(fields: HTTPFields, expected: Selection) {
        #expect(selection(.get, fields) == expected)
    }

    @Test func `ranges are for GET alone`() {
        #expect(selection(.head, [.range: "bytes=2-3"]) == .whole)
        #expect(selection(.head, [.range: "bytes=10-"]) == .whole)
    }

    @Test func `If-None-Match tells a reader nothing is new and stops a writer`() {
        #expect(selection(.head, [.ifNoneMatch: Self.tag]) == .notModified)
        #expect(selection(.put, [.ifNoneMatch: "*"]) == .preconditionFailed)
    }
}
