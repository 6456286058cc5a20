// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// An error number of the operating system, and its words.
package struct SystemFault: Error, Sendable, Equatable {
  /// The error number, such as `ENOSPC`.
  package let code: Int32

  /// The fault with a known number.
  package init(_ code: Int32) { self.code = code }

  /// The fault of the call that has just failed in this thread.
  package static var last: SystemFault { SystemFault(errno) }

  /// What is wrong, as the end of a sentence.
  package var problem: String { words.problem }

  /// What to do about it.
  package var advice: String { words.advice }

  private var words: (problem: String, advice: String) {
    switch code {
    case EACCES, EPERM:
      ("permission is denied", "Change its permissions, or run as the user who owns it.")
    case EROFS:
      ("the file system is read-only", "Choose a place that can be written.")
    case ENOSPC:
      ("the disk is full", "Free some space and run the command again.")
    case EDQUOT:
      ("the disk quota is used up", "Free some space and run the command again.")
    case EFBIG:
      ("the limit for the size of a file is reached", "Raise it (ulimit -f) and run again.")
    case EMFILE, ENFILE:
      ("too many files are open", "Raise the limit (ulimit -n) and run again.")
    case ENOMEM:
      ("there is not enough memory", "Free some memory and run again.")
    case ENOENT:
      ("there is no such file or folder", "Check the spelling of the path.")
    case ENOTDIR:
      ("a part of the path is not a folder", "Check the path.")
    case EISDIR:
      ("a folder stands there", "Move the folder away.")
    case ELOOP:
      ("a symbolic link is in the way or leads in a circle", "Name the real place instead.")
    case ENAMETOOLONG:
      ("the name is too long", "Choose a shorter path.")
    case EIO:
      ("the disk reports a fault", "Check the disk before you run again.")
    case EEXIST:
      ("a file of that name is already there", "Move it away.")
    default:
      ("the system reports error number \(code)", "Ask who runs this machine.")
    }
  }
}
