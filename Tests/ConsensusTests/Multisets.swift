import Consensus

/// Reads ratings written as digits, such as `"778889798"`; anything off the scale would be a broken test.
func ratings(_ digits: String) -> [Rating] {
    digits.compactMap { $0.wholeNumberValue.flatMap(Rating.init(rawValue:)) }
}

/// Every way `members` people can rate an option when nobody asks who gave which rating, in ascending order.
func allMultisets(of members: Int) -> [[Rating]] {
    func extend(_ chosen: [Int], from lowest: Int) -> [[Int]] {
        if chosen.count == members { return [chosen] }
        return (lowest...9).flatMap { extend(chosen + [$0], from: $0) }
    }
    return extend([], from: 1).map { $0.compactMap(Rating.init(rawValue:)) }
}
