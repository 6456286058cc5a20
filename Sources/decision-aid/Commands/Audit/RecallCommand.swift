// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import DecisionAid
import Documents
import FileStore
import Markup

/// `decision-aid audit recall`: tells people that their documents come from withdrawn evidence.
struct RecallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall",
    abstract: "Writes a letter, and new documents, for everybody with withdrawn documents.",
    discussion: """
      For every document that audit affected lists and a withdrawal of the pack of today covers: a
      letter of one page, OUTPUT/<id>/notice-<number>.html, that says what was wrong, what it means
      and what the person can do now. Where --profiles holds a profile of the person that the pack
      of today accepts, new documents take the place of the old ones, which are kept. Who is to be
      asked anew is listed. Each letter and each set is a row of the ledger. What was done is not
      done again.

      EXAMPLES
        decision-aid audit recall --pack 1.0.0 --profiles Profiles
        decision-aid audit recall --pack 1.0.0 --profiles Profiles --outcome fitsClearlyBetter \\
          --operator "Dr Testwell" --reason "list of criteria"

      EXIT STATUS
        0 everybody was told, also when there is nobody, 1 the pack of today does not withdraw the
        version, or a person was not told, 64 wrong arguments, 73 not writable, 74 a row was changed.
      """)

  @OptionGroup var affected: AffectedOptions

  @Option(
    help: ArgumentHelp(
      "Profiles, or folders of profiles; can be given several times.",
      discussion: "Without it everybody is to be asked anew.", valueName: "profiles"))
  var profiles: [String] = []

  @Option(
    name: .shortAndLong, help: "The folder of the documents. Default: that of the ledger.",
    completion: .directory)
  var output: String?

  @OptionGroup var date: DateOption

  @Flag(help: "Print the pages to PDF as well.")
  var pdf = false

  @Option(help: "How many seconds the printer may take for a page.", transform: Int.argument)
  var printTimeout = 120

  @OptionGroup var option: LedgerOption
  @OptionGroup var keys: KeysOption
  @OptionGroup var whoAndWhy: WhoAndWhy

  func validate() throws {
    guard (1...3600).contains(printTimeout) else {
      throw ValidationError("--print-timeout takes 1 to 3600.")
    }
  }

  func run() async throws {
    let ledger = try option.open()
    let current = try affected.current.loadForDocuments()
    if let refusal = EvidenceExpiry(current.pack.identity, on: date.day).refusal(reason: nil) {
      throw Failure.report(PipelineFailure.refused([refusal]))
    }
    let documents = try AffectedDocuments(ledger, affected, current: current.pack)
    if documents.documents.isEmpty { return try Terminal.print(documents.nothing) }
    let cases = try cases(documents, current)
    let folder = output ?? LedgerPlace.folder(of: ledger.path)
    try checkPlace(folder, of: cases, LedgerPlace.folder(of: ledger.path))
    ledger.close()
    let paths = try profilesByID()
    let printer = try pdf ? Printer.found(seconds: printTimeout) : nil
    let identity = try keys.load()
    let directory = try Failure.reporting { try OutputDirectory(preparing: folder) }
    for warning in directory.warnings { Failure.show(warning) }
    let session = try Failure.reporting {
      let session = try LedgerSession(
        option.ledger, .appendExisting, operatorName: whoAndWhy.who,
        reason: whoAndWhy.why ?? "recall of \(affected.pack)")
      try session.mendWhatIsLeft(in: directory)
      return session
    }
    var run = try Failure.reporting {
      try RecallRun(
        pack: current, session: session, signing: identity, printer: printer,
        directory: directory, day: date.day, paths: paths)
    }
    let statuses = try await tell(cases, with: &run, in: directory)
    if let identity, statuses.told > 0 { try session.keepHead(signedBy: identity) }
    session.ledger.close()
    try Terminal.print(statuses.line(of: cases.count, documents))
    if let status = statuses.worst { throw ExitCode(status.rawValue) }
  }

  /// The people who are to be told.
  private func cases(
    _ documents: AffectedDocuments, _ current: PreparedPack
  ) throws -> [RecallRun.Case] {
    if !current.pack.withdrawals.contains(where: { $0.versions.contains(affected.pack) }) {
      throw Failure.report(
        PipelineFailure.refused([
          Diagnostic(
            .error, "pack.notWithdrawn", at: SourceLocation(file: "evidence.xml"),
            "The evidence \(current.pack.identity.id) \(current.pack.identity.version) does not "
              + "withdraw version \(affected.pack), so nothing can be said to people.",
            advice: "Add a withdrawal to the pack, with what people are told, and name the pack "
              + "with --current-pack.")
        ]))
    }
    return documents.covered(by: current.pack).compactMap { document, withdrawal in
      guard let profile = document.event.profile, let number = document.event.document,
        SafeName.isSafe(profile)
      else { return nil }
      return RecallRun.Case(
        profile: profile, number: number, document: document, withdrawal: withdrawal)
    }
  }

  /// Refuses a folder that is not the one of the documents: new ones take the place of old ones there.
  private func checkPlace(
    _ folder: String, of cases: [RecallRun.Case], _ beside: String
  ) throws {
    func isThere(_ folder: String) -> Bool {
      cases.contains { InputFiles.isFolder("\(folder)/\($0.profile)") }
    }
    if isThere(folder) || !isThere(beside) { return }
    throw Failure.report(
      FileError(
        .inputMissing, "recall.otherFolder", at: folder,
        "The documents that the ledger names are not in this folder, where new ones would take "
          + "their place.", advice: "Leave out --output; or name the folder that holds them."))
  }

  /// The profiles by the pseudonym that they begin with.
  private func profilesByID() throws -> [String: [String]] {
    if profiles.isEmpty { return [:] }
    let inputs = InputFiles(profiles)
    if let problem = inputs.problems.first { throw Failure.report(problem) }
    var paths: [String: [String]] = [:]
    for path in inputs.paths {
      if let id = DuplicateIDs.id(of: path) { paths[id, default: []].append(path) }
    }
    return paths
  }

  /// Tells one person after the other, and says what became of each.
  private func tell(
    _ cases: [RecallRun.Case], with run: inout RecallRun, in directory: OutputDirectory
  ) async throws -> RecallCounts {
    var counts = RecallCounts()
    for person in cases {
      do {
        try Interruption.check()
        let outcome = try await run.tell(person, in: directory)
        counts.add(outcome)
        try Terminal.print("\(person.profile): \(RecallCounts.words(outcome))")
      } catch let failure as PipelineFailure {
        counts.fail(ExitStatus(rawValue: Failure.report(failure).rawValue))
      } catch let error as FileError {
        if let signal = Interruption.requested {
          StandardStream.error.writeMessage("decision-aid: stopped; unfinished files were removed.")
          Interruption.endProcess(by: signal)
        }
        counts.fail(ExitStatus(rawValue: Failure.report(error).rawValue))
        if error.endsTheBatch { break }
      }
    }
    return counts
  }
}

