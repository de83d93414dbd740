import Storage
import TumorBoard

/// What one durable batch means for the people online: frames to send, and who may read from now on.
struct Committed: Sendable {
    var cases: [CaseCommit] = []
    var replies: [@Sendable () -> Void] = []
    var directoryChanges: [DirectoryChange] = []
    /// Whose lists of cases and conferences say something else now.
    var listReaders: Set<PersonID> = []
}

struct CaseCommit: Sendable {
    var caseID: CaseID
    var rows: [LiveRow]
    /// Set when the phase or the membership changed: applied before the rows are sent.
    var access: Access?
}

/// One committed event, its frame encoded once for all who receive it.
struct LiveRow: Sendable {
    var position: Int64
    var stream: Stream
    var frame: [UInt8]
}
