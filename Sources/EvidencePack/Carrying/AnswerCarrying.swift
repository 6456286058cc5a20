// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Carries the answers of a profile from the list of an earlier pack to that of today.
///
/// A weight belongs to its range, and the worth of one unit stays: w_new is in proportion to
/// w_old |R_new| / |R_old|. An order belongs to its ranges as a whole and cannot be carried. Source:
/// EvidencePack.docc/Questions.md, "Answers to an earlier list".
public struct AnswerCarrying: Sendable {
  /// What became of the answers.
  public struct Carried: Sendable {
    /// The profile for the pack of today.
    public var profile: MarkupElement
    /// The version of the pack that the answers were given to.
    public var from: String
    /// Whether the answers could be carried; if not, they are to be asked again.
    public var hasAnswers: Bool
    /// The criteria whose meaning has widened since.
    public var askAgain: [String]
    /// What is not weighed any more and had an answer.
    public var dropped: [EarlierList.Dropped]
    /// The weights, or nil.
    public var weights: CriterionWeights?
  }

  private let pack: EvidencePack
  private let carriesOrders: Bool

  /// What carries answers to a pack.
  ///
  /// - Parameter carriesOrders: whether orders are carried by the weights that stand for them; the
  ///   person ordered other changes, so this is for comparing lists and not for a person.
  public init(to pack: EvidencePack, carriesOrders: Bool = false) {
    self.pack = pack
    self.carriesOrders = carriesOrders
  }

  /// The digits after the point of carried points.
  private static let decimals = 9

  /// The profile with its answers carried.
  ///
  /// - Parameters:
  ///   - root: a profile that follows its schema.
  ///   - file: the name of its file, for messages.
  /// - Returns: nil with the reason when the profile does not answer an earlier list, or its answers
  ///   have mistakes.
  public func carry(
    _ root: MarkupElement, file: String
  ) -> (carried: Carried?, diagnostics: DiagnosticList) {
    var decoder = ElementDecoder(file: file)
    let preferences = root.first("preferences") ?? root
    let region = root.first("setting")?.attribute("region") ?? ""
    let today = (try? ProblemBuilder.criteria(of: pack, region: region)) ?? []
    guard
      let list = pack.earlierLists.first(where: {
        $0.isAnswered(by: preferences, region: region, today: today)
      }), let old = try? list.criteria(in: region), let from = list.versions.last
    else {
      decoder.diagnostics.error(
        "carry.notEarlier", at: decoder.place(preferences),
        "The profile does not answer a list of an earlier pack.",
        advice: "Use it as it is, or correct what decision-aid check says.")
      return (nil, decoder.diagnostics)
    }
    let asked = self.asked(preferences, of: old, list)
    var weights: CriterionWeights?
    var isOrder = false
    if let weighting = preferences.first("weighting") {
      let reader = WeightingReader(criteria: asked)
      if let elicitation = reader.elicitation(weighting, &decoder) {
        isOrder = elicitation.ranks(for: asked) != nil
        if !isOrder || carriesOrders {
          weights = reader.weights(elicitation, of: weighting, &decoder)
        }
      }
      if decoder.diagnostics.hasErrors { return (nil, decoder.diagnostics) }
    }
    let dropped = list.dropped.filter { item in
      weights.map { ($0.weight(of: item.criterion) ?? 0) > 0 } ?? false
    }
    let kept = weights.flatMap { carried($0, from: asked, to: today) }
    let hasAnswers = kept != nil || preferences.first("weighting") == nil
    let result = Carried(
      profile: rewritten(root, preferences, kept, asked, today, from: from), from: from,
      hasAnswers: hasAnswers, askAgain: kept == nil ? [] : list.askAgain, dropped: dropped,
      weights: kept)
    return (result, decoder.diagnostics)
  }

  /// The criteria that the person was asked about.
  private func asked(
    _ preferences: MarkupElement, of old: [Criterion], _ list: EarlierList
  ) -> [Criterion] {
    var named: Set<String> = []
    func look(_ element: MarkupElement) {
      if let id = element.attribute("criterion") { named.insert(id) }
      for child in element.elements { look(child) }
    }
    for weighting in preferences.elements(named: "weighting") { look(weighting) }
    return named.isEmpty ? old : old.filter { named.contains($0.id) }
  }

  private func carried(
    _ weights: CriterionWeights, from old: [Criterion], to new: [Criterion]
  ) -> CriterionWeights? {
    func sizes(_ criteria: [Criterion]) -> [String: Double] {
      Dictionary(
        criteria.map { ($0.id, ($0.best - $0.worst).magnitude) },
        uniquingKeysWith: { one, _ in one }
      )
    }
    return try? RangeWeights.carried(weights, from: sizes(old), to: sizes(new))
  }

  private func rewritten(
    _ root: MarkupElement, _ preferences: MarkupElement, _ weights: CriterionWeights?,
    _ asked: [Criterion], _ today: [Criterion], from version: String
  ) -> MarkupElement {
    let ids = today.map(\.id).filter { id in asked.contains { $0.id == id } }
    let panel = pack.panels.first { Set($0.criteria) == Set(ids) }
    let status = preferences.attribute("status") ?? ""
    let wasStated = status == StatedPreferences.Status.stated.rawValue
    var attributes = [
      MarkupAttribute(
        "status",
        wasStated && weights == nil ? StatedPreferences.Status.notAsked.rawValue : status)
    ]
    var children: [MarkupElement] = []
    if let weights {
      attributes.append(MarkupAttribute("panel", panel?.id ?? StatedPreferences.ownPanel))
      if panel == nil {
        attributes.append(MarkupAttribute("criteria", ids.joined(separator: " ")))
      }
      let day = preferences.first("weighting")?.attribute("asked")
      children.append(swing(weights, ids, today, asked: day, from: version))
    }
    children += preferences.elements(named: "limit").filter {
      pack.criterion($0.attribute("criterion") ?? "") != nil
    }
    children += preferences.elements(named: "feeling")
    let element = MarkupElement("preferences", attributes, children.map { .element($0) })
    return MarkupElement(
      root.name, root.attributes,
      root.elements.map { .element($0.name == "preferences" ? element : $0) })
  }

  /// The weights as swing points, the largest 100.
  private func swing(
    _ weights: CriterionWeights, _ ids: [String], _ today: [Criterion], asked day: String?,
    from version: String
  ) -> MarkupElement {
    let largest = weights.values.reduce(0) { max($0, $1) }
    let answers = today.filter { ids.contains($0.id) }.map { criterion -> MarkupElement in
      let points = 100 * (weights.weight(of: criterion.id) ?? 0) / largest
      return MarkupElement(
        "swing",
        [
          MarkupAttribute("criterion", criterion.id),
          MarkupAttribute("worst", DecimalText(exactly: criterion.worst).text),
          MarkupAttribute("best", DecimalText(exactly: criterion.best).text),
          MarkupAttribute("points", plain(points)),
        ])
    }
    var attributes = [
      MarkupAttribute("method", ElicitationMethod.swing.rawValue)
    ]
    if let day { attributes.append(MarkupAttribute("asked", day)) }
    attributes.append(MarkupAttribute("carriedFrom", version))
    return MarkupElement("weighting", attributes, answers.map { .element($0) })
  }

  /// A number without zeros at its end.
  private func plain(_ points: Double) -> String {
    var text = DecimalText(points, decimals: AnswerCarrying.decimals).text
    while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
