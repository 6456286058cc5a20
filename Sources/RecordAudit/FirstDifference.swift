// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup

/// The first thing in which a record differs from the one that was made again.
public struct FirstDifference: Sendable, Equatable {
  /// Where it is, as an XPath: `r` stands for the namespace of records.
  public var place: String
  /// What the record says, or nil: nothing stands there.
  public var recorded: String?
  /// What was made again, or nil: nothing stands there.
  public var madeAgain: String?
  /// What it means, where the two values do not say it.
  public var note: String?

  init(_ place: String, recorded: String?, madeAgain: String?, note: String? = nil) {
    self.place = place
    self.recorded = recorded
    self.madeAgain = madeAgain
    self.note = note
  }

  /// The first difference between a record and the one that was made again from it, without proof
  /// and signature; nil: the canonical content is the same.
  ///
  /// The number of the document comes first, then the digests of the pages, then all the rest: a
  /// changed setting changes the number, every page and many texts, and is so named best.
  static func between(
    _ recorded: RecordFile, _ madeAgain: RecordFile
  ) throws(PipelineFailure) -> FirstDifference? {
    let (root, other) = (recorded.root, madeAgain.root)
    if root.attribute("document") != other.attribute("document") {
      return FirstDifference(
        RecordPlace.root + "/@document", recorded: root.attribute("document"),
        madeAgain: other.attribute("document"),
        note: "The number stands for profile, pack, program, date, language, edition, paper, order "
          + "and reason: one of them was changed.")
    }
    if let one = root.first("artefacts"), let two = other.first("artefacts"),
      let found = first(recorded: one, madeAgain: two, at: "\(RecordPlace.root)/r:artefacts")
    {
      return found
    }
    if let found = first(recorded: root, madeAgain: other, at: RecordPlace.root) { return found }
    return ofBytes(try recorded.canonicalForm(), madeAgain.bytes)
  }

  /// What trees do not show: space inside texts, instructions, names of namespaces.
  private static func ofBytes(_ recorded: [UInt8], _ madeAgain: [UInt8]) -> FirstDifference? {
    let (one, other) = (CanonicalParts(recorded), CanonicalParts(madeAgain))
    let note =
      "The same elements and values, but not the same canonical form: space inside a text, "
      + "an instruction or a name of a namespace was changed."
    if !one.start.elementsEqual(other.start) {
      return FirstDifference(RecordPlace.root, recorded: nil, madeAgain: nil, note: note)
    }
    for index in 0..<max(one.parts.count, other.parts.count) {
      let (part, match) = (one.part(index), other.part(index))
      if let part, let match, part.bytes.elementsEqual(match.bytes) { continue }
      let name = match?.name ?? ""
      return FirstDifference(
        RecordPlace.root + (name.isEmpty ? "" : "/r:\(name)"), recorded: nil, madeAgain: nil,
        note: note)
    }
    return nil
  }

  /// The first difference of two elements that stand at the same place, or nil: they are the same.
  ///
  /// The lines of files, and space between elements, are no differences.
  private static func first(
    recorded: MarkupElement, madeAgain: MarkupElement, at place: String
  ) -> FirstDifference? {
    guard recorded.name == madeAgain.name, recorded.namespace == madeAgain.namespace else {
      return FirstDifference(
        place, recorded: "<\(recorded.name)>", madeAgain: "<\(madeAgain.name)>")
    }
    let names = Set((recorded.attributes + madeAgain.attributes).map(\.name))
    let changed = names.sorted().first { recorded.attribute($0) != madeAgain.attribute($0) }
    if let changed {
      return FirstDifference(
        "\(place)/@\(changed)", recorded: recorded.attribute(changed),
        madeAgain: madeAgain.attribute(changed))
    }
    return firstInside(recorded, madeAgain, place)
  }

  private static func firstInside(
    _ recorded: MarkupElement, _ madeAgain: MarkupElement, _ place: String
  ) -> FirstDifference? {
    for index in 0..<max(recorded.children.count, madeAgain.children.count) {
      let pair = (child(recorded, index), child(madeAgain, index))
      switch pair {
      case (.element(let one)?, .element(let other)?):
        let inner = place + RecordPlace.step(to: one, at: index, in: recorded)
        if let found = first(recorded: one, madeAgain: other, at: inner) { return found }
      case (.element(let one)?, nil):
        return FirstDifference(
          place + RecordPlace.step(to: one, at: index, in: recorded),
          recorded: one.text, madeAgain: nil)
      case (nil, .element(let other)?):
        return FirstDifference(
          place + RecordPlace.step(to: other, at: index, in: madeAgain), recorded: nil,
          madeAgain: other.text)
      default:
        if pair.0 != pair.1 {
          return FirstDifference(place, recorded: recorded.text, madeAgain: madeAgain.text)
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

/// The parts of a record in canonical form that the program itself wrote: the start tag of the root
/// and its children, without proof and signature and without the space between the children.
///
/// Bytes are compared, not trees, so that a space inside a text counts as well.
private struct CanonicalParts {
  /// A child of the root.
  struct Part {
    /// The local name; empty for text and for what is no element.
    var name: String
    /// The canonical bytes.
    var bytes: ArraySlice<UInt8>
  }

  /// The start tag of the root.
  private(set) var start: ArraySlice<UInt8> = []
  /// The children, in order.
  private(set) var parts: [Part] = []

  /// The content of canonical bytes; what is not canonical gives parts that equal no others.
  init(_ bytes: [UInt8]) {
    var depth = 0
    var begin = 0
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x3C else {
        place += 1
        continue
      }
      let end = Self.end(of: place, in: bytes)
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      if next == 0x3F {
        // An instruction: inside the root it is a part, outside it is none.
        if depth == 1 {
          add(bytes[begin..<place], named: "")
          add(bytes[place..<end], named: "")
          begin = end
        }
      } else if next == 0x2F {
        depth -= 1
        if depth == 1 {
          add(bytes[begin..<end], named: Self.name(at: begin, in: bytes))
          begin = end
        } else if depth == 0 {
          add(bytes[begin..<place], named: "")
        }
      } else {
        if depth == 0 {
          start = bytes[place..<end]
          begin = end
        } else if depth == 1 {
          add(bytes[begin..<place], named: "")
          begin = place
        }
        depth += 1
      }
      place = end
    }
  }

  /// The part at a place, or nil.
  func part(_ index: Int) -> Part? { parts.indices.contains(index) ? parts[index] : nil }

  private mutating func add(_ bytes: ArraySlice<UInt8>, named name: String) {
    let isSpace = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    if !isSpace && !RecordFile.proofNames.contains(name) {
      parts.append(Part(name: name, bytes: bytes))
    }
  }

  /// The place after a tag: the first `>` outside quotation marks.
  private static func end(of start: Int, in bytes: [UInt8]) -> Int {
    var isQuoted = false
    for place in start..<bytes.count {
      if bytes[place] == 0x22 { isQuoted.toggle() }
      if bytes[place] == 0x3E && !isQuoted { return place + 1 }
    }
    return bytes.count
  }

  /// The local name of the element whose start tag stands at a place.
  private static func name(at place: Int, in bytes: [UInt8]) -> String {
    let name = bytes[(place + 1)...].prefix { $0 != 0x20 && $0 != 0x3E }
    return String(decoding: name.split(separator: 0x3A).last ?? name, as: UTF8.self)
  }
}
