import Foundation

/// The space left on the disk that holds the data.
enum DiskSpace {
    /// Whether there are at least `floor` bytes; also when the system does not say.
    static func isLeft(in directory: String, floor: Int64) -> Bool {
        var status = statvfs()
        guard statvfs(directory, &status) == 0 else { return true }
        return Int64(status.f_bavail) * Int64(status.f_frsize) >= floor
    }
}
