// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser

/// `decision-aid new`: asks and writes a profile.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "new")
}
