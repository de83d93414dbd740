import CZlib

/// The gzip format (RFC 1952), for public bytes that are compressed once and sent often.
///
/// What depends on a request or on who asks is never handed to it: beside a secret, the length would tell of what stands next
/// to it. The same bytes give the same result, which carries neither a name nor a time.
package enum Gzip {
    /// - Returns: nil when there is no memory for it.
    package static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard bytes.count <= Int(UInt32.max), shim_deflateInitGzip(&stream, Z_BEST_COMPRESSION) == Z_OK else {
            return nil
        }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, uLong(bytes.count)))
        var input = bytes
        var isDone = false
        let output = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(bound)
                isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = bound - Int(stream.avail_out)
        }
        return isDone ? output : nil
    }
}
