/// How much a peer may send before it is refused. Sizes are in bytes; each names the answer to one byte more.
package struct HTTPLimits: Sendable, Equatable {
    /// The request or status line without its line end: 414 URI Too Long.
    package var startLine = 8 * 1024
    /// The method in the request line: 501 Not Implemented.
    package var method = 24
    /// All field lines with their line ends and the empty line behind them: 431.
    package var fieldSection = 16 * 1024
    /// Field lines in a header or trailer section: 431.
    package var fieldCount = 64
    /// The content of a message unless the owner sets `bodyLimit` after the head: 413 Content Too Large.
    package var body = 64 * 1024
    /// One chunk-size line with its extensions, without its line end: 400.
    package var chunkLine = 256
    /// All chunk extensions of one message: 400. Nobody uses them except to send bytes that no body limit counts.
    package var chunkExtensions = 1024
    /// The trailer section with its closing empty line: 431.
    package var trailerSection = 4 * 1024
    /// Responses 1xx in front of the final one that a client reads: 502.
    package var interimResponses = 8

    package init() {}
}
