// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import Markup

/// `decision-aid schema`: prints a schema or the template of a profile.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a schema, or the commented template of a profile.",
    discussion: """
      NAMES
        \(SchemaCommand.names.joined(separator: ", "))

      EXAMPLES
        decision-aid schema decision-record > decision-record.xsd
        decision-aid schema profile-template > my-patient.xml
      """)

  /// The names that can be printed.
  static let names = [
    "preference-profile", "profile-template", "evidence-pack", "text-catalogue",
    "decision-record", "audit-export", "decision-problem", "checklist",
  ]

  @Argument(help: "The name.", completion: .list(SchemaCommand.names))
  var name: String

  func validate() throws {
    if !SchemaCommand.names.contains(name) {
      throw ValidationError("Use one of: \(SchemaCommand.names.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let file = name == "profile-template" ? "profile-template.xml" : "schemas/\(name).xsd"
    try Terminal.print(bytes: EmbeddedFiles.bytes(file) ?? [])
  }
}
