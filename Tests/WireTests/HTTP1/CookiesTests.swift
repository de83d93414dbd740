import Testing

@testable import Wire

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
