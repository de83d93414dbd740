import Testing

@testable import Wire

@Suite struct `The byte queue` {
    private func contents(_ queue: borrowing ByteQueue) -> [UInt8] {
        queue.withUnsafeReadableBytes { [UInt8]($0) }
    }

    @Test func `bytes leave in the order they came, however they are cut`() {
        var queue = ByteQueue()
        var expected: [UInt8] = []
        var next: UInt8 = 0
        // Steps of a fixed pattern that grow the queue, drain it, and leave it half full in turn.
        for step in 0..<2_000 {
            let added = (0..<(step * 37 % 301)).map { _ in
                next &+= 1
                return next
            }
            queue.append(added)
            expected += added
            let gone = min(expected.count, step * 53 % 311)
            queue.consume(gone)
            expected.removeFirst(gone)
            #expect(queue.count == expected.count)
        }
        #expect(contents(queue) == expected)
    }

    @Test func `an untouched queue holds no memory, and a drained one no more than it may retain`() {
        var queue = ByteQueue(retainedCapacity: 512)
        #expect(queue.capacity == 0)
        queue.append([UInt8](repeating: 1, count: 500))
        queue.removeAll()
        #expect(queue.capacity == 512)
        queue.append([UInt8](repeating: 1, count: 100_000))
        queue.consume(99_999)
        #expect(queue.capacity >= 100_000)
        queue.consume(1)
        #expect(queue.capacity == 0)
    }

    @Test func `a shared read buffer keeps its allocation between two reads`() {
        var queue = ByteQueue(retainedCapacity: 65_536)
        for _ in 0..<3 {
            queue.appendWriting(atLeast: 65_536) { free in
                #expect(free.count >= 65_536)
                free[0] = 7
                return 1
            }
            #expect(contents(queue) == [7])
            queue.removeAll()
            #expect(queue.capacity == 65_536)
        }
    }

    @Test func `a queue that never quite drains does not grow without end`() {
        var queue = ByteQueue()
        queue.append(0)
        for _ in 0..<10_000 {
            queue.append([UInt8](repeating: 1, count: 100))
            queue.consume(100)
        }
        #expect(queue.count == 1)
        #expect(queue.capacity <= 512)
    }

    @Test func `a read of nothing into an empty queue gives the memory back`() {
        var queue = ByteQueue(retainedCapacity: 0)
        queue.appendWriting(atLeast: 4096) { _ in 0 }
        #expect(queue.count == 0)
        #expect(queue.capacity == 0)
    }

    @Test func `all bytes of one queue move behind those of another`() {
        var shared = ByteQueue(retainedCapacity: 64)
        var own = ByteQueue()
        own.append([1, 2])
        shared.append([3, 4, 5])
        own.takeAll(from: &shared)
        #expect(contents(own) == [1, 2, 3, 4, 5])
        #expect(shared.count == 0)
    }

    @Test func `bytes can be changed where they lie`() {
        var queue = ByteQueue()
        queue.append([9, 1, 2])
        queue.consume(1)
        queue.withUnsafeMutableReadableBytes { $0[1] = 8 }
        #expect(contents(queue) == [1, 8])
    }
}
