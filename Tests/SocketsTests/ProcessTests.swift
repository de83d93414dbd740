import Foundation
import Sockets
import Testing

@Suite struct ProcessTests {
    @Test func `a lock has one holder, whose process it names, and is free when that lets go`() throws {
        let path = try temporaryFolder() + "/lock"
        var holder: FileLock? = try FileLock(path: path)
        let refusal = try #require(throws: FileLock.Held.self) { try FileLock(path: path) }
        #expect(refusal.process == Int(getpid()))
        #expect(refusal.path == path)
        withExtendedLifetime(holder) {}
        holder = nil
        // A program that another test starts at this moment holds it until it runs.
        let deadline = ContinuousClock.Instant.patience
        while true {
            do {
                _ = try FileLock(path: path)
                break
            } catch let held as FileLock.Held {
                guard ContinuousClock.now < deadline else { throw held }
            }
        }
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `a signal reaches its handler on the loop`() throws {
        let loop = try EventLoop()
        try loop.start(name: "test-loop")
        defer {
            loop.stop()
            loop.join()
        }
        let journal = Journal<(OperatorSignal, Bool)>()
        let source = try LoopBound.make(on: loop) {
            try SignalSource([.hangUp], on: loop) { journal.note(($0, loop.isCurrent)) }
        }
        kill(getpid(), SIGHUP)
        let (signal, isOnLoop) = try journal.first { _ in true }
        #expect(signal == .hangUp)
        #expect(isOnLoop)
        try source.callAndWait { $0.cancel() }
    }

    /// The processor's time that this process has used.
    private static func usedTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// In a process of its own, since it takes all descriptors.
    @Test func `a machine without descriptors makes the listener wait, not spin or end`() async throws {
        await #expect(processExitsWith: .success) {
            var limits = Listener.Limits()
            limits.exhaustionPause = .milliseconds(50)
            try TestServer.run(limits: limits) { server in
                let context = try server.certificates.clientContext()
                let first = try server.connect()
                let faults = Journal<Bool>()
                try server.listener.callAndWait { $0.onFault = { faults.note($0 is SystemError) } }
                // The client below takes the last descriptor.
                var held: [FileHandle] = []
                while let more = FileHandle(forReadingAtPath: "/dev/null"), held.count < 200 { held.append(more) }
                var limit = rlimit()
                getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
                limit.rlim_cur = rlim_t((held.map(\.fileDescriptor).max() ?? 0) + 1)
                setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
                try held.popLast()?.close()
                let second = Journal<Bool>()
                Thread.detachNewThread {
                    let client = try? BlockingTLSClient.connect(
                        host: "127.0.0.1",
                        port: server.address.port,
                        context: context
                    )
                    second.note((try? client?.echo("second")) == "second")
                }
                try #require(try faults.first { _ in true })
                let (started, used) = (ContinuousClock.now, Self.usedTime())
                try faults.wait { $0.count == 10 }
                // A loop that spins uses all that it gets.
                try #require(Self.usedTime() - used < started.duration(to: .now) / 5)
                let found = faults.all
                try #require(!found.contains(false))
                try #require(try first.echo("first") == "first")
                try held.popLast()?.close()
                try #require(try second.first { _ in true })
            }
        }
    }
}
