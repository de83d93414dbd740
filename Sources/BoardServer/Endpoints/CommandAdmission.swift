import BoardAPI
import TumorBoard

/// What every command over HTTP needs before anything is asked about it: an idempotency key, and the person's allowance.
enum CommandAdmission {
    /// The key. Answers 400 itself when it is missing or malformed, and 429 when the person has said too much.
    static func key(of call: Call, at desk: CaseDesk) -> String? {
        guard let key = call.key, LiveRequest.isKey(key) else {
            call.refuse(.malformed("Idempotency-Key: 1 to 64 of A-Z a-z 0-9 . _ - is required"))
            return nil
        }
        if let person = call.person, let wait = desk.allowance.take(person) {
            call.refuse(.throttled(seconds: Int(wait.components.seconds) + 1))
            return nil
        }
        return key
    }
}
