// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore

/// `decision-aid explain`: the comparison, the scores and why, in the terminal.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Prints the comparison, the scores and why, for one profile.",
    discussion: """
      EXAMPLES
        decision-aid explain Profiles/01-swing-us.xml
      """)

  @Argument(help: "A profile.")
  var profile: String

  @OptionGroup var pack: PackOption

  @Option(help: "The width of a line in characters.", transform: Int.argument)
  var width = 100

  func validate() throws {
    guard (40...400).contains(width) else { throw ValidationError("--width takes 40 to 400.") }
  }

  func run() throws {
    let path = try InputFiles.single(profile, "profile")
    try Failure.reporting {
      var pipeline = try Pipeline(
        pack: try pack.loadForDocuments(), settings: .reading(until: WallClock.now.day),
        hashing: .swiftCrypto)
      let bytes = try InputFiles.read(path, limit: 1 << 20)
      for line in try pipeline.explain(bytes, file: path, width: width) {
        try Terminal.print(line)
      }
    }
  }
}
