#include "command/supervise.h"

#include "base/breadcrumb.h"
#include "base/text.h"
#include "input/gather.h"
#include "publish/transport.h"

/* One process and how it ended. */
struct attempt {
    const struct supervised *supervised;
    struct arena *arena;
    struct findings *findings;
    bool passed, left_out; /* neither: the work cannot be done */
};

static void work(void *context, size_t index, const struct worker *worker)
{
    const struct attempt *attempt = context;
    (void)index;
    attempt->supervised->work(attempt->supervised->context, worker);
}

static void take(void *context, size_t index, const struct record *record)
{
    const struct attempt *attempt = context;
    (void)index;
    attempt->supervised->take(attempt->supervised->context, record);
}

/* False if it is left out already: that did not help. */
static bool leave_out(const struct attempt *attempt, const char *file)
{
    struct file_list *files = attempt->supervised->left_out;
    if (!file || file_list_has(files, file))
        return false;
    const char **added = ARENA_PUSH(attempt->arena, files->paths, files->count, files->capacity);
    *added = file;
    return true;
}

static void tell_of_file(const struct attempt *attempt, const char *file, const struct worker_answer *answer)
{
    const struct worker_limits *limits = &attempt->supervised->limits;
    struct findings *findings = attempt->findings;
    struct place place = { file, 0 };
    if (answer->end == WORKER_SLOW)
        finding_add(findings, FINDING_INPUT_SLOW, place, arena_printf(findings->arena, "%u", limits->seconds), NULL);
    else if (answer->end == WORKER_OUT_OF_MEMORY)
        finding_add(findings, FINDING_INPUT_MEMORY, place, arena_printf(findings->arena, "%u", limits->megabytes), NULL);
    else
        finding_add(findings, FINDING_INPUT_DIED, place, worker_how(answer, LANGUAGE_VI), worker_how(answer, LANGUAGE_EN),
                    NULL);
}

static const char *end_words(const struct worker_answer *answer, enum language language)
{
    if (answer->end == WORKER_SLOW)
        return language == LANGUAGE_EN ? "more than --timeout" : "quá --timeout";
    if (answer->end == WORKER_OUT_OF_MEMORY)
        return language == LANGUAGE_EN ? "out of memory" : "hết bộ nhớ";
    return worker_how(answer, language);
}

static void tell_of_files(const struct attempt *attempt, const struct breadcrumb *step, const struct worker_answer *answer)
{
    finding_add(attempt->findings, FINDING_INPUTS_APART, (struct place){ step->file, 0 },
                step->other ? step->other : "các tệp khác", end_words(answer, LANGUAGE_VI),
                step->other ? step->other : "other files", end_words(answer, LANGUAGE_EN), NULL);
}

static void tell_of_run(const struct attempt *attempt, const struct worker_answer *answer)
{
    finding_add(attempt->findings, FINDING_INPUTS_FAILED, (struct place){ NULL, 0 }, end_words(answer, LANGUAGE_VI),
                end_words(answer, LANGUAGE_EN), NULL);
}

static void take_end(void *context, const struct worker_answer *answer)
{
    struct attempt *attempt = context;
    struct breadcrumb step = breadcrumb_read(attempt->arena);
    attempt->passed = answer->end == WORKER_DONE;
    if (attempt->passed)
        return;
    attempt->left_out = leave_out(attempt, step.file);
    if (attempt->left_out && step.step == STEP_ACROSS)
        tell_of_files(attempt, &step, answer);
    else if (attempt->left_out)
        tell_of_file(attempt, step.file, answer);
    else
        tell_of_run(attempt, answer);
}

bool supervise(const struct supervised *supervised, struct arena *arena, struct findings *findings)
{
    struct attempt attempt = { supervised, arena, findings, false, true };
    struct worker_pool pool = { .limits = supervised->limits,
                                .name = "phuluc-run",
                                .context = &attempt,
                                .work = work,
                                .take = take,
                                .ended = take_end,
                                .supervised = true };
    while (attempt.left_out) {
        attempt.left_out = false;
        workers_run(&pool, 1);
    }
    return attempt.passed;
}

/* A question in its two processes. */
struct query {
    answer_function *function;
    struct job job;
    struct arena *arena;
    struct findings *findings;
    struct answer answer;
};

static void find_answer(void *context, const struct worker *worker)
{
    struct query *query = context;
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    struct text fields = text_in(&arena);
    struct answer answer = query->function(&query->job, &arena, &findings);
    transport_add_findings(&fields, &findings, 0);
    record_add_text(&fields, answer.text);
    worker_send(worker, RECORD_ANSWER, &fields);
    arena_release(&arena);
}

static void take_answer(void *context, const struct record *record)
{
    struct query *query = context;
    struct record_reader reader = record_reader_of(record);
    if (transport_read_findings(&reader, query->findings))
        query->answer.text = record_text(&reader, query->arena);
}

struct answer answer_supervised(answer_function *answer, const struct job *job, struct arena *arena,
                                struct findings *findings)
{
    struct file_list left_out = { 0 };
    struct query query = { answer, *job, arena, findings, { 0 } };
    query.job.left_out = &left_out;
    struct supervised supervised = { { 1, job->batch.seconds, job->batch.megabytes },
                                     &left_out,
                                     &query,
                                     find_answer,
                                     take_answer };
    if (!supervise(&supervised, arena, findings))
        query.answer.text = NULL;
    findings_sort(findings);
    return query.answer;
}
