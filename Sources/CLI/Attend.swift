import ArgumentParser
import BoardClient
import Foundation

/// `consilium attend`: a headless member. Events and answers go out, commands come in, one JSON object a line.
struct Attend: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follows a case and says what is read from standard input."
    )

    @OptionGroup var remote: Remote

    @Option(name: .customLong("case"), help: "The case.")
    var caseID: String

    func run() throws {
        let follow = Member.following(
            caseID,
            at: try remote.address,
            context: try remote.context,
            token: remote.token,
            onEvent: { Self.print($0.line) },
            onOther: { Self.print($0) }
        )
        guard let member = follow else { throw ValidationError("--case takes an identifier") }
        member.start()
        try member.waitUntilCaughtUp()
        while let line = readLine() {
            if line.trimmingCharacters(in: .whitespaces).isEmpty { continue }
            do {
                _ = try member.perform(line)
            } catch {
                FileHandle.standardError.write(Data("\(error)\n".utf8))
            }
        }
        member.stop()
    }

    private static func print(_ line: [UInt8]) {
        FileHandle.standardOutput.write(Data(line + [UInt8(ascii: "\n")]))
    }
}
