// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import FileStore
import Glibc
import Markup

/// `decision-aid keys`: about the key that records are signed with.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Makes or shows the key and certificate that sign records.",
    discussion: """
      EXAMPLES
        decision-aid keys create --output keys --name "Example Hospital"
        decision-aid keys show keys
      """,
    subcommands: [KeysCreateCommand.self, KeysShowCommand.self])

  /// What is printed about a certificate.
  static func lines(about certificate: SigningCertificate) -> [String] {
    [
      "  subject      \(certificate.subject)",
      "  valid from   \(UTCInstant(seconds: certificate.validFrom).toTheSecond)",
      "  valid to     \(UTCInstant(seconds: certificate.validTo).toTheSecond)",
      "  fingerprint  SHA-256 \(certificate.fingerprint)",
    ]
  }
}

/// `decision-aid keys create`: writes a new key and a certificate that it signs itself.
struct KeysCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Writes a new signing key and its certificate to a folder.",
    discussion: """
      The key is one on the curve P-256 without a password; the certificate is self-signed. Both
      files are readable by you only, and files that exist are never replaced.

      EXAMPLES
        decision-aid keys create --output keys
        decision-aid keys create --output hospital-keys --name "Example Hospital" --days 1827

      EXIT STATUS
        0 written, 64 wrong arguments, 73 a file is there already or cannot be written.
      """)

  @Option(help: "The folder for both files; it is made if it is missing.", completion: .directory)
  var output: String

  @Option(help: "Whom the certificate names: the common name of its subject.")
  var name = SigningIdentity.defaultName

  @Option(help: "For how many days the certificate holds, from now on.", transform: Int.argument)
  var days = SigningIdentity.defaultDays

  func run() throws {
    let identity: SigningIdentity
    do throws(KeyFault) {
      identity = try SigningIdentity.make(name: name, validFrom: time(nil), days: days)
    } catch {
      let diagnostic = error.diagnostic(file: error == .wrongDays ? "--days" : "--name")
      Failure.show(diagnostic)
      let isOurs = error == .wrongDays || error == .wrongName
      throw ExitCode((isOurs ? ExitStatus.wrongArguments : .selfCheckFailed).rawValue)
    }
    let folder = KeyFolder(output)
    try Failure.reporting { try folder.write(identity) }
    let lines =
      ["decision-aid: wrote \(folder.keyPath) and \(folder.certificatePath)."]
      + KeysCommand.lines(about: identity.certificate) + [
        "Keep the key secret and a copy of it in a safe place: who has it can sign in your name.",
        "Give the certificate to everyone who checks records, and tell them its fingerprint by "
          + "another way, such as on paper.",
      ]
    for line in lines { try Terminal.print(line) }
  }
}

/// `decision-aid keys show`: prints what a certificate says.
struct KeysShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints subject, validity and fingerprint of a certificate.",
    discussion: """
      With a key beside the certificate it is checked that they belong together.

      EXAMPLES
        decision-aid keys show keys
      """)

  @Argument(
    help: "The folder with \(KeyFolder.certificateName), and \(KeyFolder.keyName) if you have it.",
    completion: .directory)
  var folder: String

  func run() throws {
    let folder = KeyFolder(folder)
    let hasKey = folder.hasKey
    let certificate = try Failure.reporting {
      hasKey ? try folder.identity().certificate : try folder.certificate()
    }
    for warning in folder.warnings { Failure.show(warning) }
    let kind = hasKey ? "key and certificate" : "certificate, without a key,"
    for line in ["\(kind) in \(folder.path)"] + KeysCommand.lines(about: certificate) {
      try Terminal.print(line)
    }
  }
}

/// The option that names the keys to sign with.
struct KeysOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sign with the key in this folder, made by keys create.", valueName: "folder"),
    completion: .directory)
  var keys: String?

  /// The key and its certificate, or nil when the option is not given; warnings are shown.
  func load() throws -> SigningIdentity? {
    guard let keys else { return nil }
    let folder = KeyFolder(keys)
    return try Failure.reporting {
      let identity = try folder.identity()
      for warning in folder.warnings { Failure.show(warning) }
      return identity
    }
  }
}