/// What became of the people of a recall.
struct RecallCounts {
  /// How many letters were written.
  private(set) var told = 0
  private var renewed = 0
  private var before = 0
  private var askAnew = 0
  private var overtaken = 0
  /// The status of the first person who was not told because of a fault, or nil.
  private(set) var worst: ExitStatus?

  /// Counts a person.
  mutating func add(_ outcome: Recalled) {
    switch outcome {
    case .renewed: (told, renewed) = (told + 1, renewed + 1)
    case .told: (told, askAnew) = (told + 1, askAnew + 1)
    case .toldBefore: (before, askAnew) = (before + 1, askAnew + 1)
    case .overtaken: overtaken += 1
    }
  }

  /// Counts a person who was not told because of a fault.
  mutating func fail(_ status: ExitStatus?) { worst = worst ?? status ?? .refused }

  /// What became of a person, in words.
  static func words(_ outcome: Recalled) -> String {
    switch outcome {
    case .renewed: "letter and new documents"
    case .told(let problem): "letter; to be asked anew: \(problem.rawValue)"
    case .toldBefore(let problem): "told before; to be asked anew: \(problem.rawValue)"
    case .overtaken: "another run was first; look again"
    }
  }

  /// The last line.
  func line(of all: Int, _ documents: AffectedDocuments) -> String {
    let left = all - told - before - overtaken
    let uncovered = documents.documents.count - all
    return
      "decision-aid: \(Counted(told, "letter")) and \(Counted(renewed, "new document set")) for "
      + "\(all == 1 ? "1 person" : "\(all) people") with evidence \(documents.pack) "
      + "\(documents.version); to be asked anew: \(askAnew)"
      + (uncovered == 0 ? "" : "; not covered by the withdrawal: \(uncovered)")
      + (left == 0 ? "." : "; not told: \(left), see above.")
  }
}
