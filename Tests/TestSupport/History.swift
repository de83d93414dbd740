package import BoardClient
import Cryptography

/// What one reader holds of a case: the streams as they came, held against the promises of the protocol.
package struct History {
    private let events: [Member.Received]

    package init(_ events: [Member.Received]) { self.events = events }

    /// The names of the streams of which anything came.
    package var streams: Set<String> { Set(events.map(\.stream)) }

    /// The tags of one stream, in the order received.
    package func tags(of stream: String) -> [String] { events.filter { $0.stream == stream }.map(\.tag) }

    /// Where the events fall short of streams that count 1, 2, 3 … and whose every tag follows from the bytes received.
    ///
    /// Each chain hash is computed anew from the first event on: a lost, doubled, swapped or changed event is found.
    package var flaws: [String] {
        var flaws: [String] = []
        var heads: [String: (seq: Int, chain: [UInt8])] = [:]
        for event in events {
            let head = heads[event.stream] ?? (0, [])
            if event.seq != head.seq + 1 { flaws.append("\(event.stream): \(event.seq) follows \(head.seq)") }
            guard let body = Self.body(of: event.line) else {
                flaws.append("\(event.stream) \(event.seq): no event in the message")
                continue
            }
            let text = Array(Hexadecimal.encode(head.chain).utf8) + [UInt8(ascii: "\n")] + body
            let chain = SHA256.hash(text)
            if Hexadecimal.encode(chain.prefix(8)) != event.tag {
                flaws.append("\(event.stream) \(event.seq): the tag does not follow from what was received")
            }
            heads[event.stream] = (event.seq, chain)
        }
        return flaws
    }

    /// The stored bytes of the event, which stand verbatim at the end of its message.
    private static func body(of line: [UInt8]) -> ArraySlice<UInt8>? {
        let marker = Array(#","event":"#.utf8)
        guard line.last == UInt8(ascii: "}"), line.count > marker.count else { return nil }
        for start in 0..<(line.count - marker.count) where line[start..<start + marker.count].elementsEqual(marker) {
            return line[(start + marker.count)..<(line.count - 1)]
        }
        return nil
    }
}
