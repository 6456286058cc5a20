// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore
import RecordAudit

/// `decision-aid audit view`: writes a record as a page to read.
struct AuditViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Writes a record as a page that a person can read.",
    discussion: """
      Everything that the record holds: program, inputs and their digests, the profile as it was
      given, numbers with their sources, the analysis, the checks, all texts that were shown, and
      proof and signature if there are any. The page proves nothing by itself: see rederive.

      EXAMPLES
        decision-aid audit view Output/01-swing-us/record.xml --output record.html
      """)

  @Argument(help: "A record that decision-aid generate wrote.")
  var record: String

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String

  @Option(help: "The language of the headings.")
  var language = "en"

  @Flag(help: "Replace a file that is there.")
  var force = false

  @OptionGroup var pack: PackOption

  func run() throws {
    let named = try RecordFile.read(record)
    do {
      let file = try SingleFile(
        output, force ? .isReplaced : .staysWithoutForce, noun: "page")
      let page = try RecordPage(pack: try pack.load(), language: language, hashing: .swiftCrypto)
      try file.write(try page.bytes(of: named))
      try StandardStream.output.write(line: "decision-aid: wrote \(output)")
    } catch let error as FileError {
      throw Failure.report(error)
    } catch let failure as PipelineFailure {
      throw Failure.report(failure)
    }
  }
}
