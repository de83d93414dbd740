package import TumorBoard

extension Signal: JSONReadable, JSONWritable {
    /// Reads the one thing shown; the case beside it is read ahead by the request.
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var pointer = JSONField<Pointer>()
        var viewport = JSONField<Viewport>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "pointer": try pointer.read(from: &reader)
            case "viewport": try viewport.read(from: &reader)
            // The end of showing is rare, and so is a mistake.
            case "ended": throw NotDirect()
            default: try reader.skipValue()
            }
        }
        switch (pointer.value, viewport.value) {
        case (let pointer?, nil): self = .pointer(pointer)
        case (nil, let viewport?): self = .viewport(viewport)
        default: throw NotDirect()
        }
        guard isSound else { throw NotDirect() }
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        switch self {
        case .pointer(let pointer): try writer.member("pointer", pointer)
        case .viewport(let viewport): try writer.member("viewport", viewport)
        case .ended: throw NotDirect()
        }
        writer.closeObject()
    }
}

extension Signal.Pointer: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var part = JSONField<PartID>()
        var at = JSONField<Int>()
        var x = JSONField<Double>()
        var y = JSONField<Double>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "part": try part.read(from: &reader)
            case "at": try at.read(from: &reader)
            case "x": try x.read(from: &reader)
            case "y": try y.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(part: try part.required, at: at.value, x: x.value, y: y.value)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("at", at)
        try writer.member("part", part)
        try writer.member("x", x)
        try writer.member("y", y)
        writer.closeObject()
    }
}

extension Signal.Viewport: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var part = JSONField<PartID>()
        var start = JSONField<Int>()
        var end = JSONField<Int>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "part": try part.read(from: &reader)
            case "start": try start.read(from: &reader)
            case "end": try end.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(part: try part.required, start: try start.required, end: try end.required)
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("end", end)
        try writer.member("part", part)
        try writer.member("start", start)
        writer.closeObject()
    }
}

extension Shown: JSONWritable {
    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("by", by)
        try writer.member("case", caseID)
        try writer.member("push", push)
        try writer.member("signal", signal)
        writer.closeObject()
    }
}
