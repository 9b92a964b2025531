/*
 * Files that somebody sends, of whatever program: forms that came back, and decisions to draft from.
 *
 * The form is one of tests/reject/good/good.xml for the year 2026 (tests/fuzz/run makes it); other forms are of no plan here and end early.
 */
#include "fuzz.h"

#include <libxml/parser.h>

#include "draft/draft.h"
#include "draft/original_read.h"
#include "form/form_results.h"
#include "input/plan_read.h"
#include "input/results_read.h"
#include "render/renderers.h"

/* Read once: it is what every form is compared with. */
static const struct plan *asked_plan(const struct fuzz *fuzz)
{
    static struct arena kept = ARENA_INIT;
    static const struct plan *plan;
    struct findings findings = findings_in(&kept);
    if (!plan) {
        struct slurp file = slurp_file("tests/reject/good/good.xml", SIZE_MAX - 1, &findings);
        plan = plan_read(&file, fuzz->library->schemas[DOCUMENT_PLAN], fuzz->library->catalogue, &kept, &findings);
    }
    fuzz_assert(plan != NULL, "no plan to ask about");
    return plan;
}

/* The copy with remarks that the sender gets back. */
static void judge_marked(struct fuzz *fuzz, const struct form_answer *answer)
{
    const char *path = arena_printf(&fuzz->arena, "%s/marked.xlsx", fuzz->folder);
    struct render_context context = { fuzz->library->metrics, "build", &fuzz->arena, &fuzz->findings, "fuzz" };
    struct slurp file = { 0 };
    if (answer->book && render_fill_in(answer->book, path, &context)) {
        file = slurp_file(path, SIZE_MAX - 1, &fuzz->findings);
        fuzz_assert(file.data && workbook_read(&file, &fuzz->arena, &fuzz->findings), "a marked copy that cannot be read");
    }
}

/* The document of results is one that can be read like any other, or says what is wrong with it. */
static void judge_results(struct fuzz *fuzz, const struct form_group *group)
{
    const struct fill_in_book *all = form_make(&group->request, &fuzz->arena, &fuzz->findings);
    fuzz_assert(all != NULL, "no form of a plan without a fault");
    struct form_results results = form_results_write(group, all, &fuzz->arena);
    struct slurp file = { "fuzz.xml", arena_string(&fuzz->arena, results.text), strlen(results.text), false };
    struct results_list list = { 0 };
    results_read(&list, &file, fuzz->library->schemas[DOCUMENT_RESULTS], &fuzz->arena, &fuzz->findings);
    fuzz_judge(fuzz, list.count == 0 || list.items[0]->faulty);
}

void fuzz_form(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    static const struct office office;
    struct form_answer answer = { .path = "fuzz.xlsx" }, *answers[] = { &answer };
    struct slurp file = fuzz_file(fuzz, data, size);
    file.path = answer.path;
    const struct workbook *workbook = file.data ? workbook_read(&file, &fuzz->arena, &fuzz->findings) : NULL;
    fuzz_judge(fuzz, file.data && !workbook);
    if (!workbook)
        return;
    form_answer_open(&answer, workbook, &fuzz->findings);
    fuzz_judge(fuzz, answer.wrong);
    if (answer.wrong)
        return;
    struct period year = { 2026, 0, 0 };
    answer.request = (struct form_request){ asked_plan(fuzz), year, &office, fuzz->library->catalogue, answer.body };
    form_answer_take(&answer, &fuzz->arena, &fuzz->findings);
    if (answer.book)
        form_answer_check(&answer, &fuzz->arena, &fuzz->findings);
    struct form_group group = { .request = answer.request, .answers = answers, .count = 1 };
    group.request.body = NULL;
    form_group_check(&group, &fuzz->arena, &fuzz->findings);
    fuzz_judge(fuzz, group.wrong);
    if (group.wrong)
        judge_marked(fuzz, &answer);
    else
        judge_results(fuzz, &group);
}

/* A draft is XML whatever stood in the file: a person opens it in an editor that wants that. */
static void judge_draft(const char *draft)
{
    size_t offset, length = strlen(draft);
    fuzz_assert(utf8_check(draft, length, &offset) != UTF8_INVALID, "a draft that is not UTF-8");
    xmlDoc *read =
        xmlReadMemory(draft, (int)length, "draft.xml", NULL, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR);
    fuzz_assert(read != NULL, "a draft that is not XML");
    xmlFreeDoc(read);
}

static void draft_from(struct fuzz *fuzz, const char *suffix, const uint8_t *data, size_t size)
{
    struct original source;
    const char *path = fuzz_path(fuzz, suffix, data, size);
    bool can = original_read(&source, path, &fuzz->arena, &fuzz->findings);
    fuzz_judge(fuzz, !can);
    if (can)
        judge_draft(node_print(draft_plan(&source, fuzz->library->catalogue, &fuzz->library->layouts, &fuzz->arena)));
}

void fuzz_draft_docx(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    draft_from(fuzz, ".docx", data, size);
}

void fuzz_draft_xlsx(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    draft_from(fuzz, ".xlsx", data, size);
}

void fuzz_draft_html(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    draft_from(fuzz, ".html", data, size);
}

void fuzz_draft_txt(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    draft_from(fuzz, ".txt", data, size);
}
