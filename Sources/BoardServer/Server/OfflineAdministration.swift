package import BoardAPI
import Sockets
import Storage
import TumorBoard

/// Administration when no server runs: the command line holds the lock and writes itself.
package enum OfflineAdministration {
    /// - Throws: `FileLock.Held` when a server runs after all.
    package static func perform(_ request: AdministrationRequest, data: String) throws -> AdministrationAnswer {
        try DataFolder.create(data)
        let lock = try FileLock(path: data + "/lock")
        let store = try Store(directory: data)
        let directory = Directory(try store.reader().accountBook())
        let plan: Administration.Plan
        do {
            plan = try Administration(directory: directory, environment: .system).plan(request)
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
