/// Collects what one import has to say, in the order in which it is found, and each thing once however often an
/// element is looked at. Confined to that import.
final class ProblemLog {
    private(set) var problems: [ImportProblem] = []
    private var said: Set<ImportProblem> = []

    func error(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .error) }
    func warning(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .warning) }
    func notice(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .notice) }

    private func add(_ code: ImportProblemCode, _ place: Place, _ why: String, _ severity: ImportProblem.Severity) {
        let problem = ImportProblem(place: place, code: code, why: why, severity: severity)
        if said.insert(problem).inserted { problems.append(problem) }
    }
}
