import Exchange
import TumorBoard

/// What an import brought: a line for each piece, and what could not be read.
struct ImportReport: Encodable, Sendable {
    var documents: [Line]
    var series: [Line]
    var problems: [ProblemLine]
    var ignored: [IgnoredLine]

    struct Line: Encodable, Sendable {
        var id: String
        var title: String
        var source: String
        var nature: Part.Nature?
        /// Where the text repeats the conclusion that the file states apart: what a person has to divide off.
        var conclusion: Span?
        /// What the laboratory remarked on values that were filed without it: after the freeze it is a person's to file.
        var remarks: [Remark]?
        /// Why the board did not take it; absent when it was filed.
        var refused: String?

        /// The line of the same piece as it was filed before the freeze.
        var unheld: Line {
            var line = self
            if nature != nil { line.nature = .primary }
            line.remarks = nil
            return line
        }
    }

    /// A passage of a text, in code points.
    struct Span: Encodable, Sendable {
        var start: Int
        var end: Int
    }

    struct Remark: Encodable, Sendable {
        /// The value's.
        var date: String
        var text: String
    }

    struct ProblemLine: Encodable, Sendable {
        var entry: String
        var element: String
        var code: String
        var why: String
        var severity: String

        init(_ problem: ImportProblem) {
            entry = problem.entry
            element = problem.element
            code = problem.code.rawValue
            why = problem.why
            severity = problem.severity.rawValue
        }
    }

    struct IgnoredLine: Encodable, Sendable {
        var entry: String
        var resourceType: String
    }
}
