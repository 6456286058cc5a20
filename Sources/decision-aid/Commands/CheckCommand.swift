// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore

/// `decision-aid check`: shows all problems and writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Shows every problem of profiles and writes nothing.",
    discussion: """
      EXAMPLES
        decision-aid check Profiles
        decision-aid check Profiles/01-swing-us.xml --pack my-pack
      """)

  @Argument(help: "Profiles, or folders of profiles.")
  var profiles: [String]

  @OptionGroup var pack: PackOption

  func run() throws {
    let inputs = InputFiles(profiles)
    for problem in inputs.problems { Failure.show(problem.diagnostic) }
    let prepared = try pack.loadForDocuments()
    pack.showWarnings(of: prepared)
    let duplicates = DuplicateIDs(in: inputs.paths)
    var statuses = inputs.problems.map { ExitStatus($0.kind) }
    try Failure.reporting {
      var pipeline = try Pipeline(
        pack: prepared, settings: .reading(until: WallClock.now.day),
        hashing: .swiftCrypto)
      for (index, path) in inputs.paths.enumerated() {
        do {
          if let refusal = duplicates.refusal(of: index, in: inputs.paths) { throw refusal }
          let bytes = try InputFiles.read(path, limit: 1 << 20)
          for warning in try pipeline.check(bytes, file: path) { Failure.show(warning) }
        } catch let failure as PipelineFailure {
          _ = Failure.report(failure)
          statuses.append(Failure.status(of: failure))
        } catch let error as FileError {
          _ = Failure.report(error)
          statuses.append(ExitStatus(error.kind))
        }
      }
    }
    let count = inputs.paths.count + inputs.problems.count
    try Terminal.print(
      "decision-aid: \(count - statuses.count) of \(count) profiles have no mistakes.")
    if let status = statuses.first {
      throw ExitCode((count == 1 ? status : .refused).rawValue)
    }
  }
}
