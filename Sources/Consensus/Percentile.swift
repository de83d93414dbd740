/// Percentiles of a rated option by the method called type 6 in Hyndman and Fan, "Sample Quantiles in
/// Statistical Packages", The American Statistician 50 (1996): the p-quantile sits at position `(n + 1) p` of the
/// ordered sample, interpolated linearly between neighbours and clamped to the sample's ends.
///
/// The method is pinned because it decides verdicts: type 7, the default of several statistics packages, gives
/// 13.3 % of all nine-member rating multisets another class or disagreement verdict.
enum Percentile {
    /// The percentile at `tenths / 10`, as a whole number of tenths of a rating point.
    ///
    /// Position and interpolation weight are multiples of one tenth and ratings are whole, so nothing is rounded.
    ///
    /// - Parameters:
    ///   - ordered: ratings in ascending order, not empty.
    ///   - tenths: 1...9, for instance 3 for P30.
    static func inTenths(_ tenths: Int, of ordered: [Rating]) -> Int {
        let position = (ordered.count + 1) * tenths
        let (rank, weight) = position.quotientAndRemainder(dividingBy: 10)
        if rank < 1 { return 10 * ordered[0].rawValue }
        if rank >= ordered.count { return 10 * ordered[ordered.count - 1].rawValue }
        let lower = ordered[rank - 1].rawValue
        let upper = ordered[rank].rawValue
        return 10 * lower + weight * (upper - lower)
    }
}
