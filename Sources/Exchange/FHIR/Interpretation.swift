/// The laboratory's verdict: HL7's observation interpretation codes (v3-ObservationInterpretation, earlier table 0078).
enum Interpretation {
    /// The first code that is a flag for a reader; codes that are not (such as `POS` or `RESISTANT`) give none, and
    /// unknown ones are named in the log.
    static func flag(in holder: Element, log: ProblemLog) -> ImportedSeries.Flag? {
        for element in holder.list("interpretation") {
            for coding in Concept(element).codings {
                if let flag = flags[coding.code] { return flag }
                guard !others.contains(coding.code) else { continue }
                log.notice(
                    .unknownInterpretation,
                    at: element.place,
                    "\"\(coding.code)\" is not a known interpretation; the value has no flag."
                )
            }
        }
        return nil
    }

    private static let flags: [String: ImportedSeries.Flag] = [
        "N": .normal, "L": .low, "H": .high, "LL": .criticallyLow, "HH": .criticallyHigh, "A": .abnormal,
        "AA": .abnormal, "LU": .criticallyLow, "HU": .criticallyHigh, "<": .low, ">": .high,
        "LX": .low, "HX": .high, "L<": .criticallyLow, "H>": .criticallyHigh,
    ]

    private static let others: Set = [
        "POS", "NEG", "IND", "DET", "ND", "RR", "WR", "NR", "E", "B", "W", "U", "D", "S", "R", "I", "NS", "SDD",
        "SYN-R",
        "SYN-S", "EX", "CAR", "EXP", "UNE", "NCL", "OBX", "QCF", "TOX", "IE", "HM", "IIS",
    ]
}
