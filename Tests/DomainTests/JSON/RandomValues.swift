import Mutation

@testable import TumorBoard

/// Values of the types that JSON is read and written for directly, drawn from a seed.
///
/// They need not make sense to the rules: a reader must not depend on what the rules refuse.
struct RandomValues {
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    static let commandCount = 7
    static let eventCount = 7

    mutating func command(_ kind: Int) -> Command {
        switch kind % Self.commandCount {
        case 0: .postComment(PostComment(comment: comment()))
        case 1: .annotate(Annotate(annotation: annotation()))
        case 2: .amendAnnotation(AmendAnnotation(annotation: annotation(), revision: integer()))
        case 3: .deleteAnnotation(DeleteAnnotation(id: identifier(), revision: integer()))
        case 4: .markRead(MarkRead(part: identifier()))
        case 5: .stateOpinion(StateOpinion(dimension: dimension(), answer: answer(), revision: integer()))
        default:
            .castBallot(
                CastBallot(
                    round: integer(),
                    optionSet: identifier(),
                    choices: byOption { $0.choice() },
                    reasons: maybe { $0.byOption { $0.text() } },
                    nonce: text()
                )
            )
        }
    }

    mutating func event(_ kind: Int) -> Event {
        switch kind % Self.eventCount {
        case 0: .commented(Commented(comment: comment(), by: identifier()))
        case 1: .annotated(Annotated(annotation: annotation(), isAfterReveal: flag()))
        case 2:
            .annotationAmended(
                AnnotationAmended(annotation: annotation(), revision: integer(), isAfterReveal: flag())
            )
        case 3: .annotationDeleted(AnnotationDeleted(id: identifier()))
        case 4: .partRead(PartRead(part: identifier()))
        case 5: .opinionStated(OpinionStated(dimension: dimension(), answer: answer(), revision: integer()))
        default:
            .ballotCast(
                BallotCast(
                    round: integer(),
                    text: text(),
                    commitment: text(),
                    choices: byOption { $0.choice() },
                    reasons: byOption { $0.text() }
                )
            )
        }
    }

    private mutating func comment() -> Comment {
        Comment(
            id: identifier(),
            discrepancy: maybe { $0.identifier() },
            replyTo: maybe { $0.identifier() },
            text: text(),
            target: maybe { $0.target() }
        )
    }

    private mutating func annotation() -> Annotation {
        Annotation(
            id: identifier(),
            target: target(),
            statement: text(),
            certainty: [.certain, .probable, .uncertain].pick(&random),
            category: maybe { $0.text() },
            finding: maybe { values in
                Finding(
                    field: values.text(),
                    value: values.text(),
                    primary: values.maybe { $0.text() },
                    tnmEdition: values.maybe { $0.text() }
                )
            }
        )
    }

    private mutating func target() -> Target {
        Target(
            part: maybe { $0.identifier() },
            version: maybe { $0.text() },
            series: maybe { $0.identifier() },
            text: maybe { values in
                TextSelector(
                    start: values.integer(),
                    end: values.integer(),
                    exact: values.text(),
                    prefix: values.text(),
                    suffix: values.text()
                )
            },
            region: maybe { RegionSelector(x: $0.percent(), y: $0.percent(), w: $0.percent(), h: $0.percent()) },
            point: maybe { $0.text() }
        )
    }

    private mutating func dimension() -> Dimension { Dimension.allCases.pick(&random) }

    private mutating func answer() -> Answer {
        Answer(
            value: maybe { values in
                DimensionValue(
                    system: values.maybe { $0.text() },
                    codes: values.list { $0.text() },
                    text: values.maybe { $0.text() }
                )
            },
            confidence: maybe { $0.integer() },
            rationale: text(),
            citations: list { $0.target() }
        )
    }

    private mutating func choice() -> Choice {
        flag() ? .rating(integer()) : .adoption([.yes, .no, .abstain].pick(&random))
    }
}
