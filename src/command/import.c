/* Filled forms become results; forms that cannot be used become copies with a remark on each wrong cell. */
#include "base/breadcrumb.h"
#include "base/file.h"
#include "base/text.h"
#include "check/results_check.h"
#include "check/results_context.h"
#include "check/results_plausible.h"
#include "command/commands.h"
#include "command/reports.h"
#include "content/words.h"
#include "form/form_results.h"
#include "input/gather.h"
#include "input/limits.h"
#include "input/results_read.h"
#include "render/renderers.h"

#include <errno.h>
#include <string.h>

/* Made once for a period: forms of one plan have one plan in force, amended or not. */
struct period_chains {
    struct period period;
    struct chains chains;
};

struct import {
    struct run *run;
    struct arena *arena;
    struct findings *findings;
    struct period_chains *periods;
    size_t period_count, period_capacity;
    struct form_group *groups;
    size_t group_count, group_capacity;
    struct order *results, *marked;
    size_t result_count, result_capacity, marked_count, marked_capacity;
    const char **unknown; /* forms of which it is not known what plan and period they are of */
    size_t unknown_count, unknown_capacity;
};

/* The bytes are taken into the list of files, so that the manifest names them. */
static bool open_form(struct import *import, const char *path, struct form_answer *answer)
{
    struct inputs *inputs = &import->run->inputs;
    struct slurp file = slurp_file(path, XML_SIZE_MAX, import->findings);
    *answer = (struct form_answer){ .path = path };
    if (!file.data)
        return false;
    answer->sha256 = arena_string(import->arena, inputs_add_file(inputs, &file, import->arena)->digest);
    const struct workbook *workbook = workbook_read(&file, import->arena, import->findings);
    if (!workbook)
        return false;
    form_answer_open(answer, workbook, import->findings);
    return !answer->wrong;
}

static const struct chains *chains_in(struct import *import, struct period period)
{
    for (size_t i = 0; i < import->period_count; i++)
        if (period_cmp(import->periods[i].period, period) == 0)
            return &import->periods[i].chains;
    struct period_chains *made = ARENA_PUSH(import->arena, import->periods, import->period_count, import->period_capacity);
    *made = (struct period_chains){ period, inputs_chains(&import->run->inputs, import->run->job->batch.as_of, period,
                                                          import->arena) };
    return &made->chains;
}

/* The plan that the form asks for, in force for its period; NULL with a finding. */
static const struct plan *plan_of(struct import *import, const struct form_answer *answer, struct period *period)
{
    if (period_parse(period, answer->period)) {
        const struct chains *chains = chains_in(import, *period);
        for (size_t i = 0; i < chains->count; i++)
            if (strcmp(chains->items[i].now->id, answer->plan) == 0 && chain_covers(&chains->items[i], period->year))
                return chains->items[i].now;
    }
    finding_add(import->findings, FINDING_FORM_PLAN_MISSING, (struct place){ answer->path, 0 }, answer->plan,
                answer->period, NULL);
    return NULL;
}

static struct form_group *group_of(struct import *import, const struct form_answer *answer)
{
    for (size_t i = 0; i < import->group_count; i++) {
        const struct form_request *request = &import->groups[i].request;
        if (request->plan == answer->request.plan && period_cmp(request->period, answer->request.period) == 0)
            return &import->groups[i];
    }
    struct form_group *group = ARENA_PUSH(import->arena, import->groups, import->group_count, import->group_capacity);
    group->request = answer->request;
    group->request.body = NULL;
    return group;
}

static void leave_out(struct import *import, const char *path)
{
    const char **added = ARENA_PUSH(import->arena, import->unknown, import->unknown_count, import->unknown_capacity);
    *added = path;
    refuse_unknown(&import->run->inputs.refusals, path, import->arena);
}

