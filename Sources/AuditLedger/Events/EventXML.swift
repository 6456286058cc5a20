// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Events as XML elements: their canonical bytes are what the ledger commits to.
public enum EventXML {
  /// The namespace of ledgers and exports of this version.
  public static let namespace = "urn:spine-decision-aid:audit:1"

  /// The canonical bytes of an event.
  public static func bytes(of event: LedgerEvent) -> [UInt8] {
    CanonicalXML.bytes(of: element(of: event))
  }

  /// The element of an event; it names its namespace itself.
  public static func element(of event: LedgerEvent) -> MarkupElement {
    MarkupElement(
      "event", namespace: namespace,
      attributes([
        ("kind", event.kind.rawValue), ("time", "\(event.time)"),
        ("clockRegressed", event.clockRegressed ? "true" : nil), ("profile", event.profile),
        ("document", event.document), ("supersedes", event.supersedes),
        ("fingerprint", event.fingerprint), ("signed", event.isSigned ? "true" : nil),
        ("operator", event.operatorName),
        ("reason", event.reason), ("outcome", event.outcome),
      ]),
      children(of: event).map(MarkupNode.element))
  }

  private static func children(of event: LedgerEvent) -> [MarkupElement] {
    var children: [MarkupElement] = []
    if let program = event.program {
      children.append(
        MarkupElement(
          "program", attributes([("version", program.version), ("sha256", program.digest)])))
    }
    children += event.inputs.map {
      MarkupElement(
        "input",
        attributes([
          ("kind", $0.kind), ("id", $0.id), ("version", $0.version), ("sha256", $0.digest),
        ]))
    }
    children += event.artefacts.map {
      MarkupElement(
        "artefact",
        attributes([("name", $0.name), ("bytes", "\($0.bytes)"), ("sha256", $0.digest)]))
    }
    if let summary = event.summary { children.append(element(of: summary)) }
    if let decision = event.decision {
      children.append(
        MarkupElement(
          "decision",
          attributes([
            ("choice", decision.choice), ("readiness", decision.readiness),
            ("decidedWith", list(decision.decidedWith)),
          ])))
    }
    if !event.rows.isEmpty {
      children.append(
        MarkupElement("rows", [], [.text(event.rows.map(String.init).joined(separator: " "))]))
    }
    return children
  }

  private static func element(of summary: EventSummary) -> MarkupElement {
    MarkupElement(
      "summary",
      attributes([
        ("order", list(summary.order)), ("expiryReason", summary.expiryReason),
        ("overrides", list(summary.overrides)),
      ]),
      summary.answers.map {
        .element(
          MarkupElement(
            "answer",
            attributes([("question", $0.question), ("verdict", $0.verdict), ("leader", $0.leader)]))
        )
      })
  }

  /// Attributes in the order of canonical XML, without those that have no value.
  private static func attributes(_ values: [(String, String?)]) -> [MarkupAttribute] {
    values.compactMap { name, value in value.map { MarkupAttribute(name, $0) } }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func list(_ ids: [String]) -> String? {
    ids.isEmpty ? nil : ids.joined(separator: " ")
  }
}

/// Reads events back from XML.
extension EventXML {
  /// The event of an element; nil when it is none that this version writes.
  public static func event(from element: MarkupElement) -> LedgerEvent? {
    guard element.name == "event",
      let kind = element.attribute("kind").flatMap(LedgerEvent.Kind.init(rawValue:)),
      let time = element.attribute("time").flatMap({ UTCInstant($0) }),
      let outcome = element.attribute("outcome")
    else { return nil }
    var event = LedgerEvent(kind, time: time, outcome: outcome)
    event.clockRegressed = element.attribute("clockRegressed") == "true"
    event.profile = element.attribute("profile")
    event.document = element.attribute("document")
    event.supersedes = element.attribute("supersedes")
    event.fingerprint = element.attribute("fingerprint")
    event.isSigned = element.attribute("signed") == "true"
    event.operatorName = element.attribute("operator")
    event.reason = element.attribute("reason")
    event.program = element.first("program").map {
      ProgramStamp(version: $0.attribute("version") ?? "", digest: $0.attribute("sha256") ?? "")
    }
    event.inputs = element.elements(named: "input").map {
      InputStamp(
        kind: $0.attribute("kind") ?? "", id: $0.attribute("id"), version: $0.attribute("version"),
        digest: $0.attribute("sha256") ?? "")
    }
    event.artefacts = element.elements(named: "artefact").map {
      FileStamp(
        name: $0.attribute("name") ?? "", bytes: $0.attribute("bytes").flatMap { Int($0) } ?? -1,
        digest: $0.attribute("sha256") ?? "")
    }
    event.summary = element.first("summary").map(summary)
    event.decision = element.first("decision").map {
      NotedDecision(
        choice: $0.attribute("choice") ?? "", readiness: $0.attribute("readiness") ?? "",
        decidedWith: list($0.attribute("decidedWith")))
    }
    event.rows = list(element.first("rows")?.text).compactMap { UInt64($0) }
    // What cannot be written back as it was read is from another version, or was tampered with.
    var read = element
    read.namespace = namespace
    return CanonicalXML.bytes(of: read) == bytes(of: event) ? event : nil
  }

  /// The event of canonical bytes; nil when they hold none that this version writes.
  public static func event(from bytes: [UInt8], reader: XMLReader) -> LedgerEvent? {
    let read = try? reader.read(
      bytes, file: "ledger", limit: XMLReader.profileLimit, schema: nil)
    guard let root = read?.root, CanonicalXML.bytes(of: root) == bytes else { return nil }
    return event(from: root)
  }

  private static func summary(_ element: MarkupElement) -> EventSummary {
    EventSummary(
      answers: element.elements(named: "answer").map {
        AnswerStamp(
          question: $0.attribute("question") ?? "", verdict: $0.attribute("verdict") ?? "",
          leader: $0.attribute("leader"))
      }, order: list(element.attribute("order")), expiryReason: element.attribute("expiryReason"),
      overrides: list(element.attribute("overrides")))
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: " ").map(String.init)
  }
}
