import Testing

@testable import Exchange

struct JSONScannerTests {
    private func scan(_ text: String, depth: Int = 8) throws -> JSONValue {
        try JSONScanner.scan(Array(text.utf8), depthLimit: depth)
    }

    private func fault(_ text: String, depth: Int = 8) -> JSONScanner.Fault? {
        do throws(JSONScanner.Fault) {
            _ = try JSONScanner.scan(Array(text.utf8), depthLimit: depth)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["4.10", "-0", "0.0", "1e3", "1.50E+10", "2.5e-07", "12345678901234567890.123456789"])
    func `a number keeps every digit it was written with`(literal: String) throws {
        #expect(try scan("[\(literal)]") == .array([.number(literal)]))
    }

    @Test(arguments: ["01", "1.", ".5", "+1", "-", "1e", "0x10", "1.e3", "NaN", "Infinity"])
    func `what JSON does not call a number is refused`(literal: String) {
        #expect(fault("[\(literal)]") != nil)
    }

    @Test func `every kind of value is read`() throws {
        let value = try scan(" {\"a\": [true, false, null, \"x\", 1, {}, []]} \r\n\t")
        let items: [JSONValue] = [
            .bool(true), .bool(false), .null, .string("x"), .number("1"), .object([:]), .array([]),
        ]
        #expect(value == .object(["a": .array(items)]))
    }

    @Test func `escapes become the characters they stand for`() throws {
        let text = #""\"\\\/\b\f\n\r\t \u00e4\u00C4 \ud83e\uDE7a ü""#
        #expect(try scan(text) == .string("\"\\/\u{8}\u{C}\n\r\t äÄ 🩺 ü"))
    }

    @Test(arguments: [
        #""\ud83e""#, #""\ud83ex""#, #""\ud83eA""#, #""\uDE7a""#, #""\u12""#, #""\uzzzz""#, #""\x""#, "\"\u{1}\"",
        "\"open", "\"open\\",
    ])
    func `a broken string is refused`(text: String) {
        #expect(fault(text) != nil)
    }

    @Test(arguments: [
        "", "  ", "{", "[1", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a: 1}", "{\"a\": 1,}", "[1 2]", "1 2", "tru", "nul",
        "[1]]", "'a'",
    ])
    func `a broken structure is refused`(text: String) {
        #expect(fault(text) != nil)
    }

    @Test func `a name that appears twice is refused where it appears again`() {
        let found = fault("{\n  \"dose\": 1,\n  \"dose\": 2\n}")
        #expect(found?.line == 3)
        #expect(found?.column == 3)
        #expect(found?.reason == .syntax("the name \"dose\" appears twice in one object"))
    }

    @Test func `nesting ends at the limit`() throws {
        #expect(try scan("[[[]]]", depth: 3) == .array([.array([.array([])])]))
        #expect(fault("[[[]]]", depth: 2)?.reason == .tooDeep(limit: 2))
        #expect(fault(String(repeating: "[", count: 100_000))?.reason == .tooDeep(limit: 8))
    }

    @Test func `a text cut off anywhere is refused and never crashes`() {
        let whole = Array(#"{"a": [1.5e3, true, null, "xä\u00e4\ud83e\ude7a"], "b": {"c": -0.1}}"#.utf8)
        #expect(throws: Never.self) { try JSONScanner.scan(whole, depthLimit: 8) }
        for end in whole.indices {
            #expect(throws: JSONScanner.Fault.self) {
                try JSONScanner.scan(Array(whole[..<end]), depthLimit: 8)
            }
        }
    }
}
