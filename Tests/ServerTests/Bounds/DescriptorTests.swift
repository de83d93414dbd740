import Sockets
import Testing

@testable import BoardServer

@Suite("Descriptors")
struct DescriptorTests {
    @Test func `connections leave some to files, and never take more than the limit says`() {
        let limits = ServerLimits()
        #expect(limits.fitting(descriptors: 1_024).listener.openConnections == 1_024 - limits.reservedDescriptors)
        #expect(limits.fitting(descriptors: 1 << 20).listener.openConnections == limits.listener.openConnections)
        #expect(limits.fitting(descriptors: 10).listener.openConnections == 1)
    }

    @Test func `one address never has more than half of them, and no more than the operator said`() {
        var limits = ServerLimits()
        #expect(limits.fitting(descriptors: 1_024).listener.connectionsPerAddress == (1_024 - 128) / 2)
        #expect(limits.fitting(descriptors: 10).listener.connectionsPerAddress == 1)
        #expect(limits.fitting(descriptors: 1 << 20).listener.connectionsPerAddress == 1_024)
        limits.listener.connectionsPerAddress = 1 << 20
        #expect(limits.fitting(descriptors: 1 << 20).listener.connectionsPerAddress == 5_000)
    }

    @Test func `the limit that counts is raised to the one that is allowed`() {
        let raised = DescriptorLimit.raise()
        #expect(raised > 0)
        #expect(DescriptorLimit.raise() == raised)
    }
}
