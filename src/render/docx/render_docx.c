/* report -> parts of a Word document -> package (docx.h). */
#include "render/docx/docx.h"
#include "render/renderers.h"

bool render_docx(const struct report *report, const char *path, struct render_context *context)
{
    struct docx docx = { .report = report,
                         .metrics = context->metrics,
                         .arena = context->arena,
                         .package = { .arena = context->arena } };
    docx.xml = &docx_part(&docx.package, DOCX_DOCUMENT, "word/document.xml")->xml;
    docx_styles(&docx);
    docx_small_parts(&docx);
    bool done = docx_body(&docx, context->findings) &&
                docx_write(&docx.package, report->as_of, path, render_place(context, path), context->findings);
    docx_release(&docx.package);
    return done;
}
