package import TumorBoard

extension LiveRequest: JSONReadable {
    /// Takes a request of an id and one thing said, in either order.
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var id = JSONField<String>()
        var said: Said?
        try reader.openObject()
        while let key = try reader.nextKey() {
            if "id" ~= key {
                try id.read(from: &reader)
            } else {
                guard said == nil else { throw NotDirect() }
                said = try Said(named: key, reading: &reader)
            }
        }
        guard let said else { throw NotDirect() }
        self.id = try id.required
        self.said = said
    }
}

extension LiveRequest.Said {
    fileprivate init(named name: JSONKey, reading reader: inout JSONReader) throws(NotDirect) {
        switch name {
        case "join": self = .join(try reader.value())
        case "leave": self = .leave(try reader.value(LiveRequest.CaseOnly.self).caseID)
        case "beat":
            try reader.skipValue()
            self = .beat
        case "show":
            let about = try reader.ahead(LiveRequest.CaseOnly.self)
            self = .show(try reader.value(), about.caseID)
        default:
            // The case stands among the command's own fields, wherever the client put it.
            let about = try reader.ahead(LiveRequest.CaseOnly.self)
            self = .command(try Command(named: name, reading: &reader), about.caseID, password: about.password)
        }
    }
}

extension LiveRequest.Join: JSONReadable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var caseID = JSONField<CaseID>()
        var at = JSONField<[String: Position]>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "case": try caseID.read(from: &reader)
            case "at": try at.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(caseID: try caseID.required, at: try at.required)
    }
}

extension LiveRequest.CaseOnly: JSONReadable {
    init(reading reader: inout JSONReader) throws(NotDirect) {
        var caseID = JSONField<CaseID>()
        var password = JSONField<String>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "case": try caseID.read(from: &reader)
            case "password": try password.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(caseID: try caseID.required, password: password.value)
    }
}
