/* The layouts that are there, and the vocabulary of facts that they can name. */
#include "base/text.h"
#include "command/query.h"
#include "content/sample_view.h"
#include "render/renderers.h"
#include "report/compose.h"
#include "report/reading.h"

struct vocable {
    const char *kind, *name, *each, *where, *description;
};

/* clang-format off */
#define COLUMNS(COLUMN)              \
    COLUMN(kind, WORD, word.kind)    \
    COLUMN(name, WORD, word.name)    \
    COLUMN(each, WORD, word.each)    \
    COLUMN(where, WORD, word.where)  \
    COLUMN(description, WORD, word.description)
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_word(struct listing *listing, struct vocable word)
{
    COLUMNS(LISTING_CELL)
}

static void list_layout(struct listing *listing, const struct layout *layout)
{
    list_word(listing, (struct vocable){ .kind = "layout",
                                         .name = layout->id,
                                         .each = each_token(layout->each),
                                         .where = layout->landscape ? "landscape" : "portrait",
                                         .description = layout->name });
}

static void list_fact(struct listing *listing, const struct fact *fact, enum language language)
{
    list_word(listing, (struct vocable){ .kind = "fact",
                                         .name = fact->name,
                                         .each = each_token(fact->each),
                                         .where = fact_block_words(fact->block, language),
                                         .description = fact->help[language] });
}

static const char *layout_names(const struct layouts *layouts, struct arena *arena)
{
    struct text names = text_in(arena);
    for (size_t i = 0; i < layouts->count; i++)
        text_addf(&names, "%s%s", i ? ", " : "", layouts->items[i]->id);
    return text_str(&names);
}

/* The file of one layout, and what a table looks like in it. */
static struct answer show_layout(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct library library;
    struct report report;
    struct places places = find_places(job->templates, job->catalogue, arena);
    const struct compose_options plain = { 0 };
    const char *text = NULL;
    bool loaded = load_library(&library, &places, true, arena, findings);
    const struct layout *layout = loaded ? layout_find(&library.layouts, job->show) : NULL;
    if (layout) {
        struct views views = sample_views(layout, arena);
        if (compose(&report, &views, &library.layouts, &plain, library.metrics, arena, findings)) {
            report = report_for_reading(&report, library.metrics, arena);
            text = arena_printf(arena, "%s: %s\n\n%s", layout->id, layout->name, text_of_report(&report, arena));
        }
    } else if (loaded) {
        finding_add(findings, FINDING_UNKNOWN_LAYOUT, (struct place){ NULL, 0 }, job->show,
                    layout_names(&library.layouts, arena), NULL);
    }
    release_library(&library);
    return (struct answer){ .text = text };
}

struct answer run_layouts(const struct job *job, struct arena *arena, struct findings *findings)
{
    if (job->show)
        return show_layout(job, arena, findings);
    struct library library;
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    struct places places = find_places(job->templates, job->catalogue, arena);
    bool loaded = load_library(&library, &places, false, arena, findings);
    for (size_t i = 0; loaded && i < library.layouts.count; i++)
        list_layout(&listing, library.layouts.items[i]);
    release_library(&library);
    for (size_t i = 0; i < FACT_COUNT; i++)
        list_fact(&listing, fact_get((enum fact_id)i), job->batch.language);
    return query_answer(&listing, job, findings);
}
