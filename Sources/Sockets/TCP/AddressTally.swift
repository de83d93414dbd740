/// How many connections each neighbour has. A neighbour is one IPv4 address, or the 64 bits of an IPv6 address that
/// belong to one line (RFC 4291 section 2.5.4): the other half a host chooses as it likes.
struct AddressTally {
    private struct Neighbour: Hashable {
        let prefix: [UInt8]

        init(_ address: SocketAddress) { prefix = Array(address.bytes.prefix(8)) }
    }

    private struct Entry {
        var count = 0
        /// Refused since it last had room.
        var isRefused = false
    }

    enum Answer {
        case taken
        case refused(isFirst: Bool)
    }

    private let limit: Int
    private var entries: [Neighbour: Entry] = [:]

    init(limit: Int) { self.limit = limit }

    /// Counts one more connection, unless the neighbour has `limit` of them.
    mutating func take(_ address: SocketAddress) -> Answer {
        let neighbour = Neighbour(address)
        var entry = entries[neighbour] ?? Entry()
        defer { entries[neighbour] = entry }
        guard entry.count < limit else {
            defer { entry.isRefused = true }
            return .refused(isFirst: !entry.isRefused)
        }
        entry.count += 1
        return .taken
    }

    mutating func release(_ address: SocketAddress) {
        let neighbour = Neighbour(address)
        guard var entry = entries[neighbour] else { return }
        entry.count -= 1
        entry.isRefused = false
        entries[neighbour] = entry.count > 0 ? entry : nil
    }
}
