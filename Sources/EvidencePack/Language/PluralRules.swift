// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A category of words that go with a number: "1 day", "2 days" (Unicode CLDR, plural rules).
public enum PluralCategory: String, Sendable, CaseIterable {
  /// Words for none.
  case zero
  /// Words for one.
  case one
  /// Words for two.
  case two
  /// Words for a few.
  case few
  /// Words for many.
  case many
  /// Words for every other number.
  case other
}

/// The plural categories of a language and the numbers that each takes, in the notation of Unicode
/// CLDR for cardinals (Unicode Technical Standard 35, part 3, "Language Plural Rules").
public struct PluralRules: Sendable, Equatable {
  /// A category and its condition, such as `i = 1 and v = 0`.
  public struct Rule: Sendable, Equatable {
    /// The category.
    public var category: PluralCategory
    /// Relations that hold together, alternatives first: one of the outer ones is enough.
    var alternatives: [[Relation]]
  }

  /// One relation of a condition, such as `n % 100 = 3..10`.
  struct Relation: Sendable, Equatable {
    var operand: Operand
    var modulus: Int?
    var isEqual: Bool
    var ranges: [ClosedRange<Int>]
  }

  /// What a relation looks at in a printed number.
  enum Operand: String, Sendable {
    /// The absolute value.
    case value = "n"
    /// The digits before the decimal mark.
    case whole = "i"
    /// How many digits stand after the mark.
    case places = "v"
    /// How many of these are left without zeros at the end.
    case placesLeft = "w"
    /// The digits after the mark as a number.
    case fraction = "f"
    /// These digits without zeros at the end.
    case fractionLeft = "t"
    /// The power of ten of a compact number; this program prints none.
    case power = "e"
    /// The same under its older name.
    case compact = "c"
  }

  /// The rules, the first that holds wins; no rule: every number is `other`.
  public private(set) var rules: [Rule] = []

  /// No categories but `other`.
  public init() {}

  /// Adds a category; false when the condition does not follow the notation.
  public mutating func add(_ category: PluralCategory, when condition: String) -> Bool {
    guard let alternatives = PluralRules.parse(condition) else { return false }
    rules.append(Rule(category: category, alternatives: alternatives))
    return true
  }

  /// The categories beside `other`.
  public var categories: [PluralCategory] { rules.map(\.category) }

  /// The category of a number as it is printed: 1.0 is not printed like 1.
  public func category(of number: DecimalText) -> PluralCategory {
    let operands = Operands(number)
    let rule = rules.first { rule in
      rule.alternatives.contains { $0.allSatisfy { operands.satisfy($0) } }
    }
    return rule?.category ?? .other
  }

  /// The numbers that relations look at.
  private struct Operands {
    let whole: Int
    let fraction: String

    init(_ number: DecimalText) {
      let digits = number.text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
      // As many digits as an integer surely holds; the remainders that rules look at stay the same.
      whole = digits.first.flatMap { Int($0.suffix(18)) } ?? 0
      fraction = digits.count > 1 ? String(digits[1].prefix(18)) : ""
    }

    private var left: Substring {
      var left = fraction[...]
      while left.last == "0" { left.removeLast() }
      return left
    }

    func satisfy(_ relation: Relation) -> Bool {
      // A value that is not whole lies in no range and has no remainder that does.
      let isWhole = relation.operand != .value || left.isEmpty
      let value =
        relation.modulus.map { number(relation.operand) % $0 }
        ?? number(relation.operand)
      return (isWhole && relation.ranges.contains { $0.contains(value) }) == relation.isEqual
    }

    private func number(_ operand: Operand) -> Int {
      switch operand {
      case .value, .whole: whole
      case .places: fraction.count
      case .placesLeft: left.count
      case .fraction: Int(fraction) ?? 0
      case .fractionLeft: Int(left) ?? 0
      case .power, .compact: 0
      }
    }
  }

  private static func parse(_ condition: String) -> [[Relation]]? {
    let words = condition.replacing("!=", with: " \u{2260} ").replacing("=", with: " = ")
      .replacing("%", with: " % ").split(separator: " ")
    var alternatives: [[Relation]] = []
    for alternative in words.split(separator: "or", omittingEmptySubsequences: false) {
      var relations: [Relation] = []
      for part in alternative.split(separator: "and", omittingEmptySubsequences: false) {
        guard let relation = relation(Array(part)) else { return nil }
        relations.append(relation)
      }
      alternatives.append(relations)
    }
    return alternatives
  }

  private static func relation(_ words: [Substring]) -> Relation? {
    guard let first = words.first, let operand = Operand(rawValue: String(first)) else {
      return nil
    }
    var rest = words.dropFirst()
    var modulus: Int?
    if rest.first == "%" {
      guard let number = rest.dropFirst().first.flatMap({ Int($0) }), number > 0 else { return nil }
      modulus = number
      rest = rest.dropFirst(2)
    }
    guard let sign = rest.first, sign == "=" || sign == "\u{2260}" else { return nil }
    let list = rest.dropFirst().joined().split(separator: ",", omittingEmptySubsequences: false)
    var ranges: [ClosedRange<Int>] = []
    for part in list {
      let ends = part.components(apartBy: "..")
      guard (1...2).contains(ends.count), let low = Int(ends[0]),
        let high = Int(ends[ends.count - 1]),
        0 <= low, low <= high
      else { return nil }
      ranges.append(low...high)
    }
    return Relation(operand: operand, modulus: modulus, isEqual: sign == "=", ranges: ranges)
  }
}

extension Substring {
  /// The parts between a mark of two letters.
  fileprivate func components(apartBy mark: String) -> [Substring] {
    guard let found = firstRange(of: mark) else { return [self] }
    return [self[..<found.lowerBound]] + self[found.upperBound...].components(apartBy: mark)
  }
}
