// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// Lines from standard input, which may be a terminal, a pipe or a file.
package struct TerminalInput {
  /// What came.
  package enum Event: Equatable {
    /// A line, without spaces at both ends.
    case text(String)
    /// A line that is not UTF-8, or too long.
    case unreadable
    /// There is nothing more.
    case ended
    /// A signal asked to stop.
    case interrupted(Int32)
  }

  private var waiting: [UInt8] = []
  private var isAtEnd = false

  /// Nothing is read yet.
  package init() {}

  /// The most bytes of a line.
  private static let longest = 1 << 17

  /// Waits for a line.
  ///
  /// A signal does not end a call of `read` (the handler restarts it), so the wait is a `poll`
  /// with a short limit.
  package mutating func line() -> Event {
    var isTooLong = false
    while true {
      if let end = waiting.firstIndex(of: 0x0A) {
        let line = Array(waiting[..<end])
        waiting.removeSubrange(...end)
        return isTooLong ? .unreadable : event(line)
      }
      if isAtEnd {
        defer { waiting = [] }
        return waiting.isEmpty || isTooLong ? .ended : event(waiting)
      }
      if waiting.count > Self.longest {
        waiting = []
        isTooLong = true
      }
      if let signal = Interruption.requested { return .interrupted(signal) }
      fill()
    }
  }

  private mutating func fill() {
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    if poll(&ready, 1, 200) <= 0 { return }
    let part = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, read(STDIN_FILENO, buffer.baseAddress, 4096))
    }
    if part.isEmpty { isAtEnd = true }
    waiting += part
  }

  private func event(_ line: [UInt8]) -> Event {
    guard var text = String(validating: line, as: UTF8.self)?[...] else { return .unreadable }
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return .text(String(text))
  }
}
