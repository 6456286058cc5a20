// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The index page of a folder of documents: a row for each person, without names.
public struct Gallery: Sendable, Equatable {
  /// The names of the facts and questions that have columns.
  public var columns: [InlineText]
  /// The rows, ordered by pseudonym.
  public var entries: [GalleryEntry]

  /// A page; the rows are put in order by the UTF-8 bytes of the pseudonyms, then of
  /// the folders.
  public init(columns: [InlineText], entries: [GalleryEntry]) {
    self.columns = columns
    self.entries = entries.sorted { left, right in
      if left.person != right.person {
        return left.person.utf8.lexicographicallyPrecedes(right.person.utf8)
      }
      return left.folder.utf8.lexicographicallyPrecedes(right.folder.utf8)
    }
  }
}

/// One person's row.
public struct GalleryEntry: Sendable, Equatable {
  /// What the record says; nil for a record that cannot be read.
  public struct Content: Sendable, Equatable {
    /// The day of the documents.
    public var date: String
    /// Whether something must be acted on now.
    public var isUrgent: Bool
    /// The values of the facts and the classes of the questions, one for each column.
    public var cells: [InlineText]
    /// How many facts are open.
    public var openFacts: Int
    /// The version of the evidence.
    public var evidence: String
    /// That the evidence was withdrawn, when and why; nil: it was not.
    public var withdrawn: InlineText?
    /// The edition in words.
    public var edition: InlineText
    /// The paper and the language.
    public var paperAndLanguage: [String]

    /// Content of a folder whose record could be read.
    public init(
      date: String, isUrgent: Bool, cells: [InlineText], openFacts: Int, evidence: String,
      withdrawn: InlineText? = nil, edition: InlineText, paperAndLanguage: [String]
    ) {
      self.date = date
      self.isUrgent = isUrgent
      self.cells = cells
      self.openFacts = openFacts
      self.evidence = evidence
      self.withdrawn = withdrawn
      self.edition = edition
      self.paperAndLanguage = paperAndLanguage
    }
  }

  /// The pseudonym, or the name of the folder when the record cannot be read.
  public var person: String
  /// The name of the folder.
  public var folder: String
  /// The files that are there, of those that the page can link, in the order of the links.
  public var files: [String]
  /// What the record says, or nil.
  public var content: Content?

  /// The files that the page can link, with their names in words.
  public static let linkable: [(file: String, name: GalleryPhrase)] =
    DocumentFormats.files.map { ($0.name, $0.listed) }
    + DocumentFormats.files.compactMap { file in file.print.map { ($0.name, $0.listed) } }

  /// A row; `content` is nil for a folder without a readable record.
  public init(person: String, folder: String, files: [String], content: Content?) {
    self.person = person
    self.folder = folder
    self.files = files
    self.content = content
  }
}
