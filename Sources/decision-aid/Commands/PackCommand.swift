// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import EvidencePack

/// `decision-aid pack`: about evidence packs.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Shows what an evidence pack holds.",
    discussion: """
      EXAMPLES
        decision-aid pack show
        decision-aid pack show --pack my-pack
      """,
    subcommands: [PackShowCommand.self], defaultSubcommand: PackShowCommand.self)
}

/// `decision-aid pack show`: lists the parts of a pack that a profile can name.
struct PackShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Lists version, dates, options, criteria, questions, facts and numbers to review.",
    discussion: """
      EXAMPLES
        decision-aid pack show
        decision-aid pack show --pack my-pack
      """)

  @OptionGroup var pack: PackOption

  func run() throws {
    let prepared = try pack.load()
    let content = prepared.pack
    let identity = content.identity
    var lines = [
      "pack \(identity.id), version \(identity.version)",
      "  searched up to \(identity.searched), review by \(identity.reviewBy)",
      "  SHA-256 \(prepared.digest)",
      "  languages: \(prepared.wordings.map(\.catalogue.language).joined(separator: ", "))",
      "alternatives: \(content.options.map(\.id).joined(separator: ", "))",
      "regions: \(content.regions.map { "\($0.id) (\($0.currency))" }.joined(separator: ", "))",
      "panels:",
    ]
    lines += content.panels.map { "  \($0.id): \($0.criteria.joined(separator: " "))" }
    lines.append("criteria (range from worst to best):")
    for criterion in content.criteria {
      let rows =
        criterion.row.map { [("", $0)] } ?? criterion.regionalRows.map { (" \($0.region)", $0.row) }
      let ranges = rows.map { name, row in
        let ends = [row.worst, row.best].map { DecimalText($0, decimals: 0).text }
        return "\(ends[0]) to \(ends[1])\(name)"
      }
      lines.append("  \(criterion.id): \(ranges.joined(separator: ", "))")
    }
    lines +=
      content.readings.isEmpty
      ? [] : ["readings: \(content.readings.map(\.id).joined(separator: ", "))"]
    lines += content.questions.map {
      "question \($0.id): \($0.criteria.joined(separator: " "))"
    }
    lines += content.feelings.map {
      "feeling \($0.id): about \($0.alternatives.joined(separator: ", "))"
    }
    let marks = content.numbersToReview
    lines.append("numbers that need clinical review before use: \(marks.count)")
    lines += marks.map { "  \($0)" }
    lines.append("clinical facts (each can also be unknown):")
    lines += content.eligibility.facts.map { "  \($0.id): \(PackShowCommand.kind($0.kind))" }
    lines.append(
      "\(content.eligibility.rules.count) rules, \(content.eligibility.flags.count) flags, "
        + "\(content.figures.count) figures, \(content.sources.count) sources")
    for line in lines { try Terminal.print(line) }
    for warning in prepared.warnings { Failure.show(warning) }
  }

  private static func kind(_ kind: ClinicalFact.Kind) -> String {
    switch kind {
    case .yesNo: return "yes, no"
    case .choice(let choices): return choices.map(\.id).joined(separator: ", ")
    case .number(let range, let decimals):
      let ends = [range.lowerBound, range.upperBound].map { DecimalText($0, decimals: 0).text }
      let kind = decimals == 0 ? "a whole number" : "a number"
      return "\(kind) from \(ends[0]) to \(ends[1])"
    case .levels: return "levels such as T12 L1"
    }
  }
}
