import Storage
import TumorBoard
import Wire

/// An event as its readers receive it. Encoded once, whoever and however many receive it.
enum EventFrame {
    /// The push's JSON: the stored bytes of the event stand in it verbatim.
    static func json(_ stored: StoredEvent, caseID: CaseID, streamName: String) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(stored.body.count + 160)
        text.append(contentsOf: #"{"push":"event","case":""#.utf8)
        text.append(contentsOf: caseID.text.utf8)
        text.append(contentsOf: #"","stream":""#.utf8)
        text.append(contentsOf: streamName.utf8)
        text.append(contentsOf: #"","seq":"#.utf8)
        text.append(contentsOf: String(stored.seq).utf8)
        text.append(contentsOf: #","tag":""#.utf8)
        text.append(contentsOf: stored.tag.utf8)
        text.append(contentsOf: #"","at":"#.utf8)
        text.append(contentsOf: String(stored.at).utf8)
        text.append(contentsOf: #","event":"#.utf8)
        text.append(contentsOf: stored.body)
        text.append(UInt8(ascii: "}"))
        return text
    }

    /// The WebSocket frame of it.
    static func frame(_ stored: StoredEvent, caseID: CaseID, streamName: String) -> [UInt8] {
        FrameEncoder.frame(.text, json(stored, caseID: caseID, streamName: streamName))
    }
}
