import Foundation
import Glibc

/// A disk of a few megabytes that a test may fill. Needs the right to mount.
package final class SmallDisk {
    package struct Failure: Error {}

    package let folder: String
    private var ballast: String { folder + "/ballast" }

    /// Whether this process may mount; tests of a full disk are skipped where it may not. Where they have to run, a machine
    /// that gives the right and cannot use it makes them fail.
    package static let isPossible = (try? SmallDisk(megabytes: 1)) != nil || Obligation.isInForce && mayMount

    /// CAP_SYS_ADMIN, bit 21 of the effective capabilities.
    private static var mayMount: Bool {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("CapEff:") }
        let bits = line?.split(whereSeparator: \.isWhitespace).last.flatMap { UInt64($0, radix: 16) } ?? 0
        return bits & 1 << 21 != 0
    }

    package init(megabytes: Int) throws {
        folder = try TemporaryFolder.make()
        guard mount("tmpfs", folder, "tmpfs", 0, "size=\(megabytes)m,mode=700") == 0 else {
            TemporaryFolder.remove(folder)
            throw Failure()
        }
    }

    /// Takes space until `bytes` are left, or until there is none at all.
    package func fill(leaving bytes: Int) throws {
        let file = open(ballast, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure() }
        defer { close(file) }
        let block = [UInt8](repeating: 0xAA, count: 4_096)
        while free > bytes {
            guard write(file, block, block.count) == block.count else { return }
        }
    }

    /// Gives back what `fill` took.
    package func relieve() { unlink(ballast) }

    private var free: Int {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return 0 }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    deinit {
        umount2(folder, Int32(MNT_DETACH))
        TemporaryFolder.remove(folder)
    }
}
