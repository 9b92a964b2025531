/*
 * The container of a Word document: a zip file of parts, with what each is and how they belong together (ECMA-376, part 2,
 * Open Packaging Conventions). It is made in memory and then written, so that a full disk is always noticed.
 */
#ifndef PHULUC_RENDER_DOCX_DOCX_PACKAGE_H
#define PHULUC_RENDER_DOCX_DOCX_PACKAGE_H

#include "base/date.h"
#include "base/finding.h"
#include "render/docx/docx_xml.h"

/* What a part is: its content type, and the type of the relationship that leads to it. */
enum docx_kind {
    DOCX_DOCUMENT,
    DOCX_STYLES,
    DOCX_SETTINGS,
    DOCX_FONTS,
    DOCX_HEADER,
    DOCX_FOOTER,
    DOCX_PICTURE, /* EMF */
    DOCX_CORE,    /* properties: title, creator, dates */
    DOCX_APP,     /* properties: program, company */
    DOCX_CUSTOM,  /* properties: the control code */
    DOCX_KINDS
};

struct docx_part {
    enum docx_kind kind;
    const char *name;    /* in the package: "word/document.xml" */
    struct docx_xml xml; /* all but pictures */
    const void *bytes;   /* of a picture, in the arena */
    size_t size;
};

struct docx_package {
    struct docx_part **parts;
    size_t count, capacity;
    struct arena *arena;
};

/* A new part, open for writing unless it is a picture; it stays where it is. */
struct docx_part *docx_part(struct docx_package *package, enum docx_kind kind, const char *name);

/* "rId3", by which the document names a part of its own. */
const char *docx_relationship(const struct docx_package *package, const struct docx_part *part);

/* Writes the package; members carry the date. False after a finding. */
bool docx_write(struct docx_package *package, struct date date, const char *path, struct place place,
                struct findings *findings) __attribute__((warn_unused_result));

/* Frees what the parts hold outside the arena; once, whatever happened. */
void docx_release(struct docx_package *package);

#endif
