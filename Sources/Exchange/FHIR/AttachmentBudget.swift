/// How many bytes of attachments one import may still decode: a small file whose many documents all refer to one
/// attachment would otherwise grow without bound.
final class AttachmentBudget {
    private var left: Int

    init(_ bytes: Int) { left = bytes }

    /// Takes `bytes` if that many are left.
    func take(_ bytes: Int) -> Bool {
        guard bytes <= left else { return false }
        left -= bytes
        return true
    }
}
