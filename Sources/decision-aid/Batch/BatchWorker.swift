// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import FileStore
import Markup

/// One worker of a batch: takes profiles, makes their documents, writes them in groups.
struct BatchWorker {
  let batch: Batch
  let queue: WorkQueue
  let duplicates: DuplicateIDs
  let showsProgress: Bool

  /// Works until there is nothing left to take.
  func run() async -> [IndexedOutcome] {
    var outcomes: [IndexedOutcome] = []
    do {
      var pipeline = try Pipeline(
        pack: batch.pack, settings: batch.settings, hashing: .swiftCrypto)
      var store = try OutputStore(
        batch.directory, of: .written, durability: batch.paths.count > 1 ? .group : .eachFile,
        ledger: batch.session?.ledger)
      let printing = try batch.printer.map { try Printing($0, in: batch.directory) }
      var progress = ProgressLine(total: queue.total)
      var waiting = 0
      while let index = queue.take() {
        let outcome = await work(index, &pipeline, &store, printing)
        outcomes.append(IndexedOutcome(index: index, outcome: outcome))
        if case .fileFailed(let error) = outcomes[outcomes.count - 1].outcome,
          error.endsTheBatch
        {
          queue.stop()
        }
        waiting += 1
        if waiting == Batch.groupSize {
          commit(&store, &outcomes, last: waiting)
          waiting = 0
        }
        if showsProgress { progress.update(done: queue.taken) }
      }
      if Interruption.requested != nil {
        store.discard()
        mark(&outcomes, last: waiting, as: .notTried)
      } else {
        commit(&store, &outcomes, last: waiting)
      }
      if showsProgress { progress.clear() }
    } catch let error as FileError {
      queue.stop()
      if let index = queue.take() ?? (outcomes.isEmpty ? 0 : nil) {
        outcomes.append(IndexedOutcome(index: index, outcome: .fileFailed(error)))
      }
    } catch let failure as PipelineFailure {
      queue.stop()
      outcomes.append(IndexedOutcome(index: 0, outcome: .failed(failure)))
    } catch {
      queue.stop()
    }
    return outcomes
  }

  private func work(
    _ index: Int, _ pipeline: inout Pipeline, _ store: inout OutputStore, _ printing: Printing?
  ) async -> Outcome {
    let path = batch.paths[index]
    if let refusal = duplicates.refusal(of: index, in: batch.paths) { return .failed(refusal) }
    do throws(FileError) {
      let bytes = try InputFiles.read(path, limit: 1 << 20)
      var signer: RecordSigner?
      if let signing = batch.signing { signer = try RecordSigner(signing, batch.session) }
      let generation: Generation
      do throws(PipelineFailure) {
        generation = try pipeline.generate(bytes, file: path, signer: signer)
      } catch {
        return .failed(error)
      }
      let printed = try await printing?.printed(
        generation.files, of: generation.profile, "\(batch.settings.date)")
      let fonts = try await printing?.warnings(of: generation.files, of: generation.profile) ?? []
      let all = generation.files + (printed ?? [])
      let entry = batch.session?.entry(
        for: generation, files: all.map(\.stamp),
        isSigned: batch.signing != nil)
      try store.stage(
        patient: generation.profile, files: all,
        replacing: DocumentFormats.namesBeside(generation.files.map(\.name)), entry: entry)
      return .written(generation.warnings + fonts)
    } catch {
      return error.kind == .interrupted ? .notTried : .fileFailed(error)
    }
  }

  /// Commits what is staged; when that fails, none of the last profiles counts as written.
  private func commit(
    _ store: inout OutputStore, _ outcomes: inout [IndexedOutcome], last: Int
  ) {
    do throws(FileError) {
      try store.commit()
    } catch {
      mark(&outcomes, last: last, as: .fileFailed(error))
      if error.endsTheBatch { queue.stop() }
    }
  }

  private func mark(_ outcomes: inout [IndexedOutcome], last: Int, as outcome: Outcome) {
    for index in outcomes.indices.suffix(last) {
      if case .written = outcomes[index].outcome { outcomes[index].outcome = outcome }
    }
  }
}
