// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import Crypto
import DecisionAid
import EvidencePack
import FileStore
import Markup

/// The option that names another pack.
struct PackOption: ParsableArguments {
  @Option(help: "A folder with an evidence pack. Default: the pack inside the program.")
  var pack: String?

  /// The pack, read and checked.
  func load() throws -> PreparedPack {
    try Failure.reporting {
      return try PreparedPack(try source(), hashing: .swiftCrypto)
    }
  }

  /// The pack, for commands that make or check documents.
  ///
  /// - Throws: an exit code when it is withdrawn, too; the reason was shown.
  func loadForDocuments() throws -> PreparedPack {
    let prepared = try load()
    if let refusal = prepared.refusal { throw Failure.report(refusal) }
    return prepared
  }

  /// Shows the warnings about a pack that its author named; those about the pack inside the program
  /// stand in the documents.
  func showWarnings(of prepared: PreparedPack) {
    guard pack != nil else { return }
    for warning in prepared.warnings { Failure.show(warning) }
  }

  private func source() throws -> PackSource {
    guard let pack else { return PreparedPack.embedded }
    let folder = InputFiles([pack])
    if let problem = folder.problems.first { throw problem }
    return PackSource(
      try folder.paths.map { path in
        .init(
          name: String(path.split(separator: "/").last ?? ""),
          bytes: try InputFiles.read(path, limit: 16 << 20))
      })
  }
}

/// The option that names the day.
struct DateOption: ParsableArguments {
  @Option(
    help: "The day that the documents carry, YYYY-MM-DD. Default: today (UTC).",
    transform: CalendarDay.argument)
  var date: CalendarDay?

  /// The day.
  ///
  /// UTC, so that the time zone of the machine does not change a document.
  var day: CalendarDay { date ?? WallClock.now.day }
}

/// The options that name some days.
struct PeriodOptions: ParsableArguments {
  @Option(help: "The first day, YYYY-MM-DD.", transform: CalendarDay.argument)
  var from: CalendarDay?

  @Option(help: "The last day, YYYY-MM-DD.", transform: CalendarDay.argument)
  var to: CalendarDay?

  func validate() throws {
    if let from, let to, to < from {
      throw ValidationError("The period ends before it begins: --from names a later day than --to.")
    }
  }
}

extension CalendarDay {
  /// The day that an argument names.
  ///
  /// - Throws: `ValidationError` when it names none.
  static func argument(_ text: String) throws -> CalendarDay {
    guard let day = TypedText.day(text) else {
      throw ValidationError("A day has the form YYYY-MM-DD, such as 2026-11-22, from 2000 on.")
    }
    return day
  }
}

extension FixedWidthInteger {
  /// The whole number that an argument names, as people type them elsewhere.
  ///
  /// - Throws: `ValidationError` when it names none.
  static func argument(_ text: String) throws -> Self {
    guard let number = TypedText.whole(text).flatMap({ Self(exactly: $0) }) else {
      throw ValidationError("Write a whole number without sign or leading zeros.")
    }
    return number
  }
}

extension Hashing {
  /// Digests by swift-crypto.
  static let swiftCrypto = Hashing { Array(SHA256.hash(data: $0)) }
}
