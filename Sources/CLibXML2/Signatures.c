// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
//
// What a verifier of enveloped XML signatures needs. It decides nothing: Swift does, on copies.

#include "Internal.h"

#include <string.h>

#include <libxml/c14n.h>

static const char signature_namespace[] = "http://www.w3.org/2000/09/xmldsig#";

static int is_signature(xmlNodePtr node) {
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && node->ns->href != NULL &&
         strcmp((const char *)node->name, "Signature") == 0 &&
         strcmp((const char *)node->ns->href, signature_namespace) == 0;
}

static void scan_node(xmlNodePtr node, sda_signature_scan *scan) {
  switch (node->type) {
  case XML_ELEMENT_NODE:
    scan->signatures += is_signature(node);
    // Depth is limited by the parser (256), so recursion is safe.
    for (xmlNodePtr child = node->children; child; child = child->next) scan_node(child, scan);
    break;
  case XML_TEXT_NODE:
  case XML_CDATA_SECTION_NODE:
    break;
  case XML_COMMENT_NODE:
    scan->comments++;
    break;
  case XML_PI_NODE:
    scan->instructions++;
    break;
  default:
    scan->others++;
    break;
  }
}

// The last element inside the root; NULL when there is none or anything but space follows it.
static xmlNodePtr last_element(const sda_document *document) {
  xmlNodePtr root = xmlDocGetRootElement(xml_document(document));
  xmlNodePtr node = root ? root->last : NULL;
  while (node != NULL && xmlIsBlankNode(node)) node = node->prev;
  return node != NULL && node->type == XML_ELEMENT_NODE ? node : NULL;
}

void sda_scan_signatures(const sda_document *document, sda_signature_scan *scan) {
  *scan = (sda_signature_scan){0};
  for (xmlNodePtr node = xml_document(document)->children; node; node = node->next)
    scan_node(node, scan);
  xmlNodePtr last = last_element(document);
  scan->is_last = last != NULL && is_signature(last);
}

int sda_walk_last(const sda_document *document, const sda_visitor *visitor, void *context) {
  xmlNodePtr last = last_element(document);
  if (last == NULL) return 0;
  sda_visit(last, visitor, context);
  return 1;
}

// Whether a node stands at or below an element. The node of a namespace has no parent of its own,
// so the parent is the one that libxml2 gives.
static int is_inside(void *element, xmlNodePtr node, xmlNodePtr parent) {
  if (node == element) return 1;
  for (xmlNodePtr outer = parent; outer != NULL; outer = outer->parent)
    if (outer == element) return 1;
  return 0;
}

long sda_canonical_first_of_last(sda_document *document, uint8_t **buffer) {
  *buffer = NULL;
  xmlNodePtr last = last_element(document);
  xmlNodePtr first = last ? xmlFirstElementChild(last) : NULL;
  xmlOutputBufferPtr output = first ? xmlAllocOutputBuffer(NULL) : NULL;
  if (output == NULL) return -1;
  sda_quieten();
  int result = xmlC14NExecute(xml_document(document), is_inside, first, XML_C14N_EXCLUSIVE_1_0,
                              NULL, 0, output);
  size_t count = xmlOutputBufferGetSize(output);
  // A canonicalisation that failed may leave a part behind: it must never be used.
  if (result >= 0 && count > 0 && output->error == 0)
    *buffer = xmlStrndup(xmlOutputBufferGetContent(output), (int)count);
  xmlOutputBufferClose(output);
  return *buffer ? (long)count : -1;
}

void sda_remove_last(sda_document *document) {
  xmlNodePtr last = last_element(document);
  if (last == NULL) return;
  xmlUnlinkNode(last);
  xmlFreeNode(last);
}
