package import TumorBoard

extension Signal: JSONReadable, JSONWritable {
    /// Reads the one thing shown; the case beside it is read ahead by the request.
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var pointer: Pointer?
        var viewport: Viewport?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "pointer": try reader.read(&pointer)
            case "viewport": try reader.read(&viewport)
            // The end of showing is rare, and so is a mistake.
            case "ended": throw NotDirect()
            default: try reader.skipValue()
            }
        }
        switch (pointer, viewport) {
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
        var part: PartID?
        var at: Int?
        var x: Double?
        var y: Double?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "part": try reader.read(&part)
            case "at": try reader.read(&at)
            case "x": try reader.read(&x)
            case "y": try reader.read(&y)
            default: try reader.skipValue()
            }
        }
        guard let part else { throw NotDirect() }
        self.init(part: part, at: at, x: x, y: y)
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
        var part: PartID?
        var start: Int?
        var end: Int?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "part": try reader.read(&part)
            case "start": try reader.read(&start)
            case "end": try reader.read(&end)
            default: try reader.skipValue()
            }
        }
        guard let part, let start, let end else { throw NotDirect() }
        self.init(part: part, start: start, end: end)
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
