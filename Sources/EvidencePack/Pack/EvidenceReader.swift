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
        .init(name: $0.attribute("name") ?? "", role: $0.attribute("role") ?? "")
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

  mutating func options(_ root: MarkupElement) -> [EvidenceOption] {
    (root.first("alternatives")?.elements ?? []).map { element in
      EvidenceOption(
        id: element.attribute("id") ?? "", kind: decoder.value("kind", of: element, else: .care),
        name: decoder.text("name", of: element), inline: decoder.text("inline", of: element),
        brief: decoder.text("brief", of: element), cement: decoder.text("cement", of: element),
        suits: decoder.text("suits", of: element),
        aspects: element.elements.map { aspect in
          .init(
            id: aspect.attribute("id") ?? "", name: decoder.text("name", of: aspect),
            steps: aspect.elements.map { decoder.text("text", of: $0) },
            place: decoder.value("shown", of: aspect, else: .description))
        })
    }
  }

  mutating func regions(_ root: MarkupElement) -> [Region] {
    (root.first("regions")?.elements ?? []).map {
      Region(
        id: $0.attribute("id") ?? "", name: decoder.text("name", of: $0),
        currency: $0.attribute("currency") ?? "",
        money: decoder.text("money", of: $0, parameters: ["amount"]),
        note: decoder.text("note", of: $0))
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
        title: decoder.text("title", of: $0), needs: decoder.ids("needs", of: $0))
    }
  }

  mutating func thresholds(_ root: MarkupElement) -> (VerdictThresholds, TextID) {
    let element = root.first("thresholds") ?? root
    return (
      VerdictThresholds(
        sameBelow: decoder.number("sameBelow", of: element),
        clearFrom: decoder.number("clearFrom", of: element),
        somewhatShare: decoder.number("somewhatShare", of: element),
        clearShare: decoder.number("clearShare", of: element),
        everythingShare: decoder.number("everythingShare", of: element),
        flipWithin: decoder.number("flipWithin", of: element)),
      decoder.text("reason", of: element)
    )
  }

  mutating func simulation(_ root: MarkupElement) -> SimulationSettings {
    let element = root.first("simulation") ?? root
    return SimulationSettings(
      points: decoder.count("points", of: element) ?? SimulationPoints.mixed,
      sigma: decoder.number("sigma", of: element), reason: decoder.text("reason", of: element))
  }

  mutating func figures(_ root: MarkupElement) -> [EvidenceFigure] {
    (root.first("figures")?.elements ?? []).map { element in
      let value = decoder.decimal("value", of: element)
      let basis: Basis = decoder.value("basis", of: element, else: .declared)
      let sources = decoder.ids("sources", of: element)
      if sources.isEmpty && basis != .byDefinition && basis != .declared {
        decoder.diagnostics.error(
          "evidence.numberWithoutSource", at: decoder.place(element),
          "Every number carries its source; this figure has none.",
          advice: "Name a source, or mark the basis as declared or byDefinition.")
      }
      return EvidenceFigure(
        id: element.attribute("id") ?? "", value: value ?? DecimalText(0, decimals: 0),
        of: decoder.decimal("of", of: element), low: decoder.decimal("low", of: element),
        high: decoder.decimal("high", of: element), events: decoder.count("events", of: element),
        people: decoder.count("n", of: element),
        period: decoder.optionalText("period", of: element),
        group: decoder.optionalText("group", of: element),
        certainty: decoder.value("certainty", of: element, else: .notKnown), basis: basis,
        sources: sources)
    }
  }

  mutating func outcomes(_ root: MarkupElement) -> [EvidenceOutcome] {
    (root.first("outcomes")?.elements ?? []).map { element in
      EvidenceOutcome(
        id: element.attribute("id") ?? "", name: decoder.text("name", of: element),
        happens: decoder.text("happens", of: element),
        doesNot: decoder.text("doesNot", of: element),
        period: decoder.text("period", of: element), group: decoder.text("group", of: element),
        certainty: decoder.value("certainty", of: element, else: .notKnown),
        reason: decoder.text("reason", of: element),
        block: decoder.value("block", of: element, else: .common),
        results: element.elements.map { result in
          if (result.attribute("figure") == nil) == (result.attribute("instead") == nil) {
            decoder.diagnostics.error(
              "evidence.result", at: decoder.place(result),
              "A result has either a figure or a text instead of it.",
              advice: "Give exactly one of the attributes figure and instead.")
          }
          return .init(
            alternative: result.attribute("alternative") ?? "",
            figure: result.attribute("figure"),
            instead: decoder.optionalText("instead", of: result))
        })
    }
  }
}
