// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import FileStore
import Glibc

/// One line on a terminal that tells how far a long run is, rewritten in place.
///
/// It appears only when the stream is a terminal that can rewrite a line and the work takes
/// longer than a second; then at most ten times a second. It holds numbers only.
struct ProgressLine {
  /// When the line appears: seconds after the start.
  private static let patience = 1.0
  /// Seconds between two rewritings.
  private static let pause = 0.1

  private let total: Int
  private let stream: StandardStream
  private let isShown: Bool
  private let start: Double
  private var last = 0.0
  private var isVisible = false

  /// A line for `total` patients; the work begins now.
  init(total: Int, stream: StandardStream = .error) {
    self.total = total
    self.stream = stream
    let isSimple = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    isShown = stream.isTerminal && !isSimple
    start = isShown ? Self.now : 0
  }

  /// Shows how many patients are done, if it is time to.
  mutating func update(done: Int) {
    guard isShown else { return }
    let now = Self.now
    guard now - start >= Self.patience, now - last >= Self.pause else { return }
    last = now
    isVisible = true
    show("\(done) of \(total) patients")
  }

  /// Removes the line: call it before any message, and at the end.
  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    show("")
  }

  /// Goes to the start of the line, writes, and clears the rest.
  ///
  /// A fault is ignored.
  private func show(_ text: String) {
    do throws(SystemFault) { try stream.write(Array("\r\(text)\u{1B}[K".utf8)) } catch {}
  }

  /// Seconds of a clock that never goes back.
  private static var now: Double {
    var time = timespec()
    _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
