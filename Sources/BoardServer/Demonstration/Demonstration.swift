import Cryptography
import Foundation
package import Logging
import Sockets
import Storage
import Synchronization
import TumorBoard

/// Loads the invented demonstration into an empty data directory, by the commands a clinic would use.
///
/// Nothing is written past the rules: the same desk decides every step, only its clock is set to the day of the story.
package struct Demonstration {
    /// A step that the board refused, or content that cannot be read.
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    private let folder: URL
    private let core: Core
    private let clock: StoryClock
    private let today: Moment
    private var versions: [String: String] = [:]
    private var number = 0

    /// Whether the directory holds a board already.
    package static func isLoaded(data: String) -> Bool { FileManager.default.fileExists(atPath: path(in: data)) }

    static func path(in data: String) -> String { data + "/demo.json" }

    /// - Throws: `Failure` when `load` could not begin: before anything is written.
    package static func check(content: String, data: String) throws {
        let people = content + "/people.json"
        guard FileManager.default.fileExists(atPath: people) else {
            throw Failure(description: "there is no demonstration in \(content): \(people) is missing")
        }
        guard !FileManager.default.fileExists(atPath: Store.path(in: data)) else {
            throw Failure(
                description: """
                    \(data) holds a board that is no whole demonstration. If an earlier attempt left it, delete the folder \
                    and begin again; otherwise name another one with --data
                    """
            )
        }
    }

    /// Plays every script of `content` and writes `demo.json` beside the data; where it is served is not known yet.
    package static func load(content: String, configuration: Server.Configuration, log: Logger) throws {
        try check(content: content, data: configuration.data)
        try DataFolder.create(configuration.data)
        let lock = try FileLock(path: configuration.data + "/lock")
        defer { withExtendedLifetime(lock) {} }
        let clock = StoryClock()
        var told = configuration
        told.environment.now = { clock.now }
        try SecludedCore.open(told, log: log) { core in
            var demonstration = Demonstration(
                content: content,
                core: core,
                clock: clock,
                now: configuration.environment.now()
            )
            let people = try demonstration.addPeople()
            let cases = try demonstration.playCases()
            let conference = try demonstration.schedule(cases: cases)
            let report = try DemonstrationReport(people: people, cases: cases, conferences: [conference], core: core)
            try report.write(to: Self.path(in: configuration.data))
        }
    }

    private init(content: String, core: Core, clock: StoryClock, now: Moment) {
        folder = URL(fileURLWithPath: content, isDirectory: true)
        self.core = core
        self.clock = clock
        today = Moment(milliseconds: now.milliseconds - now.milliseconds % 86_400_000)
        clock.set(today.advanced(by: .seconds(-86_400 * 30)))
    }

    private func object(_ name: String) throws -> Any {
        let path = folder.appendingPathComponent(name)
        do {
            return try JSONSerialization.jsonObject(with: Data(contentsOf: path))
        } catch {
            throw Failure(description: "\(path.path) cannot be read: \(FileReason.of(error))")
        }
    }

    // MARK: People

    private func addPeople() throws -> [DemonstrationReport.Person] {
        guard let lines = try object("people.json") as? [[String: Any]] else {
            throw Failure(description: "people.json is not a list")
        }
        return try lines.map { line in
            guard let id = line["id"] as? String, let name = line["name"] as? String,
                let login = line["login"] as? String
            else { throw Failure(description: "people.json: id, name and login are required") }
            let password = Hexadecimal.encode(SecureRandom.bytes(8))
            let account = Account(
                person: id,
                login: login,
                name: name,
                discipline: line["discipline"] as? String,
                institution: line["institution"] as? String,
                rights: Set((line["rights"] as? [String] ?? []).compactMap { Account.Right(rawValue: $0) }),
                password: try PasswordHash(of: password).encoded
            )
            let drawn = TokenSecret.draw(for: id, label: "demonstration", environment: .system)
            try answered { core.desk.change([.saved(account), .issued(drawn.0)], respond: $0) }
            return DemonstrationReport.Person(account, password: password, token: drawn.secret)
        }
    }

    // MARK: Cases

    private mutating func playCases() throws -> [CaseID] {
        let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var cases: [CaseID] = []
        for name in folders
        where FileManager.default.fileExists(atPath: folder.appendingPathComponent("\(name)/script.json").path) {
            guard let script = try object("\(name)/script.json") as? [String: Any],
                let id = (script["case"] as? String).flatMap({ CaseID($0) }),
                let steps = script["steps"] as? [[String: Any]]
            else { throw Failure(description: "\(name)/script.json: case and steps are required") }
            versions = [:]
            for step in steps { try play(step, of: id, in: name) }
            cases.append(id)
        }
        return cases
    }

    private mutating func play(_ step: [String: Any], of id: CaseID, in folderName: String) throws {
        let state = try core.state(of: id)
        let speaker = (step["as"] as? String).flatMap { PersonID($0) }
        let placeholders = Placeholders(today: today, state: state, speaker: speaker, versions: versions)
        clock.set(try placeholders.moment(step["at"]))
        guard let said = step["command"] else { return try elapse(id) }
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: placeholders.resolve(said)))
        let command = try Canonical.decode(Command.self, from: bytes)
        guard let speaker else { throw Failure(description: "a step needs a speaker") }
        number += 1
        var order = Said(caseID: id, person: speaker, key: "demo-\(number)", command: command)
        if case .openCase = command, let account = core.directory.account(speaker.text) {
            order.opener = Membership(
                person: speaker,
                name: account.name,
                role: .coordinator,
                discipline: nil,
                institution: account.institution
            )
        }
        if let content = step["content"] as? [String: Any] {
            order.content = try self.content(content, of: command, in: folderName, placeholders)
        }
        try answered("\(id) \(command.name.rawValue)") { core.desk.perform(order, respond: $0) }
        if order.content != nil { versions.merge(try core.state(of: id)?.versions ?? [:]) { $1 } }
    }

    private func content(
        _ step: [String: Any],
        of command: Command,
        in folderName: String,
        _ placeholders: Placeholders
    ) throws -> Said.Content {
        guard let file = step["file"] as? String else { throw Failure(description: "content needs a file") }
        let path = folder.appendingPathComponent(folderName).appendingPathComponent(file).standardizedFileURL
        let bytes = [UInt8](try Data(contentsOf: path))
        if path.pathExtension == "png" { return .bytes(bytes, mediaType: "image/png") }
        let language: String
        switch command {
        case .fileDocument(let filing): language = filing.language
        case .fileTranslation(let filing): language = filing.language
        default: language = "de"
        }
        let text = placeholders.dated(String(decoding: bytes, as: UTF8.self), language: language)
        guard let start = step["start"] as? Int, let end = step["end"] as? Int else { return .text(text) }
        let scalars = Array(text.unicodeScalars)
        guard 0 <= start, start < end, end <= scalars.count else {
            throw Failure(description: "\(file): \(start)..\(end)")
        }
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars[start..<end])
        return .text(String(part))
    }

    /// A deadline passes: the clock decides, as it would have then.
    private func elapse(_ id: CaseID) throws {
        let before = try core.state(of: id)?.heads
        try answered("\(id): the clock") { core.desk.elapse(id, respond: $0) }
        guard try core.state(of: id)?.heads != before else { throw Failure(description: "\(id): nothing fell due") }
    }

    // MARK: Conference

    private mutating func schedule(cases: [CaseID]) throws -> ConferenceLine {
        let placeholders = Placeholders(today: today, state: nil, speaker: nil, versions: [:])
        guard let plan = try object("conference.json") as? [String: Any], let said = plan["schedule"],
            let person = (plan["as"] as? String).flatMap({ PersonID($0) }),
            let id = (plan["id"] as? String).flatMap({ ConferenceID($0) })
        else { throw Failure(description: "conference.json: as, id and schedule are required") }
        clock.set(try placeholders.moment(plan["at"]))
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: placeholders.resolve(said)))
        let meeting = try Canonical.decode(Meeting.self, from: bytes)
        try answered("conference") { respond in
            core.desk.schedule(
                ConferenceOrder(
                    id: id,
                    person: person,
                    key: "demo-conference",
                    digest: SHA256.hash(bytes),
                    conference: meeting.conference,
                    respond: respond
                )
            )
        }
        for (index, item) in meeting.agenda.enumerated() {
            number += 1
            let command = Command.assignSlot(AssignSlot(conference: id, slot: index + 1))
            let order = Said(caseID: item.caseID, person: person, key: "demo-\(number)", command: command)
            try answered("slot \(index + 1)") { core.desk.perform(order, respond: $0) }
        }
        return ConferenceLine(id: id, conference: meeting.conference)
    }

    /// Says something and waits until it is durable.
    private func answered(
        _ what: String = "person",
        _ say: (@escaping @Sendable (DeskReply) -> Void) -> Void
    ) throws {
        let reply: DeskReply = try answer(of: say)
        guard reply.isDone else { throw Failure(description: "\(what): \(reply)") }
    }
}

/// The clock of a story, set before each of its steps.
final class StoryClock: Sendable {
    private let moment = Mutex(Moment(milliseconds: 0))

    var now: Moment { moment.withLock(\.self) }

    func set(_ now: Moment) { moment.withLock { $0 = now } }
}
