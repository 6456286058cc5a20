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
