// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore

/// The command `decision-aid`.
@main
struct DecisionAidCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decision-aid",
    abstract: "Makes documents for a shared decision about a painful spine fracture.",
    discussion: """
      Not medical advice. Synthetic people only: the evidence needs clinical review before use.

      EXAMPLES
        decision-aid generate Profiles --output Output
        decision-aid check Profiles/01-swing-us.xml
        decision-aid explain Profiles/01-swing-us.xml
        decision-aid analyse Profiles/Analyses/thrombolytics.xml
        decision-aid ipdas Output/01-swing-us/record.xml
        decision-aid audit rederive Output/01-swing-us/record.xml
        decision-aid schema preference-profile
        decision-aid keys create --output keys

      EXIT STATUS
        0 done, 1 refused because of mistakes in an input, 64 wrong arguments, 65 input not
        readable as XML, 70 self-check failed, 73 output not writable, 74 ledger or document
        changed, 75 ledger held by another program, 76 newer version needed, 77 signature refused, 78 evidence
        withdrawn.
      """,
    version: ProgramVersion.current,
    subcommands: [
      GenerateCommand.self, GalleryCommand.self, CheckCommand.self, ExplainCommand.self,
      NewCommand.self, CarryCommand.self, AnalyseCommand.self, IpdasCommand.self,
      SchemaCommand.self,
      PackCommand.self, KeysCommand.self, AuditCommand.self,
    ])

  /// Prepares the process, then runs the command.
  static func main() async {
    ProcessSettings.apply()
    if let place = ProcessSettings.argumentNotUTF8() {
      exit(
        withError: ValidationError(
          "Argument \(place) is not UTF-8 text. Set the terminal to UTF-8, and write it anew."))
    }
    if let error = ProcessSettings.tooFewOpenFiles() ?? ProcessSettings.tooLittleMemory() {
      exit(withError: Failure.report(error))
    }
    await main(nil)
  }
}
