// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

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
