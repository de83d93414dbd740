extension Target: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var part = JSONField<PartID>()
        var version = JSONField<String>()
        var series = JSONField<SeriesID>()
        var text = JSONField<TextSelector>()
        var region = JSONField<RegionSelector>()
        var point = JSONField<String>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "part": try part.read(from: &reader)
            case "version": try version.read(from: &reader)
            case "series": try series.read(from: &reader)
            case "text": try text.read(from: &reader)
            case "region": try region.read(from: &reader)
            case "point": try point.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            part: part.value,
            version: version.value,
            series: series.value,
            text: text.value,
            region: region.value,
            point: point.value
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
        var start = JSONField<Int>()
        var end = JSONField<Int>()
        var exact = JSONField<String>()
        var prefix = JSONField<String>()
        var suffix = JSONField<String>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "start": try start.read(from: &reader)
            case "end": try end.read(from: &reader)
            case "exact": try exact.read(from: &reader)
            case "prefix": try prefix.read(from: &reader)
            case "suffix": try suffix.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            start: try start.required,
            end: try end.required,
            exact: try exact.required,
            prefix: try prefix.required,
            suffix: try suffix.required
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
        var x = JSONField<Double>()
        var y = JSONField<Double>()
        var w = JSONField<Double>()
        var h = JSONField<Double>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "x": try x.read(from: &reader)
            case "y": try y.read(from: &reader)
            case "w": try w.read(from: &reader)
            case "h": try h.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(x: try x.required, y: try y.required, w: try w.required, h: try h.required)
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
