import Testing

@testable import BoardServer

@Suite("Style sheets as one file")
struct StyleSheetTests {
    @Test func `what a sheet imports stands in its place, however deep and relative to its own folder`() throws {
        let sheets = [
            "css/all.css": "@import url(\"base.css\");\n@import url(\"parts/all.css\");\nb {}\n",
            "css/base.css": "a {}\n",
            "css/parts/all.css": "@import url(\"forms.css\");",
            "css/parts/forms.css": "form {}\n",
        ]
        #expect(try StyleSheet.flattened("css/all.css", among: sheets) == "a {}\n\nform {}\n\nb {}\n")
        #expect(try StyleSheet.flattened("css/base.css", among: sheets) == "a {}\n")
    }

    @Test func `a site whose style lacks a sheet does not start`() {
        #expect(throws: StyleSheet.Problem.self) {
            try StyleSheet.flattened("all.css", among: ["all.css": "@import url(\"none.css\");"])
        }
    }

    @Test func `sheets that import each other are refused instead of followed for ever`() {
        let sheets = ["a.css": "@import url(\"b.css\");", "b.css": "@import url(\"a.css\");"]
        #expect(throws: StyleSheet.Problem.self) { try StyleSheet.flattened("a.css", among: sheets) }
    }
}
