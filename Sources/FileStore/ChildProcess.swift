// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// A program that this one started; it and all that it starts form a group of processes of their
/// own, which ends with the value, on every path.
///
/// It reads nothing, what it prints is thrown away, and no open file of ours reaches it.
package struct ChildProcess: ~Copyable {
  /// How it ended.
  package enum Ending: Sendable, Equatable {
    /// By itself, with an exit status.
    case exited(Int32)
    /// By a signal.
    case killed
    /// It was still running when its time was over.
    case timeOver
    /// This program was asked to stop.
    case interrupted
  }

  private let id: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the file of the program.
  ///   - arguments: what follows its name.
  ///   - environment: all variables that it gets, as `NAME=value`.
  /// - Throws: the fault of `posix_spawn`.
  package init(_ path: String, _ arguments: [String], environment: [String]) throws(SystemFault) {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer {
      for text in words + variables { free(text) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for stream: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(
        &actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    // Signals that we ignore or catch are as usual there.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var started: pid_t = 0
    let fault = posix_spawn(&started, path, &actions, &attributes, &words, &variables)
    if fault != 0 { throw SystemFault(fault) }
    id = started
  }

  deinit {
    // The group is ended while its leader is not yet buried, so that its number is still its own.
    _ = kill(-id, SIGKILL)
    var state: Int32 = 0
    while waitpid(id, &state, 0) < 0 && errno == EINTR {}
  }

  /// Waits until the program has ended, its time is over, or a signal asks us to stop.
  package func wait(seconds: Int) -> Ending {
    let end = Self.now + Double(seconds)
    while true {
      var news = siginfo_t()
      let result = waitid(P_PID, id_t(id), &news, WEXITED | WNOHANG | WNOWAIT)
      if result == 0 && news.si_signo == SIGCHLD { return ending(news) }
      if result != 0 && errno != EINTR { return .killed }
      if Interruption.requested != nil { return .interrupted }
      if Self.now >= end { return .timeOver }
      _ = usleep(5000)
    }
  }

  /// The exit status, which is asked for anew: Swift does not show the parts of `siginfo_t`.
  private func ending(_ news: siginfo_t) -> Ending {
    guard news.si_code == CLD_EXITED else { return .killed }
    let status = withUnsafeBytes(of: news) {
      // POSIX leaves the place of si_status open; on Linux it follows the number and the owner.
      $0.loadUnaligned(fromByteOffset: Self.statusOffset, as: Int32.self)
    }
    return .exited(status)
  }

  /// Where Linux puts `si_status`: three numbers, padding on 64 bits, process, user.
  private static let statusOffset = MemoryLayout<Int>.size == 8 ? 24 : 20

  private static var now: Double {
    var time = timespec()
    _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
