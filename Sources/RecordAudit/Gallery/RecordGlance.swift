// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import EvidencePack
import Markup

/// Takes what the index page shows of one person out of a record.
///
/// It takes a few values only and asks less of a record than `RecordReader`: a record of another
/// version of the program or the pack is shown as well, what it does not say as not known, a name
/// that the pack does not have as it stands.
struct RecordGlance {
  let pack: EvidencePack
  let wording: Wording
  /// The facts that have columns.
  let facts: [ClinicalFact]

  /// The pseudonym and the content; nil when this is no record.
  func content(of root: MarkupElement) -> (person: String, content: GalleryEntry.Content)? {
    guard root.name == "decisionRecord", root.namespace == RecordReader.namespace,
      let person = root.attribute("profile"), let date = root.attribute("date"),
      let edition = root.attribute("edition"), let paper = root.attribute("paper"),
      let language = root.attribute("language"), let given = root.first("given")?.elements.first,
      let analysis = root.first("analysis"),
      let evidence = root.first("inputs")?.elements.first(where: {
        $0.attribute("kind") == "evidencePack"
      })
    else { return nil }
    let version = [evidence.attribute("id"), evidence.attribute("version")].compactMap { $0 }
    return (
      person,
      GalleryEntry.Content(
        date: date, isUrgent: isUrgent(analysis),
        cells: facts.map { value(of: $0, in: given) }
          + pack.questions.map {
            verdict($0.id, in: analysis)
          },
        openFacts: analysis.elements(named: "openFact").count,
        evidence: version.joined(separator: " "), edition: words(edition),
        paperAndLanguage: [paper, language])
    )
  }

  private func words(_ edition: String) -> InlineText {
    switch DocumentChoices.Edition(rawValue: edition) {
    case .standard: wording(GalleryPhrase.galleryStandard)
    case .largePrint: wording(GalleryPhrase.galleryLargePrint)
    case nil: InlineText(words: edition)
    }
  }

  /// Whether a rule applies that the pack calls urgent.
  private func isUrgent(_ analysis: MarkupElement) -> Bool {
    let urgent = Set(pack.eligibility.rules.filter { $0.urgent != nil }.map(\.id))
    return analysis.elements(named: "suitability").contains { option in
      option.elements(named: "rule").contains { urgent.contains($0.attribute("id") ?? "") }
    }
  }

  private func value(of fact: ClinicalFact, in profile: MarkupElement) -> InlineText {
    let given = profile.first("clinicalFacts")?.elements(named: "fact").first {
      $0.attribute("id") == fact.id
    }
    guard let value = given?.attribute("value"), value != "unknown" else {
      return wording(.notKnown)
    }
    switch fact.kind {
    case .choice(let choices):
      return choices.first { $0.id == value }.map { wording.text($0.name) }
        ?? InlineText(words: value)
    case .levels: return wording.listed(value.split(separator: " ").map { .init(words: "\($0)") })
    case .yesNo, .number: return InlineText(words: value)
    }
  }

  private func verdict(_ question: String, in analysis: MarkupElement) -> InlineText {
    guard let verdict = AnalysisElement.verdict(on: question, in: analysis) else {
      return wording(GalleryPhrase.galleryNotCompared)
    }
    switch Verdict.Class(rawValue: verdict) {
    case .betterOnEverything: return wording(.classEverything)
    case .fitsClearlyBetter: return wording(.classClearly)
    case .fitsSomewhatBetter: return wording(.classSomewhat)
    case .closeCall: return wording(.classClose)
    case nil: return InlineText(words: verdict)
    }
  }
}
