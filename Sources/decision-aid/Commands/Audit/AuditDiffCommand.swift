// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import RecordAudit

/// `decision-aid audit diff`: what changed between two records.
struct AuditDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Prints what changed between two records of one patient.",
    discussion: """
      Inputs, evidence, program, settings, result and the texts that were shown, each under a
      heading. A is the first record, B the second. Facts, weights and a patient's own words are
      printed with their values.

      EXAMPLES
        decision-aid audit diff before/record.xml after/record.xml
        decision-aid audit diff before/record.xml after/record.xml --all

      EXIT STATUS
        0 both were read and compared, whether they differ or not, 1 one is no record that this
        program reads, 64 they are of two pseudonyms, 65 one is no XML.
      """)

  @Argument(help: "The earlier record.")
  var before: String

  @Argument(help: "The later record.")
  var after: String

  @Flag(help: "Compare records of two pseudonyms.")
  var any = false

  @Flag(help: "Print every value of the analysis and every line of the clinician's copy.")
  var all = false

  func run() throws {
    let (old, new) = (try RecordFile.read(before), try RecordFile.read(after))
    do {
      let comparison = try RecordComparison(old, new)
      guard comparison.isOnePerson || any else {
        throw ValidationError(
          "The records are of two pseudonyms; --any compares them all the same.")
      }
      for line in comparison.lines(showsAll: all) { try Terminal.print(line) }
    } catch let failure as PipelineFailure {
      throw Failure.report(failure)
    }
  }
}
