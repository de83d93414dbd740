extension Choice: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        if reader.peek == UInt8(ascii: "\"") {
            self = .adoption(try reader.value())
        } else {
            self = .rating(try reader.value())
        }
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        switch self {
        case .rating(let rating): writer.integer(rating)
        case .adoption(let adoption): adoption.write(to: &writer)
        }
    }
}

extension Choice.Adoption: JSONReadable, JSONWritable {}

extension CastBallot: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var round: Int?
        var optionSet: OptionSetID?
        var choices: [OptionID: Choice]?
        var reasons: [OptionID: String]?
        var nonce: String?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "round": try reader.read(&round)
            case "optionSet": try reader.read(&optionSet)
            case "choices": try reader.read(&choices)
            case "reasons": try reader.read(&reasons)
            case "nonce": try reader.read(&nonce)
            default: try reader.skipValue()
            }
        }
        guard let round, let optionSet, let choices, let nonce else { throw NotDirect() }
        self.init(
            round: round,
            optionSet: optionSet,
            choices: choices,
            reasons: reasons,
            nonce: nonce
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("choices", choices)
        try writer.member("nonce", nonce)
        try writer.member("optionSet", optionSet)
        try writer.member("reasons", reasons)
        try writer.member("round", round)
        writer.closeObject()
    }
}

extension BallotCast: JSONReadable, JSONWritable {
    package init(reading reader: inout JSONReader) throws(NotDirect) {
        var round: Int?
        var text: String?
        var commitment: String?
        var choices: [OptionID: Choice]?
        var reasons: [OptionID: String]?
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "round": try reader.read(&round)
            case "text": try reader.read(&text)
            case "commitment": try reader.read(&commitment)
            case "choices": try reader.read(&choices)
            case "reasons": try reader.read(&reasons)
            default: try reader.skipValue()
            }
        }
        guard let round, let text, let commitment, let choices, let reasons else { throw NotDirect() }
        self.init(
            round: round,
            text: text,
            commitment: commitment,
            choices: choices,
            reasons: reasons
        )
    }

    package func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        try writer.member("choices", choices)
        try writer.member("commitment", commitment)
        try writer.member("reasons", reasons)
        try writer.member("round", round)
        try writer.member("text", text)
        writer.closeObject()
    }
}
