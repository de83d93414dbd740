/// The stable names of everything that can be said about an import. Names are never reused; new ones are added.
package enum ImportProblemCode: String, Sendable, Hashable, Codable, CaseIterable {
    // The file as a whole: nothing is imported.
    case tooLarge, notUTF8, malformedJSON, tooDeep, notFHIR, tooManyEntries

    // An entry.
    case tooManyProblems, missingResource, duplicateEntry, supersededVersion, unknownModifier, severalPatients

    // The state of a resource, by which it is left out.
    case enteredInError, cancelled, superseded

    // An element.
    case wrongType, malformedDate, unresolvedReference, unknownKind, nothingToRead, conclusionRepeated

    // An attachment.
    case emptyAttachment, externalAttachment, malformedBase64, attachmentTooLarge, sizeMismatch, hashMismatch
    case hashNotChecked, missingMediaType, mediaTypeMismatch, unsupportedMediaType, pdfNotReadable, otherRendition

    // Its content.
    case textRefused, textConverted, markupRefused, imageRefused, imageLeftOut, metadataRemoved

    // A laboratory value.
    case missingCode, missingValue, absentValue, unsupportedValue, undatedValue, unknownComparator
    case unknownInterpretation, severalReferenceRanges, referenceUnitDiffers
}
