import Exchange
import Testing

struct LimitTests {
    private func limits(_ change: (inout ImportLimits) -> Void) -> ImportLimits {
        var limits = ImportLimits.standard
        change(&limits)
        return limits
    }

    @Test func `the standard limits are the documented ones`() {
        let limits = ImportLimits.standard
        #expect(limits.bundleBytes == 8 << 20)
        #expect(limits.entries == 2_000)
        #expect(limits.depth == 64)
        #expect(limits.attachmentBytes == 8 << 20)
        #expect(limits.textBytes == 1 << 20)
        #expect(limits.imagePixels == 40_000_000)
        #expect(limits.attachmentsBytes == 32 << 20)
        #expect(limits.problems == 1_000)
    }

    @Test func `a file that is not FHIR gets one answer`() {
        let cases: [(String, ImportProblemCode)] = [
            ("", .malformedJSON), ("<xml/>", .malformedJSON), ("[1,]", .malformedJSON), ("[]", .notFHIR),
            ("{}", .notFHIR),
            ("{\"resourceType\": 1}", .notFHIR), (String(repeating: "[", count: 65), .tooDeep),
        ]
        for (text, code) in cases {
            let report = imported(text)
            #expect(report.codes == [code])
            #expect(report.problems.first?.place == .file)
            #expect(report.problems.first?.severity == .error)
        }
        let latin = FHIRImport { _ in [] }.read([0x7B, 0x22, 0xE4, 0x22, 0x7D])
        #expect(latin.codes == [.notUTF8])
    }

    @Test func `a byte order mark before JSON is passed over`() {
        #expect(imported("\u{FEFF}{\"resourceType\": \"Patient\"}").ignored.count == 1)
    }

    @Test func `the file's size is limited exactly`() {
        let json = "{\"resourceType\": \"Patient\"}"
        #expect(imported(json, limits: limits { $0.bundleBytes = json.utf8.count }).problems.isEmpty)
        #expect(imported(json, limits: limits { $0.bundleBytes = json.utf8.count - 1 }).codes == [.tooLarge])
    }

    @Test func `entries are limited exactly, and nothing is imported beyond`() {
        let entries = Array(repeating: "{\"resource\": {\"resourceType\": \"Patient\"}}", count: 5).joined(
            separator: ","
        )
        let json = "{\"resourceType\": \"Bundle\", \"type\": \"batch\", \"entry\": [\(entries)]}"
        #expect(imported(json, limits: limits { $0.entries = 5 }).ignored.count == 5)
        let refused = imported(json, limits: limits { $0.entries = 4 })
        #expect(refused.codes == [.tooManyEntries])
        #expect(refused.ignored.isEmpty)
    }

    private func report(_ text: String, count: Int = 1) -> String {
        let form = "{\"contentType\": \"text/plain\", \"data\": \"\(base64(text))\"}"
        let forms = Array(repeating: form, count: count).joined(separator: ",")
        return "{\"resourceType\": \"DiagnosticReport\", \"status\": \"final\", \"presentedForm\": [\(forms)]}"
    }

    @Test func `attachments are limited one by one and together`() {
        let text = String(repeating: "x", count: 300)
        let one = imported(report(text), limits: limits { $0.attachmentBytes = 200 })
        #expect(one.codes.contains(.attachmentTooLarge))
        #expect(one.documents.isEmpty)
        let all = imported(report(text, count: 3), limits: limits { $0.attachmentsBytes = 700 })
        #expect(all.documents.count == 2)
        #expect(all.problem(.attachmentTooLarge)?.element == "DiagnosticReport.presentedForm[2].data")
    }

    @Test func `a text over the limit is refused and the rest kept`() {
        let result = imported(report("123456789"), limits: limits { $0.textBytes = 8 })
        #expect(result.problem(.textRefused)?.why == "The text has 9 bytes; the limit is 8.")
    }

    @Test func `markup is limited before it is read`() {
        let json = """
            {"resourceType": "DiagnosticReport", "status": "final",
             "text": {"status": "additional", "div": "<div>Befund</div>"}}
            """
        #expect(imported(json, limits: limits { $0.textBytes = 17 }).documents.map(\.text) == ["Befund"])
        let refused = imported(json, limits: limits { $0.textBytes = 16 })
        #expect(refused.problem(.textRefused)?.element == "DiagnosticReport.text.div")
    }

    @Test func `problems are listed up to a limit and then counted as one`() {
        let form = Array(repeating: "7", count: 50).joined(separator: ",")
        let json = "{\"resourceType\": \"DiagnosticReport\", \"status\": \"final\", \"presentedForm\": [\(form)]}"
        let codes = imported(json, limits: limits { $0.problems = 10 }).codes
        #expect(codes.count == 11)
        #expect(codes.last == .tooManyProblems)
    }
}
