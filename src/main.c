/* Options, exit status, and the only place that prints. */
#include <errno.h>

#include "base/text.h"
#include "input/xml.h"
#include "options.h"

enum { EXIT_ALL_MADE, EXIT_WARNINGS, EXIT_REFUSED, EXIT_SYSTEM, EXIT_USAGE = 64 };

static int exit_status(const struct findings *findings)
{
    if (findings_reach(findings, SEVERITY_SYSTEM))
        return EXIT_SYSTEM;
    if (findings_reach(findings, SEVERITY_ERROR))
        return EXIT_REFUSED;
    return findings_reach(findings, SEVERITY_WARNING) ? EXIT_WARNINGS : EXIT_ALL_MADE;
}

static void print_findings(FILE *out, const struct findings *findings, enum language language)
{
    for (size_t i = 0; i < findings->count; i++)
        finding_print(out, &findings->items[i], language);
}

/* The findings are what check answers: they go to stdout, in the format asked for. */
static struct answer check_answer(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_check(job, arena, findings);
    if (job->listing == LISTING_TEXT) {
        print_findings(stdout, findings, job->language);
        return (struct answer){ NULL };
    }
    struct listing listing = findings_listing(findings, job->language, arena);
    return (struct answer){ listing_print(&listing, job->listing) };
}

static int run(const struct options *options, struct arena *arena)
{
    const struct job *job = &options->job;
    struct findings findings = findings_in(arena);
    struct answer answer = { NULL };
    xml_start();
    switch (options->command) {
    case COMMAND_ANNEX: run_annex(job, arena, &findings); break;
    case COMMAND_TOTALS: answer = run_totals(job, arena, &findings); break;
    case COMMAND_RECONCILE: answer = run_reconcile(job, arena, &findings); break;
    case COMMAND_EXPLAIN: answer = run_explain(job, arena, &findings); break;
    case COMMAND_ACCEPT: answer = run_accept(job, arena, &findings); break;
    case COMMAND_YEAR_END: run_year_end(job, arena, &findings); break;
    case COMMAND_GAPS: answer = run_gaps(job, arena, &findings); break;
    case COMMAND_LAYOUTS: answer = run_layouts(job, arena, &findings); break;
    case COMMAND_CHECK: answer = check_answer(job, arena, &findings); break;
    default: break;
    }
    xml_stop();
    if (answer.text)
        fputs(answer.text, stdout);
    if (options->command != COMMAND_CHECK)
        print_findings(stderr, &findings, job->language);
    return exit_status(&findings);
}

/* False, with a word on stderr, if what was to go to stdout did not get there. */
static bool flush_answer(enum language language, struct arena *arena)
{
    int error = errno; /* of an earlier write, if one failed */
    bool failed = ferror(stdout) != 0;
    if (fflush(stdout) != 0) {
        error = errno;
        failed = true;
    }
    if (!failed)
        return true;
    struct findings findings = findings_in(arena);
    finding_errno(&findings, FINDING_WRITE_FAILED, (struct place){ "stdout", 0 }, error);
    print_findings(stderr, &findings, language);
    return false;
}

int main(int argc, char **argv)
{
    struct arena arena = ARENA_INIT;
    struct options options = parse_options(argc, argv, getenv("SOURCE_DATE_EPOCH"), getenv("PHULUC_LANG"), &arena);
    int status = EXIT_ALL_MADE;
    if (options.mistake) {
        fprintf(stderr, "phuluc: %s\n%s", options.mistake,
                options.job.language == LANGUAGE_EN ? "See phuluc --help\n" : "Xem phuluc --help\n");
        status = EXIT_USAGE;
    } else if (options.command == COMMAND_HELP) {
        fputs(usage_text(options.job.language), stdout);
    } else if (options.command == COMMAND_VERSION) {
        puts("phuluc " PHULUC_VERSION);
    } else {
        status = run(&options, &arena);
    }
    if (!flush_answer(options.job.language, &arena))
        status = EXIT_SYSTEM;
    arena_release(&arena);
    return status;
}
