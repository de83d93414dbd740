import TestSupport
import Wire

/// Everything that can be asked over HTTP about a case, as one person.
extension Onlooker {
    /// - Parameter secrets: hashes of content that is there but not this person's to read. They are asked for under one
    ///   name, so that a world in which there are none compares with one in which there are.
    func sweep(_ story: Story, secrets: [String]) throws {
        let root = "/api/cases/\(story.caseID)"
        for target in ["/api/boards", "/api/people", "/api/session", "/api/tokens", "/api/key", "/api/openapi.json"] {
            try keep(target)
        }
        for target in ["/livez", "/readyz", "/api/conferences/conf-1", "/api/conferences/conf-2", "/nothing"] {
            try keep(target)
        }
        let tag = try keep(root).fields["ETag"] ?? ""
        try keep(root, method: "HEAD")
        try keep(root, fields: ["If-None-Match": tag])
        let streams = ["dossier", "quarantine", "logistics", "own", "board", "delivery", "custody"]
        for stream in streams + ["own/p2", "own/p4", "own/p5"] {
            try keep("\(root)/streams/\(stream)")
        }
        for query in ["after=1", "after=999", "after=0&limit=1", "after=-1", "limit=0"] {
            try keep("\(root)/streams/dossier?\(query)")
        }
        try keep("\(root)/recommendation")
        try keep("/api/cases/case-9")
        for hash in try story.desk(story.coordinator).versions().sorted(by: { $0.key < $1.key }).map(\.value) {
            try keep("\(root)/blobs/\(hash)")
        }
        // One piece for all of them: the same 404, whether the content is there or not.
        let unknown = String(repeating: "0", count: 64)
        for hash in [secrets.first ?? unknown, secrets.last ?? unknown] {
            try keep("\(root)/blobs/\(hash)", named: "a blob that is not there, or not to be read")
        }
        try keep("\(root)/commands", method: "POST", body: #"{"remind":{"person":"p4"}}"#)
        try keep("\(root)/commands", method: "POST", body: #"{"deliver":{}}"#)
        try keep("\(root)/commands", method: "POST", body: #"{"seal":{"own":1}}"#)
        try keep("\(root)/commands", method: "POST", body: #"{"castBallot":{"round":9}}"#)
        try keep("\(root)/imports", method: "POST", body: #"{"resourceType":"Bundle"}"#)
        try keep("/api/conferences", method: "POST", body: "{}")
    }
}
