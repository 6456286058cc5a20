// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// Standard output or standard error.
package struct StandardStream: Sendable {
  /// Where results go.
  package static let output = StandardStream(descriptor: 1, name: "standard output")
  /// Where messages go.
  package static let error = StandardStream(descriptor: 2, name: "standard error")

  /// The number of the open file.
  let descriptor: Int32
  private let name: String

  /// A stream on an open file.
  package init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Whether a person reads it on a terminal.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes one line in one call, so that lines of several workers do not mix.
  ///
  /// Control characters, which a file's name may hold, become `?`. Throws an error of the kind
  /// `streamClosed` when the stream is closed, its reader is gone, or its disk is full.
  package func write(line: String) throws(FileError) {
    do throws(SystemFault) {
      try write(Array(Self.printable(line).utf8) + [0x0A])
    } catch {
      let isGone = error.code == EPIPE || error.code == EBADF
      throw FileError(
        .streamClosed, "stream.closed", at: name,
        isGone ? "The stream is closed." : "The stream cannot be written: \(error.problem).",
        advice: isGone ? "Let its reader read to the end." : error.advice)
    }
  }

  /// Writes one line of a message; if nobody can read it, the exit status still tells.
  package func writeMessage(_ line: String) {
    do throws(FileError) { try write(line: line) } catch {}
  }

  /// Writes bytes as they are.
  ///
  /// Throws the fault of `write`.
  package func write(_ bytes: [UInt8]) throws(SystemFault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count > 0 {
        done += count
      } else if count == 0 {
        throw SystemFault(EIO)
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Control and direction characters as `?`, so that no name can change the terminal.
  package static func printable(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: text.append("?")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}

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
