import Cryptography
import Testing

@Suite struct SecretsTests {
    @Test func `random bytes come in the number asked for and never twice alike`() {
        #expect(SecureRandom.bytes(0).isEmpty)
        let drawn = Set((0..<1000).map { _ in SecureRandom.bytes(16) })
        #expect(drawn.count == 1000)
        #expect(drawn.allSatisfy { $0.count == 16 })
    }

    @Test func `secrets are equal when every byte is`() {
        #expect(ConstantTime.areEqual([], []))
        #expect(ConstantTime.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2]))
    }
}
