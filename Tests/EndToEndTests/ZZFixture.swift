import TestSupport
import Testing

@Test func fixture() throws {
    _ = try BoardProcess(folder: "/tmp/fixture-v1")
}
