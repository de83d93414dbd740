import Testing

@testable import Exchange

struct MarkupTextTests {
    private func plain(_ markup: String) throws -> String { try MarkupText.plain(from: markup).text }

    private func refusal(_ markup: String) -> MarkupText.Refusal? {
        do throws(MarkupText.Refusal) {
            _ = try MarkupText.plain(from: markup)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("<div><p>Eins  zwei\n drei</p><p>Vier</p></div>", "Eins zwei drei\n\nVier"),
        ("<ul><li>Stanze 1: <b>Tumor</b></li><li>Stanze 2</li></ul>", "- Stanze 1: Tumor\n- Stanze 2"),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ol>", "1. a\n2. b\n  - c\n3. d"),
        ("<table><tr><th>Hb</th><td>11,9</td></tr><tr><th>CRP</th><td>&lt; 5</td></tr></table>", "Hb\t11,9\nCRP\t< 5"),
        ("a<br/>b<br>c", "a\nb\nc"),
        ("<pre>  x\n   y</pre>", "  x\n   y"),
        ("Ki-67&nbsp;5&#37; &auml;&#xE4;&#228; &rarr;", "Ki-67 5% äää →"),
        ("<!-- weg --><?xml version=\"1.0\"?><!DOCTYPE html>da", "da"),
        ("<html><head><title>weg</title><style>p > b {}</style></head><body>da</body></html>", "da"),
        ("<a href='x>y' title=\"a>b\">Text</a>", "Text"),
        ("Hb < 7 & CRP > 5", "Hb < 7 & CRP > 5"),
        ("<o:p>Word</o:p>", "Word"),
    ])
    func `markup becomes the text a reader would see`(markup: String, text: String) throws {
        #expect(try plain(markup) == text)
    }

    @Test func `an exponent stays an exponent`() throws {
        #expect(try plain("4,2 &times; 10<sup>9</sup>/l") == "4,2 × 10^9/l")
        #expect(try plain("CO<sub>2</sub>") == "CO2")
    }

    @Test func `struck-out words stay marked as struck out`() throws {
        #expect(try plain("<del>kein</del> Tumor") == "~~kein~~ Tumor")
    }

    @Test func `an image leaves its description and is counted`() throws {
        let (text, images) = try MarkupText.plain(from: "<p>Siehe <img src=\"x.png\" alt=\"Skizze\"/></p>")
        #expect(text == "Siehe [Skizze]")
        #expect(images == 1)
    }

    @Test func `what cannot be turned into text without loss is refused with its line`() {
        #expect(refusal("<p>\n<svg>") == .unknownElement("svg", line: 2))
        #expect(refusal("&unbekannt;") == .unknownReference("unbekannt", line: 1))
        #expect(refusal("\n\n<p class=\"offen") == .unclosedTag(line: 3))
        #expect(refusal("<!-- offen") == .unclosedTag(line: 1))
        #expect(refusal("<script>offen") == .unclosedTag(line: 1))
    }

    @Test func `markup cut off anywhere never crashes`() {
        let whole = "<div title='a'>&auml; <b>x</b><!-- c --><ul><li>1</li></ul><?p?><style>s</style></div>"
        for end in whole.indices { _ = refusal(String(whole[..<end])) }
        #expect(refusal(whole) == nil)
    }
}
