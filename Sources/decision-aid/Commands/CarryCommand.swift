// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore
import Markup

/// `decision-aid carry`: writes a profile of an earlier pack anew for the pack of today.
struct CarryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carry",
    abstract: "Writes a profile that answers the list of an earlier pack anew for this one.",
    discussion: """
      Weights keep the worth of one unit; what the list has no more is left out and named. An order
      belongs to the ranges it was given for and cannot be carried: that person is asked again. The
      documents say that the answers were carried over.

      EXAMPLES
        decision-aid carry old-profile.xml --output new-profile.xml
      """)

  @Argument(help: "The profile of the earlier pack.")
  var profile: String

  @Option(name: .shortAndLong, help: "The file to write; its name ends in .xml.")
  var output: String

  @OptionGroup var pack: PackOption

  @Flag(help: "Replace the file if it exists.")
  var force = false

  func validate() throws {
    guard output.hasSuffix(".xml"), !output.hasSuffix("/.xml"), output != ".xml" else {
      throw ValidationError("--output takes the name of a file that ends in .xml.")
    }
  }

  func run() throws {
    let prepared = try pack.load()
    try Failure.reporting {
      let file = try SingleFile(
        output, force ? .isReplaced : .staysWithoutForce, noun: "profile")
      let bytes = try InputFiles.read(profile, limit: XMLReader.profileLimit + 1)
      let carried = try CarriedProfile(bytes, file: profile, pack: prepared)
      try file.write(carried.bytes)
      for line in carried.lines { try Terminal.print("decision-aid: \(line)") }
      try Terminal.print("decision-aid: wrote \(file.path).")
    }
  }
}
