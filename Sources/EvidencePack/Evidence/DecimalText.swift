// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A decimal number as digits: what a pack states and what a reader sees, without the rounding of
/// binary numbers.
public struct DecimalText: Sendable, Equatable {
  /// The digits with an optional minus sign and point, such as `-0.5` or `4000`.
  public let text: String

  /// A decimal from text of the form `-?digits(.digits)?`; nil for any other text.
  public init?(_ text: String) {
    let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }),
      digits.count <= 24
    else { return nil }
    self.text = text
  }

  /// A number rounded half away from zero to a number of decimals (0 to 9).
  ///
  /// - Parameter value: finite, of magnitude below 9e9.
  public init(_ value: Double, decimals: Int) {
    var scale = 1.0
    for _ in 0..<max(0, min(9, decimals)) { scale *= 10 }
    let limited = value.isFinite ? max(-9e9, min(9e9, value)) : 0
    let rounded = (limited.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    let whole = Int(rounded)
    let unit = Int(scale)
    var result = limited < 0 && whole != 0 ? "-" : ""
    result += String(whole / unit)
    if decimals > 0 {
      let fraction = String(whole % unit)
      result +=
        "." + String(repeating: "0", count: max(0, decimals - fraction.utf8.count)) + fraction
    }
    text = result
  }

  /// The nearest binary number.
  public var value: Double { Double(text) ?? 0 }

  /// The number of digits after the point.
  public var decimals: Int {
    text.utf8.firstIndex(of: 0x2E).map { text.utf8.distance(from: $0, to: text.utf8.endIndex) - 1 }
      ?? 0
  }
}
