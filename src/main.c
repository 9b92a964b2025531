/* Options, exit status, and the only place that prints. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <syslog.h>
#include <unistd.h>

#include "base/allocation.h"
#include "base/json.h"
#include "command/options.h"
#include "command/supervise.h"
#include "command/usage.h"
#include "input/seal.h"
#include "input/xml.h"
#include "publish/stop.h"

enum { EXIT_ALL_MADE, EXIT_WARNINGS, EXIT_REFUSED, EXIT_SYSTEM, EXIT_LOCKED, EXIT_USAGE = 64, EXIT_SIGNAL = 128 };

static int exit_status(const struct findings *findings)
{
    if (stop_signal())
        return EXIT_SIGNAL + stop_signal();
    if (findings_reach(findings, SEVERITY_LOCKED))
        return EXIT_LOCKED;
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

static void log_findings(const struct findings *findings, enum language language)
{
    static const int LEVELS[] = { LOG_INFO, LOG_WARNING, LOG_ERR, LOG_CRIT, LOG_ERR };
    openlog("phuluc", LOG_PID, LOG_USER);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        syslog(LEVELS[finding_severity(finding)], "%s:%ld: %s: %s [%s]", finding->place.file ? finding->place.file : "-",
               finding->place.line, finding_what(findings->arena, finding, language),
               finding_remedy(findings->arena, finding, language), finding_id(finding->code));
    }
    closelog();
}

/* In one go: stderr has no buffer of its own. */
static void print_lines(const char *lines)
{
    (void)fwrite(lines, 1, strlen(lines), stderr);
}

/* The last line of a run that made files; of one that only looked, a person at a terminal is told that all is well. */
static void print_summary(const struct options *options, const struct telling_summary *summary,
                          const struct findings *findings)
{
    enum language language = options->job.batch.language;
    if (summary->of == SUMMARY_NONE || options->job.quiet || (summary->of == SUMMARY_CHECK && !options->job.terminal))
        return;
    if (options->syslog)
        syslog(LOG_INFO, "%s", telling_summary(summary, findings, language, findings->arena));
    else if (options->job.json)
        print_lines(telling_summary_json(summary, findings, findings->arena));
    else
        print_lines(telling_summary(summary, findings, language, findings->arena));
}

/* What a report command found, where and how the user wants it. */
static void tell(const struct options *options, const struct findings *findings)
{
    enum language language = options->job.batch.language;
    struct findings told = options->job.quiet ? findings_above_notes(findings) : *findings;
    if (options->syslog) {
        log_findings(&told, language);
    } else if (options->job.json) {
        struct listing listing = findings_listing(&told, language, told.arena);
        print_lines(listing_print(&listing, LISTING_JSON));
    } else {
        print_lines(telling_lines(&told, language, options->job.verbose, told.arena));
    }
}

/* One line of a terminal, written over and over, and away at the end. */
static const char CLEAR_LINE[] = "\r\033[K";

static void print_reading(size_t done, size_t count)
{
    fprintf(stderr, "%sĐang đọc: %zu/%zu tệp%s", CLEAR_LINE, done, count, done < count ? "" : CLEAR_LINE);
}

static void print_reading_en(size_t done, size_t count)
{
    fprintf(stderr, "%sReading: %zu/%zu files%s", CLEAR_LINE, done, count, done < count ? "" : CLEAR_LINE);
}

static void print_progress(size_t done, size_t count, const char *name, long left)
{
    fprintf(stderr, "%sĐã lập: %zu/%zu; còn chừng %ld giây; %s%s", CLEAR_LINE, done, count, left, name,
            done < count ? "" : CLEAR_LINE);
}

static void print_progress_en(size_t done, size_t count, const char *name, long left)
{
    fprintf(stderr, "%sMade: %zu/%zu; about %ld seconds left; %s%s", CLEAR_LINE, done, count, left, name,
            done < count ? "" : CLEAR_LINE);
}

static void print_progress_json(size_t done, size_t count, const char *name, long left)
{
    struct arena arena = ARENA_INIT;
    fprintf(stderr, "{\"progress\": %zu, \"of\": %zu, \"made\": %s, \"seconds_left\": %ld}\n", done, count,
            json_quoted(&arena, name), left);
    arena_release(&arena);
}

