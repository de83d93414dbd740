import Testing

@testable import Wire

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
