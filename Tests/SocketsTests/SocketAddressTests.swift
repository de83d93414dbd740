import Sockets
import Testing

@Suite struct SocketAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8443", "127.0.0.1:8443"), ("0.0.0.0:0", "0.0.0.0:0"), ("[::1]:0", "[::1]:0"),
        ("[2001:DB8:0::1]:65535", "[2001:db8::1]:65535"),
    ])
    func `an address is read and printed in its canonical form`(text: String, canonical: String) throws {
        let address = try #require(SocketAddress(text))
        #expect(address.description == canonical)
        #expect(SocketAddress(canonical) == address)
    }

    @Test(arguments: [
        "", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:+1", "127.0.0.1: 1",
        "localhost:1", "::1:8443", "[127.0.0.1]:1", "[::1]", "[::1:1", "127.0.0.256:1", "[::1]]:1", "127.0.0.1\0:1",
    ])
    func `what is no address is refused`(text: String) {
        #expect(SocketAddress(text) == nil)
    }

    @Test func `loopback addresses are known`() throws {
        #expect(try #require(SocketAddress("127.9.9.9:1")).isLoopback)
        #expect(try #require(SocketAddress("[::1]:1")).isLoopback)
        #expect(try #require(SocketAddress("10.0.0.1:1")).isLoopback == false)
        #expect(try #require(SocketAddress("[::2]:1")).isLoopback == false)
    }
}
