// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack
import Markup

/// The questions that lead to a preference profile.
///
/// One after the other: ask `question`, hand its answer to `answer(_:)`, until there is no question;
/// then take `profile`. Or in any order, as a page with many fields does: see `answer(_:to:)`.
public struct Interview: Sendable {
  let maker: QuestionMaker
  private let settings: InterviewSettings
  private let fixed: InterviewAnswers
  /// The values that the entries come to, in the order of the questions.
  private(set) var answers: InterviewAnswers
  /// What was entered, by question.
  private(set) var entries: [InterviewKey: InterviewEntry] = [:]
  /// The entries that cannot be taken, in the order of the questions.
  public private(set) var faults: [InterviewFault] = []
  /// The questions that were answered, the last one last.
  private var history: [InterviewKey] = []

  /// An interview about a pack.
  ///
  /// - Parameters:
  ///   - wordings: the wording by language; the first one is that of the questions.
  ///   - settings: what comes from outside.
  public init?(pack: EvidencePack, wordings: [Wording], settings: InterviewSettings) {
    guard let wording = wordings.first else { return nil }
    maker = QuestionMaker(
      pack: pack, wording: wording, languages: wordings.map(\.catalogue.language),
      settings: settings)
    self.settings = settings
    var fixed = InterviewAnswers()
    fixed[.method] = settings.method.map { [$0.rawValue] }
    fixed[.panel] = settings.panel.map { [$0] }
    self.fixed = fixed
    answers = fixed
  }

  /// The wording of the questions.
  public var wording: Wording { maker.wording }

  /// The question that comes next; nil when all are answered.
  public var question: InterviewQuestion? {
    nextKey.flatMap { maker.question($0, answers) }
  }

  /// Takes the answer to the question that comes next.
  ///
  /// - Returns: why it cannot be taken, or nil; then the interview goes on.
  public mutating func answer(_ text: String) -> InterviewProblem? {
    guard let key = nextKey else { return nil }
    do throws(InterviewProblem) {
      let values = try values(of: text, to: key)
      note(InterviewEntry(text: text, basis: maker.basis(of: key, answers)), for: key)
      answers[key] = values
      faults.removeAll { $0.key == key }
      // What was entered ahead may be asked for now.
      if entries.keys.contains(where: { answers[$0] == nil }) { settle() }
      return nil
    } catch {
      return error
    }
  }

  /// Takes the last answer back, so that its question comes again; false when there is none.
  public mutating func goBack() -> Bool {
    guard let key = history.popLast() else { return false }
    entries[key] = nil
    settle()
    return true
  }

  /// Goes on without an answer, to find more problems; the profile cannot be used then.
  mutating func pass() {
    guard let key = nextKey else { return }
    note(InterviewEntry(text: nil), for: key)
    answers[key] = []
  }

  /// Keeps or replaces an entry without looking at it; nil takes it back.
  mutating func note(_ entry: InterviewEntry?, for key: InterviewKey) {
    history.removeAll { $0 == key }
    if entry != nil { history.append(key) }
    entries[key] = entry
  }

  /// The values of an answer to a question that the answers so far lead to.
  private func values(
    of text: String, to key: InterviewKey
  ) throws(InterviewProblem) -> [String] {
    guard let question = maker.question(key, answers) else { return [] }
    let reading = AnswerReading(
      wording: maker.wording, takesShortAnswers: settings.takesShortAnswers,
      today: settings.today.flatMap { CalendarDay($0) })
    let values = try reading.values(of: text, to: question)
    if let problem = maker.problem(values, of: key, answers) { throw problem }
    return values
  }

  /// Works out anew, from what was entered, which answers can be taken.
  ///
  /// The entries are looked at in the order of the questions, each in the light of those before it:
  /// the order in which they were entered does not matter.
  ///
  /// - Returns: the questions whose entries were dropped: they are not asked any more, or are asked
  ///   on another basis.
  @discardableResult
  mutating func settle() -> [InterviewKey] {
    answers = fixed
    faults = []
    var moot: [InterviewKey] = []
    var asked: Set<InterviewKey> = []
    var isCertain = true
    var keys = askedKeys
    var place = 0
    while place < keys.count {
      let key = keys[place]
      place += 1
      guard fixed[key] == nil, let entry = entries[key] else { continue }
      asked.insert(key)
      let basis = maker.basis(of: key, answers)
      if let old = entry.basis, let basis, old != basis {
        moot.append(key)
        continue
      }
      entries[key]?.basis = entry.basis ?? basis
      do throws(InterviewProblem) {
        answers[key] = if let text = entry.text { try values(of: text, to: key) } else { [] }
        // The questions up to this one stay as they are.
        keys = askedKeys
      } catch {
        faults.append(InterviewFault(key: key, problem: error))
        // What follows from this answer is not known: nothing is dropped for not being asked.
        if key.shapesLaterQuestions { isCertain = false }
      }
    }
    if isCertain {
      moot += entries.filter { $0.value.basis != nil && !asked.contains($0.key) }.map(\.key)
        .sorted { $0.text < $1.text }
    }
    for key in moot { note(nil, for: key) }
    return moot
  }

  /// The questions that the answers so far lead to, in order: at least up to the first open one.
  private var askedKeys: [InterviewKey] { InterviewOrder(pack: maker.pack).keys(answers) }

  /// The questions that are asked, without those that an option of the command has answered.
  var openToAnswers: [InterviewKey] { askedKeys.filter { fixed[$0] == nil } }

  /// Whether an option of the command has answered a question.
  func isFixed(_ key: InterviewKey) -> Bool { fixed[key] != nil }

  /// The value that an option of the command has given.
  func fixedValue(_ key: InterviewKey) -> String? { fixed[key]?.first }

  /// Every question that can come, in order, whatever is answered before.
  public var everyQuestion: [InterviewQuestion] {
    let order = InterviewOrder(pack: maker.pack)
    let weights = order.everyWeightQuestion(answers)
    return order.everyKey.compactMap { key in
      guard case .weight(let weight) = key else { return maker.question(key, answers) }
      return weights.first { $0.key == weight }.map { maker.weight($0, answers) }
    }
  }

  /// The profile; nil while a question is open.
  public var profile: MarkupElement? {
    nextKey == nil ? ProfileMaking(pack: maker.pack, answers: answers).profile : nil
  }

  /// The bytes of the profile as a file; nil while a question is open.
  public var profileBytes: [UInt8]? {
    profile.map { IndentedXML.bytes(of: $0) }
  }

  /// The weights said again in other words; nil while a question about them is open, or when nothing
  /// was stated.
  public var readBack: InlineText? {
    guard answers.value(.preferences) == StatedPreferences.Status.stated.rawValue,
      !answers.criteria(of: maker.pack).isEmpty,
      InterviewOrder(pack: maker.pack).weightKeys(answers).allSatisfy({ answers[$0] != nil })
    else { return nil }
    let reader = ProfileReader(pack: maker.pack, languages: maker.languages)
    let tree = ProfileMaking(pack: maker.pack, answers: answers).profile
    return reader.read(tree, file: "").profile.preferences.weights.map {
      WeightReadBack(weights: $0, pack: maker.pack, wording: maker.wording).sentence
    }
  }

  private var nextKey: InterviewKey? {
    askedKeys.first { answers[$0] == nil }
  }
}
