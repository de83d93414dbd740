/// The question a patient brings, as the coordinator records it. Readable by every member, invited ones included.
package struct CaseSheet: Codable, Sendable, Equatable {
    package var title: String
    package var patient: Patient
    package var indication: Indication
    /// ICD-10-GM code of the tumour, when known.
    package var icd: String?
    /// In the patient's own words.
    package var questions: [String]
    package var preferences: [String]
    /// BCP 47 tag of the language the board works in.
    package var language: String
    package var conferenceType: ConferenceType
    package var urgency: Urgency
    package var urgencyReason: String?
    package var clinicalDeadline: Moment
    /// Where the patient was treated: what an invited reviewer needs to declare conflicts.
    package var institutions: [String]
}

package struct Patient: Codable, Sendable, Equatable {
    package var pseudonym: String
    /// ISO 8601 calendar date.
    package var birthDate: String
    package var sex: Sex

    package enum Sex: String, Codable, Sendable { case female, male, diverse, unknown }
}

package enum Indication: String, Codable, Sendable, CaseIterable {
    case oncology
    case complexSurgery = "complex-surgery"
    case aggressiveTherapy = "aggressive-therapy"
    case unclearDiagnosis = "unclear-diagnosis"
    case treatmentFailure = "treatment-failure"
}

/// The oBDS codes for the kind of tumour conference.
package enum ConferenceType: String, Codable, Sendable { case praeth, postop, postth, ther }

package enum Urgency: String, Codable, Sendable { case routine, soon, urgent }
