import BoardServer
import Glibc
import Sockets

/// A password from standard input: one line, which a terminal does not show.
enum PasswordPrompt {
    static func read(for login: String) throws -> String {
        let prompt = "password for \(login), at least \(RemoteAdministration.shortestPassword) characters: "
        let line = try isatty(STDIN_FILENO) == 1 ? unseen(prompt) : seen(prompt)
        guard let line, !line.isEmpty else { throw Refusal("no password was given") }
        return line
    }

    private static func seen(_ prompt: String) -> String? {
        Terminal.say(prompt, ending: "")
        return readLine(strippingNewline: true)
    }

    /// The terminal gets its echo back whatever happens meanwhile, Ctrl-C too.
    private static func unseen(_ prompt: String) throws -> String? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return seen(prompt) }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        let terminal = before
        let restore: @Sendable () -> Void = {
            var settings = terminal
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            Terminal.say("")
        }
        let loop = try EventLoop()
        try loop.start(name: "signals")
        let signals = try LoopBound.make(on: loop) {
            try SignalSource(on: loop) { signal in
                restore()
                // The main thread waits for a line and holds standard input: ending in order would wait for it.
                _exit(128 + signal.rawValue)
            }
        }
        defer {
            withExtendedLifetime(signals) {}
            loop.stop()
            loop.join()
        }
        // What was typed before the prompt was shown, and may have been seen, is no password.
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { restore() }
        return seen(prompt)
    }
}
