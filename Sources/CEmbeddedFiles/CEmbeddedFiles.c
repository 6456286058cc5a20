// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

#include "CEmbeddedFiles.h"

// A changed file is noticed by the build: #embed is a dependency like #include.
static const uint8_t evidence[] = {
#embed "../EvidencePack/vertebral-fracture/evidence.xml"
};
static const uint8_t eligibility[] = {
#embed "../EvidencePack/vertebral-fracture/eligibility.xml"
};
static const uint8_t sources[] = {
#embed "../EvidencePack/vertebral-fracture/sources.xml"
};
static const uint8_t documents[] = {
#embed "../EvidencePack/vertebral-fracture/documents.xml"
};
static const uint8_t text_en[] = {
#embed "../EvidencePack/vertebral-fracture/text.en.xml"
};
static const uint8_t pack_schema[] = {
#embed "../EvidencePack/schemas/evidence-pack.xsd"
};
static const uint8_t text_schema[] = {
#embed "../EvidencePack/schemas/text-catalogue.xsd"
};
static const uint8_t profile_schema[] = {
#embed "../EvidencePack/schemas/preference-profile.xsd"
};
static const uint8_t record_schema[] = {
#embed "../EvidencePack/schemas/decision-record.xsd"
};
static const uint8_t problem_schema[] = {
#embed "../EvidencePack/schemas/decision-problem.xsd"
};
static const uint8_t checklist_schema[] = {
#embed "../EvidencePack/schemas/checklist.xsd"
};
static const uint8_t audit_schema[] = {
#embed "../EvidencePack/schemas/audit-export.xsd"
};
static const uint8_t checklist[] = {
#embed "../EvidencePack/checklists/ipdas-4.0.xml"
};
static const uint8_t page_style[] = {
#embed "../EvidencePack/styles/page.css"
};
static const uint8_t notice_style[] = {
#embed "../EvidencePack/styles/notice.css"
};
static const uint8_t gallery_style[] = {
#embed "../EvidencePack/styles/gallery.css"
};
static const uint8_t record_style[] = {
#embed "../EvidencePack/styles/record.css"
};
static const uint8_t profile_template[] = {
#embed "../../Profiles/Template/profile-template.xml"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}
static const sda_embedded_file files[] = {
    FILE("vertebral-fracture/evidence.xml", evidence),
    FILE("vertebral-fracture/eligibility.xml", eligibility),
    FILE("vertebral-fracture/sources.xml", sources),
    FILE("vertebral-fracture/documents.xml", documents),
    FILE("vertebral-fracture/text.en.xml", text_en),
    FILE("schemas/evidence-pack.xsd", pack_schema),
    FILE("schemas/text-catalogue.xsd", text_schema),
    FILE("schemas/preference-profile.xsd", profile_schema),
    FILE("schemas/decision-record.xsd", record_schema),
    FILE("schemas/decision-problem.xsd", problem_schema),
    FILE("schemas/audit-export.xsd", audit_schema),
    FILE("schemas/checklist.xsd", checklist_schema),
    FILE("checklists/ipdas-4.0.xml", checklist),
    FILE("styles/page.css", page_style),
    FILE("styles/gallery.css", gallery_style),
    FILE("styles/notice.css", notice_style),
    FILE("styles/record.css", record_style),
    FILE("profile-template.xml", profile_template),
};

size_t sda_embedded_count(void) { return sizeof files / sizeof files[0]; }
sda_embedded_file sda_embedded_at(size_t index) { return files[index]; }
