import BoardAPI
import BoardClient
import Foundation
import TestSupport
import Testing
import Wire

@Suite("A client's certificate in place of a token")
struct ClientCertificateTests {
    private static let name = "email:registry@clinic.example"

    private func withRegistry(_ body: (CertificateBoard, _ client: String) throws -> Void) throws {
        let board = try CertificateBoard()
        defer { board.end() }
        try board.add("registry")
        try board.add("colleague")
        try body(board, board.certificates.client("registry", alternative: Self.name))
    }

    private func status(_ client: HTTPClient, fields: HTTPFields = [:]) throws -> Int {
        try client.send("GET", "/api/boards", fields: fields).status
    }

    @Test(arguments: [name, "subject:CN=registry"])
    func `opens what a token opens, by any of its names`(name: String) throws {
        try withRegistry { board, client in
            let registry = try board.http(presenting: client)
            #expect(try status(registry) == 401, "nobody has said whose it is")
            try board.admit(name, as: "registry")
            #expect(try status(registry) == 200)
            #expect(try registry.send("GET", "/api/session").status == 200)
            #expect(try status(board.http()) == 401, "without a certificate")
        }
    }

    @Test func `follows a case on the socket, and is ended when the entry is revoked`() throws {
        try withRegistry { board, client in
            let id = try board.admit(Self.name, as: "registry")
            let context = try board.certificates.context(presenting: client)
            let socket = try LiveClient.open(board.address, context: context, fields: [:])
            guard case .message(let hello) = try socket.receive(deadline: .now + .seconds(20)) else {
                throw TestBoard.Refused(description: "no greeting")
            }
            #expect(String(decoding: hello, as: UTF8.self).contains(#""person":"registry""#))
            _ = try board.administer(.revokeToken(id: id))
            guard case .closed(let code) = try socket.receive(deadline: .now + .seconds(20)) else {
                throw TestBoard.Refused(description: "a message instead of the end")
            }
            #expect(code == 4500)
            #expect(try status(board.http(presenting: client)) == 401)
        }
    }

    @Test func `opens nothing for a person who is disabled`() throws {
        try withRegistry { board, client in
            try board.admit(Self.name, as: "registry")
            let registry = try board.http(presenting: client)
            #expect(try status(registry) == 200)
            _ = try board.administer(.disablePerson(login: "registry"))
            #expect(try status(registry) == 401)
            #expect(throws: TestBoard.Refused.self) { try board.admit("subject:CN=registry", as: "registry") }
        }
    }

    @Test func `opens nothing when its names lead to two people`() throws {
        try withRegistry { board, client in
            try board.admit(Self.name, as: "registry")
            try board.admit("subject:CN=registry", as: "colleague")
            #expect(try status(board.http(presenting: client)) == 401)
        }
    }

    @Test func `counts for programs alone, since a browser shows it to everyone`() throws {
        try withRegistry { board, client in
            try board.admit(Self.name, as: "registry")
            let registry = try board.http(presenting: client)
            #expect(try status(registry, fields: ["Origin": "https://board.test"]) == 401)
            #expect(try status(registry, fields: ["Cookie": "__Host-consilium=stale"]) == 401)
            #expect(try status(registry) == 200)
        }
    }

    @Test func `its name alone opens nothing`() throws {
        try withRegistry { board, _ in
            try board.admit(Self.name, as: "registry")
            for secret in [Self.name, "certificate \(Self.name)", "certificate\u{A0}\(Self.name)"] {
                #expect(try status(board.http(), fields: ["Authorization": "Bearer \(secret)"]) == 401)
            }
        }
    }

    @Test func `a name leads to one person, is of a known kind, and is listed with the tokens`() throws {
        try withRegistry { board, _ in
            let id = try board.admit(Self.name, as: "registry")
            for name in [Self.name, "registry", "phone:1", "email:", "email:" + String(repeating: "a", count: 600)] {
                #expect(throws: TestBoard.Refused.self, "\(name)") { try board.admit(name, as: "colleague") }
            }
            let people = try board.administer(.listPeople).people ?? []
            #expect(people.first { $0.login == "registry" }?.tokens == ["\(id) registry (\(Self.name))"])
        }
    }
}
