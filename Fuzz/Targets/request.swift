/// Requests of any bytes: nothing crashes, and the decoder says the same whether they come whole or in pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRequests(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let seed = input.steer()
    // Small limits are met more often than large ones; both kinds are tried.
    let limits = seed & 1 == 0 ? HTTPLimits() : Requests.tight
    let whole = Requests.read([input.rest], limits: limits)
    let split = Requests.read(FuzzInput.pieces(of: input.rest, seed: seed), limits: limits)
    precondition(whole == split, "pieces are understood differently:\n\(whole)\n\(split)")
    return 0
}

private enum Requests {
    static let tight: HTTPLimits = {
        var limits = HTTPLimits()
        limits.startLine = 48
        limits.fieldSection = 160
        limits.fieldCount = 5
        limits.body = 40
        limits.chunkLine = 16
        limits.chunkExtensions = 24
        limits.trailerSection = 48
        return limits
    }()

    struct Transcript: Equatable {
        var heads: [RequestHead] = []
        var bodies: [[UInt8]] = [[]]
        var refusal: HTTPError?
    }

    static func read(_ pieces: [[UInt8]], limits: HTTPLimits) -> Transcript {
        var transcript = Transcript()
        var decoder = RequestDecoder(limits: limits)
        var queue = ByteQueue()
        do {
            for piece in pieces {
                queue.append(piece)
                while let event = try decoder.next(&queue) {
                    switch event {
                    case .head(let head): transcript.heads.append(check(head))
                    case .body(let bytes): transcript.bodies[transcript.bodies.count - 1] += bytes
                    case .end: transcript.bodies.append([])
                    }
                }
            }
        } catch {
            transcript.refusal = error
            // How much of a refused body was handed out depends on the pieces; it is thrown away.
            transcript.bodies.removeLast()
        }
        return transcript
    }

    /// What routing relies on, and what reads the fields behind it.
    private static func check(_ head: RequestHead) -> RequestHead {
        for segment in head.target.path {
            precondition(segment != "." && segment != ".." && !segment.utf8.contains(0) && !segment.contains("/"))
        }
        precondition(!(head.isChunked && head.contentLength != nil))
        _ = try? ServerHandshake(head)
        _ = ContentCoding.preferred(by: head.fields)
        _ = EntityTagCondition(.ifNoneMatch, in: head.fields)
        _ = Cookies(head.fields)["a"]
        if case .part(let part) = ByteRange(head.fields[.range], length: 100) {
            precondition(part.lowerBound >= 0 && part.upperBound <= 100 && !part.isEmpty)
        }
        return head
    }
}
