// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import DecisionAid
import Documents
import EvidencePack
import FileStore

/// `decision-aid generate`: writes the documents.
struct GenerateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes a handout, a clinician's copy and a record for every profile.",
    discussion: """
      Writes OUTPUT/<id>/handout.html, clinician.html and record.xml. A profile with mistakes is
      reported with file and line; the others are written. A folder means the .xml files directly
      inside it.

      While a rule of the pack applies that cannot wait, urgent.html stands in place of
      handout.html: one page that says what to do now.

      With --pdf both pages are printed to handout.pdf and clinician.pdf by Chromium or, where it
      is missing, by WeasyPrint (Debian packages chromium, weasyprint).

      EXAMPLES
        decision-aid generate Profiles/01-swing-us.xml
        decision-aid generate Profiles --output Handouts --date 2026-11-22 --jobs 2
        decision-aid generate Profiles/01-swing-us.xml --edition largePrint --paper Letter --pdf
        decision-aid generate Profiles --keys Keys --operator "Dr Testwell" --reason "day list"
      """)

  @Argument(help: "Profiles, or folders of profiles.")
  var profiles: [String]

  @Option(name: .shortAndLong, help: "The folder to write to.")
  var output = "Output"

  @OptionGroup var date: DateOption
  @OptionGroup var pack: PackOption

  @Option(
    help: ArgumentHelp(
      "The seed of the order of the options, 0 to 4294967295; 0 is the order of the pack.",
      discussion: "Default: each person's own, from the pseudonym."),
    transform: UInt32.argument)
  var orderSeed: UInt32?

  @Option(
    help: ArgumentHelp(
      "Why evidence is used after its last day; printed in the documents and in the record.",
      valueName: "reason"),
    transform: { text in
      guard EvidenceExpiry.isReason(text) else {
        throw ValidationError(
          "A reason has 5 to 300 characters on one line, without control characters.")
      }
      return text
    })
  var allowExpired: String?

  @Option(help: "How many profiles are worked on at once.", transform: Int.argument)
  var jobs = 1

  @Flag(inversion: .prefixedNo, help: "Read every document back and prove it before writing.")
  var selfCheck = true

  @Option(help: "standard (14 points) or largePrint (18 points). Default: what the profile says.")
  var edition: DocumentChoices.Edition?

  @Option(help: "A4 or Letter. Default: what the profile says.")
  var paper: DocumentChoices.Paper?

  @Flag(help: "Print the pages to PDF as well.")
  var pdf = false

  @Option(help: "How many seconds the printer may take for a page.", transform: Int.argument)
  var printTimeout = 120

  @Option(
    help: "The ledger that notes every document. Default: ledger.sqlite in the output folder.")
  var ledger: String?

  @Option(
    help: "How many seconds to wait for another program that holds the ledger.",
    transform: Int.argument)
  var ledgerWait = 60

  @Flag(help: "Keep no ledger.")
  var noLedger = false

  @OptionGroup var keys: KeysOption

  @OptionGroup var whoAndWhy: WhoAndWhy

  func validate() throws {
    guard (1...3600).contains(ledgerWait) else {
      throw ValidationError("--ledger-wait takes 1 to 3600.")
    }
    guard ledger == nil || !noLedger else {
      throw ValidationError("--ledger and --no-ledger exclude each other.")
    }
    guard (1...3600).contains(printTimeout) else {
      throw ValidationError("--print-timeout takes 1 to 3600.")
    }
    guard (1...64).contains(jobs) else { throw ValidationError("--jobs takes 1 to 64.") }
  }

  func run() async throws {
    let inputs = InputFiles(profiles)
    for problem in inputs.problems { Failure.show(problem.diagnostic) }
    if inputs.paths.isEmpty, let problem = inputs.problems.first {
      throw ExitCode(ExitStatus(problem.kind).rawValue)
    }
    let printer = try pdf ? Printer.found(seconds: printTimeout) : nil
    let identity = try keys.load()
    let prepared = try pack.loadForDocuments()
    // Said once, not for every profile.
    if let refusal = EvidenceExpiry(prepared.pack.identity, on: date.day)
      .refusal(reason: allowExpired)
    {
      throw Failure.report(PipelineFailure.refused([refusal]))
    }
    // The output is tried before anything is worked out.
    let directory = try Failure.reporting { try OutputDirectory(preparing: output) }
    for warning in directory.warnings { Failure.show(warning) }
    let session = try noLedger ? nil : openLedger(beside: directory)
    let settings = Settings(
      date: date.day, selfCheck: selfCheck, edition: edition, paper: paper, orderSeed: orderSeed,
      expiryReason: allowExpired)
    let batch = Batch(
      paths: inputs.paths, pack: prepared, settings: settings, directory: directory,
      jobs: ProcessSettings.workers(wanted: jobs), printer: printer, session: session,
      signing: identity)
    let report = await batch.run()
    if let signal = Interruption.requested {
      StandardStream.error.writeMessage("decision-aid: stopped; unfinished documents were removed.")
      Interruption.endProcess(by: signal)
    }
    if let session {
      if let identity { try session.keepHead(signedBy: identity) }
      session.ledger.close()
    }
    try report.show(pack: batch.pack, into: output, unusable: inputs.problems)
  }

  /// Opens the ledger, and mends what a killed run left behind.
  private func openLedger(beside directory: OutputDirectory) throws -> LedgerSession {
    try Failure.reporting {
      let session = try LedgerSession(
        ledger ?? "\(directory.path)/ledger.sqlite", operatorName: whoAndWhy.who,
        reason: whoAndWhy.why, wait: Double(ledgerWait))
      try session.mendWhatIsLeft(in: directory)
      return session
    }
  }
}
