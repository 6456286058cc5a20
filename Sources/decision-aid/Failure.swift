// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore
import Markup

/// Shows why a command ends, and with which exit status.
enum Failure {
  /// Runs what a command does; when that fails because of an input or a file, shows why.
  ///
  /// - Throws: an exit code then; other errors as they are.
  static func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as PipelineFailure {
      throw report(failure)
    } catch let error as FileError {
      throw report(error)
    }
  }

  /// Runs what reads or writes a ledger, and shows why it failed.
  ///
  /// - Throws: an exit code.
  static func reporting<Result>(at path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let code as ExitCode {
      throw code
    } catch {
      throw report(FileError.ledger(error, at: path))
    }
  }

  /// Shows the diagnostics of a failure.
  static func report(_ failure: PipelineFailure) -> ExitCode {
    for diagnostic in failure.diagnostics { show(diagnostic) }
    return ExitCode(status(of: failure).rawValue)
  }

  /// Shows the diagnostic of a file error.
  static func report(_ error: FileError) -> ExitCode {
    show(error.diagnostic)
    return ExitCode(ExitStatus(error.kind).rawValue)
  }

  /// Shows one diagnostic on standard error.
  static func show(_ diagnostic: Diagnostic) {
    StandardStream.error.writeMessage("\(diagnostic)")
  }

  /// The exit status of a failure.
  static func status(of failure: PipelineFailure) -> ExitStatus {
    switch failure {
    case .notReadable: .notReadable
    case .refused: .refused
    case .withdrawn: .withdrawn
    case .selfCheckFailed: .selfCheckFailed
    }
  }
}

/// Results on standard output.
enum Terminal {
  /// Writes one line.
  ///
  /// - Throws: an exit code when nobody can read it.
  static func print(_ line: String) throws {
    try Failure.reporting { try StandardStream.output.write(line: line) }
  }

  /// Writes bytes as they are.
  ///
  /// - Throws: an exit code when nobody can read them.
  static func print(bytes: [UInt8]) throws {
    do throws(SystemFault) {
      try StandardStream.output.write(bytes)
    } catch {
      throw ExitCode(ExitStatus.notWritable.rawValue)
    }
  }
}

extension InputFiles {
  /// The path of the one file that an argument means; a folder may stand for it.
  ///
  /// - Parameter noun: what it should be, for messages.
  /// - Throws: an exit code when it cannot be read, `ValidationError` when it is more than one.
  static func single(_ argument: String, _ noun: String) throws -> String {
    let inputs = InputFiles([argument])
    if let problem = inputs.problems.first { throw Failure.report(problem) }
    guard inputs.paths.count == 1, let path = inputs.paths.first else {
      throw ValidationError("Name one \(noun).")
    }
    return path
  }
}
