import Foundation

/// A message on the board's socket, of any bytes: nothing crashes, and what is read directly is what Foundation reads.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLive(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    // Requests are what a peer sends; commands and events are read by the same reader from what others send and store.
    switch input.steer() % 4 {
    case 0: Meaning.check(Command.self, input.rest) { try JSONWriter.bytes(of: $0) }
    case 1: Meaning.check(Event.self, input.rest) { try JSONWriter.bytes(of: $0) }
    default: Meaning.check(LiveRequest.self, input.rest, Meaning.of)
    }
    return 0
}

private enum Meaning {
    static func check<Value: JSONReadable>(_ type: Value.Type, _ text: [UInt8], _ meaning: (Value) throws -> [UInt8]) {
        let read = text.withUnsafeBufferPointer { try? JSONReader.read(type, from: $0) }
        guard let direct = read else { return }
        guard let other = try? JSONDecoder().decode(type, from: Data(text)) else {
            fatalError("read directly and refused by Foundation")
        }
        guard let said = try? meaning(direct), let expected = try? meaning(other) else {
            fatalError("read and not to be written")
        }
        precondition(said == expected, "another value than Foundation's")
    }

    static func of(_ request: LiveRequest) throws -> [UInt8] {
        let rest: [UInt8]
        switch request.said {
        case .beat: rest = Array("beat".utf8)
        case .leave(let caseID): rest = Array("leave \(caseID)".utf8)
        case .join(let join): rest = Array("join \(join.caseID) ".utf8) + (try Canonical.encode(join.at))
        case .show(let signal, let caseID): rest = Array("show \(caseID) \(signal)".utf8)
        case .command(let command, let caseID, let password):
            rest = Array("\(caseID) \(password ?? "-") ".utf8) + (try JSONWriter.bytes(of: command))
        }
        return Array("\(request.id) ".utf8) + rest
    }
}
