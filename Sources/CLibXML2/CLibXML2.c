// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

#include "CLibXML2.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include "Internal.h"

// A compiled schema points into the document that it was compiled from.
struct sda_schema {
  xmlSchemaPtr compiled;
  sda_document *source;
};

// Errors of one parse or validation go to the caller, never to a global handler.
typedef struct {
  sda_issue issue;
  void *context;
  int doctype;
} reporter;

static void report(reporter *to, error_pointer error) {
  if (to->issue == NULL || error == NULL) return;
  to->issue(to->context, error->line, error->code, error->message ? error->message : "");
}

static void report_validation(void *data, error_pointer error) { report(data, error); }

static void report_parsing(void *data, error_pointer error) {
  xmlParserCtxtPtr parser = data;
  if (parser != NULL && parser->_private != NULL) report(parser->_private, error);
}

static void refuse_doctype(void *data, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system) {
  (void)name, (void)external, (void)system;
  xmlParserCtxtPtr parser = data;
  reporter *to = parser->_private;
  // The flag itself is the error: after xmlStopParser the document can still count as well-formed.
  if (!to->doctype) {
    to->doctype = 1;
    to->issue(to->context, parser->input ? parser->input->line : 0, -1, "DOCTYPE");
  }
  xmlStopParser(parser);
}

static xmlParserInputPtr refuse_external(const char *url, const char *id, xmlParserCtxtPtr parser) {
  (void)url, (void)id, (void)parser;
  return NULL;
}

static void ignore(void *data, error_pointer error) { (void)data, (void)error; }

void sda_quieten(void) { xmlSetStructuredErrorFunc(NULL, ignore); }

void sda_initialize(void) {
  xmlInitParser();
  // Global before libxml2 2.14: nothing that a document names is ever opened.
  xmlSetExternalEntityLoader(refuse_external);
}

static xmlParserCtxtPtr new_parser(reporter *to) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == NULL) return NULL;
  parser->_private = to;
  parser->sax->serror = report_parsing;
  parser->sax->internalSubset = refuse_doctype;
  return parser;
}

// Never NOENT, DTDLOAD, DTDATTR, DTDVALID, XINCLUDE, RECOVER or HUGE. COMPACT is about memory only.
static const int parse_options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                 XML_PARSE_COMPACT | XML_PARSE_BIG_LINES;

static sda_document *parse(const uint8_t *bytes, size_t count, sda_issue issue, void *context) {
  if (count > INT_MAX) return NULL;
  reporter to = {issue, context, 0};
  xmlParserCtxtPtr parser = new_parser(&to);
  if (parser == NULL) return NULL;
  xmlDocPtr document =
      xmlCtxtReadMemory(parser, (const char *)bytes, (int)count, NULL, "UTF-8", parse_options);
  int good = document != NULL && parser->wellFormed && parser->nsWellFormed && !to.doctype;
  if (!good && document != NULL) {
    xmlFreeDoc(document);
    document = NULL;
  }
  parser->_private = NULL;
  xmlFreeParserCtxt(parser);
  return (sda_document *)document;
}

sda_document *sda_parse(const uint8_t *bytes, size_t count, sda_issue issue, void *context) {
  return parse(bytes, count, issue, context);
}

int sda_well_formed(const uint8_t *bytes, size_t count, sda_issue issue, void *context) {
  if (count > INT_MAX) return 0;
  reporter to = {issue, context, 0};
  xmlParserCtxtPtr parser = new_parser(&to);
  if (parser == NULL) return 0;
  // Without the calls that build nodes the parser only checks.
  parser->sax->startElementNs = NULL;
  parser->sax->endElementNs = NULL;
  parser->sax->startElement = NULL;
  parser->sax->endElement = NULL;
  parser->sax->characters = NULL;
  parser->sax->ignorableWhitespace = NULL;
  parser->sax->cdataBlock = NULL;
  parser->sax->comment = NULL;
  parser->sax->processingInstruction = NULL;
  xmlDocPtr document =
      xmlCtxtReadMemory(parser, (const char *)bytes, (int)count, NULL, "UTF-8", parse_options);
  int good = parser->wellFormed && parser->nsWellFormed && !to.doctype;
  if (document != NULL) xmlFreeDoc(document);
  parser->_private = NULL;
  xmlFreeParserCtxt(parser);
  return good;
}

