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
        var round = JSONField<Int>()
        var optionSet = JSONField<OptionSetID>()
        var choices = JSONField<[OptionID: Choice]>()
        var reasons = JSONField<[OptionID: String]>()
        var nonce = JSONField<String>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "round": try round.read(from: &reader)
            case "optionSet": try optionSet.read(from: &reader)
            case "choices": try choices.read(from: &reader)
            case "reasons": try reasons.read(from: &reader)
            case "nonce": try nonce.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            round: try round.required,
            optionSet: try optionSet.required,
            choices: try choices.required,
            reasons: reasons.value,
            nonce: try nonce.required
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
        var round = JSONField<Int>()
        var text = JSONField<String>()
        var commitment = JSONField<String>()
        var choices = JSONField<[OptionID: Choice]>()
        var reasons = JSONField<[OptionID: String]>()
        try reader.openObject()
        while let key = try reader.nextKey() {
            switch key {
            case "round": try round.read(from: &reader)
            case "text": try text.read(from: &reader)
            case "commitment": try commitment.read(from: &reader)
            case "choices": try choices.read(from: &reader)
            case "reasons": try reasons.read(from: &reader)
            default: try reader.skipValue()
            }
        }
        self.init(
            round: try round.required,
            text: try text.required,
            commitment: try commitment.required,
            choices: try choices.required,
            reasons: try reasons.required
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
