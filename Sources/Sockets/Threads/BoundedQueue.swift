/// First in, first out, with room for a fixed number of elements: a ring, so that neither end ever copies the rest.
struct BoundedQueue<Element> {
    private var slots: [Element?]
    private var first = 0
    private(set) var count = 0

    init(capacity: Int) {
        precondition(capacity > 0, "a queue has room for something")
        slots = Array(repeating: nil, count: capacity)
    }

    var isEmpty: Bool { count == 0 }

    /// Appends `element`, or returns false when the queue is full.
    mutating func append(_ element: Element) -> Bool {
        guard count < slots.count else { return false }
        slots[(first + count) % slots.count] = element
        count += 1
        return true
    }

    /// Takes the oldest element.
    mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        let element = slots[first].take()
        first = (first + 1) % slots.count
        count -= 1
        return element
    }
}
