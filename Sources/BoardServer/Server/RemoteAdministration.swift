package import BoardAPI
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

    /// A backup takes as long as the disk needs; everything else is done at once.
    private static func patience(for request: AdministrationRequest) -> Duration {
        if case .backup = request { .seconds(3_600) } else { .seconds(15) }
    }

    private static func performHere(_ request: AdministrationRequest, data: String) throws -> AdministrationAnswer {
        try DataFolder.create(data)
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
