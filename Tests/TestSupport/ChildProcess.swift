import Foundation
import Glibc

/// A program as a child of this process, by `posix_spawn`: it is given three descriptors and no others of ours, so
/// that the end of its output is the end of it.
package final class ChildProcess {
    package struct Failure: Error {}

    let pid: pid_t
    private var input: Int32
    private let output: Int32
    private var status: Int32?

    /// Starts `program` in `folder`.
    ///
    /// - Parameter complaints: the file that what it writes on standard error is added to; without one it goes nowhere.
    package init(_ program: String, _ arguments: [String], in folder: String, complaints: String? = nil) throws {
        var stdin: [Int32] = [0, 0]
        var stdout: [Int32] = [0, 0]
        guard pipe(&stdin) == 0, pipe(&stdout) == 0 else { throw Failure() }
        for descriptor in stdin + stdout { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, stdin[0], 0)
        posix_spawn_file_actions_adddup2(&actions, stdout[1], 1)
        let flags = O_WRONLY | O_CREAT | O_APPEND
        posix_spawn_file_actions_addopen(&actions, 2, complaints ?? "/dev/null", flags, 0o600)
        let shell = "/bin/sh"
        let words = ([shell, "-c", #"cd "$0" && exec "$@""#, folder, program] + arguments).map { strdup($0) } + [nil]
        let surroundings = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + surroundings).forEach { free($0) } }
        var pid: pid_t = 0
        let result = posix_spawn(&pid, shell, &actions, nil, words, surroundings)
        close(stdin[0])
        close(stdout[1])
        (self.pid, input, output) = (pid, stdin[1], stdout[0])
        guard result == 0 else {
            status = -1
            throw Failure()
        }
    }

    /// Gives it more of its standard input.
    package func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(input, bytes, bytes.count)
    }

    /// Gives it the last of its standard input.
    package func write(_ text: String) {
        say(text)
        close(input)
        input = -1
    }

    /// What it has written since the last time; waits for something, and is empty at the end.
    package func read() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = Glibc.read(output, &buffer, buffer.count)
        return Array(buffer.prefix(max(0, count)))
    }

    package func send(_ signal: Int32) {
        if status == nil { Glibc.kill(pid, signal) }
    }

    /// Waits until it has ended; its exit status, or minus the signal that ended it.
    @discardableResult
    package func wait() -> Int32 {
        if let status { return status }
        var raw: Int32 = 0
        while waitpid(pid, &raw, 0) == -1, errno == EINTR {}
        let found = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -(raw & 0x7F)
        status = found
        return found
    }

    deinit {
        send(SIGKILL)
        wait()
        if input >= 0 { close(input) }
        close(output)
    }
}
