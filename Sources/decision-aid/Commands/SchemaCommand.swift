// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import Markup

/// `decision-aid schema`: prints a schema or the template of a profile.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a schema, or the commented template of a profile.",
    discussion: """
      EXAMPLES
        decision-aid schema decision-record > decision-record.xsd
        decision-aid schema profile-template > my-patient.xml
      """)

  @Argument(help: "The name.")
  var name: SchemaName

  func run() throws {
    guard let bytes = EmbeddedFiles.bytes(name.file) else {
      throw ExitCode(ExitStatus.selfCheckFailed.rawValue)
    }
    try Terminal.print(bytes: bytes)
  }
}
