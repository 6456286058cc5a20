// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import DecisionAid
import EvidencePack
import FileStore
import Markup

/// The options of commands about the documents of one version of a pack.
struct AffectedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The version of the evidence, such as 1.0.0.", valueName: "version"))
  var pack: String

  @Option(
    help: ArgumentHelp(
      "Only documents with this answer, as the ledger names it; can be given several times.",
      valueName: "outcome"))
  var outcome: [String] = []

  @Option(
    help: "A folder with the evidence pack of today. Default: the pack inside the program.",
    completion: .directory)
  var currentPack: String?

  func validate() throws {
    let parts = pack.split(separator: ".", omittingEmptySubsequences: false)
    let isVersion = parts.allSatisfy { part in
      (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard parts.count == 3, isVersion else {
      throw ValidationError("--pack takes the version of a pack, such as 1.0.0.")
    }
  }

  /// The pack of today, as `--current-pack` names it.
  var current: PackOption {
    var option = PackOption()
    option.pack = currentPack
    return option
  }
}

/// The documents of one version of a pack that stand in a ledger: the last of their people, not erased.
struct AffectedDocuments {
  /// The id of the pack.
  let pack: String
  /// The version.
  let version: String
  /// The documents, by pseudonym.
  private(set) var documents: [StandingDocument] = []
  /// How many documents of each version stand in the ledger.
  private(set) var versions: [String: Int] = [:]

  /// Reads a ledger.
  ///
  /// - Throws: an exit code; `ValidationError` for an answer that neither a document of the ledger nor
  ///   a withdrawal of the pack names.
  init(_ ledger: Ledger, _ options: AffectedOptions, current: EvidencePack) throws {
    (pack, version) = (current.identity.id, options.pack)
    var known = Set(current.withdrawals.flatMap(\.outcomes))
    var (found, count) = ([StandingDocument](), [String: Int]())
    try Failure.reporting(at: ledger.path) {
      try ledger.standingDocuments { document in
        known.formUnion(document.event.outcomes)
        guard let evidence = document.event.evidence, evidence.id == current.identity.id,
          let version = evidence.version
        else { return }
        count[version, default: 0] += 1
        let isAsked =
          options.outcome.isEmpty
          || document.event.outcomes.contains(where: options.outcome.contains)
        if version == options.pack && isAsked { found.append(document) }
      }
    }
    if let unknown = options.outcome.first(where: { !known.contains($0) }) {
      throw ValidationError(
        "There is no answer \(unknown). --outcome takes \(known.sorted().joined(separator: ", ")).")
    }
    (documents, versions) = (found, count)
  }

  /// The documents that a withdrawal of the pack covers, with it.
  func covered(by current: EvidencePack) -> [(document: StandingDocument, by: Withdrawal)] {
    documents.compactMap { document in
      current.withdrawal(of: pack, version: version, outcomes: document.event.outcomes).map {
        (document, $0)
      }
    }
  }

  /// That there is no such document, in one line.
  var nothing: String {
    let held = versions.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.key) (\($0.value))" }
    return "decision-aid: no document of evidence \(pack) \(version) is affected; "
      + (held.isEmpty
        ? "the ledger holds no document of this evidence."
        : "the ledger holds documents of \(held.joined(separator: ", ")).")
  }
}

extension AffectedDocuments {
  /// The documents as lines to read.
  func lines(_ current: PreparedPack) -> [String] {
    if documents.isEmpty { return [nothing] }
    let isOne = documents.count == 1
    var lines = [
      "decision-aid: \(Counted(documents.count, "document set")) of evidence \(pack) \(version) "
        + (isOne ? "is the last of its person." : "are the last of their people.")
    ]
    let withdrawals = current.pack.withdrawals.filter { $0.versions.contains(version) }
    lines += withdrawals.map { "Withdrawn on \($0.day). \(current.reason(of: $0))" }
    if withdrawals.isEmpty { lines.append("The pack of today does not withdraw this version.") }
    for document in documents {
      let event = document.event
      let withdrawal = current.pack.withdrawal(
        of: pack, version: version, outcomes: event.outcomes)
      lines.append(
        "\(event.profile ?? "")  document \(event.document ?? "")  \(event.time)  row \(document.row)"
      )
      lines.append(
        "  \(event.artefacts.map(\.name).joined(separator: ", ")); program "
          + "\(event.program?.version ?? "not named"); record sha256 \(recordDigest(of: event) ?? "none")"
      )
      lines += (event.summary?.answers ?? []).map {
        "  \($0.question): \($0.verdict)" + ($0.leader.map { " (\($0))" } ?? "")
      }
      lines.append(
        document.noticeRow.map { "  the person was told: row \($0)" }
          ?? (withdrawal == nil
            ? "  not covered by a withdrawal" : "  the person has not been told"))
    }
    return lines
  }

  /// The documents as a tree for programs.
  func result(_ current: PreparedPack) -> ValueTree {
    typealias Field = ValueTree.Field
    return .object([
      Field("pack", pack), Field("version", version),
      Field(
        "withdrawals",
        ValueTree.list(
          current.pack.withdrawals.filter { $0.versions.contains(version) }.map {
            .object([
              Field("on", "\($0.day)"), Field("reason", current.reason(of: $0)),
              Field("outcomes", $0.outcomes),
            ])
          })),
      Field(
        "documents",
        ValueTree.list(
          documents.map { document in
            let event = document.event
            return .object([
              Field("profile", event.profile), Field("document", event.document),
              Field("time", "\(event.time)"), Field("row", Int(document.row)),
              Field("program", event.program?.version), Field("fingerprint", event.fingerprint),
              Field("recordSha256", recordDigest(of: event)),
              Field(
                "files",
                ValueTree.list(
                  event.artefacts.map {
                    .object([
                      Field("name", $0.name), Field("bytes", $0.bytes), Field("sha256", $0.digest),
                    ])
                  })),
              Field(
                "answers",
                ValueTree.list(
                  (event.summary?.answers ?? []).map {
                    .object([
                      Field("question", $0.question), Field("outcome", $0.verdict),
                      Field("leader", $0.leader),
                    ])
                  })),
              Field(
                "isCovered",
                current.pack.withdrawal(of: pack, version: version, outcomes: event.outcomes) != nil
              ),
              Field("noticeRow", document.noticeRow.map { Int($0) }),
            ])
          })),
    ])
  }

  private func recordDigest(of event: LedgerEvent) -> String? {
    event.artefacts.first { $0.name == "record.xml" }?.digest
  }
}
