/// Where the parts of a well-formed JSON text lie.
struct JSONLayout {
    /// The members of each object that has any, from the name's quotation mark to the value's end.
    private(set) var objects: [[Range<Int>]] = []
    /// The values of members.
    private(set) var values: [Range<Int>] = []
    /// Between tokens, where white space changes nothing.
    private(set) var gaps: [Int] = []
    /// Characters inside strings that stand for themselves, in one byte.
    private(set) var characters: [Int] = []

    private let text: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) {
        self.text = text
        gaps.append(0)
        passValue()
    }

    private mutating func passValue() {
        switch text[position] {
        case UInt8(ascii: "{"): passObject()
        case UInt8(ascii: "["):
            repeat {
                passMark()
                if text[position] != UInt8(ascii: "]") { passValue() }
            } while text[position] == UInt8(ascii: ",")
            passMark()
        case UInt8(ascii: "\""): passString()
        default:
            while position < text.count, !Array(",]}".utf8).contains(text[position]) { position += 1 }
            gaps.append(position)
        }
    }

    private mutating func passObject() {
        var members: [Range<Int>] = []
        repeat {
            passMark()
            guard text[position] != UInt8(ascii: "}") else { continue }
            let start = position
            passString()
            passMark()
            let value = position
            passValue()
            values.append(value..<position)
            members.append(start..<position)
        } while text[position] == UInt8(ascii: ",")
        passMark()
        if !members.isEmpty { objects.append(members) }
    }

    private mutating func passMark() {
        position += 1
        gaps.append(position)
    }

    private mutating func passString() {
        position += 1
        while text[position] != UInt8(ascii: "\"") {
            if text[position] == UInt8(ascii: "\\") {
                position += 1
            } else if text[position] < 0x80 {
                characters.append(position)
            }
            position += 1
        }
        passMark()
    }
}
