import Testing

@testable import Wire

@Suite struct `The choice of a content coding` {
    @Test(
        arguments: [
            ("gzip", .gzip), ("gzip, deflate, br", .gzip), ("GZIP", .gzip), ("x-gzip", .gzip), ("*", .gzip),
            ("gzip;q=0.001", .gzip), ("gzip ; q=1.000", .gzip), ("gzip;q=0.5, identity;q=0.5", .gzip),
            ("gzip;q=0.4, identity;q=0.5", .identity), ("", .identity), ("br", .identity), ("gzip;q=0", .identity),
            ("*;q=0.5, gzip;q=0", .identity), ("gzip;q=2", .identity), ("gzip;q=0.0001", .identity),
            ("gzip;q=1.001", .identity), ("gzip;x=1", .identity), ("gzip;q=", .identity), ("gzip;q=0.5;q=1", .identity),
            ("identity;q=0, gzip", .gzip), ("identity;q=0", nil), ("*;q=0", nil), ("*;q=0, gzip", .gzip),
            ("*;q=0, identity;q=0.1", .identity), ("br;q=1, *;q=0", nil),
        ] as [(String, ContentCoding?)]
    )
    func `gzip is sent to whoever likes it no less than the plain body`(accept: String, coding: ContentCoding?) {
        #expect(ContentCoding.preferred(by: [.acceptEncoding: accept]) == coding)
    }

    @Test func `who says nothing gets the plain body, and two fields are one list`() {
        #expect(ContentCoding.preferred(by: HTTPFields()) == .identity)
        #expect(ContentCoding.preferred(by: [.acceptEncoding: "identity;q=0", .acceptEncoding: "gzip"]) == .gzip)
    }

    @Test func `what is not kept compressed is sent plain, or not at all`() {
        #expect(ContentCoding.preferred(by: [.acceptEncoding: "gzip"], hasGzip: false) == .identity)
        #expect(ContentCoding.preferred(by: [.acceptEncoding: "gzip, identity;q=0"], hasGzip: false) == nil)
    }
}
