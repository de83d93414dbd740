import CLinux
import Glibc

/// The exclusive right to a folder, held for as long as this value lives: a lock on a file in it that holds the
/// owner's process number. The kernel lets go of it with the process, however that ends, so a stale file is no
/// obstacle; the file itself is never removed, since removing it would let two processes hold "the" lock.
package final class FileLock: Sendable {
    /// Somebody else holds the lock.
    package struct Held: Error, Equatable, CustomStringConvertible {
        package let path: String
        /// What the holder wrote into the file, when it could be read.
        package let process: Int?

        package var description: String {
            "\(path) is locked by \(process.map { "process \($0)" } ?? "another process")"
        }
    }

    private let descriptor: Descriptor

    /// Takes the lock without waiting.
    ///
    /// - Throws: `Held` when another owner has it, `SystemError` when the file cannot be opened or written.
    package init(path: String) throws {
        descriptor = try Descriptor(open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600), from: "open \(path)")
        guard shim_try_lock_exclusively(descriptor.raw) == 0 else {
            guard errno == EWOULDBLOCK else { throw SystemError("lock \(path)") }
            throw Held(path: path, process: Self.process(in: descriptor.raw))
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor.raw, 0) == 0, pwrite(descriptor.raw, text, text.count, 0) == text.count else {
            throw SystemError("write \(path)")
        }
    }

    private static func process(in descriptor: Int32) -> Int? {
        var text = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &text, text.count, 0)
        return Int(String(decoding: text.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
