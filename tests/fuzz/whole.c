/* The whole path, from a file to every format: annexes of a plan, and the report of a year of a plan with results. */
#include "fuzz.h"

#include "command/inputs.h"
#include "content/annex_view.h"
#include "content/year_view.h"
#include "render/renderer.h"
#include "report/compose.h"

static void judge_file(struct fuzz *fuzz, const char *path, bool is_text)
{
    size_t offset;
    struct slurp file = slurp_file(path, SIZE_MAX - 1, &fuzz->findings);
    fuzz_assert(file.data != NULL, "a document that is not there");
    fuzz_assert(!is_text || utf8_check(file.data, file.length, &offset) != UTF8_INVALID, "a document that is not UTF-8");
}

/* A text may be too long for a cell of a workbook, and a figure too long for its column: those are told. */
static bool is_told(const struct findings *findings, size_t before)
{
    return findings_have_error_since(findings, before);
}

static void render_all(struct fuzz *fuzz, const struct report *report)
{
    for (const struct renderer *renderer = renderer_all(); renderer->name; renderer++) {
        const char *path = arena_printf(&fuzz->arena, "%s/fuzz%s", fuzz->folder, renderer->suffix);
        struct render_context context = { fuzz->library->metrics, "build", &fuzz->arena, &fuzz->findings, "fuzz" };
        size_t before = fuzz->findings.count;
        if (renderer->render(report, path, &context))
            judge_file(fuzz, path, strcmp(renderer->suffix, ".html") == 0 || strcmp(renderer->suffix, ".txt") == 0);
        else
            fuzz_assert(is_told(&fuzz->findings, before), "a format that fails without an error");
    }
}

static void make(struct fuzz *fuzz, const struct views *views, const struct compose_options *options)
{
    struct report report;
    size_t before = fuzz->findings.count;
    if (compose(&report, views, &fuzz->library->layouts, options, fuzz->library->metrics, &fuzz->arena, &fuzz->findings))
        render_all(fuzz, &report);
    else
        fuzz_assert(is_told(&fuzz->findings, before), "a report that cannot be composed, without an error");
}

static void read_inputs(struct fuzz *fuzz, struct inputs *inputs)
{
    inputs_read(inputs, fuzz->library, &fuzz->arena, &fuzz->findings);
    inputs_check(inputs, &fuzz->arena, &fuzz->findings);
}

static void add_name(struct fuzz *fuzz, struct inputs *inputs, const char *path)
{
    const char **added = ARENA_PUSH(&fuzz->arena, inputs->names.paths, inputs->names.count, inputs->names.capacity);
    *added = path;
}

void fuzz_annex(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    struct inputs inputs = { 0 };
    add_name(fuzz, &inputs, fuzz_path(fuzz, ".xml", data, size));
    read_inputs(fuzz, &inputs);
    const struct compose_options options = { .cover = size % 2, .signature = size % 3 };
    for (size_t i = 0; i < inputs.count; i++) {
        struct views views = annex_views(inputs_ledger(&inputs, i, &fuzz->arena),
                                         size % 5 ? FIGURES_STATED : FIGURES_COMPUTED, &fuzz->arena);
        make(fuzz, &views, &options);
    }
    fuzz_judge(fuzz, inputs.count == 0);
}

void fuzz_year(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    enum { YEAR = 2023 };
    struct inputs inputs = { 0 };
    const struct compose_options options = { 0 };
    add_name(fuzz, &inputs, "tests/reject/good/good.xml");
    add_name(fuzz, &inputs, "input/decisions/thai-binh-2021-2025.xml");
    add_name(fuzz, &inputs, fuzz_path(fuzz, ".xml", data, size));
    read_inputs(fuzz, &inputs);
    struct chains chains = inputs_chains(&inputs, (struct date){ 2026, 3, 1 }, (struct period){ YEAR, 0, 0 }, &fuzz->arena);
    for (size_t i = 0; i < chains.count; i++) {
        if (!chain_covers(&chains.items[i], YEAR))
            continue;
        struct year_input input = { &chains.items[i], &chains.context };
        struct views views = year_views(&input, &fuzz->arena);
        views.plan_id = "fuzz";
        make(fuzz, &views, &options);
    }
    fuzz_judge(fuzz, false);
}
