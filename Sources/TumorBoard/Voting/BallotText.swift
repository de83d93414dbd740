/// The verbatim text of a ballot, which its commitment is the SHA-256 of:
/// `["consilium.ballot.1",case,round,optionset,"V-B",{choices in option order},nonce]`.
///
/// Names are identifiers and the nonce is hexadecimal, so nothing in it ever needs escaping.
enum BallotText {
    static func compose(
        case id: CaseID,
        round: Round,
        voter: String,
        choices: [OptionID: Choice],
        nonce: String
    ) -> String {
        let members = round.options.compactMap { option in choices[option].map { "\"\(option)\":\(json($0))" } }
        return """
            ["consilium.ballot.1","\(id)",\(round.number),"\(round.optionSet)","\(voter)",\
            {\(members.joined(separator: ","))},"\(nonce)"]
            """
    }

    /// The nonce at the end of a composed text.
    static func nonce(of text: String) -> String { String(text.dropLast(2).suffix(64)) }

    private static func json(_ choice: Choice) -> String {
        switch choice {
        case .rating(let rating): String(rating)
        case .adoption(let adoption): "\"\(adoption.rawValue)\""
        }
    }
}
