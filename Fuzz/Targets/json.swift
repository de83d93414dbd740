import Foundation

/// JSON of any bytes: nothing crashes, what is accepted is accepted by Foundation too, and a value written anew is the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = FuzzInput(start, count).rest
    // The scanner's owner has checked this.
    guard String(validating: bytes, as: UTF8.self) != nil else { return 0 }
    guard let value = try? JSONScanner.scan(bytes, depthLimit: 64) else { return 0 }

    let again = try? JSONScanner.scan(Array(JSONText.of(value).utf8), depthLimit: 64)
    precondition(again == value, "a value written anew is another")

    if JSONText.isModest(value) {
        let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        precondition(other != nil, "accepted here and refused by Foundation")
    }
    return 0
}

private enum JSONText {
    static func of(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .number(let literal): literal
        case .string(let text): quoted(text)
        case .array(let values): "[\(values.map(of).joined(separator: ","))]"
        case .object(let members): "{\(members.map { quoted($0.key) + ":" + of($0.value) }.joined(separator: ", "))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            let digits = String(unit, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return quoted + "\""
    }

    /// Whether every number fits a `Double`: Foundation refuses those that do not.
    static func isModest(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .bool, .string: true
        case .number(let literal): literal.utf8.count <= 15 && !literal.lowercased().contains("e")
        case .array(let values): values.allSatisfy(isModest)
        case .object(let members): members.values.allSatisfy(isModest)
        }
    }
}
