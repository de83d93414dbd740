import BoardAPI
import Cryptography
import Foundation
import Storage
import TumorBoard

/// A FHIR file from the command line into a case: by the same desk and filing as over HTTP, and with no other rights than
/// the named coordinator has.
struct CommandLineImport: Sendable {
    let desk: CaseDesk
    let directory: Directory

    /// - Parameter then: gets the answer on any thread, once.
    func perform(
        _ request: AdministrationRequest.FileImport,
        from reader: Reader,
        then: @escaping @Sendable (AdministrationAnswer) -> Void
    ) throws {
        let (state, person) = try coordinated(request, from: reader)
        let file = try content(of: request.path)
        // The same file for the same person is the same import, however often it is asked for.
        let key = String(Hexadecimal.encode(SHA256.hash(file)).prefix(32))
        BundleFiling(desk: desk, state: state, person: person, key: key).run(file) { outcome in
            switch outcome {
            case .filed(let report):
                let text = (try? Canonical.encode(report)).map { String(decoding: $0, as: UTF8.self) }
                then(AdministrationAnswer(report: text))
            case .refused(let rejection):
                then(AdministrationAnswer(problem: rejection.detail ?? rejection.code.rawValue))
            }
        }
    }

    private func coordinated(
        _ request: AdministrationRequest.FileImport,
        from reader: Reader
    ) throws -> (CaseState, PersonID) {
        guard let account = directory.account(login: request.login), let person = PersonID(account.person) else {
            throw Administration.Refusal(sentence: "nobody signs in as \(request.login)")
        }
        guard !account.isDisabled else { throw Administration.Refusal(sentence: "\(request.login) is disabled") }
        guard let id = CaseID(request.caseID), let state = try desk.state(of: id, from: reader),
            state.seen(by: person)?.actor.role == .coordinator
        else {
            throw Administration.Refusal(sentence: "\(request.login) coordinates no case \(request.caseID)")
        }
        return (state, person)
    }

    private func content(of path: String) throws -> [UInt8] {
        guard path.hasPrefix("/") else { throw Administration.Refusal(sentence: "an import needs an absolute path") }
        do {
            let values = try URL(fileURLWithPath: path).resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
            guard values.isRegularFile == true else {
                throw Administration.Refusal(sentence: "\(path) is not a file")
            }
            guard let size = values.fileSize, size <= FilingEndpoints.bodyLimit else {
                throw Administration.Refusal(sentence: "\(path) is longer than \(FilingEndpoints.bodyLimit) bytes")
            }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let error as CocoaError {
            throw Administration.Refusal(sentence: "\(path): \(FileReason.of(error))")
        }
    }
}
