// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A result for programs and analysts: one tree that the JSON form and the table are both made of.
///
/// Fields keep their order and have the names of the Swift values that they come from.
public enum ResultValue: Sendable, Equatable {
  /// Nothing: there is no such number.
  case null
  /// Yes or no.
  case flag(Bool)
  /// A whole number.
  case count(Int)
  /// A number.
  case number(Double)
  /// A name or words of the author.
  case text(String)
  /// Several values.
  case list([ResultValue])
  /// Numbers with a name for each, such as one for each criterion; JSON has the numbers alone.
  case vector(names: [String], [Double?])
  /// Rows of numbers with names for rows and columns; JSON has the numbers alone.
  case matrix(rows: [String], columns: [String], [[Double]?])
  /// Named values in a fixed order.
  case object([Field])

  /// One named value of an object.
  public struct Field: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let value: ResultValue

    /// A field from its parts.
    public init(_ name: String, _ value: ResultValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a field of an object, or nil.
  public subscript(_ name: String) -> ResultValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The path of the first number that is infinite or none; nil when there is none, as it must be.
  public func firstUnusableNumber(_ path: String = "") -> String? {
    switch self {
    case .null, .flag, .count, .text: return nil
    case .number(let number): return number.isFinite ? nil : path
    case .vector(_, let numbers):
      return numbers.allSatisfy { $0?.isFinite ?? true } ? nil : path
    case .matrix(_, _, let rows):
      return rows.allSatisfy { $0?.allSatisfy(\.isFinite) ?? true } ? nil : path
    case .list(let members):
      return members.lazy.compactMap { $0.firstUnusableNumber(path) }.first
    case .object(let fields):
      return fields.lazy.compactMap { $0.value.firstUnusableNumber("\(path).\($0.name)") }.first
    }
  }

  /// Whether it is a name or words.
  public var isText: Bool { if case .text = self { true } else { false } }

  /// Names or words.
  public static func texts(_ texts: [String]) -> ResultValue { .list(texts.map { .text($0) }) }

  /// A number that may be missing.
  public static func optional(_ number: Double?) -> ResultValue {
    number.map { .number($0) } ?? .null
  }

  /// A text that may be missing.
  public static func optional(_ text: String?) -> ResultValue { text.map { .text($0) } ?? .null }
}
