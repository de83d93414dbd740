import BoardAPI
import Cryptography
import Sockets
import Storage
import TumorBoard

/// Administration beside a running server: one JSON request a line on a socket that only this user can open.
///
/// The command line asks here when a server runs, and performs the same changes itself when none does.
final class AdministrationOffice {
    private let core: Core
    private let loop: EventLoop

    init(core: Core, loop: EventLoop) {
        self.core = core
        self.loop = loop
    }

    func take(_ line: String, from connection: LocalConnection) {
        let bound = LoopBound(connection, on: loop)
        let loop = loop
        let answer: @Sendable (AdministrationAnswer) -> Void = { answer in
            let text = (try? Canonical.encode(answer)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
            if loop.isCurrent { return bound.value.send(text) }
            _ = loop.enqueue { bound.value.send(text) }
        }
        // A new password is hashed for a while, and a backup copies everything: never on the loop.
        let isTaken = core.desk.read { [core] reader in
            do {
                let request = try Canonical.decode(AdministrationRequest.self, from: line.utf8)
                if case .importFile(let file) = request {
                    let filing = CommandLineImport(desk: core.desk, directory: core.directory)
                    return try filing.perform(file, from: reader, then: answer)
                }
                let administration = Administration(
                    directory: core.directory,
                    environment: core.environment,
                    reader: reader
                )
                let plan = try administration.plan(request)
                guard !plan.changes.isEmpty else { return answer(plan.answer) }
                core.desk.change(plan.changes) { reply in
                    if case .done = reply { return answer(plan.answer) }
                    answer(AdministrationAnswer(problem: reply.fault.code))
                }
            } catch let refusal as Administration.Refusal {
                answer(AdministrationAnswer(problem: refusal.sentence))
            } catch {
                answer(AdministrationAnswer(problem: "the request cannot be read"))
            }
        }
        if !isTaken { answer(AdministrationAnswer(problem: "the server is busy")) }
    }
}
