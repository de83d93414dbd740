/// A place in a source: it must be published, in the version that was read, and lie within it.
extension Deliberation {
    func check(_ target: Target) throws(Rejection) {
        switch (target.part, target.series) {
        case (let part?, nil): try check(target, in: part)
        case (nil, let series?): try check(target, in: series)
        default: throw Rejection(.invalid, "target")
        }
    }

    private func check(_ target: Target, in part: PartID) throws(Rejection) {
        guard let source = seen.dossier.sources[part] else { throw Rejection(.unknown, part.text) }
        guard target.version == source.hash else { throw Rejection(.stale, part.text) }
        guard target.point == nil, target.text == nil || target.region == nil else {
            throw Rejection(.invalid, "target")
        }
        if let text = target.text { try text.check(length: source.length) }
        if let region = target.region {
            guard source.length == nil else { throw Rejection(.invalid, "target.region") }
            try region.check()
        }
    }

    private func check(_ target: Target, in series: SeriesID) throws(Rejection) {
        guard let dates = seen.dossier.series[series] else { throw Rejection(.unknown, series.text) }
        guard target.version == nil, target.text == nil, target.region == nil else {
            throw Rejection(.invalid, "target")
        }
        if let point = target.point, !dates.contains(point) { throw Rejection(.unknown, point) }
    }
}

extension TextSelector {
    /// `length` is the source's in code points; absent for what is no text.
    fileprivate func check(length: Int?) throws(Rejection) {
        guard let length, start >= 0, start < end, end <= length, exact.unicodeScalars.count == end - start else {
            throw Rejection(.invalid, "target.text")
        }
        guard end - start <= Limits.quoteLength,
            prefix.unicodeScalars.count <= Limits.quoteContextLength,
            suffix.unicodeScalars.count <= Limits.quoteContextLength
        else { throw Rejection(.limitReached, "target.text") }
    }
}

extension RegionSelector {
    fileprivate func check() throws(Rejection) {
        guard x >= 0, y >= 0, w > 0, h > 0, x + w <= 100, y + h <= 100 else {
            throw Rejection(.invalid, "target.region")
        }
    }
}
