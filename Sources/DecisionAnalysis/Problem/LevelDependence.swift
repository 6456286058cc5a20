// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How the level of one row follows the level of another on one criterion, all else at its estimate:
/// level = slope times the other's level + intercept, or a chain of such lines and of odds ratios.
struct LevelDependence: Sendable, Equatable {
  /// One step from a level to that of the row above it.
  private enum Link: Sendable, Equatable {
    /// slope times the level + intercept.
    case line(slope: Double, intercept: Double)
    /// The odds times this ratio, of levels that are `scale` times a proportion.
    case odds(ratio: Double, scale: Double)
  }

  private let links: [Link]

  private init(links: [Link]) { self.links = links }

  /// The level itself.
  static let same = LevelDependence(links: [.line(slope: 1, intercept: 0)])

  /// A level that does not follow.
  static func fixed(_ level: Double) -> LevelDependence {
    LevelDependence(links: [.line(slope: 0, intercept: level)])
  }

  /// Whether the level follows in a straight line, or not at all.
  var isStraight: Bool { links.count == 1 }

  /// The level of a row that stands on this one.
  func joined(by baseline: Baseline, own: Double) -> LevelDependence {
    let rest = Array(links.dropLast())
    switch (baseline.operation, links.last) {
    case (.sum, .line(let slope, let intercept)):
      return LevelDependence(links: rest + [.line(slope: slope, intercept: intercept + own)])
    case (.ratio, .line(let slope, let intercept)):
      return LevelDependence(
        links: rest + [.line(slope: slope * own, intercept: intercept * own)])
    case (.sum, _): return LevelDependence(links: links + [.line(slope: 1, intercept: own)])
    case (.ratio, _): return LevelDependence(links: links + [.line(slope: own, intercept: 0)])
    case (.oddsRatio, _):
      return LevelDependence(links: links + [.odds(ratio: own, scale: baseline.scale)])
    }
  }

  /// The level when that of the other is `other`.
  func level(at other: Double) -> Double {
    links.reduce(other) { level, link in
      switch link {
      case .line(let slope, let intercept): return slope * level + intercept
      case .odds(let ratio, let scale):
        return Baseline(alternative: 0, operation: .oddsRatio, scale: scale)
          .level(baseline: level, own: ratio)
      }
    }
  }

  /// The level of the other that gives a level; nil when none does, or any.
  func other(givingLevel level: Double) -> Double? {
    var level = level
    for link in links.reversed() {
      switch link {
      case .line(let slope, let intercept):
        if slope == 0 { return nil }
        level = (level - intercept) / slope
      case .odds(let ratio, let scale):
        guard ratio > 0, level >= 0, level <= scale else { return nil }
        level = Baseline(alternative: 0, operation: .oddsRatio, scale: scale)
          .level(baseline: level, own: 1 / ratio)
      }
    }
    return level
  }
}
