#include "render/renderer.h"

#include "base/text.h"
#include "render/renderers.h"
#include "render/xlsx/xlsx_guard.h"

static const struct renderer RENDERERS[] = {
    { .name = "xlsx", .suffix = ".xlsx", .lists = true, .render = render_xlsx, .can_hold = xlsx_guard },
    { .name = "pdf", .suffix = ".pdf", .prepare = prepare_pdf, .render = render_pdf },
    { .name = "txt", .suffix = ".txt", .render = render_text },
    { .name = "docx", .suffix = ".docx", .render = render_docx },
    { .name = "html", .suffix = ".html", .figure_ids = true, .render = render_html },
    { .name = NULL },
};

const struct renderer *renderer_find(const char *name)
{
    for (const struct renderer *renderer = RENDERERS; renderer->name; renderer++)
        if (text_equal(renderer->name, name))
            return renderer;
    return NULL;
}

const struct renderer *renderer_all(void)
{
    return RENDERERS;
}