void sda_document_free(sda_document *document) {
  if (document != NULL) xmlFreeDoc(xml_document(document));
}

void sda_visit(xmlNodePtr node, const sda_visitor *visitor, void *context) {
  switch (node->type) {
  case XML_ELEMENT_NODE:
    visitor->start(context, (const char *)node->name,
                   node->ns ? (const char *)node->ns->href : NULL, (int)xmlGetLineNo(node));
    for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next) {
      xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
      visitor->attribute(context, (const char *)attribute->name,
                         attribute->ns ? (const char *)attribute->ns->href : NULL,
                         value ? (const char *)value : "");
      xmlFree(value);
    }
    // Depth is limited by the parser (256), so recursion is safe.
    for (xmlNodePtr child = node->children; child; child = child->next)
      sda_visit(child, visitor, context);
    visitor->end(context);
    break;
  case XML_TEXT_NODE:
  case XML_CDATA_SECTION_NODE:
    if (node->content) visitor->text(context, (const char *)node->content);
    break;
  default:
    break;
  }
}

void sda_walk(const sda_document *document, const sda_visitor *visitor, void *context) {
  // The neighbours of the root can only be comments and processing instructions.
  xmlNodePtr root = xmlDocGetRootElement(xml_document(document));
  if (root != NULL) sda_visit(root, visitor, context);
}

sda_schema *sda_schema_compile(const uint8_t *bytes, size_t count, sda_issue issue,
                               void *context) {
  reporter to = {issue, context, 0};
  sda_document *source = parse(bytes, count, issue, context);
  if (source == NULL) return NULL;
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewDocParserCtxt(xml_document(source));
  xmlSchemaPtr compiled = NULL;
  if (parser != NULL) {
    xmlSchemaSetParserStructuredErrors(parser, report_validation, &to);
    compiled = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
  }
  sda_schema *schema = compiled ? malloc(sizeof *schema) : NULL;
  if (schema == NULL) {
    xmlSchemaFree(compiled);
    sda_document_free(source);
    return NULL;
  }
  *schema = (sda_schema){compiled, source};
  return schema;
}

void sda_schema_free(sda_schema *schema) {
  if (schema == NULL) return;
  xmlSchemaFree(schema->compiled);
  sda_document_free(schema->source);
  free(schema);
}

int sda_validate(sda_schema *schema, sda_document *document, sda_issue issue, void *context) {
  reporter to = {issue, context, 0};
  xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema->compiled);
  if (validator == NULL) return -1;
  xmlSchemaSetValidStructuredErrors(validator, report_validation, &to);
  int result = xmlSchemaValidateDoc(validator, xml_document(document));
  xmlSchemaFreeValidCtxt(validator);
  return result;
}

long sda_canonical(sda_document *document, uint8_t **buffer) {
  xmlChar *bytes = NULL;
  *buffer = NULL;
  sda_quieten();
  // Only exclusive canonicalisation: the inclusive code of old libxml2 has known faults.
  int count = xmlC14NDocDumpMemory(xml_document(document), NULL, XML_C14N_EXCLUSIVE_1_0, NULL, 0,
                                   &bytes);
  if (count <= 0 || bytes == NULL) {
    xmlFree(bytes);
    return -1;
  }
  *buffer = bytes;
  return count;
}

void sda_buffer_free(uint8_t *buffer) { xmlFree(buffer); }

int sda_canonical_equals(sda_document *document, const uint8_t *bytes, size_t count) {
  uint8_t *canonical = NULL;
  long length = sda_canonical(document, &canonical);
  if (length < 0) return -1;
  int equal = (size_t)length == count && memcmp(canonical, bytes, count) == 0;
  sda_buffer_free(canonical);
  return equal;
}
