// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Subprocess
import SystemPackage

/// Runs a program; it and all that it starts form a group of processes of their own, which ends with
/// the call, on every path.
///
/// It reads nothing, what it prints is thrown away, and no open file of ours reaches it.
enum ChildProcess {
  /// How it ended.
  enum Ending: Sendable, Equatable {
    /// By itself, with an exit status.
    case exited(Int32)
    /// By a signal.
    case killed
    /// It was still running when its time was over.
    case timeOver
    /// This program was asked to stop.
    case interrupted
  }

  /// Runs a program until it has ended, its time is over, or a signal asks us to stop.
  ///
  /// - Parameters:
  ///   - path: the file of the program.
  ///   - arguments: what follows its name.
  ///   - environment: all variables that it gets, by name.
  ///   - seconds: how long it may take.
  /// - Throws: the fault of the system that kept it from being started.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], seconds: Int
  ) async throws(SystemFault) -> Ending {
    var options = PlatformOptions()
    options.processGroupID = 0
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    do {
      let result = try await Subprocess.run(
        .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom(variables),
        platformOptions: options, input: .none, output: .discarded, error: .discarded
      ) { child in
        let id = child.processIdentifier.value
        let early = await wait(for: id, seconds: seconds)
        // The leader is buried after this closure, so the number of the group is still its own.
        _ = kill(-id, SIGKILL)
        return early
      }
      if let early = result.closureResult { return early }
      switch result.terminationStatus {
      case .exited(let status): return .exited(status)
      case .signaled: return .killed
      }
    } catch let error as SubprocessError {
      let isMissing = error.code == .executableNotFound
      throw SystemFault(error.underlyingError?.rawValue ?? (isMissing ? ENOENT : EIO))
    } catch {
      throw SystemFault(EIO)
    }
  }

  /// Waits without burying; nil when the program has ended.
  private static func wait(for id: pid_t, seconds: Int) async -> Ending? {
    let end = SuspendingClock.now.advanced(by: .seconds(seconds))
    while true {
      var news = siginfo_t()
      let result = waitid(P_PID, id_t(id), &news, WEXITED | WNOHANG | WNOWAIT)
      if result == 0 ? news.si_signo == SIGCHLD : errno != EINTR { return nil }
      if Interruption.requested != nil { return .interrupted }
      if SuspendingClock.now >= end { return .timeOver }
      do { try await Task.sleep(for: .milliseconds(5)) } catch { return .interrupted }
    }
  }
}
