import Testing

@testable import Wire

@Suite struct `The choice of a content coding` {
    @Test(arguments: [
        ("gzip", .gzip), ("gzip, deflate, br", .gzip), ("GZIP", .gzip), ("x-gzip", .gzip), ("*", .gzip),
        ("gzip;q=0.001", .gzip), ("gzip ; q=1.000", .gzip), ("gzip;q=0.5, identity;q=0.5", .gzip),
        ("gzip;q=0.4, identity;q=0.5", .identity), ("", .identity), ("br", .identity), ("gzip;q=0", .identity),
        ("*;q=0.5, gzip;q=0", .identity), ("gzip;q=2", .identity), ("gzip;q=0.0001", .identity),
        ("gzip;q=1.001", .identity), ("gzip;x=1", .identity), ("gzip;q=", .identity), ("gzip;q=0.5;q=1", .identity),
        ("identity;q=0, gzip", .gzip), ("identity;q=0", nil), ("*;q=0", nil), ("*;q=0, gzip", .gzip),
        ("*;q=0, identity;q=0.1", .identity), ("br;q=1, *;q=0", nil),
    ] as [(String, ContentCoding?)])
    func `gzip is sent to whoever likes it no less than the plain body`(accept: String, coding: ContentCoding?) {
        #expect(ContentCoding.preferred(by: [.acceptEncoding: accept]) == coding)
    }

    @Test func `who says nothing gets the plain body, and two fields are one list`() {
        #expect(ContentCoding.preferred(by: HTTPFields()) == .identity)
        #expect(ContentCoding.preferred(by: [.acceptEncoding: "identity;q=0", .acceptEncoding: "gzip"]) == .gzip)
    }
}

@Suite struct `Entity tags` {
    private let strong = EntityTag("a,b")
    private let weak = EntityTag("a,b", isWeak: true)

    private func condition(_ values: String...) -> EntityTagCondition? {
        var fields = HTTPFields()
        for value in values { fields.append(.ifMatch, value) }
        return EntityTagCondition(.ifMatch, in: fields)
    }

    /// The table of RFC 9110 section 8.8.3.2.
    @Test func `a weak tag equals nothing strongly and its twin weakly`() {
        #expect(!weak.matchesStrongly(weak) && weak.matchesWeakly(weak))
        #expect(!weak.matchesStrongly(strong) && weak.matchesWeakly(strong))
        #expect(strong.matchesStrongly(strong) && strong.matchesWeakly(strong))
        #expect(!strong.matchesWeakly(EntityTag("A,B")))
    }

    @Test func `a list holds tags, whose commas are their own`() {
        #expect(condition(#""x" ,, W/"a,b""#, #""""#) == .tags([EntityTag("x"), weak, EntityTag("")]))
        #expect(condition(#""a,b""#)?.matchesStrongly(strong) == true)
        #expect(condition(#"W/"a,b""#)?.matchesStrongly(strong) == false)
        #expect(condition(#"W/"a,b""#)?.matchesWeakly(strong) == true)
        #expect(condition(#""a""#, #""b""#)?.matchesWeakly(strong) == false)
    }

    @Test func `an asterisk matches whatever exists`() {
        #expect(condition("*")?.matchesStrongly(weak) == true)
        #expect(condition("*")?.matchesStrongly(nil) == false)
        #expect(condition(#""a""#)?.matchesWeakly(nil) == false)
    }

    @Test(arguments: ["a", #""a"#, #"w/"a""#, #""a" "b""#, #""a b""#, #"*, "a""#, #""a"x"#])
    func `a broken list matches nothing`(text: String) {
        #expect(condition(text) == .tags([]))
    }

    @Test func `without the field there is no condition`() {
        #expect(condition() == nil)
    }

    @Test func `a tag is written as it is read`() {
        #expect(strong.description == #""a,b""#)
        #expect(weak.description == #"W/"a,b""#)
        #expect(EntityTag(parsing: #"W/"a,b""#) == weak)
        #expect(EntityTag(parsing: "Sun, 06 Nov 1994 08:49:37 GMT") == nil)
        #expect(EntityTag(parsing: #""a" "#) == nil)
        #expect(EntityTag("a\"\r\nb").description == #""ab""#)
    }
}

@Suite struct `Byte ranges` {
    @Test(arguments: [
        ("bytes=0-499", .part(0..<500)), ("bytes=500-999", .part(500..<1000)), ("bytes=-500", .part(9500..<10000)),
        ("bytes=9500-", .part(9500..<10000)), ("bytes=0-0", .part(0..<1)), ("bytes=-1", .part(9999..<10000)),
        ("bytes=0-99999", .part(0..<10000)), ("bytes=-99999", .part(0..<10000)), ("Bytes= 1-2 ", .part(1..<3)),
        ("bytes=0-99999999999999999999", .part(0..<10000)), ("bytes=9999-", .part(9999..<10000)),
        ("bytes=10000-", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
        ("bytes=2-1", .whole), ("bytes=-", .whole), ("bytes=", .whole), ("bytes=1", .whole), ("bytes=a-b", .whole),
        ("bytes=1-2,4-5", .whole), ("bytes=+1-2", .whole), ("bytes=1--2", .whole), ("lines=1-2", .whole),
        ("bytes 1-2", .whole),
    ] as [(String, ByteRange)])
    func `one range is served, several or broken ones get the whole`(value: String, range: ByteRange) {
        #expect(ByteRange(value, length: 10_000) == range)
    }

    @Test func `nothing can be cut from an empty body`() {
        #expect(ByteRange("bytes=0-", length: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-5", length: 0) == .whole)
        #expect(ByteRange(nil, length: 0) == .whole)
    }

    @Test func `the answer says what was cut`() {
        #expect(ByteRange("bytes=1-2", length: 5).contentRange(length: 5) == "bytes 1-2/5")
        #expect(ByteRange("bytes=7-", length: 5).contentRange(length: 5) == "bytes */5")
        #expect(ByteRange(nil, length: 5).contentRange(length: 5) == nil)
    }
}

@Suite struct `Cookies in a request` {
    private func cookies(_ values: String...) -> Cookies {
        var fields = HTTPFields()
        for value in values { fields.append(.cookie, value) }
        return Cookies(fields)
    }

    @Test func `names have a case and quotation marks are no part of the value`() {
        let cookies = cookies("sid=31d4d96e; lang=\"de-DE\"; empty=; eq=a=b")
        #expect(cookies["sid"] == "31d4d96e")
        #expect(cookies["SID"] == nil)
        #expect(cookies["lang"] == "de-DE")
        #expect(cookies["empty"] == "")
        #expect(cookies["eq"] == "a=b")
    }

    @Test func `a broken pair neither counts nor changes its neighbours`() {
        let cookies = cookies("noequals; =v; a b=1; x=1,2; y=\"open; z=\"q\"q\"; ü=1; good=1")
        #expect(cookies["good"] == "1")
        for name in ["noequals", "", "a b", "x", "y", "z", "ü"] { #expect(cookies[name] == nil) }
    }

    @Test func `a name that comes twice is nobody's`() {
        #expect(cookies("sid=mine; sid=theirs")["sid"] == nil)
        #expect(cookies("sid=mine", "sid=theirs")["sid"] == nil)
        #expect(cookies().isEmpty)
    }
}
