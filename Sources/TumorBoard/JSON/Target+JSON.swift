extension Target: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var part: PartID?
        var version: String?
        var series: SeriesID?
        var text: TextSelector?
        var region: RegionSelector?
        var point: String?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "part": try reader.read(&part)
            case "version": try reader.read(&version)
            case "series": try reader.read(&series)
            case "text": try reader.read(&text)
            case "region": try reader.read(&region)
            case "point": try reader.read(&point)
            default: try reader.skipValue()
            }
        }
        self.init(
            part: part,
            version: version,
            series: series,
            text: text,
            region: region,
            point: point
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("part", part)
        try writer.member("point", point)
        try writer.member("region", region)
        try writer.member("series", series)
        try writer.member("text", text)
        try writer.member("version", version)
        writer.closeObject()
    }
}

extension TextSelector: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var start: Int?
        var end: Int?
        var exact: String?
        var prefix: String?
        var suffix: String?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "start": try reader.read(&start)
            case "end": try reader.read(&end)
            case "exact": try reader.read(&exact)
            case "prefix": try reader.read(&prefix)
            case "suffix": try reader.read(&suffix)
            default: try reader.skipValue()
            }
        }
        guard let start, let end, let exact, let prefix, let suffix else { throw NotDirect() }
        self.init(
            start: start,
            end: end,
            exact: exact,
            prefix: prefix,
            suffix: suffix
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("end", end)
        try writer.member("exact", exact)
        try writer.member("prefix", prefix)
        try writer.member("start", start)
        try writer.member("suffix", suffix)
        writer.closeObject()
    }
}

extension RegionSelector: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var x: Double?
        var y: Double?
        var w: Double?
        var h: Double?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "x": try reader.read(&x)
            case "y": try reader.read(&y)
            case "w": try reader.read(&w)
            case "h": try reader.read(&h)
            default: try reader.skipValue()
            }
        }
        guard let x, let y, let w, let h else { throw NotDirect() }
        self.init(x: x, y: y, w: w, h: h)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("h", h)
        try writer.member("w", w)
        try writer.member("x", x)
        try writer.member("y", y)
        writer.closeObject()
    }
}
