import Glibc

/// Files that hold a secret: created for their owner alone, read only when nobody else could have read them.
enum PrivateFile {
    /// A key in PEM is a few hundred bytes; more is not a key.
    static let byteLimit = 64 << 10

    /// Creates `path` with mode 0600 and writes it through to the disk; an existing file is never replaced.
    static func create(_ path: String, holding bytes: [UInt8]) throws(CryptographyError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw failure("create", path) }
        defer { close(file) }
        // The mode of open is narrowed by the umask, never widened; this undoes a umask that forbids the owner.
        guard fchmod(file, 0o600) == 0 else { throw failure("protect", path) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: written), $0.count - written) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure("write", path)
            }
            written += count
        }
        guard fsync(file) == 0 else { throw failure("write", path) }
    }

    /// The content of `path`.
    ///
    /// - Throws: `CryptographyError` when it cannot be read, is too large, or others than its owner may read it.
    static func read(_ path: String) throws(CryptographyError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open", path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("inspect", path) }
        guard status.st_mode & 0o077 == 0 else {
            throw CryptographyError(operation: "open \(path)", reason: "others than its owner may access it")
        }
        var bytes = [UInt8](repeating: 0, count: byteLimit + 1)
        var count = 0
        while count < bytes.count {
            let more = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            if more == 0 { break }
            if more < 0 {
                if errno == EINTR { continue }
                throw failure("read", path)
            }
            count += more
        }
        guard count <= byteLimit else {
            throw CryptographyError(operation: "read \(path)", reason: "too large for a key")
        }
        return Array(bytes.prefix(count))
    }

    private static func failure(_ operation: String, _ path: String) -> CryptographyError {
        CryptographyError(operation: "\(operation) \(path)", reason: String(cString: strerror(errno)))
    }
}
