import ArgumentParser
import BoardClient
import Foundation
import Glibc
import Sockets

/// `consilium attend`: a headless member. Events and answers go out, commands come in, one JSON object a line.
struct Attend: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follows a case and says what is read from standard input.",
        discussion: """
            Prints events and answers, and reads commands, one JSON object a line. A connection that is lost is tried \
            again; standard error says so. Ends with the input, or with status 1 when the server does not want it back.
            """
    )

    @OptionGroup var remote: Remote

    @Option(name: .customLong("case"), help: "The case to follow: its identifier.")
    var caseID: String

    func run() throws {
        let words = AttendWords(server: try remote.address, caseID: caseID, hasToken: remote.token != nil)
        let follow = Member.following(
            caseID,
            at: words.server,
            context: try remote.context,
            token: remote.token,
            onEvent: { Self.print($0.line) },
            onOther: { Self.print($0) },
            onChange: { change in
                switch change {
                case .lost(let obstacle): Terminal.say("\(words.sentence(obstacle)); trying again")
                case .back: Terminal.say("connected again")
                case .ended(let failure): Self.end(words.sentence(failure))
                }
            }
        )
        guard let member = follow else { throw Refusal("--case takes an identifier: 1 to 64 of A-Z a-z 0-9 . _ -") }
        member.start()
        do {
            try member.waitUntilCaughtUp()
        } catch Member.Failure.timedOut {
            Self.end("the case has not come in time")
        } catch let failure as Member.Failure {
            Self.end(words.sentence(failure))
        }
        // A line is named by its number: it may hold a password.
        var number = 0
        while let line = readLine() {
            number += 1
            if line.trimmingCharacters(in: .whitespaces).isEmpty { continue }
            do {
                _ = try member.perform(line)
            } catch let failure as Member.Failure where member.failure != nil {
                Self.end(words.sentence(failure))
            } catch Member.Failure.timedOut {
                Terminal.say("line \(number): no answer came in time")
            } catch {
                Terminal.say("line \(number): \(error)")
            }
        }
        member.stop()
    }

    private static func print(_ line: [UInt8]) {
        FileHandle.standardOutput.write(Data(line + [UInt8(ascii: "\n")]))
    }

    private static let ending = NSLock()

    /// Ends the program, from any thread, with one sentence: whoever comes second waits for the end.
    private static func end(_ sentence: String) -> Never {
        ending.lock()
        Terminal.say("Error: \(sentence)")
        // Another thread may wait for a line and hold standard input: ending in order would wait for it. All is written.
        _exit(EXIT_FAILURE)
    }
}

/// What becomes of a member's connection, in words for a terminal.
struct AttendWords {
    var server: ServerAddress
    var caseID: String
    var hasToken: Bool

    func sentence(_ failure: Member.Failure) -> String {
        switch failure {
        case .unreachable(let obstacle): sentence(obstacle)
        case .notAMember: "case \(caseID) is not there, or not for you"
        case .turnedAway(401) where hasToken: "the server knows no such token: it was revoked, or is of another board"
        case .turnedAway(401): "the server knows nobody with this certificate"
        case .turnedAway(4500): "the \(hasToken ? "token" : "certificate") was revoked, or its person disabled"
        case .turnedAway(let code): "the server does not want this connection (\(code))"
        case .timedOut: "no answer came in time"
        }
    }

    func sentence(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .unknownHost: "there is no host \(server.host)"
        case .nothingListens: "nothing listens at \(server.authority)"
        case .untrusted(let reason):
            "the certificate of \(server.authority) is not trusted (\(reason)): name its authority with --ca"
        case .refused(let status): "\(server.authority) opens no socket (\(status))"
        case .ended(4001): "the server is going down"
        case .ended(let code): "the connection has ended" + (code.map { " (\($0))" } ?? "")
        case .silent: "\(server.authority) does not answer"
        case .other(let reason): "no connection to \(server.authority): \(reason)"
        }
    }
}
