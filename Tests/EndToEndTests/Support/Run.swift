// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Glibc
import TestSupport
import Testing

/// A program that has ended.
struct Run: Sendable {
  /// The exit status; 128 and the number when a signal ended it.
  let status: Int32
  /// What stood on standard output.
  let output: [UInt8]
  /// What stood on standard error.
  let errors: String

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs `decision-aid` and demands that no planted name stands in what it prints (row 31).
  static func program(
    _ arguments: String..., environment: [String: String] = [:], in folder: String = "/",
    behind wrapper: [String] = [], location: SourceLocation = #_sourceLocation
  ) throws -> Run {
    try program(
      arguments, environment: environment, in: folder, behind: wrapper, location: location)
  }

  /// The same with the arguments as a list.
  static func program(
    _ arguments: [String], environment: [String: String] = [:], in folder: String = "/",
    behind wrapper: [String] = [], location: SourceLocation = #_sourceLocation
  ) throws -> Run {
    // Documents alone, unless a test names a ledger: the tests of the ledger do.
    let isBare = arguments.first == "generate" && !arguments.contains("--ledger")
    let run = try command(
      wrapper + [Project.program] + arguments + (isBare ? ["--no-ledger"] : []),
      environment: environment, in: folder)
    #expect(Planted.names(in: run.text + run.errors).isEmpty, sourceLocation: location)
    return run
  }

  /// Runs any program with exactly this environment, without standard input.
  static func command(
    _ command: [String], environment: [String: String] = [:], in folder: String = "/"
  ) throws -> Run {
    let scratch = try Scratch()
    let (out, err) = (scratch.path + "/out", scratch.path + "/err")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let creating = O_CREAT | O_WRONLY
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, out, creating, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, err, creating, 0o600)
    // env goes to the folder and finds the program.
    let env = "/usr/bin/env"
    var arguments = ([env, "--chdir=\(folder)"] + command).map { strdup($0) }
    arguments.append(nil)
    var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    variables.append(nil)
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    try #require(posix_spawn(&process, env, &actions, nil, &arguments, &variables) == 0)
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0 { try #require(errno == EINTR) }
    let signal = state & 0x7F
    try #require(
      state != 127 << 8 || command[0].hasSuffix("bash"),
      "\(command[0]) cannot be started: is it installed?")
    return Run(
      status: signal == 0 ? (state >> 8) & 0xFF : 128 + signal,
      output: Array(try Data(contentsOf: URL(filePath: out))),
      errors: String(decoding: try Data(contentsOf: URL(filePath: err)), as: UTF8.self))
  }
}

/// The names and words of the invented people in test profiles, which no log may hold.
enum Planted {
  /// Those that a text holds.
  static func names(in text: String) -> [String] {
    ["zebulon", "quagga", "walrus", "planted"].filter { text.lowercased().contains($0) }
  }
}
