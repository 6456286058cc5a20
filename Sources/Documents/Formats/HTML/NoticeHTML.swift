// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A letter about recalled documents as one self-contained HTML page, in the look of a handout.
public struct NoticeHTML: Sendable {
  private var page: PageHTML

  /// A writer of letters with a style.
  public init(style: PageStyle) { page = PageHTML(style: style, kind: "notice") }

  /// The bytes of a letter.
  public mutating func bytes(of notice: RecallNotice) -> [UInt8] {
    page.bytes(of: notice.body, notice.frame)
  }
}
