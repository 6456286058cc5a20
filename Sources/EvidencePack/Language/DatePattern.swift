// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// How a language writes a day, in the notation of Unicode CLDR (Unicode Technical Standard 35, part
/// 4, "Date Format Patterns"), such as `d MMMM y`.
public struct DatePattern: Sendable, Equatable {
  /// A piece of a pattern.
  enum Piece: Sendable, Equatable {
    /// The day of the month, with at least so many digits.
    case day(Int)
    /// The month as a number, with at least so many digits.
    case month(Int)
    /// The name of the month.
    case monthName
    /// The year.
    case year
    /// Letters and marks.
    case literal(String)
  }

  /// Why a pattern or its months cannot be used.
  enum Fault: Error, Equatable {
    /// A letter that stands for nothing that this program prints.
    case letter(String)
    /// A quote is not closed.
    case quote
    /// Day, month and year do not stand once each.
    case parts
  }

  /// The pieces, in order.
  let pieces: [Piece]
  /// The names of the twelve months as they stand in a date.
  public var months: [String]

  /// A pattern.
  ///
  /// - Throws: the first thing that is wrong with it.
  init(_ pattern: String, months: [String]) throws(Fault) {
    var pieces: [Piece] = []
    var rest = Array(pattern)[...]
    func add(_ text: String) {
      if case .literal(let before)? = pieces.last {
        pieces.removeLast(); pieces.append(.literal(before + text))
      } else {
        pieces.append(.literal(text))
      }
    }
    while let first = rest.first {
      if first == "'" {
        guard let end = rest.dropFirst().firstIndex(of: "'") else { throw .quote }
        let text = String(rest[(rest.startIndex + 1)..<end])
        add(text.isEmpty ? "'" : text)
        rest = rest[(end + 1)...]
        continue
      }
      guard ("a"..."z").contains(first) || ("A"..."Z").contains(first) else {
        add(String(first))
        rest = rest.dropFirst()
        continue
      }
      let run = String(rest.prefix { $0 == first })
      switch run {
      case "d", "dd": pieces.append(.day(run.count))
      case "M", "MM": pieces.append(.month(run.count))
      case "MMMM": pieces.append(.monthName)
      case "y": pieces.append(.year)
      default: throw .letter(run)
      }
      rest = rest.dropFirst(run.count)
    }
    let kinds = pieces.compactMap { piece in
      switch piece {
      case .day: "d"
      case .month, .monthName: "M"
      case .year: "y"
      case .literal: nil as String?
      }
    }
    guard kinds.sorted() == ["M", "d", "y"] else { throw .parts }
    self.pieces = pieces
    self.months = months
  }

  /// A day as a reader sees it.
  public func text(_ day: CalendarDay, digits numbers: NumberText) -> String {
    func number(_ value: Int, _ width: Int = 1) -> String {
      let plain = String(value)
      return numbers.withOwnDigits(
        String(repeating: "0", count: max(0, width - plain.count)) + plain)
    }
    let (year, month, dayOfMonth) = day.parts
    return pieces.map { piece in
      switch piece {
      case .day(let width): number(dayOfMonth, width)
      case .month(let width): number(month, width)
      case .monthName: months[month - 1]
      case .year: number(year)
      case .literal(let text): text
      }
    }.joined()
  }
}

extension DatePattern {
  /// The form of ISO 8601, where no pattern can be used.
  static let iso = DatePattern(pieces: [.year, .literal("-"), .month(2), .literal("-"), .day(2)])

  private init(pieces: [Piece]) {
    self.pieces = pieces
    months = []
  }
}
