/// Files of any bytes handed to the importer: nothing crashes, the limits hold, and the same file says the same twice.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFHIR(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = FuzzInput(start, count).rest
    var limits = ImportLimits()
    limits.problems = 20
    limits.entries = 50
    limits.textBytes = 4 << 10
    limits.attachmentBytes = 4 << 10
    limits.attachmentsBytes = 8 << 10
    // The digest only has to be twenty bytes that depend on the content.
    let reader = FHIRImport(limits: limits) { bytes in
        let sum = bytes.reduce(UInt8(0)) { $0 &* 31 &+ $1 }
        return [UInt8](repeating: sum, count: 20)
    }
    let report = reader.read(bytes)
    precondition(report.problems.count <= limits.problems + 1, "more problems than are listed")
    for document in report.documents {
        guard case .text(let text) = document.content, let range = document.conclusionRange else { continue }
        precondition(range.lowerBound >= 0 && range.upperBound <= text.unicodeScalars.count && !range.isEmpty)
        precondition(document.nature != .primary, "a document that repeats a conclusion is called primary data")
    }
    precondition(reader.read(bytes) == report, "one file, two reports")
    return 0
}
