// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Markup

/// An event as an audit message of DICOM PS3.15, A.5: the form that audit repositories of hospitals
/// take in (IHE ATNA).
///
/// It is a security log: a pseudonym and digests, no verdict and no decision. Every object has a name,
/// so that the message follows the schemas of 2017 and of 2024 (DecisionAid.docc/Auditors.md,
/// "Audit messages").
public enum DICOMAuditMessage {
  /// The code system of our kinds of events.
  static let eventTypes = "urn:spine-decision-aid:event-types"

  /// The bytes of the message of an event.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - row: the number of its row.
  ///   - ledger: the id of the ledger.
  public static func bytes(of event: LedgerEvent, row: UInt64, ledger: String) -> [UInt8] {
    CanonicalXML.bytes(
      of: element(
        "AuditMessage", [:],
        [identification(of: event)] + participants(of: event)
          + [source(ledger)] + objects(of: event, row: row, ledger: ledger)))
  }

  /// The bytes of the message about an export itself.
  ///
  /// - Parameters:
  ///   - head: the head of the ledger.
  ///   - time: when, in UTC.
  ///   - operatorName: who made the export.
  ///   - program: the version of the program.
  public static func bytes(
    ofExport head: LedgerHead, time: UTCInstant, operatorName: String?, program: String
  ) -> [UInt8] {
    CanonicalXML.bytes(
      of: element(
        "AuditMessage", [:],
        [
          element(
            "EventIdentification",
            ["EventActionCode": "R", "EventDateTime": "\(time)", "EventOutcomeIndicator": "0"],
            [
              coded("EventID", "110106", "DCM", "Export"),
              coded("EventTypeCode", "exported", eventTypes, "ledger exported"),
            ]),
          element(
            "ActiveParticipant",
            ["UserID": operatorName ?? "not named", "UserIsRequestor": "true"]),
          application(program), source(head.ledger),
          object(
            "\(head.ledger)/\(head.size)", type: "2", role: "13", code: coded("12", "URI"),
            name: "ledger"),
        ]))
  }

  private static func application(_ version: String) -> MarkupElement {
    element(
      "ActiveParticipant", ["UserID": "decision-aid/\(version)", "UserIsRequestor": "false"],
      [coded("RoleIDCode", "110150", "DCM", "Application")])
  }

  private static func source(_ ledger: String) -> MarkupElement {
    element(
      "AuditSourceIdentification", ["AuditSourceID": "decision-aid/\(ledger)"],
      [element("AuditSourceTypeCode", ["csd-code": "4"])])
  }

  private static func identification(of event: LedgerEvent) -> MarkupElement {
    let action =
      switch event.kind {
      case .generated: "C"
      case .decided, .recalled: "U"
      case .erased, .purged, .swept: "D"
      }
    return element(
      "EventIdentification",
      [
        "EventActionCode": action, "EventDateTime": "\(event.time)", "EventOutcomeIndicator": "0",
      ],
      [
        coded("EventID", "110110", "DCM", "Patient Record"),
        coded("EventTypeCode", event.kind.rawValue, eventTypes, "document \(event.kind.rawValue)"),
      ])
  }

  private static func participants(of event: LedgerEvent) -> [MarkupElement] {
    var participants = [
      element(
        "ActiveParticipant",
        ["UserID": event.operatorName ?? "not named", "UserIsRequestor": "true"])
    ]
    if let program = event.program { participants.append(application(program.version)) }
    return participants
  }

  private static func objects(
    of event: LedgerEvent, row: UInt64, ledger: String
  ) -> [MarkupElement] {
    var objects: [MarkupElement] = []
    if let profile = event.profile {
      objects.append(
        object(
          profile, type: "1", role: "1", code: coded("2", "Patient Number"), name: "pseudonym"))
    }
    if let document = event.document {
      objects.append(
        object(
          document, type: "2", role: "3", code: coded("9", "Report Number"),
          name: "decision document", lifeCycle: lifeCycle(of: event.kind),
          details: event.artefacts.compactMap { file in
            Hexadecimal.bytes(file.digest).map {
              ("sha256 \(file.name)", Data($0).base64EncodedString())
            }
          }))
    }
    if let supersedes = event.supersedes {
      objects.append(
        object(
          supersedes, type: "2", role: "3", code: coded("9", "Report Number"),
          name: "earlier decision document", lifeCycle: "3"))
    }
    objects.append(
      object(
        "\(ledger)/\(row)", type: "2", role: "13", code: coded("12", "URI"), name: "ledger row"))
    return objects
  }

  /// What became of the document: originated, or amended by a letter about it.
  private static func lifeCycle(of kind: LedgerEvent.Kind) -> String? {
    switch kind {
    case .generated: "1"
    case .recalled: "3"
    case .decided, .erased, .purged, .swept: nil
    }
  }

  private static func object(
    _ id: String, type: String, role: String, code: MarkupElement, name: String,
    lifeCycle: String? = nil, details: [(String, String)] = []
  ) -> MarkupElement {
    var attributes = [
      MarkupAttribute("ParticipantObjectID", id),
      MarkupAttribute("ParticipantObjectTypeCode", type),
      MarkupAttribute("ParticipantObjectTypeCodeRole", role),
    ]
    if let lifeCycle {
      attributes.append(MarkupAttribute("ParticipantObjectDataLifeCycle", lifeCycle))
    }
    return MarkupElement(
      "ParticipantObjectIdentification", attributes,
      [
        .element(code), .element(MarkupElement("ParticipantObjectName", [], [.text(name)])),
      ]
        + details.map {
          .element(element("ParticipantObjectDetail", ["type": $0, "value": $1]))
        })
  }

  private static func coded(_ code: String, _ text: String) -> MarkupElement {
    coded("ParticipantObjectIDTypeCode", code, "RFC-3881", text)
  }

  private static func coded(
    _ name: String, _ code: String, _ system: String, _ text: String
  ) -> MarkupElement {
    element(name, ["codeSystemName": system, "csd-code": code, "originalText": text])
  }

  private static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [MarkupElement] = []
  ) -> MarkupElement {
    MarkupElement(
      name, attributes.map { MarkupAttribute($0, $1) }, children.map(MarkupNode.element))
  }
}