static void read_form(struct import *import, const char *path)
{
    struct inputs *inputs = &import->run->inputs;
    struct form_answer *answer = arena_alloc(import->arena, 1, sizeof *answer);
    struct period period;
    breadcrumb_alone(path);
    const struct plan *plan = open_form(import, path, answer) ? plan_of(import, answer, &period) : NULL;
    if (!plan) {
        leave_out(import, path);
        return;
    }
    answer->request = (struct form_request){ plan, period, &inputs->office, inputs->catalogue, answer->body };
    form_answer_take(answer, import->arena, import->findings);
    if (answer->book)
        form_answer_check(answer, import->arena, import->findings);
    struct form_group *group = group_of(import, answer);
    struct form_answer **added = ARENA_PUSH(import->arena, group->answers, group->count, group->capacity);
    *added = answer;
}

/* ---- what it makes ---- */

static bool write_text(const struct order *order, const char *path, struct render_context *context)
{
    const struct form_results *results = order->context;
    int error = file_write(path, results->text);
    if (error)
        finding_errno(context->findings, FINDING_WRITE_FAILED, render_place(context, path), error);
    return !error;
}

static bool write_marked(const struct order *order, const char *path, struct render_context *context)
{
    const struct form_answer *answer = order->context;
    return render_fill_in(answer->book, path, context);
}

static void add_results(struct import *import, const struct form_group *group, const struct form_results *results)
{
    struct inputs *inputs = &import->run->inputs;
    struct order *order = ARENA_PUSH(import->arena, import->results, import->result_count, import->result_capacity);
    *order = (struct order){ .folder = "import",
                             .id = results->id,
                             .options = "",
                             .write = write_text,
                             .suffix = ".xml",
                             .context = results };
    for (size_t i = 0; i < group->count; i++)
        order_add_file(order, inputs, group->answers[i]->path, import->arena);
    order_add_file(order, inputs, group->request.plan->place.file, import->arena);
    order_add_office(order, inputs, import->arena);
}

static bool is_taken(const struct import *import, const char *id)
{
    for (size_t i = 0; i < import->marked_count; i++)
        if (strcmp(import->marked[i].id, id) == 0)
            return true;
    return false;
}

/* The name of the form; of a second one of that name, from another folder, with a number. */
static const char *marked_id(const struct import *import, const char *path)
{
    const char *name = file_name(path);
    const char *stem = text_machine_name(import->arena, arena_copy(import->arena, name, strcspn(name, ".")), '-');
    const char *id = stem;
    for (size_t i = 2; is_taken(import, id); i++)
        id = arena_printf(import->arena, "%s-%zu", stem, i);
    return id;
}

static void add_marked(struct import *import, const struct form_answer *answer)
{
    const char *id = marked_id(import, answer->path);
    struct order *order = ARENA_PUSH(import->arena, import->marked, import->marked_count, import->marked_capacity);
    *order = (struct order){ .folder = "import-sai",
                             .id = id,
                             .options = "",
                             .write = write_marked,
                             .suffix = ".xlsx",
                             .context = answer };
    order_add_file(order, &import->run->inputs, answer->path, import->arena);
    order_add_file(order, &import->run->inputs, answer->request.plan->place.file, import->arena);
}

/* ---- the document is checked like one that was keyed ---- */

/* An amount in another unit, most likely: a person says so, and until then no report uses the results. */
static void doubt_amount(struct form_line *from, struct finding *finding, struct arena *arena)
{
    const char *where = form_where(from->sheet, from->row, from->cell, arena);
    finding->code = FINDING_FORM_AMOUNT_DOUBTFUL;
    finding->args[0] = where;
    from->doubt = finding_what(arena, finding, LANGUAGE_VI);
}

/* In a cell the last 0 of a number is not kept: what settles the doubt is done in the document. */
static void doubt_decimals(const struct form_line *from, struct finding *finding, struct arena *arena)
{
    const char *args[FINDING_ARGS] = { form_where(from->sheet, from->row, from->cell, arena),
                                       number_words(arena, from->cell->number), finding->args[2], finding->args[3] };
    finding->code = FINDING_FORM_THREE_DECIMALS;
    memcpy(finding->args, args, sizeof args);
}

