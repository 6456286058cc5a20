// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A result for programs, analysts and auditors: one tree that JSON, a table for the terminal and
/// the elements of a record are all made of.
///
/// Fields keep their order and have the names of the Swift values that they come from.
package enum ValueTree: Sendable, Equatable {
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
  case list([ValueTree])
  /// Numbers along an axis, such as one for each criterion; JSON has the numbers alone.
  case vector(Axis, [Double?])
  /// Rows of numbers along two axes; JSON has the numbers alone.
  case matrix(rows: Axis, columns: Axis, [[Double]?])
  /// Named values in a fixed order.
  case object([Field])

  /// What a row of numbers is about: one kind of thing, and the ids of those that have a number.
  package struct Axis: Sendable, Equatable {
    /// The kind, in the singular, such as `criterion`.
    package let name: String
    /// The ids, as many as there are numbers.
    package let ids: [String]

    /// An axis of some kind of thing.
    package init(_ name: String, _ ids: [String]) {
      self.name = name
      self.ids = ids
    }
  }

  /// One named value of an object.
  package struct Field: Sendable, Equatable {
    /// The name.
    package let name: String
    /// What one member of a list, a vector or a matrix is called.
    package let member: String
    /// The value.
    package let value: ValueTree

    /// A field.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - member: what one member of its value is called, where the value has members.
    ///   - value: a tree, or what can be made one; nil is null.
    package init(_ name: String, of member: String? = nil, _ value: some ValueTreeConvertible) {
      self.name = name
      self.member = member ?? name
      self.value = value.valueTree
    }
  }

  /// The value of a field of an object, or nil.
  package subscript(_ name: String) -> ValueTree? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The path of the first number that is infinite or none; nil when there is none, as it must be.
  package func firstUnusableNumber(_ path: String = "") -> String? {
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
  var isText: Bool { if case .text = self { true } else { false } }
}

/// What can be a value of a tree.
package protocol ValueTreeConvertible {
  /// The value.
  var valueTree: ValueTree { get }
}

extension ValueTree: ValueTreeConvertible {
  /// The tree itself.
  package var valueTree: ValueTree { self }
}

extension Bool: ValueTreeConvertible {
  /// Yes or no.
  package var valueTree: ValueTree { .flag(self) }
}

extension Int: ValueTreeConvertible {
  /// A whole number.
  package var valueTree: ValueTree { .count(self) }
}

extension Double: ValueTreeConvertible {
  /// A number.
  package var valueTree: ValueTree { .number(self) }
}

extension String: ValueTreeConvertible {
  /// A name or words.
  package var valueTree: ValueTree { .text(self) }
}

extension Array: ValueTreeConvertible where Element: ValueTreeConvertible {
  /// A list.
  // A key path of a generic type is made anew at each use, which takes longer than the mapping.
  package var valueTree: ValueTree { .list(map { $0.valueTree }) }
}

extension Optional: ValueTreeConvertible where Wrapped: ValueTreeConvertible {
  /// The value, or null.
  package var valueTree: ValueTree {
    if let self { self.valueTree } else { .null }
  }
}
