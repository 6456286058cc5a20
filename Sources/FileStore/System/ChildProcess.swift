// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

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
  ///   - environment: all variables that it gets, as `NAME=value`.
  ///   - seconds: how long it may take.
  /// - Throws: the fault of `posix_spawn`.
  static func run(
    _ path: String, _ arguments: [String], environment: [String], seconds: Int
  ) throws(SystemFault) -> Ending {
    let id = try start(path, arguments, environment)
    let early = wait(for: id, seconds: seconds)
    // The group is ended while its leader is not yet buried, so that its number is still its own.
    _ = kill(-id, SIGKILL)
    var state: Int32 = 0
    var buried = waitpid(id, &state, 0)
    while buried < 0 && errno == EINTR { buried = waitpid(id, &state, 0) }
    if let early { return early }
    // The lowest seven bits are the signal, the next eight the status.
    return buried == id && state & 0x7F == 0 ? .exited(state >> 8 & 0xFF) : .killed
  }

  private static func start(
    _ path: String, _ arguments: [String], _ environment: [String]
  ) throws(SystemFault) -> pid_t {
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
    return started
  }

  /// Waits without burying; nil when the program has ended.
  private static func wait(for id: pid_t, seconds: Int) -> Ending? {
    let end = SuspendingClock.now.advanced(by: .seconds(seconds))
    while true {
      var news = siginfo_t()
      let result = waitid(P_PID, id_t(id), &news, WEXITED | WNOHANG | WNOWAIT)
      if result == 0 ? news.si_signo == SIGCHLD : errno != EINTR { return nil }
      if Interruption.requested != nil { return .interrupted }
      if SuspendingClock.now >= end { return .timeOver }
      _ = usleep(5000)
    }
  }
}
