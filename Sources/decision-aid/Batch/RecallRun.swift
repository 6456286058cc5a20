// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import Documents
import EvidencePack
import FileStore
import Markup
import RecordAudit

/// What became of one person whose documents are recalled.
enum Recalled: Sendable, Equatable {
  /// A letter was written, with new documents beside it.
  case renewed
  /// A letter was written; there is no profile that the pack of today accepts.
  case told(NoProfile)
  /// The person was told before, and nothing new can be made.
  case toldBefore(NoProfile)
  /// Another run was first.
  case overtaken

  /// Why no new documents can be made.
  enum NoProfile: String, Sendable {
    case none = "there is no profile of this person"
    case several = "several profiles have this pseudonym"
    case refused = "today's evidence does not accept the profile"
  }
}

/// Tells people that their documents come from withdrawn evidence, and makes new ones where it can: one
/// person after the other, each whole or not at all.
struct RecallRun {
  /// One person whose documents are recalled.
  struct Case {
    /// The pseudonym.
    let profile: String
    /// The number of the documents.
    let number: String
    /// The documents, as the ledger names them.
    let document: StandingDocument
    /// Why they are recalled.
    let withdrawal: Withdrawal
  }

  private let pack: PreparedPack
  private let session: LedgerSession
  private let signing: SigningIdentity?
  private let printing: Printing?
  private let folder: String
  private let day: CalendarDay
  private let paths: [String: [String]]
  private var pipeline: Pipeline
  private var letters: NoticeMaker

  /// A run into a folder.
  ///
  /// - Parameter paths: the profiles by pseudonym.
  /// - Throws: `PipelineFailure` when the pack or an embedded part is not usable, `FileError` when the
  ///   folder is not.
  init(
    pack: PreparedPack, session: LedgerSession, signing: SigningIdentity?, printer: Printer?,
    directory: OutputDirectory, day: CalendarDay, paths: [String: [String]]
  ) throws {
    (self.pack, self.session, self.signing, self.day, self.paths) =
      (pack, session, signing, day, paths)
    folder = directory.path
    printing = try printer.map { try Printing($0, in: directory) }
    pipeline = try Pipeline(
      pack: pack, settings: Settings(date: day), hashing: .swiftCrypto)
    letters = try NoticeMaker(pack: pack, hashing: .swiftCrypto)
  }

  /// Tells one person.
  ///
  /// - Throws: `FileError`, or `PipelineFailure` for a fault of the program; then nothing of this person
  ///   was written.
  mutating func tell(_ person: Case, in directory: OutputDirectory) async throws -> Recalled {
    let (generation, profile, problem) = try renew(person)
    if generation == nil && isTold(person) { return .toldBefore(problem) }
    let record = record(of: person)
    let subject = RecallNotice.Subject(
      document: person.number,
      made: record?.date ?? person.document.event.time.day, written: day,
      withdrawal: person.withdrawal, addressee: addressee(profile, record),
      beside: generation.map { $0.isUrgent ? .urgentSheet : .newHandout } ?? .nothing)
    let letter = try await letter(subject, of: person)
    var files = generation?.files ?? []
    var entry: LedgerEvent?
    if let generation {
      let printed = try await printing?.printed(files, of: person.profile, "\(day)")
      files += printed ?? []
      entry = session.entry(
        for: generation, files: files.map(\.stamp), isSigned: signing != nil)
    }
    var store = try OutputStore(
      directory, of: .written, durability: .eachFile, ledger: session.ledger)
    try store.stage(
      patient: person.profile, files: files + letter,
      replacing: generation == nil ? [] : DocumentFormats.namesBeside(files.map(\.name)),
      entry: entry, notice: row(person, letter))
    try store.commit()
    if !store.overtaken.isEmpty { return .overtaken }
    return generation == nil ? .told(problem) : .renewed
  }

  /// New documents from the person's profile, if the pack of today accepts it; the bytes of the profile,
  /// and why there are none.
  private mutating func renew(
    _ person: Case
  ) throws -> (Generation?, profile: [UInt8]?, Recalled.NoProfile) {
    let own = paths[person.profile] ?? []
    guard let path = own.first else { return (nil, nil, .none) }
    if own.count > 1 { return (nil, nil, .several) }
    let bytes = try InputFiles.read(path, limit: 1 << 20)
    let signer = try signing.map { try RecordSigner($0, session) }
    do throws(PipelineFailure) {
      let made = try pipeline.generate(bytes, file: path, signer: signer)
      for warning in made.warnings { Failure.show(warning) }
      // What the file begins with is not what it says: it is the profile of somebody else.
      return made.profile == person.profile ? (made, bytes, .none) : (nil, nil, .none)
    } catch {
      switch error {
      case .refused, .notReadable: _ = Failure.report(error)
      case .withdrawn, .selfCheckFailed: throw error
      }
      return (nil, bytes, .refused)
    }
  }

  /// Whether the letter that is asked for lies there.
  private func isTold(_ person: Case) -> Bool {
    guard let notice = person.document.notice else { return false }
    let wanted =
      [NoticeFile.page(about: person.number)]
      + (printing == nil ? [] : [NoticeFile.print(about: person.number)])
    return Set(notice.artefacts.map(\.name)).isSuperset(of: wanted)
      && notice.artefacts.allSatisfy {
        SafeName.isSafe($0.name)
          && (try? FileStamp(of: "\(folder)/\(person.profile)/\($0.name)")) == $0
      }
  }

  /// The record of the older documents, if it lies there as the ledger names it.
  private func record(of person: Case) -> RecordFile? {
    guard case .whole(let bytes) = KeptRecord.copy(of: person.document.event, in: folder) else {
      return nil
    }
    return try? RecordFile(bytes, file: "record.xml")
  }

  /// Whom the letter goes to: from the profile of today, else from the record of the older documents.
  private func addressee(_ profile: [UInt8]?, _ record: RecordFile?) -> Addressee {
    profile.map { letters.addressee(profile: $0) } ?? record.map { letters.addressee(record: $0) }
      ?? Addressee()
  }

  private mutating func letter(
    _ subject: RecallNotice.Subject, of person: Case
  ) async throws -> [GeneratedFile] {
    let page = try letters.bytes(of: subject)
    let file = GeneratedFile(name: NoticeFile.page(about: person.number), bytes: page)
    guard let printing else { return [file] }
    let name = NoticeFile.print(about: person.number)
    return [file, try await printing.printed(page, as: name, of: person.profile, "\(day)")]
  }

  /// The row that notes a letter.
  private func row(_ person: Case, _ letter: [GeneratedFile]) -> LedgerEvent {
    LedgerEvent(
      .recalled, time: WallClock.now, profile: person.profile, document: person.number,
      operatorName: session.operatorName, reason: session.reason, outcome: "told",
      program: session.program,
      inputs: [
        InputStamp(
          kind: "evidencePack", id: pack.pack.identity.id, version: pack.pack.identity.version,
          digest: pack.digest)
      ], artefacts: letter.map(\.stamp), rows: [person.document.row])
  }
}

extension Generation {
  /// Whether the patient's page is the one that cannot wait.
  fileprivate var isUrgent: Bool { files.contains { $0.name == UrgentHTML.file.name } }
}
