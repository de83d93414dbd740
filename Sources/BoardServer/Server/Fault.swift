import Cryptography
import Logging

extension Logger {
    /// Logs a fault of ours and gives the correlation id it is found by: all that the person concerned is shown.
    func fault(_ message: Message, _ error: any Error) -> String {
        let correlation = Hexadecimal.encode(SecureRandom.bytes(6))
        self.error(message, metadata: ["error": "\(error)", "correlation": "\(correlation)"])
        return correlation
    }
}
