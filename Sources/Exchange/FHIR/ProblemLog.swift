/// Collects what one import has to say, in the order in which it is found. Confined to that import.
final class ProblemLog {
    private(set) var problems: [ImportProblem] = []

    func error(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .error) }
    func warning(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .warning) }
    func notice(_ code: ImportProblemCode, at place: Place, _ why: String) { add(code, place, why, .notice) }

    private func add(_ code: ImportProblemCode, _ place: Place, _ why: String, _ severity: ImportProblem.Severity) {
        problems.append(ImportProblem(place: place, code: code, why: why, severity: severity))
    }
}
