import Testing

@testable import Wire

@Suite struct `A field value` {
    /// Values are looked at eight bytes at a time, so each octet is tried at each place of two words and a rest.
    @Test func `every octet is judged alike wherever it stands`() {
        for octet in UInt8.min...UInt8.max where octet != UInt8(ascii: "\n") {
            let isAllowed = octet == UInt8(ascii: "\t") || (octet >= 0x20 && octet != 0x7F)
            for place in 0..<20 {
                var value = [UInt8](repeating: UInt8(ascii: "a"), count: 20)
                value[place] = octet
                let request = Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + value + Array("\r\n\r\n".utf8)
                let answer = RequestTranscript([request])
                if (answer.refusal == nil) != isAllowed { Issue.record("octet \(octet) at \(place): \(answer)") }
            }
        }
    }

    @Test func `several tabs and several controls are no exception`() {
        let tabs = RequestTranscript(RefusedRequest.get("X: a\t\t\t\t\t\t\t\t\t\tb\r\n"))
        #expect(tabs.heads.first?.fields["X"] == "a\t\t\t\t\t\t\t\t\t\tb")
        let mixed = RequestTranscript(RefusedRequest.get("X: a\t\t\t\u{1}\t\t\t\t\t\tb\r\n"))
        #expect(mixed.refusal?.status == .badRequest)
    }
}
