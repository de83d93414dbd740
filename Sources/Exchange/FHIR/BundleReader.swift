/// Takes a file apart into resources: a Bundle of any type that carries resources, or one resource alone.
struct BundleReader {
    let limits: ImportLimits
    let log: ProblemLog

    /// `nil` where the file as a whole cannot be imported; the log says why.
    func resources(of file: JSONValue) -> [Resource]? {
        guard case .object(let members) = file, case .string(let type)? = members["resourceType"],
            Resource.isTypeName(type)
        else {
            log.error(.notFHIR, at: .file, "The file is not a FHIR resource: it has no resourceType.")
            return nil
        }
        guard type == "Bundle" else {
            return Resource(members: members, entry: "resource", fullURL: nil, log: log).map { [$0] }
        }
        let bundle = Element(members: members, place: Place(entry: "file", element: type), log: log)
        let count = if case .array(let entries)? = members["entry"] { entries.count } else { 0 }
        guard count <= limits.entries else {
            log.error(
                .tooManyEntries,
                at: .file,
                "The bundle has \(count) entries; the limit is \(limits.entries)."
            )
            return nil
        }
        if count == 0 { log.warning(.nothingToRead, at: .file, "The bundle has no entries.") }
        return resources(of: bundle)
    }

    private func resources(of bundle: Element) -> [Resource] {
        let isHistory = bundle.string("type") == "history"
        var resources: [Resource] = []
        var seen: Set<String> = []
        for (index, entry) in entries(of: bundle) {
            let name = "entry[\(index)]"
            let fullURL = entry.string("fullUrl")
            let request = entry.child("request")
            // A history lists the newest version first, and a deletion is an entry without a resource.
            if request?.string("method") == "DELETE" {
                if isHistory, let address = fullURL ?? request?.string("url") { seen.insert(address) }
                continue
            }
            guard case .object(let members)? = entry.members["resource"] else {
                let isBodiless = entry.has("response") || ["GET", "HEAD"].contains(request?.string("method"))
                if !entry.has("resource"), isBodiless { continue }
                log.error(.missingResource, at: Place(entry: name), "The entry has no resource.")
                continue
            }
            guard let resource = Resource(members: members, entry: name, fullURL: fullURL, log: log) else {
                log.error(.missingResource, at: Place(entry: name), "The entry's resource has no resourceType.")
                continue
            }
            let address = fullURL ?? resource.id.map { "\(resource.type)/\($0)" }
            if address.map({ seen.insert($0).inserted }) ?? true {
                resources.append(resource)
            } else if isHistory {
                log.notice(.supersededVersion, at: resource.place, "A later version of this resource counts.")
            } else {
                log.error(
                    .duplicateEntry,
                    at: resource.place,
                    "An earlier entry has the same address; this one was left out."
                )
            }
        }
        return resources
    }

    private func entries(of bundle: Element) -> [(Int, Element)] {
        guard case .array(let values)? = bundle.members["entry"] else {
            _ = bundle.list("entry")
            return []
        }
        return values.enumerated().compactMap { index, value in
            let place = Place(entry: "entry[\(index)]")
            guard case .object(let members) = value else {
                log.error(.wrongType, at: place, "An object is expected here, not \(value.kind).")
                return nil
            }
            return (index, Element(members: members, place: place, log: log))
        }
    }
}
