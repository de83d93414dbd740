/// A part of a case's state that copies have in common until one of them changes it.
///
/// For every command the writer takes several copies of a case: to go back to, to compare with, what the member may see. Each
/// part is a dozen dictionaries and texts to be counted; in here it is one.
@propertyWrapper
struct Shared<Value: Sendable & Equatable>: Sendable {
    /// Changed only while one copy alone refers to it.
    private final class Box: @unchecked Sendable {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    init(wrappedValue: Value) { box = Box(wrappedValue) }

    var wrappedValue: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }
}

extension Shared: Equatable {
    static func == (one: Self, other: Self) -> Bool { one.box === other.box || one.wrappedValue == other.wrappedValue }
}
