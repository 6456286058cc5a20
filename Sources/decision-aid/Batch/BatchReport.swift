// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore

/// What became of a batch, in the order of the inputs.
struct BatchReport: Sendable {
  /// One outcome per profile.
  let outcomes: [Outcome]

  /// Shows every message, then one line that sums up.
  ///
  /// - Throws: an exit code other than 0 when something was not written.
  func show(pack: PreparedPack, into output: String, unusable: [FileError]) throws {
    var written = 0
    var last: FileError?
    for outcome in outcomes {
      switch outcome {
      case .written(let warnings):
        written += 1
        for warning in warnings { Failure.show(warning) }
      case .failed(let failure):
        for diagnostic in failure.diagnostics { Failure.show(diagnostic) }
      case .fileFailed(let error):
        // One full disk is one message, not one for every profile.
        if error != last { Failure.show(error.diagnostic) }
        last = error
      case .notTried: break
      }
    }
    let identity = pack.pack.identity
    let left = outcomes.count + unusable.count - written
    let summary =
      "decision-aid: wrote the documents of \(written) "
      + (written == 1 ? "profile" : "profiles") + " to \(output) (evidence \(identity.id) "
      + "\(identity.version))" + (left == 0 ? "." : "; \(left) not written, see above.")
    try Failure.reporting {
      try StandardStream.output.write(line: summary)
    }
    let status = status(unusable)
    if status != .written { throw ExitCode(status.rawValue) }
  }

  /// The exit status: faults of the program, the ledger and the disk first; a single input tells its own
  /// kind of failure, a batch says that not everything was written.
  private func status(_ unusable: [FileError]) -> ExitStatus {
    var all = unusable.map { ExitStatus($0.kind) }
    for outcome in outcomes {
      switch outcome {
      case .written: break
      case .failed(let failure): all.append(Failure.status(of: failure))
      case .fileFailed(let error): all.append(ExitStatus(error.kind))
      case .notTried: break
      }
    }
    let urgent: [ExitStatus] = [
      .selfCheckFailed, .ledgerDamaged, .newerVersion, .notWritable, .ledgerLocked,
    ]
    if let first = urgent.first(where: all.contains) { return first }
    if all.isEmpty {
      // A profile that was not reached was not written, whatever ended the batch.
      let isDone = outcomes.allSatisfy { if case .written = $0 { true } else { false } }
      return isDone ? .written : .notWritable
    }
    return outcomes.count + unusable.count == 1 ? all[0] : .refused
  }
}
