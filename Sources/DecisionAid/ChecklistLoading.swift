// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import Markup

extension Checklist {
  /// The checklist that the program carries.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` when it does not follow its schema.
  public static func embedded() throws(PipelineFailure) -> Checklist {
    let file = "checklists/ipdas-4.0.xml"
    let schema = try Schemas.compile("checklist")
    let root: MarkupElement
    let problems: [Diagnostic]
    do throws(XMLError) {
      (root, problems) = try XMLReader().read(
        EmbeddedFiles.bytes(file) ?? [], file: file, limit: XMLReader.documentLimit, schema: schema)
    } catch {
      throw .selfCheckFailed(error.diagnostics(file: file))
    }
    if !problems.isEmpty { throw .selfCheckFailed(problems) }
    do throws(RecordFault) {
      return try ChecklistReader(file: file).read(root)
    } catch {
      throw .selfCheckFailed([error.diagnostic])
    }
  }
}
