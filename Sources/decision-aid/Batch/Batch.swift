// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import FileStore
import Markup
import Synchronization

/// Many profiles, worked on by several workers, with results in the order of the inputs.
///
/// Memory does not grow with the number of profiles, but for one short entry each: every worker
/// holds one person's documents at a time.
struct Batch: Sendable {
  /// The profiles.
  let paths: [String]
  /// The pack.
  let pack: PreparedPack
  /// What comes from outside.
  let settings: Settings
  /// Where documents go.
  let directory: OutputDirectory
  /// The number of workers.
  let jobs: Int
  /// What prints the pages, or nil when nothing is printed.
  let printer: Printer?
  /// The ledger, or nil when none is kept.
  var session: LedgerSession?
  /// How records are signed, or nil: they are not.
  var signing: SigningIdentity?

  /// How many people are made durable together.
  static let groupSize = 64

  /// Runs the batch.
  func run() async -> BatchReport {
    let duplicates = DuplicateIDs(in: paths)
    let queue = WorkQueue(count: paths.count)
    let workers = min(jobs, max(1, paths.count))
    let outcomes = await withTaskGroup(of: [IndexedOutcome].self) { group in
      for number in 0..<workers {
        group.addTask {
          await BatchWorker(
            batch: self, queue: queue, duplicates: duplicates, showsProgress: number == 0
          ).run()
        }
      }
      var outcomes = [Outcome](repeating: .notTried, count: paths.count)
      for await part in group {
        for entry in part { outcomes[entry.index] = entry.outcome }
      }
      return outcomes
    }
    return BatchReport(outcomes: outcomes)
  }
}

/// What became of one profile.
enum Outcome: Sendable {
  /// Written, with warnings.
  case written([Diagnostic])
  /// Not written because of the profile.
  case failed(PipelineFailure)
  /// Not written because of a file.
  case fileFailed(FileError)
  /// Not reached: an earlier failure ended the batch.
  case notTried
}

/// An outcome and the place of its profile among the inputs.
struct IndexedOutcome: Sendable {
  let index: Int
  var outcome: Outcome
}

/// Hands out the places of profiles to workers.
final class WorkQueue: Sendable {
  private let count: Int
  private let next = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)

  init(count: Int) { self.count = count }

  /// The next place, or nil when there is none or the batch ends early.
  func take() -> Int? {
    if stopped.load(ordering: .relaxed) || Interruption.requested != nil { return nil }
    let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }

  /// How many places were handed out.
  var taken: Int { min(count, next.load(ordering: .relaxed)) }
  /// The number of places.
  var total: Int { count }

  /// Ends the batch early: nothing more can be written.
  func stop() { stopped.store(true, ordering: .relaxed) }
}
