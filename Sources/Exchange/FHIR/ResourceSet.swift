import Foundation

/// The resources of one file, and how references reach them.
struct ResourceSet {
    let resources: [Resource]
    private let byAddress: [String: Int]

    init(_ resources: [Resource]) {
        self.resources = resources
        var byAddress: [String: Int] = [:]
        for (index, resource) in resources.enumerated() {
            if let fullURL = resource.fullURL { byAddress[fullURL] = byAddress[fullURL] ?? index }
            if let id = resource.id {
                let local = "\(resource.type)/\(id)"
                byAddress[local] = byAddress[local] ?? index
            }
        }
        self.byAddress = byAddress
    }

    /// Follows a literal reference (FHIR R4, section 2.3.0.4): `#id` to what `origin` contains, an absolute address to
    /// the entry with that full URL, `Type/id` to the entry of the same server or of the same name.
    func resolve(_ reference: String, from origin: Resource) -> Resource? {
        if reference.hasPrefix("#") {
            return origin.contained[String(reference.dropFirst())].flatMap { Resource(contained: $0, in: origin) }
        }
        let address = Self.withoutVersion(reference)
        if let base = origin.fullURL.flatMap(Self.base), let index = byAddress["\(base)/\(address)"] {
            return resources[index]
        }
        if let index = byAddress[address] { return resources[index] }
        // An absolute address may name an entry that has no address of its own, but never one of another server.
        let parts = address.split(separator: "/")
        guard parts.count > 2, let index = byAddress[parts.suffix(2).joined(separator: "/")],
            resources[index].fullURL.flatMap(Self.base) == nil
        else { return nil }
        return resources[index]
    }

    private static func withoutVersion(_ reference: String) -> String {
        guard let range = reference.range(of: "/_history/") else { return reference }
        return String(reference[..<range.lowerBound])
    }

    /// The server part of `https://server/fhir/Type/id`; urn addresses have none.
    private static func base(of fullURL: String) -> String? {
        let parts = fullURL.split(separator: "/", omittingEmptySubsequences: false)
        guard fullURL.hasPrefix("http"), parts.count > 4 else { return nil }
        return parts.dropLast(2).joined(separator: "/")
    }
}
