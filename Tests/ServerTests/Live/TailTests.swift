import Testing
import TumorBoard

@testable import BoardServer

/// The recent frames of a case somebody follows: as many as there is room for, the newest in any case.
@Suite("The tail of a live case")
struct TailTests {
    private func row(_ position: Int64, _ byteCount: Int) -> LiveRow {
        LiveRow(position: position, stream: .dossier, frame: Array(repeating: 0x61, count: byteCount))
    }

    @Test func `keeps no more bytes than its limit, and says from where on`() {
        let live = LiveCase()
        for position in 1...10 { live.keep(row(Int64(position), 100), limit: 350) }
        #expect(live.tail.map(\.position) == [8, 9, 10])
        #expect(live.rows(after: 7)?.map(\.position) == [8, 9, 10])
        #expect(live.rows(after: 9)?.map(\.position) == [10])
        #expect(live.rows(after: 10)?.isEmpty == true)
        #expect(live.rows(after: 6) == nil, "further behind reads the disk")
    }

    @Test func `keeps the newest, however long it is`() {
        let live = LiveCase()
        for position in 1...3 { live.keep(row(Int64(position), 1_000), limit: 350) }
        #expect(live.tail.map(\.position) == [3])
    }
}
