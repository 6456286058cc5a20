// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
//
// What the C files of this target share; it names types of libxml2 and is not for Swift.

#ifndef C_LIBXML2_INTERNAL_H
#define C_LIBXML2_INTERNAL_H

#include "CLibXML2.h"

#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

// Opaque outside: a sda_document is an xmlDoc.
static inline xmlDocPtr xml_document(const sda_document *document) { return (xmlDocPtr)document; }

// The type of the second parameter of a handler gained a const in libxml2 2.12.
#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlError *error_pointer;
#endif

// Canonicalisation has no handler of its own: what it says would go to standard error and quote the
// document. The handler that this sets belongs to the thread; parsing and validation have theirs.
void sda_quieten(void);

// Walks one node and what is inside it.
void sda_visit(xmlNodePtr node, const sda_visitor *visitor, void *context);

#endif
