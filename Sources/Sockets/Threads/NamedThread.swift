import CLinux
import Glibc

/// A thread of the operating system, visible by name in `top -H` and in debuggers.
struct NamedThread: Sendable {
    /// Linux keeps 15 bytes of a thread's name.
    static let nameByteLimit = 15

    private let identifier: pthread_t

    /// Starts a thread that runs `body`. It must be joined or detached, once.
    init(_ name: String, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
        let work = Work(name: String(decoding: Array(name.utf8.prefix(Self.nameByteLimit)), as: UTF8.self), body: body)
        let argument = Unmanaged.passRetained(work)
        var thread = pthread_t()
        let code = pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument else { return nil }
                let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
                _ = shim_name_this_thread(work.name)
                work.body()
                return nil
            },
            argument.toOpaque()
        )
        guard code == 0 else {
            argument.release()
            throw SystemError("start thread \(name)", code: code)
        }
        identifier = thread
    }

    /// Waits until the thread has ended.
    func join() {
        precondition(!isCurrent, "a thread cannot wait for its own end")
        pthread_join(identifier, nil)
    }

    /// Lets the thread end unwatched.
    func detach() { pthread_detach(identifier) }

    var isCurrent: Bool { pthread_equal(identifier, pthread_self()) != 0 }

    private final class Work: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }
}
