// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import DecisionAnalysis
import FileStore
import Interview
import Markup

/// `decision-aid new`: asks and writes a profile.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Asks the questions of a preference profile and writes it.",
    discussion: """
      Asks one question after the other: ? shows help, < goes back, an empty answer takes what
      stands in brackets. With --answers the answers come from a file of lines "key: value"
      (UTF-8, comments after #). The profile is checked like any other and appears whole or not
      at all, readable by you only.

      EXAMPLES
        decision-aid new --output Profiles/ward-b-04.xml
        decision-aid new --output ward-b-04.xml --method rankOrder --panel b
        decision-aid new --list-questions
        decision-aid new --answers ward-b-04.txt --output ward-b-04.xml
      """)

  @Option(name: .shortAndLong, help: "The file to write; its name ends in .xml.")
  var output: String?

  @Option(help: "A file with the answers. Default: they are asked in the terminal.")
  var answers: String?

  @OptionGroup var pack: PackOption

  @Option(help: "How the person is asked.")
  var method: ElicitationMethod?

  @Option(help: "The list of criteria: own, or a panel of the pack such as seven, a or b.")
  var panel: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @Flag(help: "Print the key of every question and what can be answered, and end.")
  var listQuestions = false

  func validate() throws {
    if listQuestions { return }
    guard let output else { throw ValidationError("Name the file to write with --output.") }
    guard output.hasSuffix(".xml"), !output.hasSuffix("/.xml"), output != ".xml" else {
      throw ValidationError("--output takes the name of a file that ends in .xml.")
    }
  }

  func run() throws {
    let prepared = try pack.loadForDocuments()
    if let panel, panel != "own", prepared.pack.panel(panel) == nil {
      let names = prepared.pack.panels.map(\.id) + ["own"]
      throw ValidationError("--panel takes \(names.joined(separator: ", ")).")
    }
    try Failure.reporting {
      if listQuestions { return try list(prepared) }
      let file = try SingleFile(
        output ?? "", force ? .isReplaced : .staysWithoutForce, noun: "profile")
      let interview =
        try answers.map { try scripted($0, prepared) } ?? talk(prepared, suggestedID: file.stem)
      guard let bytes = interview.profileBytes else { throw ExitCode(ExitStatus.refused.rawValue) }
      let pipeline = try Pipeline(
        pack: prepared, settings: .reading(until: WallClock.now.day),
        hashing: .swiftCrypto)
      for warning in try pipeline.read(bytes, file: file.path).warnings { Failure.show(warning) }
      try file.write(bytes)
      try Terminal.print(
        "decision-aid: wrote \(file.path). Its documents: decision-aid generate \(file.path)")
    }
  }

  private func scripted(_ path: String, _ prepared: PreparedPack) throws -> Interview {
    let bytes = try InputFiles.read(path, limit: 1 << 20)
    let (interview, diagnostics) = ScriptedInterview.run(
      try interview(prepared, InterviewSettings(takesShortAnswers: false)), answers: bytes,
      file: path)
    for diagnostic in diagnostics { Failure.show(diagnostic) }
    if !diagnostics.isEmpty { throw ExitCode(ExitStatus.refused.rawValue) }
    return interview
  }

  private func talk(_ prepared: PreparedPack, suggestedID: String?) throws -> Interview {
    let settings = InterviewSettings(
      takesShortAnswers: true, suggestedID: suggestedID, today: WallClock.now.day.description)
    var conversation = NewConversation(try interview(prepared, settings))
    return try conversation.run()
  }

  private func interview(
    _ prepared: PreparedPack, _ settings: InterviewSettings
  ) throws -> Interview {
    var settings = settings
    settings.method = method
    settings.panel = panel
    guard
      let interview = Interview(
        pack: prepared.pack, wordings: prepared.wordings, settings: settings)
    else { throw ExitCode(ExitStatus.selfCheckFailed.rawValue) }
    return interview
  }

  private func list(_ prepared: PreparedPack) throws {
    let interview = try interview(prepared, InterviewSettings(takesShortAnswers: false))
    let text = QuestionText(wording: interview.wording, width: 100)
    var before = ""
    for line in interview.everyQuestion.compactMap({ text.listed($0) }) where line != before {
      try Terminal.print(line)
      before = line
    }
  }
}

/// The names of the methods are those of profiles.
extension ElicitationMethod: ExpressibleByArgument {}
