// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Reads `evidence.xml`: identity, alternatives, criteria and numbers.
struct EvidenceReader {
  var decoder = ElementDecoder(file: "evidence.xml")

  mutating func identity(_ root: MarkupElement) -> PackIdentity {
    let about = root.first("about") ?? root
    return PackIdentity(
      id: root.attribute("id") ?? "", version: root.attribute("version") ?? "",
      searched: decoder.day("searched", of: root), reviewBy: decoder.day("reviewBy", of: root),
      useUntil: decoder.day("useUntil", of: root),
      authors: about.elements(named: "author").map {
        .init(name: $0.attribute("name") ?? "", role: decoder.text("role", of: $0))
      },
      title: decoder.text("title", of: about), decision: decoder.text("decision", of: about),
      population: decoder.text("population", of: about),
      selection: decoder.text("selection", of: about),
      updatePolicy: decoder.text("updatePolicy", of: about),
      funding: decoder.optionalText("funding", of: about),
      peopleRecords: about.elements(named: "peopleRecord").map {
        .init(
          item: $0.attribute("item") ?? "", date: decoder.day("date", of: $0),
          text: decoder.text("text", of: $0))
      })
  }

  mutating func regions(_ root: MarkupElement) -> [Region] {
    (root.first("regions")?.elements ?? []).map {
      Region(
        id: $0.attribute("id") ?? "", name: decoder.text("name", of: $0),
        currency: $0.attribute("currency") ?? "",
        grouping: $0.attribute("grouping")?.split(separator: ";").compactMap { Int($0) },
        note: decoder.text("note", of: $0), emergency: $0.attribute("emergency") ?? "")
    }
  }

  mutating func branches(_ root: MarkupElement) -> [Branch] {
    (root.first("branches")?.elements ?? []).map {
      Branch(id: $0.attribute("id") ?? "", name: decoder.text("name", of: $0))
    }
  }

  mutating func panels(_ root: MarkupElement) -> [Panel] {
    (root.first("panels")?.elements ?? []).map {
      Panel(
        id: $0.attribute("id") ?? "", name: decoder.text("name", of: $0),
        criteria: decoder.ids("criteria", of: $0))
    }
  }

  mutating func questions(_ root: MarkupElement) -> [DecisionQuestion] {
    (root.first("questions")?.elements ?? []).map {
      DecisionQuestion(
        id: $0.attribute("id") ?? "", kind: decoder.value("kind", of: $0, else: .procedureOrNone),
        title: decoder.text("title", of: $0), needs: decoder.ids("needs", of: $0),
        criteria: decoder.ids("criteria", of: $0), alike: decoder.ids("alike", of: $0),
        standsIn: $0.attribute("standsIn"), tieOn: $0.attribute("tieOn"))
    }
  }

  mutating func limits(_ root: MarkupElement) -> (StrengthLimits, TextID) {
    let element = root.first("thresholds") ?? root
    return (
      StrengthLimits(
        sameBelow: decoder.number("sameBelow", of: element),
        clearFrom: decoder.number("clearFrom", of: element),
        somewhatShare: decoder.number("somewhatShare", of: element),
        clearShare: decoder.number("clearShare", of: element),
        ownShare: decoder.number("ownShare", of: element),
        alikeSomewhat: decoder.number("alikeSomewhat", of: element),
        alikeClear: decoder.number("alikeClear", of: element),
        flipWithin: decoder.number("flipWithin", of: element)),
      decoder.text("reason", of: element)
    )
  }
}
