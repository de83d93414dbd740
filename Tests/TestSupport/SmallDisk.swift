import Glibc

/// A disk of a few megabytes that a test may fill. Needs the right to mount.
package final class SmallDisk {
    package struct Failure: Error {}

    package let folder: String
    private var ballast: String { folder + "/ballast" }

    /// Whether this process may mount; tests of a full disk are skipped where it may not.
    package static let isPossible = (try? SmallDisk(megabytes: 1)) != nil

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
