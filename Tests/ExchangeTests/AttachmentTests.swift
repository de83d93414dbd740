import Exchange
import Foundation
import Testing

struct AttachmentTests {
    private func attach(_ members: String, sha1: [UInt8] = [], code: String = "11488-4") -> ImportReport {
        let json = """
            {"resourceType": "DocumentReference", "status": "current",
             "type": {"coding": [{"system": "http://loinc.org", "code": "\(code)"}], "text": "Konsil"},
             "content": [{"attachment": {\(members)}}]}
            """
        return FHIRImport { _ in sha1 }.read(Array(json.utf8))
    }

    private func data(_ bytes: [UInt8]) -> String { "\"data\": \"\(Data(bytes).base64EncodedString())\"" }

    @Test func `an image attachment becomes an image document without metadata`() throws {
        let report = attach("\"contentType\": \"image/jpeg\", " + data(try Fixture.bytes("photo-with-exif.jpg")))
        #expect(report.documents.isEmpty)
        let image = try #require(report.images.first)
        #expect(image.kind == .image)
        #expect(image.nature == .unclassified)
        #expect(image.title == "Konsil")
        let bare = try BareImage.read(Fixture.bytes("photo-with-exif.jpg"))
        #expect(image.content == .image(bytes: bare.bytes, mediaType: "image/jpeg"))
        #expect(report.problem(.metadataRemoved)?.why == "Taken out of the image file: EXIF, comment, trailing data.")
    }

    @Test func `a scanned protocol of a tumor board is a conclusion like its text`() throws {
        let scan = "\"contentType\": \"image/png\", " + data(try Fixture.bytes("slice-with-text.png"))
        #expect(attach(scan, code: "85232-7").images.map(\.nature) == [.conclusion])
    }

    @Test(arguments: [
        ("http://dicom.nema.org/resources/ontology/DCM", "CT", ImportedDocument.Nature.primary),
        ("http://dicom.nema.org/resources/ontology/DCM", "SM", .primary),
        ("http://dicom.nema.org/resources/ontology/DCM", "DOC", .unclassified),
        ("http://dicom.nema.org/resources/ontology/DCM", "XC", .unclassified),
        ("http://example.org/rooms", "CT", .unclassified),
    ])
    func `only the picture of a device that acquires one is primary data as it stands`(
        system: String,
        code: String,
        nature: ImportedDocument.Nature
    ) throws {
        func media(_ content: String) -> ImportReport {
            imported(
                """
                {"resourceType": "Media", "status": "completed",
                 "modality": {"coding": [{"system": "\(system)", "code": "\(code)"}]}, "content": {\(content)}}
                """
            )
        }
        let picture = media("\"contentType\": \"image/png\", " + data(try Fixture.bytes("slice-with-text.png")))
        #expect(picture.images.map(\.nature) == [nature])
        let text = media("\"contentType\": \"text/plain\", " + data(Array("Beurteilung: frei.".utf8)))
        #expect(text.documents.map(\.nature) == [.unclassified])
    }

    @Test func `an image is what its bytes say`() throws {
        let report = attach("\"contentType\": \"image/jpeg\", " + data(try Fixture.bytes("slice-with-text.png")))
        #expect(report.problem(.mediaTypeMismatch)?.severity == .warning)
        guard case .image(_, let mediaType)? = report.images.first?.content else {
            Issue.record("no image was imported")
            return
        }
        #expect(mediaType == "image/png")
    }

    @Test func `a damaged image is refused with its reason`() throws {
        let report = attach(
            "\"contentType\": \"image/png\", " + data(Array(try Fixture.bytes("slice-with-text.png").prefix(60)))
        )
        #expect(report.images.isEmpty)
        #expect(report.problem(.imageRefused)?.why == "The image is cut off: the file ends before the image does.")
    }

    @Test func `PDF is recognised by its type and by its bytes`() {
        for members in ["\"contentType\": \"application/pdf\", \(data([1, 2]))", data(Array("%PDF-1.4".utf8))] {
            let report = attach(members)
            #expect(report.problem(.pdfNotReadable)?.element == "DocumentReference.content[0].attachment.data")
            #expect(report.documents.isEmpty)
        }
    }

    @Test func `HTML becomes text`() {
        let report = attach(
            "\"contentType\": \"text/html; charset=utf-8\", "
                + data(Array("<html><head><title>x</title></head><body><p>Gr&uuml;&szlig;e</p></body></html>".utf8))
        )
        #expect(report.documents.map(\.text) == ["Grüße"])
    }

    @Test func `HTML that cannot become text is refused, not guessed`() {
        let report = attach("\"contentType\": \"text/html\", " + data(Array("<p>a</p><canvas></canvas>".utf8)))
        #expect(report.codes == [.markupRefused])
        #expect(report.problems.first?.why.contains("<canvas>") == true)
    }

    @Test func `without a media type the content decides`() {
        let report = attach(data(Array("Guten Tag".utf8)))
        #expect(report.documents.map(\.text) == ["Guten Tag"])
        #expect(report.codes == [.missingMediaType])
    }

    @Test func `types nobody can read here are named`() {
        let report = attach("\"contentType\": \"application/dicom\", " + data([0]))
        #expect(report.codes == [.unsupportedMediaType])
        #expect(report.problems.first?.why == "application/dicom cannot be read; plain text, HTML, PNG and JPEG can.")
    }

    @Test(arguments: ["QUJ", "QU$D", "Q===", "QUJD=QUJD"])
    func `broken base64 is refused`(text: String) {
        #expect(attach("\"contentType\": \"text/plain\", \"data\": \"\(text)\"").codes == [.malformedBase64])
    }

    @Test func `base64 may be broken into lines`() {
        let report = attach("\"contentType\": \"text/plain\", \"data\": \"QmVm\\r\\n dW5k\\n\"")
        #expect(report.documents.map(\.text) == ["Befund"])
    }

    @Test func `an attachment without data says why it is empty`() {
        let report = attach(
            """
            "_data": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
             "valueCode": "masked"}]}
            """
        )
        #expect(report.problem(.emptyAttachment)?.why.hasSuffix("The sender says: masked.") == true)
    }

    @Test func `a stated size and hash are compared`() {
        let digest = [UInt8](repeating: 7, count: 20)
        let hash = Data(digest).base64EncodedString()
        let text = "\"contentType\": \"text/plain\", \"data\": \"\(base64("Befund"))\""
        #expect(attach(text + ", \"size\": 6, \"hash\": \"\(hash)\"", sha1: digest).problems.isEmpty)
        let changed = attach(text + ", \"size\": 7, \"hash\": \"\(hash)\"", sha1: [UInt8](repeating: 8, count: 20))
        #expect(changed.codes == [.sizeMismatch, .hashMismatch])
        #expect(changed.documents.map(\.text) == ["Befund"])
        #expect(attach(text + ", \"hash\": \"3q0=\"").codes == [.hashNotChecked])
    }
}
