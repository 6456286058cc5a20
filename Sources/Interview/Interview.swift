// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack
import Markup

/// The questions that lead to a preference profile, one after the other.
///
/// Ask `question`, hand its answer to `answer`, until there is no question; then take `profile`.
public struct Interview: Sendable {
  private let maker: QuestionMaker
  private let settings: InterviewSettings
  private let fixed: InterviewAnswers
  private var answers: InterviewAnswers
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
    fixed[.method] = settings.method.map { [$0] }
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
    guard let question else { return nil }
    let reading = AnswerReading(
      wording: maker.wording, takesShortAnswers: settings.takesShortAnswers)
    do throws(InterviewProblem) {
      let values = try reading.values(of: text, to: question)
      try PointsCheck(pack: maker.pack, wording: maker.wording).check(
        values, of: question.key, answers)
      answers[question.key] = values
      history.append(question.key)
      return nil
    } catch {
      return error
    }
  }

  /// Takes the last answer back, so that its question comes again; false when there is none.
  public mutating func goBack() -> Bool {
    guard let key = history.popLast() else { return false }
    answers[key] = nil
    return true
  }

  /// Goes on without an answer, to find more problems; the profile cannot be used then.
  mutating func pass() {
    guard let key = nextKey else { return }
    answers[key] = []
    history.append(key)
  }

  /// Whether an option of the command has answered a question.
  func isFixed(_ key: InterviewKey) -> Bool { fixed[key] != nil }

  /// The value that an option of the command has given.
  func fixedValue(_ key: InterviewKey) -> String? { fixed[key]?.first }

  /// Every question that can come, in order, whatever is answered before.
  public var everyQuestion: [InterviewQuestion] {
    InterviewOrder(pack: maker.pack).everyKey.compactMap { maker.question($0, answers) }
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
      WeightingOrder(pack: maker.pack, answers: answers).isComplete
    else { return nil }
    let reader = ProfileReader(pack: maker.pack, languages: maker.languages)
    let tree = ProfileMaking(pack: maker.pack, answers: answers).profile
    return reader.read(tree, file: "").profile.preferences.weights.map {
      WeightReadBack(weights: $0, pack: maker.pack, wording: maker.wording).sentence
    }
  }

  private var nextKey: InterviewKey? {
    InterviewOrder(pack: maker.pack).keys(answers).first { answers[$0] == nil }
  }
}
