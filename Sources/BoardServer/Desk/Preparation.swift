import Cryptography
import Exchange
import Foundation
import Storage
import TumorBoard

/// What is computed on a reader before the rules are asked: bytes measured and hashed, packages and records built.
struct Preparation {
    let reader: Reader
    let environment: Environment
    let signingKey: SigningKey

    /// Whether a command needs this at all; the others go straight to the writer.
    static func isNeeded(for name: Command.Name) -> Bool {
        switch name {
        case .fileDocument, .fileTranslation, .seal, .conclude: true
        default: false
        }
    }

    func prepare(_ said: Said, state: CaseState) throws -> Prepared {
        switch said.command {
        case .fileDocument(let filing): .content(try content(of: said, segments: filing.segments ?? []))
        case .fileTranslation: .content(try content(of: said, segments: []))
        case .seal(let seal): .package(try package(for: said, upTo: seal.own, state: state))
        case .conclude: .record(try record(for: said, state: state))
        default: .nothing
        }
    }

    private func content(of said: Said, segments: [FileDocument.Segment]) throws -> Prepared.Content {
        switch said.content {
        case nil:
            throw Rejection(.invalid, "content")
        case .text(let text):
            return try self.text(Result { try PlainText(text) }, segments: segments)
        case .bytes(let bytes, let mediaType):
            guard mediaType.hasPrefix("image/") else {
                return try text(
                    Result { try PlainText.read(bytes, charset: Self.charset(mediaType)) },
                    segments: segments
                )
            }
            guard segments.isEmpty else { throw Rejection(.invalid, "segments") }
            let image: BareImage
            do throws(ImageRefusal) {
                image = try BareImage.read(bytes)
            } catch {
                throw Rejection(.invalid, "content: \(error.sentence)")
            }
            guard image.bytes.count <= Limits.imageBytes else { throw Rejection(.limitReached, "imageBytes") }
            return Prepared.Content(
                mediaType: image.header.mediaType,
                whole: NewBlob(image.bytes, sha256: SHA256.hash),
                length: nil,
                segments: []
            )
        }
    }

    private func text(_ read: Result<PlainText, any Error>, segments: [FileDocument.Segment]) throws -> Prepared.Content
    {
        let text: String
        do {
            text = try read.get().text
        } catch let refusal as PlainText.Refusal {
            throw Rejection(.invalid, "content: \(refusal)")
        }
        let scalars = Array(text.unicodeScalars)
        var parts: [(blob: NewBlob, length: Int)] = []
        for segment in segments {
            guard segment.start >= 0, segment.start < segment.end, segment.end <= scalars.count else {
                throw Rejection(.invalid, "segments: \(segment.id) is not within 0...\(scalars.count)")
            }
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[segment.start..<segment.end])
            parts.append((NewBlob(Array(String(part).utf8), sha256: SHA256.hash), segment.end - segment.start))
        }
        return Prepared.Content(
            mediaType: "text/plain",
            whole: NewBlob(Array(text.utf8), sha256: SHA256.hash),
            length: scalars.count,
            segments: parts
        )
    }

    private static func charset(_ mediaType: String) -> String? {
        mediaType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            .first { $0.lowercased().hasPrefix("charset=") }.map { String($0.dropFirst("charset=".count)) }
    }

    private func events(of stream: TumorBoard.Stream, in said: Said, upTo seq: Int) throws -> [Event] {
        var events: [Event] = []
        while events.count < seq {
            let chunk = try reader.events(
                aggregate: said.caseID.text,
                stream: stream.name,
                after: events.count,
                limit: min(1_000, seq - events.count)
            )
            if chunk.isEmpty { break }
            events += try chunk.map(Hydration.decode)
        }
        return events
    }

    private func package(for said: Said, upTo own: Int, state: CaseState) throws -> Prepared.Package {
        guard (1...1_000_000).contains(own) else { throw Rejection(.invalid, "own") }
        let random = environment.random
        let scope = "\(said.caseID)/own/\(said.person)/package/\(own)"
        let dossier = try events(of: .dossier, in: said, upTo: state.heads[.dossier] ?? 0)
        return try PackageBuilder.build(
            own: try events(of: .own(said.person), in: said, upTo: own),
            upTo: own,
            documentOrder: PackageBuilder.documentOrder(of: dossier),
            salt: { Hexadecimal.encode(random(32, "\(scope)/\($0)")) },
            sha256: { SHA256.hash($0) }
        )
    }

    private func record(for said: Said, state: CaseState) throws -> Prepared.BuiltRecord {
        let dossier = state.heads[.dossier] ?? 0
        let board = state.heads[.board] ?? 0
        let record = try RecordBuilder.build(
            case: said.caseID,
            dossier: try events(of: .dossier, in: said, upTo: dossier),
            board: try events(of: .board, in: said, upTo: board),
            concluded: environment.now(),
            chair: said.person
        )
        let bytes = try Canonical.encode(record)
        return Prepared.BuiltRecord(
            dossier: dossier,
            board: board,
            record: NewBlob(bytes, sha256: SHA256.hash),
            signature: Base64.encode(try signingKey.sign(bytes)),
            publicKey: signingKey.publicKey.pem
        )
    }
}
