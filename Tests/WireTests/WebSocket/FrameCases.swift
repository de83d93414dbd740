import Testing

/// Frames of a client, and what a server makes of them: messages, and the code of the failure behind them if any.
struct FrameCase: CustomTestStringConvertible {
    let rule: String
    let bytes: [UInt8]
    let messages: [String]
    let failure: UInt16?

    init(_ rule: String, _ frames: [RawFrame], _ messages: String..., fails failure: UInt16? = nil) {
        self.rule = rule
        self.bytes = frames.flatMap(\.bytes)
        self.messages = messages
        self.failure = failure
    }

    var testDescription: String { rule }

    private static func frame(_ first: UInt8, _ text: String = "") -> RawFrame {
        RawFrame(first: first, payload: Array(text.utf8))
    }

    private static func close(_ code: Int, _ reason: [UInt8] = []) -> RawFrame {
        RawFrame(first: 0x88, payload: [UInt8(code >> 8), UInt8(code & 255)] + reason)
    }

    static let framing: [FrameCase] = [
        .init("5.7: Hello", [.text("Hello")], "text Hello"),
        .init("5.7: Hello in two fragments", [frame(0x01, "Hel"), frame(0x80, "lo")], "text Hello"),
        .init("5.7: ping and pong", [frame(0x89, "Hi"), frame(0x8A)], "ping [72, 105]", "pong []"),
        .init("5.6: binary", [RawFrame(first: 0x82, payload: [0, 255, 0xC0])], "binary [0, 255, 192]"),
        .init("5.2: an empty message", [frame(0x81), frame(0x82)], "text ", "binary []"),
        .init(
            "5.2: the last length in one byte",
            [frame(0x82, String(repeating: "a", count: 125))],
            "binary \([UInt8](repeating: 97, count: 125))"
        ),
        .init(
            "5.2: the first length in two bytes",
            [.text(String(repeating: "a", count: 126))],
            "text " + String(repeating: "a", count: 126)
        ),
        .init("5.3: a key of zeros", [RawFrame(first: 0x81, payload: [65], mask: [0, 0, 0, 0])], "text A"),
        .init("5.4: empty fragments", [frame(0x01), frame(0x00), frame(0x80)], "text "),
        .init("5.4: a last empty fragment", [frame(0x01, "a"), frame(0x00, "b"), frame(0x80)], "text ab"),
        .init(
            "5.4: control frames between fragments",
            [frame(0x02, "a"), frame(0x89, "p"), frame(0x00), frame(0x8A, "q"), frame(0x80, "b")],
            "ping [112]",
            "pong [113]",
            "binary [97, 98]"
        ),
        .init(
            "5.4: message upon message",
            [.text("a"), frame(0x01, "b"), frame(0x80, "c"), .text("d")],
            "text a",
            "text bc",
            "text d"
        ),
        .init(
            "5.4: a ping inside a character",
            [
                RawFrame(first: 0x01, payload: [0xC3]), frame(0x89, "ä"),
                RawFrame(first: 0x80, payload: [0xB6]),
            ],
            "ping [195, 164]",
            "text ö"
        ),
        .init("5.4: a message inside another", [frame(0x01, "a"), .text("b")], fails: 1002),
        .init("5.4: a continuation of nothing", [.text("a"), frame(0x80, "b")], "text a", fails: 1002),
        .init("5.4: nor an unfinished one", [frame(0x00, "b")], fails: 1002),
        .init("5.2: reserved bit 1", [frame(0xC1, "a")], fails: 1002),
        .init("5.2: reserved bit 2", [.text("a"), frame(0xA1, "b")], "text a", fails: 1002),
        .init("5.2: reserved bit 3 on a ping", [frame(0x99)], fails: 1002),
        .init("5.2: reserved opcode 3", [frame(0x83)], fails: 1002),
        .init("5.2: reserved opcode 7", [frame(0x87, "a")], fails: 1002),
        .init("5.2: reserved opcode 11", [frame(0x8B)], fails: 1002),
        .init("5.2: reserved opcode 15", [frame(0x8F, "a")], fails: 1002),
        .init("5.1: no mask", [RawFrame(first: 0x81, payload: [65], mask: nil)], fails: 1002),
        .init("5.2: two bytes for a short length", [RawFrame(first: 0x82, payload: [1], lengthBytes: 2)], fails: 1002),
        .init(
            "5.2: eight bytes for a short length",
            [RawFrame(first: 0x82, payload: [1], lengthBytes: 8)],
            fails: 1002
        ),
        .init("5.5: a fragmented ping", [frame(0x09, "a")], fails: 1002),
        .init("5.5: a fragmented close", [frame(0x08)], fails: 1002),
        .init(
            "5.5: the longest ping",
            [frame(0x89, String(repeating: "a", count: 125))],
            "ping \([UInt8](repeating: 97, count: 125))"
        ),
        .init("5.5: a longer ping", [frame(0x89, String(repeating: "a", count: 126))], fails: 1002),
        .init("1.4: nothing is read behind a close", [frame(0x88), .text("a"), frame(0xFF)], "close 0 "),
        .init("5.5.1: a close inside a message", [frame(0x01, "a"), close(1000)], "close 1000 "),
        .init("5.5.1: a code and a reason", [close(1001, Array("ade".utf8))], "close 1001 ade"),
        .init(
            "5.5.1: the longest reason",
            [close(4999, [UInt8](repeating: 97, count: 123))],
            "close 4999 " + String(repeating: "a", count: 123)
        ),
        .init("5.5.1: a longer one", [close(1000, [UInt8](repeating: 97, count: 124))], fails: 1002),
        .init("5.5.1: half a code", [RawFrame(first: 0x88, payload: [3])], fails: 1002),
        .init("5.5.1: a reason that is not UTF-8", [close(1000, [0xC3])], fails: 1007),
    ]

    static let closeCodes: [FrameCase] =
        [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999].map {
            .init("7.4: close code \($0)", [close($0)], "close \($0) ")
        }
        + [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535].map {
            .init("7.4: no close code \($0)", [close($0)], fails: 1002)
        }
}
