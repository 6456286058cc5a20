// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// A change of one criterion's points that turns the order of two alternatives.
struct PointFlip {
  /// The id of the criterion.
  let criterion: String
  /// The flip by weight.
  let flip: WeightFlip
  /// The first whole points at which the order has turned.
  let points: Int
  /// The points of now.
  let now: Double
}

extension PersonContext {
  /// The changes of single points that turn the order in a reading, the nearest first; none that
  /// would print as the points of now.
  func pointFlips(_ reading: QuestionReadings.Reading) -> [PointFlip] {
    guard let scale else { return [] }
    let comparison = reading.analysis.comparison
    let found = comparison.flips.flatMap { flips -> [PointFlip] in
      guard case .criterion(let id) = flips.target else { return [] }
      return flips.all.compactMap { flip in
        guard let points = scale.turning(flip, of: id, in: comparison.criteria),
          scale.printed(id).text != "\(points)"
        else { return nil }
        return PointFlip(criterion: id, flip: flip, points: points, now: scale.points(of: id))
      }
    }
    return found.enumerated().sorted { one, other in
      let (first, second) = (
        (Double(one.element.points) - one.element.now).magnitude,
        (Double(other.element.points) - other.element.now).magnitude
      )
      return first == second ? one.offset < other.offset : first < second
    }.map(\.element)
  }

  /// The nearest change of points in each reading, and the level at which the two tie.
  func whatWouldChange(_ sides: ComparedSides) -> [Block] {
    let readings = sides.readings.readings
    var items = readings.compactMap { reading -> InlineText? in
      guard let found = pointFlips(reading).first else { return nil }
      let isUp = found.flip.direction == .up
      let (name, now) = (base.criterionInline(found.criterion), weightPoints(found.criterion))
      let then = wording.number(found.points, from: .analysis(.flip))
      let option = side(found.flip.challenger, sides)
      if readings.count == 1 {
        return wording(
          isUp ? .flipUp : .flipDown,
          ["name": name, "now": now, "then": then, "option": option])
      }
      return wording(
        isUp ? .flipUpInReading : .flipDownInReading,
        [
          "reading": base.reading(reading.id), "name": name, "now": now, "then": then,
          "option": option,
        ])
    }
    if items.isEmpty { items.append(wording(.nothingFlips)) }
    items += tie(sides)
    return [.smallHeading(wording(.whatWouldChange)), .list(.bullets, items)]
  }

  /// The level from which on the other side fits better, where the readings lead to different ones.
  private func tie(_ sides: ComparedSides) -> [InlineText] {
    guard let tie = sides.readings.tie, let id = sides.question.tieOn,
      let criterion = pack.criterion(id)
    else { return [] }
    let step = Double.tenth(to: max(criterion.decimals, 1))
    func printed(_ upwards: Bool) -> InlineText? {
      SafeRounding.steps(
        beyond: tie, upwards: upwards, step: step, low: -.greatestFiniteMagnitude,
        high: .greatestFiniteMagnitude
      ).map {
        base.quantity(
          DecimalText(Double($0) * step, decimals: max(criterion.decimals, 1)), of: criterion,
          from: .analysis(.breakEven))
      }
    }
    let isUp = criterion.direction == .higherIsBetter
    guard let from = printed(isUp), let upTo = printed(!isUp) else { return [] }
    return [
      wording(
        .tieOnLevel,
        [
          "first": sideName(sides.readings.first, sides),
          "second": side(sides.readings.second, sides), "from": from, "upTo": upTo,
        ])
    ]
  }
}

extension Double {
  /// One unit of the last of some digits after the point.
  fileprivate static func tenth(to decimals: Int) -> Double {
    (0..<decimals).reduce(1) { unit, _ in unit / 10 }
  }
}
