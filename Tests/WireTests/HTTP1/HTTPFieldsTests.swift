import Testing

@testable import Wire

@Suite struct `Header fields` {
    @Test func `names have no case and values keep their order`() {
        let fields: HTTPFields = ["Accept": "a", "X-One": "1", "ACCEPT": "b"]
        #expect(fields["accept"] == "a")
        #expect(fields.values(for: "Accept") == ["a", "b"])
        #expect(fields.contains("x-ONE"))
        #expect(fields["X-Two"] == nil)
        #expect(fields.map { "\($0.name)=\($0.value)" } == ["Accept=a", "X-One=1", "ACCEPT=b"])
    }

    @Test func `a list may be spread over fields, and its empty elements do not count`() {
        let fields: HTTPFields = ["Connection": " a ,, b\t", "connection": ",c", "Connection": ""]
        #expect(fields.list(for: .connection) == ["a", "b", "c"])
    }

    @Test func `setting replaces all of a name and leaves the others`() {
        var fields: HTTPFields = ["A": "1", "B": "2", "a": "3", "C": "4"]
        fields.set("A", "5")
        #expect(fields == ["B": "2", "C": "4", "A": "5"])
        fields.remove("c")
        #expect(fields == ["B": "2", "A": "5"])
    }

    @Test func `a value cannot smuggle a line into a message`() {
        var fields = HTTPFields()
        fields.append("X", "a\r\nSet-Cookie: b\0\u{7F}c\td")
        #expect(fields["X"] == "a  Set-Cookie: b  c\td")
        let message = String(
            decoding: ResponseEncoder.encode(.ok, fields, date: HTTPDate(unixSeconds: 0)),
            as: UTF8.self
        )
        #expect(!message.contains("\r\nSet-Cookie"))
    }

    @Test(arguments: ["", "a b", "a:", "a\r\n", "ä", "a\0"])
    func `what is no token is no field name and no method`(text: String) {
        #expect(FieldName(text) == nil)
        #expect(HTTPMethod(rawValue: text) == nil)
    }

    @Test func `beyond Latin letters a value goes through as it is`() {
        let fields: HTTPFields = ["X": "Köln 🏥"]
        #expect(fields["X"] == "Köln 🏥")
    }
}
