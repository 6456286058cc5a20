// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import FileStore
import Markup

/// The ledger of one run of `generate`; all workers share it.
struct LedgerSession: Sendable {
  /// The ledger.
  let ledger: Ledger
  /// The program as the ledger names it.
  let program: ProgramStamp
  /// Who runs it.
  let operatorName: String?
  /// Why, as the user says.
  let reason: String?

  /// Opens the ledger of an output directory; by default it is made where there is none.
  ///
  /// - Throws: `FileError` with the status of its kind.
  init(
    _ path: String, _ access: Ledger.Access = .append, operatorName: String?, reason: String?,
    wait: Double = 60
  ) throws(FileError) {
    ledger = try LedgerSession.open(path, access, wait: wait)
    do throws(SystemFault) {
      program = ProgramStamp(
        version: ProgramVersion.current, digest: try FileStamp.program().digest)
    } catch {
      throw FileError(
        .inputNotReadable, "program.notReadable", at: "/proc/self/exe",
        "The program cannot read its own file", error)
    }
    self.operatorName = operatorName
    self.reason = reason
  }

  /// Opens a ledger.
  ///
  /// - Throws: `FileError` with the status of its kind.
  static func open(
    _ path: String, _ access: Ledger.Access, wait: Double = 60
  ) throws(FileError) -> Ledger {
    let place = try LedgerPlace(path)
    if access == .append { try place.make() }
    guard place.exists || access == .append else {
      throw FileError(
        LedgerError(
          .missing, at: path, "There is no ledger.", advice: "Name one with --ledger FILE."))
    }
    do throws(LedgerError) {
      return try Ledger(
        path, access == .read && place.isFixed ? .readImmutable : access, now: WallClock.now,
        usesLog: place.usesLog, busySeconds: wait)
    } catch {
      throw FileError(error)
    }
  }

  /// The row that a document set asks for, but for what stands before it in the ledger.
  func entry(for generation: Generation, files: [FileStamp], isSigned: Bool) -> LedgerEvent {
    let facts = generation.facts
    return LedgerEvent(
      .generated, time: WallClock.now, profile: generation.profile, document: facts.document,
      fingerprint: facts.fingerprint, isSigned: isSigned, operatorName: operatorName,
      reason: reason, outcome: "written", program: program,
      inputs: [
        InputStamp(kind: "profile", digest: facts.profileDigest),
        InputStamp(
          kind: "evidencePack", id: facts.pack, version: facts.packVersion,
          digest: facts.packDigest),
      ], artefacts: files,
      summary: EventSummary(
        answers: facts.answers, order: facts.order, expiryReason: facts.expiryReason,
        overrides: facts.overrides))
  }
}

extension LedgerSession {
  /// Mends what killed runs left in an output directory, and says so.
  ///
  /// - Throws: `FileError` when the ledger cannot be written.
  func mendWhatIsLeft(in directory: OutputDirectory) throws(FileError) {
    let warnings = try LedgerRecovery(
      ledger: ledger, documents: .written, operatorName: operatorName, path: directory.path
    ).mendWhatIsLeft(in: directory)
    for warning in warnings { Failure.show(warning) }
  }

  /// Keeps a signed head in the ledger, so that rows cannot be written anew without the key.
  ///
  /// - Throws: an exit code; the reason was shown.
  func keepHead(signedBy identity: SigningIdentity) throws {
    try Failure.reporting(at: ledger.path) {
      try ledger.append { transaction in
        let head = transaction.head
        if head.size == 0 { return }
        let checkpoint = try Checkpoint(head, time: WallClock.now).signed(by: identity)
        try transaction.keep(checkpoint: checkpoint.text, size: head.size)
      }
    }
  }
}

extension GeneratedFile {
  /// The exact bytes of the file, as the ledger names them.
  var stamp: FileStamp {
    FileStamp(
      name: name, bytes: bytes.count, digest: digest ?? Hashing.swiftCrypto.hexadecimal(bytes))
  }
}
