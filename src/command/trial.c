#include "command/trial.h"

#include "base/text.h"

/* What the process says of no file in particular, which is no file's name, and what it says at the end. */
static const char TOGETHER[] = "/", PASSED[] = "";

/* One process and how it ended. */
struct attempt {
    const struct trial *trial;
    struct findings *findings;
    bool passed, left_out; /* neither: the work cannot be done */
};

static void say_where(void *context, const char *file)
{
    worker_say(context, file ? file : TOGETHER);
}

/* In the process. */
static char *work(void *context, size_t index, const struct worker *worker)
{
    const struct attempt *attempt = context;
    struct worker self = *worker;
    struct follower follower = { say_where, &self };
    (void)index;
    attempt->trial->work(attempt->trial->context, &follower);
    return strdup(PASSED);
}

static bool leave_out(struct file_list *files, const char *file)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->paths[i], file) != 0)
            files->paths[kept++] = files->paths[i];
    bool found = kept < files->count;
    files->count = kept;
    return found;
}

static void tell_of_file(const struct attempt *attempt, const char *file, const struct worker_answer *answer)
{
    const struct worker_limits *limits = &attempt->trial->limits;
    struct findings *findings = attempt->findings;
    struct place place = { file, 0 };
    if (answer->end == WORKER_SLOW)
        finding_add(findings, FINDING_INPUT_SLOW, place, arena_printf(findings->arena, "%u", limits->seconds), NULL);
    else if (answer->end == WORKER_OUT_OF_MEMORY)
        finding_add(findings, FINDING_INPUT_MEMORY, place, arena_printf(findings->arena, "%u", limits->megabytes), NULL);
    else
        finding_add(findings, FINDING_INPUT_DIED, place, answer->how, NULL);
}

static void tell_of_all(const struct attempt *attempt, const struct worker_answer *answer)
{
    static const struct place NOWHERE = { NULL, 0 };
    if (answer->end == WORKER_SLOW)
        finding_add(attempt->findings, FINDING_INPUTS_FAILED, NOWHERE, "quá --timeout", "more than --timeout", NULL);
    else if (answer->end == WORKER_OUT_OF_MEMORY)
        finding_add(attempt->findings, FINDING_INPUTS_FAILED, NOWHERE, "hết bộ nhớ", "out of memory", NULL);
    else
        finding_add(attempt->findings, FINDING_INPUTS_FAILED, NOWHERE, answer->how, answer->how, NULL);
}

static void take_end(void *context, const struct worker_answer *answer)
{
    struct attempt *attempt = context;
    attempt->passed = answer->end == WORKER_DONE && text_equal(answer->text, PASSED);
    if (attempt->passed)
        return;
    attempt->left_out = answer->text && leave_out(attempt->trial->files, answer->text);
    if (attempt->left_out)
        tell_of_file(attempt, answer->text, answer);
    else
        tell_of_all(attempt, answer);
}

bool trial_run(const struct trial *trial, bool *whole, struct findings *findings)
{
    struct attempt attempt = { trial, findings, false, true };
    struct worker_pool pool = { trial->limits, "phuluc-trial", &attempt, work, take_end };
    for (*whole = true; attempt.left_out;) {
        attempt.left_out = false;
        workers_run(&pool, 1);
        *whole = *whole && !attempt.left_out;
    }
    return attempt.passed;
}
