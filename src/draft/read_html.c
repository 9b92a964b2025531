#include "draft/read_html.h"

#include <string.h>

#include "base/dec.h"
#include "draft/paper.h"
#include "input/xml_events.h"

struct reading {
    struct paper paper;
    const char *skipping; /* the element whose content is passed over, or NULL */
    size_t skipped;       /* of its name within each other */
};

static bool is_one(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

static const char *const SKIPPED[] = { "script",   "style",    "head",   "noscript", "select",
                                       "textarea", "template", "button", NULL };
static const char *const BLOCKS[] = { "p",       "div",     "h1",     "h2",     "h3",     "h4", "h5",  "h6",
                                      "li",      "br",      "ul",     "ol",     "center", "hr", "pre", "blockquote",
                                      "section", "article", "header", "footer", "dt",     "dd", NULL };

static void take_element(struct reading *at, const struct xml_event *event)
{
    struct paper *paper = &at->paper;
    struct arena *arena = paper->source->arena;
    if (strcmp(event->name, "table") == 0) {
        if (event->end)
            paper_table_end(paper);
        else
            paper_table(paper, event->line);
    } else if (strcmp(event->name, "tr") == 0) {
        if (event->end)
            paper_row_end(paper, event->line);
        else
            paper_row(paper);
    } else if (strcmp(event->name, "td") == 0 || strcmp(event->name, "th") == 0) {
        if (event->end)
            paper_cell_end(paper, event->line);
        else
            paper_cell(paper, paper_span(xml_event_attribute(event, "colspan", arena), ORIGINAL_ROWS_MAX),
                       paper_span(xml_event_attribute(event, "rowspan", arena), ORIGINAL_ROWS_MAX), false);
    } else if (is_one(event->name, BLOCKS)) {
        paper_break(paper, event->line);
        /* The dot of a list is no text of the page. */
        if (!event->end && strcmp(event->name, "li") == 0)
            paper_text(paper, "- ");
    }
}

static bool take(void *context, const struct xml_event *event)
{
    struct reading *at = context;
    if (at->skipping) {
        if (event->name && strcmp(event->name, at->skipping) == 0)
            at->skipped += event->end ? (size_t)-1 : 1;
        if (!at->skipped)
            at->skipping = NULL;
        return true;
    }
    if (!event->name) {
        paper_text(&at->paper, event->text);
    } else if (!event->end && is_one(event->name, SKIPPED)) {
        at->skipping = SKIPPED[0];
        for (size_t i = 0; SKIPPED[i]; i++)
            if (strcmp(SKIPPED[i], event->name) == 0)
                at->skipping = SKIPPED[i];
        at->skipped = 1;
    } else {
        take_element(at, event);
    }
    return !at->paper.refused;
}

bool read_html(struct original *source, const struct slurp *page, struct findings *findings)
{
    struct reading at = { .paper = paper_in(source, findings) };
    if (!html_events(page, take, &at, findings) || at.paper.refused)
        return false;
    paper_break(&at.paper, 0);
    return !at.paper.refused;
}
