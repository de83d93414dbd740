import Foundation
import Testing

@Suite struct CertificateScriptTests {
    private func contents(of certificates: Certificates) -> [String: Data] {
        Dictionary(
            uniqueKeysWithValues: ["ca.pem", "ca.key", "server.pem", "server.key"].map { name in
                (name, FileManager.default.contents(atPath: certificates.folder + "/" + name) ?? Data())
            }
        )
    }

    @Test func `what is valid is kept, and no key is readable by others`() throws {
        let certificates = try Certificates(in: temporaryFolder())
        let before = contents(of: certificates)
        _ = try Certificates(in: certificates.folder)
        #expect(contents(of: certificates) == before)
        #expect(before.values.allSatisfy { !$0.isEmpty })
        for key in ["ca.key", "server.key"] {
            let path = certificates.folder + "/" + key
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: certificates.folder).count == 4)
    }

    @Test func `a certificate that ends within a week is renewed under the same authority`() throws {
        let certificates = try Certificates(in: temporaryFolder(), days: 6)
        let before = contents(of: certificates)
        _ = try Certificates(in: certificates.folder)
        let after = contents(of: certificates)
        #expect(after["ca.pem"] == before["ca.pem"])
        #expect(after["server.pem"] != before["server.pem"])
        _ = try certificates.serverContext()
    }

    @Test func `a new authority makes a new server certificate`() throws {
        let certificates = try Certificates(in: temporaryFolder())
        let before = contents(of: certificates)
        try FileManager.default.removeItem(atPath: certificates.folder + "/ca.key")
        _ = try Certificates(in: certificates.folder)
        let after = contents(of: certificates)
        #expect(after["ca.pem"] != before["ca.pem"])
        #expect(after["server.pem"] != before["server.pem"])
    }
}
