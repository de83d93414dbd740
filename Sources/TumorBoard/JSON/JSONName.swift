/// What names the members of an object that is a dictionary.
package protocol JSONName: Hashable, Codable {
    init?(name: String)
    var name: String { get }
}

extension String: JSONName {
    package init(name: String) { self = name }
    package var name: String { self }
}

extension Identifier: JSONName {
    package init?(name: String) { self.init(name) }
    package var name: String { text }
}
