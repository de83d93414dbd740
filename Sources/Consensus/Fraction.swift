/// An exact rational number, kept in lowest terms.
///
/// Votes are counted in whole people and ratings in whole points, so every figure this module reports is
/// rational. Comparing fractions instead of floating-point numbers makes a verdict at the very edge of a
/// threshold (DI = 1, exactly 75 %) the same on every machine.
///
/// Numerators and denominators stay tiny (panels are people, scales have nine points), so products fit an `Int`.
public struct Fraction: Sendable, Hashable, Comparable {
    public let numerator: Int
    /// Always positive.
    public let denominator: Int

    /// - Precondition: `denominator` is not zero.
    public init(_ numerator: Int, over denominator: Int = 1) {
        precondition(denominator != 0, "a fraction needs a denominator other than zero")
        let sign = denominator < 0 ? -1 : 1
        let divisor = max(1, Self.greatestCommonDivisor(abs(numerator), abs(denominator)))
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    public static func < (left: Fraction, right: Fraction) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    /// The value in decimal notation with exactly `places` digits after the point, halves rounded away from zero.
    ///
    /// - Parameter places: 0...9.
    public func printed(places: Int = 4) -> String {
        precondition((0...9).contains(places), "a fraction is printed with zero to nine decimal places")
        let scale = (0..<places).reduce(1) { power, _ in power * 10 }
        let scaled = (2 * abs(numerator) * scale + denominator) / (2 * denominator)
        let sign = numerator < 0 && scaled > 0 ? "-" : ""
        let whole = sign + String(scaled / scale)
        guard places > 0 else { return whole }
        let decimals = String(scaled % scale)
        return whole + "." + String(repeating: "0", count: places - decimals.count) + decimals
    }

    private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
        second == 0 ? first : greatestCommonDivisor(second, first % second)
    }
}

extension Fraction: CustomStringConvertible {
    public var description: String { "\(numerator)/\(denominator)" }
}
