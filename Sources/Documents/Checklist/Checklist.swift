// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// A versioned list of criteria for patient decision aids.
public struct Checklist: Sendable {
  /// Which criteria belong together in the source.
  public enum Group: String, Sendable, CaseIterable {
    /// Without all of them it is not a decision aid.
    case qualifying
    /// Without them the risk of harmful bias is high.
    case certifying
    /// They make an aid better.
    case quality
  }

  /// What a criterion is about.
  public enum Area: String, Sendable, CaseIterable {
    /// What the aid says.
    case content
    /// How it was made.
    case process
    /// What it achieves.
    case effectiveness
  }

  /// Who can meet a criterion.
  public enum Means: Sendable {
    /// The document, by a rule.
    case document(any ChecklistRule)
    /// The document with data that somebody looks after, by a rule; the data in words.
    case data(any ChecklistRule, String)
    /// People; only a dated record shows it.
    case people
    /// Nobody: it is about other aids; the reason in words.
    case notApplicable(String)
  }

  /// A criterion.
  public struct Item: Sendable {
    /// The id.
    public var id: String
    /// The group.
    public var group: Group
    /// The area.
    public var area: Area
    /// What it asks for, in our words.
    public var text: String
    /// Who can meet it.
    public var means: Means
    /// Other kinds of documents that it is asked of all the same.
    public var alsoOf: [HandoutKind] = []
  }

  /// The name with its version, as it is printed.
  public var title: String
  /// The id with its version, such as `ipdas-4.0`.
  public var id: String
  /// The criteria, in order.
  public var items: [Item]
  /// Why what looks at a document does not apply to a kind that is no decision aid.
  public var otherKinds: [HandoutKind: String]

  /// A checklist with its criteria in the order in which they are reported.
  public init(
    id: String, title: String, items: [Item], otherKinds: [HandoutKind: String] = [:]
  ) {
    self.id = id
    self.title = title
    self.items = items
    self.otherKinds = otherKinds
  }
}

/// Reads a checklist that follows its schema.
public struct ChecklistReader: Sendable {
  private let file: String

  /// A reader.
  ///
  /// - Parameter file: the name of the file for messages.
  public init(file: String) { self.file = file }

  /// The checklist.
  ///
  /// - Throws: `RecordFault` with the line of the first item that cannot be used.
  public func read(_ root: MarkupElement) throws(RecordFault) -> Checklist {
    let reader = ElementReader(file: file)
    var items: [Checklist.Item] = []
    var others: [HandoutKind: String] = [:]
    for element in root.elements(named: "otherKind") {
      others[try reader.value("kind", element)] = try reader.attribute("because", element)
    }
    for element in root.elements(named: "item") {
      let id = try reader.attribute("id", element)
      if items.contains(where: { $0.id == id }) {
        throw fault(element, "An item stands once; \(id) stands again.")
      }
      items.append(
        Checklist.Item(
          id: id, group: try reader.value("group", element),
          area: try reader.value("area", element),
          text: try reader.child("asks", element).text.split { $0.isWhitespace }
            .joined(separator: " "),
          means: try means(element, id),
          alsoOf: reader.list("alsoOf", element).compactMap { HandoutKind(rawValue: $0) }))
    }
    let (id, version) = (
      try reader.attribute("id", root), try reader.attribute("version", root)
    )
    return Checklist(
      id: "\(id)-\(version)", title: "\(try reader.attribute("title", root)) \(version)",
      items: items, otherKinds: others)
  }

  /// Who can meet an item: the element after what it asks for.
  private func means(
    _ item: MarkupElement, _ id: String
  ) throws(RecordFault) -> Checklist.Means {
    guard let element = item.elements.last, element.name != "asks" else {
      throw fault(item, "The item \(id) needs to say who can meet it.")
    }
    switch element.name {
    case "document": return .document(try rule(element, id))
    case "data": return .data(try rule(element, id), element.attribute("named") ?? "")
    case "people": return .people
    default: return .notApplicable(element.attribute("because") ?? "")
    }
  }

  private func rule(
    _ means: MarkupElement, _ id: String
  ) throws(RecordFault) -> any ChecklistRule {
    var parameters: [String: String] = [:]
    for attribute in means.elements.first?.attributes ?? [] {
      parameters[attribute.name] = attribute.value
    }
    guard let rule = ChecklistRules.rule(means.elements.first?.name ?? "", parameters) else {
      throw fault(means, "The item \(id) names a rule that does not exist or lacks a parameter.")
    }
    return rule
  }

  private func fault(_ element: MarkupElement, _ problem: String) -> RecordFault {
    RecordFault("checklist.unreadable", file, element, problem)
  }
}

extension Checklist.Item {
  /// Whether a finished document is looked at for it.
  var looksAtDocument: Bool {
    switch means {
    case .document, .data: true
    case .people, .notApplicable: false
    }
  }
}
