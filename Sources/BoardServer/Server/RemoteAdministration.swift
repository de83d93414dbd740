package import BoardAPI
import Foundation
import Logging
import Sockets
import Storage
import TumorBoard

/// Administration from the command line: through the running server; without one the command line holds the lock and
/// writes itself.
package enum RemoteAdministration {
    /// - Throws: `FileLock.Held` when a server holds the data but cannot be reached.
    package static func perform(_ request: AdministrationRequest, data: String) throws -> AdministrationAnswer {
        try ask(request, data: data) ?? performHere(request, data: data)
    }

    /// Whether the directory holds a board.
    package static func isBoard(in data: String) -> Bool {
        FileManager.default.fileExists(atPath: Store.path(in: data))
    }

    /// Why no board could take such a person, in words: to be known before a password is asked for.
    package static func flaw(of person: AdministrationRequest.NewPerson) -> String? {
        do {
            try Administration.check(person)
            return nil
        } catch {
            return (error as? Administration.Refusal)?.sentence ?? "\(error)"
        }
    }

    package static var shortestPassword: Int { Administration.shortestPassword }

    private static func ask(_ request: AdministrationRequest, data: String) throws -> AdministrationAnswer? {
        var client: LocalClient
        do {
            client = try LocalClient(path: data + "/administration")
        } catch {
            return nil
        }
        let line = String(decoding: try Canonical.encode(request), as: UTF8.self)
        let answer = try client.exchange(line, deadline: .now + patience(for: request))
        return try Canonical.decode(AdministrationAnswer.self, from: answer.utf8)
    }

    /// A backup takes as long as the disk needs, an import as long as its file; everything else is done at once.
    private static func patience(for request: AdministrationRequest) -> Duration {
        switch request {
        case .backup, .importFile: .seconds(3_600)
        default: .seconds(15)
        }
    }

    private static func performHere(_ request: AdministrationRequest, data: String) throws -> AdministrationAnswer {
        if case .addPerson(let person) = request {
            // The one request that begins a board: not for a person that no board could take.
            if let flaw = flaw(of: person) { return AdministrationAnswer(problem: flaw) }
            try DataFolder.create(data)
        } else if !isBoard(in: data) {
            return AdministrationAnswer(problem: "\(StorageFault.noBoard(data))")
        }
        if case .importFile(let file) = request { return try file.performed(data: data) }
        let lock = try FileLock(path: data + "/lock")
        let store = try Store(directory: data)
        let reader = try store.reader()
        let directory = Directory(try reader.accountBook())
        let plan: Administration.Plan
        do {
            plan = try Administration(directory: directory, environment: .system, reader: reader).plan(request)
        } catch let refusal as Administration.Refusal {
            return AdministrationAnswer(problem: refusal.sentence)
        }
        try store.writer().commit { transaction in
            for change in plan.changes { try change.write(in: transaction) }
        }
        withExtendedLifetime(lock) {}
        return plan.answer
    }
}

extension AdministrationRequest.FileImport {
    /// The import into data that no server holds.
    fileprivate func performed(data: String) throws -> AdministrationAnswer {
        // Nobody connects: neither address nor certificate is looked at.
        let configuration = Server.Configuration(data: data, listen: .loopback, certificate: "", key: "")
        let log = Logger(label: "consilium") { _ in RingLogHandler() }
        return try SecludedCore.use(configuration, log: log) { core in
            do {
                return try answer(of: { (answered: @escaping @Sendable (AdministrationAnswer) -> Void) in
                    let filing = CommandLineImport(desk: core.desk, directory: core.directory)
                    try filing.perform(self, from: core.reader(), then: answered)
                })
            } catch let refusal as Administration.Refusal {
                return AdministrationAnswer(problem: refusal.sentence)
            }
        }
    }
}
