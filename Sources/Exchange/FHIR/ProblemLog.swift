/// Collects what one import has to say, in the order in which it is found, and each thing once however often an
/// element is looked at. Confined to that import.
final class ProblemLog {
    private(set) var problems: [ImportProblem] = []
    private var said: Set<ImportProblem> = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func error(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .error) }
    func warning(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .warning) }
    func notice(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .notice) }

    private func add(_ code: ImportProblemCode, _ place: Place, _ why: String, _ severity: ImportProblem.Severity) {
        let problem = ImportProblem(place: place, code: code, why: why, severity: severity)
        guard said.count <= limit, said.insert(problem).inserted else { return }
        guard said.count <= limit else {
            problems.append(
                ImportProblem(
                    place: .file,
                    code: .tooManyProblems,
                    why: "There are more than \(limit) problems; the rest is not listed.",
                    severity: .error
                )
            )
            return
        }
        problems.append(problem)
    }
}
