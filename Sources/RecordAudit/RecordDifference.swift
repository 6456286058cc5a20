// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The first thing in which a record differs from the one that was made again.
public struct RecordDifference: Sendable, Equatable {
  /// Where it is, as an XPath: `r` stands for the namespace of records.
  public var place: String
  /// What the record says, or nil: nothing stands there.
  public var recorded: String?
  /// What was made again, or nil: nothing stands there.
  public var madeAgain: String?
  /// What it means, where the two values do not say it.
  public var note: String?

  /// A difference from its parts.
  public init(
    _ place: String, recorded: String?, madeAgain: String?, note: String? = nil
  ) {
    self.place = place
    self.recorded = recorded
    self.madeAgain = madeAgain
    self.note = note
  }

  /// The first difference of two elements that stand at the same place, or nil: they are the same.
  ///
  /// The lines of files, and space between elements, are no differences.
  static func first(
    recorded: MarkupElement, madeAgain: MarkupElement, at place: String
  ) -> RecordDifference? {
    guard recorded.name == madeAgain.name, recorded.namespace == madeAgain.namespace else {
      return RecordDifference(
        place, recorded: "<\(recorded.name)>", madeAgain: "<\(madeAgain.name)>")
    }
    let names = Set((recorded.attributes + madeAgain.attributes).map(\.name))
    let changed = names.sorted().first { recorded.attribute($0) != madeAgain.attribute($0) }
    if let changed {
      return RecordDifference(
        "\(place)/@\(changed)", recorded: recorded.attribute(changed),
        madeAgain: madeAgain.attribute(changed))
    }
    return firstInside(recorded, madeAgain, place)
  }

  private static func firstInside(
    _ recorded: MarkupElement, _ madeAgain: MarkupElement, _ place: String
  ) -> RecordDifference? {
    for index in 0..<max(recorded.children.count, madeAgain.children.count) {
      let pair = (child(recorded, index), child(madeAgain, index))
      switch pair {
      case (.element(let one)?, .element(let other)?):
        let inner = place + RecordPlace.step(to: one, at: index, in: recorded)
        if let found = first(recorded: one, madeAgain: other, at: inner) { return found }
      case (.element(let one)?, nil):
        return RecordDifference(
          place + RecordPlace.step(to: one, at: index, in: recorded),
          recorded: one.text, madeAgain: nil)
      case (nil, .element(let other)?):
        return RecordDifference(
          place + RecordPlace.step(to: other, at: index, in: madeAgain), recorded: nil,
          madeAgain: other.text)
      default:
        if pair.0 != pair.1 {
          return RecordDifference(place, recorded: recorded.text, madeAgain: madeAgain.text)
        }
      }
    }
    return nil
  }

  private static func child(_ element: MarkupElement, _ index: Int) -> MarkupNode? {
    element.children.indices.contains(index) ? element.children[index] : nil
  }
}

/// Makes the steps of places in records.
enum RecordPlace {
  /// The root.
  static let root = "/r:decisionRecord"

  /// The step to a child, whose place among all children is known: by its id where no sibling of
  /// the name has the same, otherwise by its place among them where there are several.
  static func step(to child: MarkupElement, at place: Int, in parent: MarkupElement) -> String {
    let siblings = parent.elements(named: child.name)
    for key in ["id", "name", "kind", "alternative", "criterion"] {
      guard let value = child.attribute(key), !value.utf8.contains(0x27),
        siblings.count(where: { $0.attribute(key) == value }) == 1
      else { continue }
      return "/r:\(child.name)[@\(key)='\(value)']"
    }
    if siblings.count == 1 { return "/r:\(child.name)" }
    let before = parent.children[..<place].count {
      if case .element(let element) = $0 { element.name == child.name } else { false }
    }
    return "/r:\(child.name)[\(before + 1)]"
  }
}
