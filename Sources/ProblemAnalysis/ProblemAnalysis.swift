// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import DecisionAnalysis
import Markup

/// From the bytes of a decision problem to its results.
public struct ProblemAnalysis: Sendable {
  /// Everything that can be said about the problem.
  public let report: AnalysisReport
  /// The same as one tree, which every form of output is made of.
  private let result: ValueTree
  /// What was accepted and should be looked at.
  public let warnings: [Diagnostic]

  /// Reads a decision problem and works it out.
  ///
  /// - Throws: `PipelineFailure` with every mistake of the problem.
  public init(_ bytes: [UInt8], file: String) throws(PipelineFailure) {
    let schema = try Schemas.compile("decision-problem")
    let root: MarkupElement
    let problems: [Diagnostic]
    do throws(XMLError) {
      (root, problems) = try XMLReader().read(
        bytes, file: file, limit: XMLReader.profileLimit, schema: schema)
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
    if !problems.isEmpty { throw .refused(problems) }
    let (request, diagnostics) = DecisionProblemReader().read(root, file: file)
    guard let request, !diagnostics.hasErrors else { throw .refused(diagnostics.sorted) }
    warnings = diagnostics.sorted
    do throws(AnalysisError) {
      report = try AnalysisReport(request)
      result = ValueTree(report, program: ProgramVersion.current)
    } catch {
      throw .refused([
        Diagnostic(
          .error, "problem.unusable", at: SourceLocation(file: file),
          "The problem cannot be worked out (\(error)).", advice: "Check it against its schema.")
      ])
    }
    if let path = result.firstUnusableNumber() {
      throw .selfCheckFailed([
        Diagnostic(
          .error, "result.notFinite", at: SourceLocation(file: file),
          "The result \(path) is not a finite number.", advice: "Report this fault.")
      ])
    }
  }

  /// The results as JSON, with a line feed at the end.
  public var json: [UInt8] { result.json }

  /// The results for a person at a terminal, without line feeds.
  public var summary: [String] { ProblemSummary(report).lines }

  /// The results as tables with all digits, without line feeds.
  public var table: [String] { ValueTable.lines(of: result) }
}
