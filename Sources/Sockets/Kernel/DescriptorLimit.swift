import Glibc

/// How many descriptors this process may have open (RLIMIT_NOFILE).
package enum DescriptorLimit {
    /// Raises the limit that counts, often 1,024 for the sake of select(2), which is not called here, to the one that is
    /// allowed at most, and returns what it is then.
    @discardableResult
    package static func raise() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return 1_024 }
        let current = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        let isRaised = current == limit.rlim_max || setrlimit(resource, &limit) == 0
        return Int(clamping: isRaised ? limit.rlim_max : current)
    }
}
