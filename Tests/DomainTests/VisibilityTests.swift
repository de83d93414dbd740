import Testing

@testable import TumorBoard

@Suite struct VisibilityTests {
    private func read(_ role: Role, _ phase: Phase) -> Set<String> {
        let streams = Visibility.streams(of: "me", as: role, in: phase, owners: ["me", "you"])
        return Set(streams.map { $0.wireName(for: "me") })
    }

    @Test func `nobody but the author and the auditor after close ever reads an own stream`() {
        for role in Role.allCases {
            for phase in Phase.allCases {
                let isAudit = role == .auditor && phase == .closed
                #expect(read(role, phase).contains("own/you") == isAudit)
            }
        }
    }

    @Test func `custody is the server's alone until close`() {
        for role in Role.allCases {
            for phase in Phase.allCases {
                #expect(read(role, phase).contains("custody") == (role == .auditor && phase == .closed))
            }
        }
    }

    @Test func `the panel reads neither quarantine nor logistics, in any phase`() {
        for phase in Phase.allCases {
            for role in [Role.reviewer, .chair] {
                #expect(read(role, phase) == ["dossier", "board", "delivery", "own"])
            }
            #expect(read(.adjudicator, phase) == ["dossier", "own"])
            #expect(read(.deputy, phase) == ["dossier", "own"])
            #expect(read(.translator, phase) == ["dossier", "quarantine"])
            #expect(read(.coordinator, phase) == ["dossier", "quarantine", "logistics", "board", "delivery"])
        }
    }

    @Test func `observers read the board from the reveal on`() {
        for phase in Phase.allCases {
            let isRevealed = ![.intake, .review, .withdrawn].contains(phase)
            #expect(read(.observer, phase) == (isRevealed ? ["dossier", "board"] : ["dossier"]))
        }
    }

    @Test func `recipients read the delivery once there is one`() {
        for phase in Phase.allCases {
            #expect(read(.recipient, phase) == (phase == .delivered || phase == .closed ? ["delivery"] : []))
        }
    }

    @Test func `streams are named the same way back`() {
        let streams: [Stream] = [.dossier, .quarantine, .logistics, .own("p1"), .board, .delivery, .custody]
        for stream in streams { #expect(Stream(name: stream.name) == stream) }
        #expect(Stream(name: "own/") == nil)
        #expect(Stream(name: "unheard") == nil)
    }
}
