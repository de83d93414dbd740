/// `{"re": …, "error": {…}}`.
package struct ErrorReply: Codable, Sendable {
    package var re: String
    package var error: Fault

    package struct Fault: Codable, Sendable, Equatable {
        package var code: String
        package var detail: String?
        /// The same request may be sent again.
        package var retry: Bool?

        package init(code: String, detail: String? = nil, retry: Bool? = nil) {
            self.code = code
            self.detail = detail
            self.retry = retry
        }
    }

    package init(re: String, error: Fault) {
        self.re = re
        self.error = error
    }
}

/// `{"re": …, "ok": …}` around the bytes of an answer that is already JSON.
package enum OkReply {
    package static func json(re: String, ok: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(re.utf8.count + ok.count + 15)
        text.append(contentsOf: #"{"re":""#.utf8)
        text.append(contentsOf: re.utf8)
        text.append(contentsOf: #"","ok":"#.utf8)
        text.append(contentsOf: ok)
        text.append(UInt8(ascii: "}"))
        return text
    }
}