/* Of the head there is one line for several cells: what is wrong with the document that it replaces is of that cell. */
static struct form_line *head_line(struct form_line *line, enum finding_code code, struct arena *arena)
{
    bool replaced = code == FINDING_UNKNOWN_SUPERSEDED || code == FINDING_SUPERSEDES_OTHER ||
                    code == FINDING_SUPERSEDES_LATER || code == FINDING_SUPERSEDES_CIRCLE;
    if (!replaced || !line || !line->answer)
        return line;
    struct form_line *other = arena_alloc(arena, 1, sizeof *other);
    *other = *line;
    other->row = fill_in_row(line->sheet, "supersedes");
    other->cell = form_entry(line->answer->book, FORM_COVER, "supersedes", "answer");
    return other;
}

/* What is found in the document is told of the cell that it was written from, in words of the form. */
static void tell_of_cell(const struct form_results *results, struct finding *finding, struct arena *arena)
{
    size_t line = finding->place.line > 0 ? (size_t)finding->place.line : 1;
    struct form_line *own = line <= results->line_count ? &results->lines[line - 1] : NULL;
    struct form_line *from = head_line(own, finding->code, arena);
    if (!from || !from->answer)
        return;
    const char *file = from->answer->path;
    bool doubted = finding->code == FINDING_RESULT_OUT_OF_SCALE || finding->code == FINDING_THREE_DECIMALS;
    if (finding->code == FINDING_RESULT_OUT_OF_SCALE)
        doubt_amount(from, finding, arena);
    else if (finding->code == FINDING_THREE_DECIMALS)
        doubt_decimals(from, finding, arena);
    finding->place = doubted ? form_place(from->answer, from->cell)
                             : (struct place){ arena_printf(arena, "%s[%s]", file,
                                                            form_where(from->sheet, from->row, from->cell, arena)),
                                               0 };
    if (finding_severity(finding) < SEVERITY_ERROR && !doubted)
        return;
    form_remark(from->cell, finding, arena);
    from->answer->wrong = from->answer->wrong || !doubted;
    from->answer->doubtful = from->answer->doubtful || doubted;
}

static bool is_kept(const struct results_list *list, const struct results *results)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == results)
            return true;
    return false;
}

/* Reads the document as any other and sets it beside the others of the run; false with findings if it cannot be used. */
static bool is_usable(struct import *import, const struct form_group *group, const struct form_results *results)
{
    struct inputs *inputs = &import->run->inputs;
    const char *name = arena_printf(import->arena, "import/%s.xml", results->id);
    struct findings found = findings_in(import->arena);
    struct slurp file = { name, arena_string(import->arena, results->text), strlen(results->text), false };
    struct results_list list = { 0 };
    results_read(&list, &file, import->run->library->schemas[DOCUMENT_RESULTS], import->arena, &found);
    struct results *read = list.count ? list.items[0] : NULL;
    if (read && !read->faulty) {
        struct results_context context = { inputs->plans, inputs->count, inputs->catalogue, &inputs->office, &found };
        list.count = 0;
        for (size_t i = 0; i <= inputs->results.count;
             i++) { /* the new one last: of two for one period it is the one too many */
            struct results **added = ARENA_PUSH(import->arena, list.items, list.count, list.capacity);
            *added = i < inputs->results.count ? inputs->results.items[i] : read;
        }
        results_check(&list, &context);
        if (is_kept(&list, read))
            results_plausible(group->request.plan, inputs->catalogue, &list, &found);
    }
    bool usable = read && !read->faulty && is_kept(&list, read);
    for (size_t i = 0; i < found.count; i++) {
        struct finding *finding = &found.items[i];
        bool own = finding->place.file && strcmp(finding->place.file, name) == 0;
        if (own)
            tell_of_cell(results, finding, import->arena);
        if (own || !usable)
            findings_append(import->findings, &(struct findings){ .arena = import->arena, .items = finding, .count = 1 });
    }
    return usable;
}

static void refuse_group(struct import *import, const struct form_group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        const struct form_answer *answer = group->answers[i];
        if (answer->wrong && answer->book)
            add_marked(import, answer);
        refuse_unknown(&import->run->inputs.refusals, answer->path, import->arena);
    }
}