/* Made when the program is built (scripts/seal.c), and empty where a template is not as it should be then. */
static const struct seal SEALS[] = {
#include "input/sealed.def"
    { 0 }
};

static int run(const struct options *options, struct arena *arena)
{
    struct findings findings = findings_in(arena);
    const struct command *command = options->command;
    seal_by(SEALS, sizeof SEALS / sizeof *SEALS - 1);
    xml_start();
    struct answer answer = command_is_supervised(command) ? answer_supervised(command->run, &options->job, arena, &findings)
                                                          : command->run(&options->job, arena, &findings);
    xml_stop();
    if (answer.text)
        fputs(answer.text, stdout);
    if (!answer.findings)
        tell(options, &findings);
    print_summary(options, &answer.summary, &findings);
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

/* In Vietnam, where it is seven hours later than in UTC all the year. Year 0 if the clock is set before 1970. */
static struct date today(void)
{
    enum { SEVEN_HOURS = 7 * 3600 };
    struct timespec now;
    struct date date = { 0 };
    if (clock_gettime(CLOCK_REALTIME, &now) != 0 || !date_of_epoch(&date, now.tv_sec + SEVEN_HOURS))
        return (struct date){ 0 };
    return date;
}

static const char *help_text(const struct options *options, struct arena *arena)
{
    enum language language = options->job.batch.language;
    return options->job.json ? usage_json(language, arena) : usage_text(options->command, language, arena);
}

static void choose_progress(struct job *job)
{
    bool english = job->batch.language == LANGUAGE_EN;
    if (job->quiet)
        return;
    if (job->json) {
        job->batch.progress = print_progress_json;
    } else if (job->terminal) {
        job->batch.progress = english ? print_progress_en : print_progress;
        job->batch.reading = english ? print_reading_en : print_reading;
    }
}

/*
 * A run that is started with closed descriptors would open its files as its own stdout. What is to be written to a closed
 * stdout fails, and is told, as on a full disk; what would go to a closed stderr goes nowhere.
 */
static void fill_descriptors(void)
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
        if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF)
            (void)!open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY);
}

/* A limit that the user, or an administrator, set low; what lies below the highest allowed is the program's to raise. */
static bool settle_stack(void)
{
    enum { LEAST = 1 << 20 };
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= LEAST)
        return true;
    limit.rlim_cur = LEAST;
    return limit.rlim_max >= LEAST && setrlimit(RLIMIT_STACK, &limit) == 0;
}

/* For all that is written from here on: nobody but owner and group may change it, and a size limit is an error, not a signal. */
static void set_terms(void)
{
    fill_descriptors();
    allocation_in_large_parts();
    allocation_must_succeed();
    umask(umask(0) | S_IWOTH);
    signal(SIGXFSZ, SIG_IGN);
}

int main(int argc, char **argv)
{
    set_terms();
    if (!settle_stack()) {
        fputs("phuluc: ngăn xếp quá nhỏ, cần ít nhất 1024 KB: nâng giới hạn bằng ulimit -s "
              "(the stack is too small, 1024 KB are needed: raise its limit with ulimit -s)\n", stderr);
        return EXIT_SYSTEM;
    }
    struct arena arena = ARENA_INIT;
    struct options options = parse_options(argc, argv, getenv("SOURCE_DATE_EPOCH"), getenv("PHULUC_LANG"), &arena);
    int status = EXIT_ALL_MADE;
    options.job.today = today();
    options.job.terminal = isatty(STDERR_FILENO) != 0; /* asked before errno is that of a failed write */
    choose_progress(&options.job);
    if (options.mistake) {
        fprintf(stderr, "phuluc: %s\n%s", options.mistake,
                options.job.batch.language == LANGUAGE_EN ? "See phuluc --help\n" : "Xem phuluc --help\n");
        status = EXIT_USAGE;
    } else if (options.help) {
        fputs(help_text(&options, &arena), stdout);
    } else if (options.version) {
        puts("phuluc " PHULUC_VERSION);
    } else {
        status = run(&options, &arena);
    }
    if (!flush_answer(options.job.batch.language, &arena))
        status = EXIT_SYSTEM;
    arena_release(&arena);
    return status;
}
