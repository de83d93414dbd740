package import TumorBoard

extension LiveRequest: JSONReadable {
    /// Takes a request of an id and one thing said, in either order.
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var id: String?
        var said: Said?
        try reader.openObject()
        while let key = try reader.nextKey() {
            if "id" ~= key {
                guard id == nil else { throw NotDirect() }
                id = try reader.string()
            } else {
                guard said == nil else { throw NotDirect() }
                said = try Said(named: key, reading: &reader)
            }
        }
        guard let id, let said else { throw NotDirect() }
        self.id = id
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
        var caseID: CaseID?
        var at: [String: Position]?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "case": try reader.read(&caseID)
            case "at": try reader.read(&at)
            default: try reader.skipValue()
            }
        }
        guard let caseID, let at else { throw NotDirect() }
        self.init(caseID: caseID, at: at)
    }
}

extension LiveRequest.CaseOnly: JSONReadable {
    init(reading reader: inout JSONReader) throws(NotDirect) {
        var caseID: CaseID?
        var password: String?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "case": try reader.read(&caseID)
            case "password": try reader.read(&password)
            default: try reader.skipValue()
            }
        }
        guard let caseID else { throw NotDirect() }
        self.init(caseID: caseID, password: password)
    }
}