static void settle(struct import *import, struct form_group *group)
{
    form_group_check(group, import->arena, import->findings);
    if (!group->wrong) {
        struct form_results *results = arena_alloc(import->arena, 1, sizeof *results);
        const struct fill_in_book *all = form_make(&group->request, import->arena, import->findings);
        if (all) {
            *results = form_results_write(group, all, import->arena);
            group->wrong = !is_usable(import, group, results);
        }
        if (all && !group->wrong) {
            results->text = form_results_marked(results, import->arena);
            add_results(import, group, results);
        }
    }
    for (size_t i = 0; !group->wrong && i < group->count; i++)
        if (group->answers[i]->doubtful)
            add_marked(import, group->answers[i]);
    if (group->wrong)
        refuse_group(import, group);
}

/* "a.xlsx, b.xlsx": those of which nobody knows what they are about; NULL if there are none. */
static const char *left_out(const struct import *import)
{
    struct text names = text_in(import->arena);
    for (size_t i = 0; i < import->unknown_count; i++)
        text_addf(&names, "%s%s", i ? ", " : "", import->unknown[i]);
    return import->unknown_count ? text_str(&names) : NULL;
}

/* What is made beside such a form may lack its figures. */
static void tell_left_out(const struct import *import)
{
    const char *names = left_out(import);
    for (size_t i = 0; names && i < import->group_count; i++) {
        const struct form_group *group = &import->groups[i];
        const char *period = period_text(import->arena, group->request.period);
        if (!group->wrong)
            finding_add(import->findings, FINDING_FORM_LEFT_OUT, (struct place){ group->answers[0]->path, 0 },
                        arena_printf(import->arena, "%s, %s", group->request.plan->id, period),
                        arena_printf(import->arena, "%zu", group->count), names, NULL);
    }
}

static void deliver_import(struct run *run)
{
    const struct job *job = run->job;
    struct import import = { .run = run, .arena = run->delivery.arena, .findings = run->delivery.findings };
    for (size_t i = 0; i < job->form_count; i++)
        if (job->left_out && file_list_has(job->left_out, job->forms[i]))
            leave_out(&import, job->forms[i]);
        else
            read_form(&import, job->forms[i]);
    breadcrumb_none();
    for (size_t i = 0; i < import.group_count; i++)
        settle(&import, &import.groups[i]);
    tell_left_out(&import);
    deliver(&run->delivery, import.marked, import.marked_count);
    run_deliver(run, run->scope, import.results, import.result_count);
}

/* Forms and documents among the paths. */
struct paths {
    struct job *job;
    struct file_list forms;
    struct arena *arena;
    struct findings *findings;
};

/* A folder of forms alone has no documents to be missed. */
static void add_path(struct paths *paths, const char *path)
{
    struct file_list documents = { 0 };
    struct findings aside = findings_in(paths->arena);
    size_t before = paths->forms.found;
    gather_workbooks(&paths->forms, path, paths->arena, paths->findings);
    if (gather_is_workbook(path))
        return;
    gather(&documents, path, paths->arena, &aside);
    if (documents.found || paths->forms.found == before)
        paths->job->paths[paths->job->path_count++] = path;
}

/* Workbooks are forms, and so are those in folders; all other paths lead to the documents that they are read with. */
struct answer run_import(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct job divided = *job;
    struct paths paths = { .job = &divided, .arena = arena, .findings = findings };
    divided.paths = arena_alloc(arena, job->path_count, sizeof *divided.paths);
    divided.path_count = 0;
    for (size_t i = 0; i < job->path_count; i++)
        add_path(&paths, job->paths[i]);
    divided.forms = paths.forms.paths;
    divided.form_count = paths.forms.count;
    if (!divided.form_count)
        finding_add(findings, FINDING_NO_FORM, (struct place){ NULL, 0 }, NULL);
    struct answer answer = run_reports(&divided, "import", deliver_import, arena, findings);
    answer.summary.made = SUMMARY_FILES;
    return answer;
}
