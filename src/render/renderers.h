/* The renderers that renderer.c lists; each writes the whole report at path or fails with a finding. */
#ifndef PHULUC_RENDER_RENDERERS_H
#define PHULUC_RENDER_RENDERERS_H

#include "render/renderer.h"
#include "report/fill_in.h"

bool render_xlsx(const struct report *report, const char *path, struct render_context *context);
/* A workbook to be filled in; no format of reports. */
bool render_fill_in(const struct fill_in_book *book, const char *path, struct render_context *context);

struct truetype;
struct packed_font;
/* A font as PDF files embed it; of no size if there is no memory. */
struct packed_font pack_font(const struct truetype *face);
void prepare_pdf(const struct metrics *metrics);
bool render_pdf(const struct report *report, const char *path, struct render_context *context);
/* What render_text() writes. */
const char *text_of_report(const struct report *report, struct arena *arena);

bool render_text(const struct report *report, const char *path, struct render_context *context);
bool render_docx(const struct report *report, const char *path, struct render_context *context);
bool render_html(const struct report *report, const char *path, struct render_context *context);

#endif
