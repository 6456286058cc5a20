// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore
import ProblemAnalysis

/// `decision-aid analyse`: everything about a decision problem of any alternatives and criteria.
struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Prints every result for a decision problem of any options and criteria.",
    discussion: """
      For analysts and other programs: no documents. The problem follows the schema
      decision-problem. The verdict and its reasons come first; numbers are rounded to what
      they can bear.

      EXAMPLES
        decision-aid analyse Profiles/Analyses/thrombolytics.xml
        decision-aid analyse Profiles/Analyses/thrombolytics.xml --precise
        decision-aid analyse Profiles/Analyses/thrombolytics.xml --json > results.json
        decision-aid schema decision-problem
      """)

  @Argument(help: "A decision problem.")
  var problem: String

  @Flag(help: "Print tables of every number with all its digits.")
  var precise = false

  @Flag(help: "Print JSON with all digits, for other programs.")
  var json = false

  func run() throws {
    let path = try InputFiles.single(problem, "decision problem")
    try Failure.reporting {
      let analysis = try ProblemAnalysis(InputFiles.read(path, limit: 1 << 20), file: path)
      for warning in analysis.warnings { Failure.show(warning) }
      if json {
        try Terminal.print(bytes: analysis.json)
      } else {
        for line in precise ? analysis.table : analysis.summary { try Terminal.print(line) }
      }
    }
  }
}
