import Foundation
import Logging
import Sockets
import Synchronization

/// The files a server proves itself with: read at the start, when an operator says so, when one of them has changed, and
/// after a day, so that the keys of session tickets do not grow old.
///
/// Files that cannot be used leave what was read before in use.
final class Certificates: Sendable {
    /// How long one context and its ticket keys are used for new connections.
    static let longestUse = Duration.seconds(24 * 3600)

    private struct State {
        var stamps: [String] = []
        var lastReading = ContinuousClock.now
        var stapleProblem: TLSError?
        var current: TLSContext?
    }

    private let files: TLSFiles
    private let profile: TLSProfile
    private let log: Logger
    private let state = Mutex(State())

    init(_ files: TLSFiles, profile: TLSProfile, log: Logger) {
        self.files = files
        self.profile = profile
        self.log = log
    }

    /// Reads all files.
    ///
    /// - Throws: `TLSError` when certificate, key and authorities cannot be used; an OCSP response that cannot is logged.
    func read() throws -> TLSContext {
        try state.withLock { state in
            // What is written from here on is a change.
            state.stamps = stamps()
            state.lastReading = .now
            let context = try TLSContext.server(files, profile: profile)
            state.current = context
            note(context.stapleProblem, in: &state)
            return context
        }
    }

    /// A new context when one is due, or nil. What cannot be used is logged once, and tried again when it has changed.
    func readIfDue(now: ContinuousClock.Instant = .now) -> TLSContext? {
        let isDue = state.withLock { state in
            note(state.current?.stapleProblem, in: &state)
            return state.stamps != stamps() || state.lastReading.duration(to: now) > Self.longestUse
        }
        return isDue ? readAgain() : nil
    }

    /// A new context, or nil when the files cannot be used, which is logged.
    func readAgain() -> TLSContext? {
        do {
            let context = try read()
            log.info("certificate reloaded")
            return context
        } catch {
            log.error("certificate not reloaded", metadata: ["error": "\(error)"])
            return nil
        }
    }

    /// Logs a problem when it is another one than before.
    private func note(_ problem: TLSError?, in state: inout State) {
        guard problem != state.stapleProblem else { return }
        state.stapleProblem = problem
        if let problem { log.error("no OCSP response is stapled", metadata: ["error": "\(problem)"]) }
    }

    /// What tells one writing of each file from another.
    private func stamps() -> [String] {
        let all = [files.certificateChain, files.privateKey, files.ocspResponse, files.clientAuthorities]
        return all.compactMap(\.self).map { path in
            let facts = try? FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            )
            let date = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(date) \(facts?[.size] ?? 0) \(facts?[.systemFileNumber] ?? 0)"
        }
    }
}
