#include "command/options.h"

#include <getopt.h>
#include <unistd.h>

#include "base/text.h"
#include "command/commands.h"
#include "input/xml.h"
#include "render/renderer.h"

enum { OPTION_FORMATS = 256, OPTION_FORMAT, OPTION_AS_OF, OPTION_YEAR, OPTION_MONTH, OPTION_SINCE, OPTION_DAYS,
       OPTION_FIGURES, OPTION_COVER, OPTION_SEPARATE, OPTION_SIGNATURE, OPTION_TEMPLATES, OPTION_CATALOGUE, OPTION_LANG, OPTION_VERSION, OPTION_FORCE, OPTION_DRY_RUN, OPTION_PARTIAL,
       OPTION_TIMEOUT, OPTION_MEMORY, OPTION_JSON, OPTION_LOG };

static const struct option LONG[] = {
    { "output", required_argument, NULL, 'o' },
    { "formats", required_argument, NULL, OPTION_FORMATS },
    { "format", required_argument, NULL, OPTION_FORMAT },
    { "year", required_argument, NULL, OPTION_YEAR },
    { "month", required_argument, NULL, OPTION_MONTH },
    { "since", required_argument, NULL, OPTION_SINCE },
    { "days", required_argument, NULL, OPTION_DAYS },
    { "figures", required_argument, NULL, OPTION_FIGURES },
    { "as-of", required_argument, NULL, OPTION_AS_OF },
    { "cover", no_argument, NULL, OPTION_COVER },
    { "separate", no_argument, NULL, OPTION_SEPARATE },
    { "signature", no_argument, NULL, OPTION_SIGNATURE },
    { "templates", required_argument, NULL, OPTION_TEMPLATES },
    { "catalogue", required_argument, NULL, OPTION_CATALOGUE },
    { "lang", required_argument, NULL, OPTION_LANG },
    { "force", no_argument, NULL, OPTION_FORCE },
    { "partial", no_argument, NULL, OPTION_PARTIAL },
    { "dry-run", no_argument, NULL, OPTION_DRY_RUN },
    { "jobs", required_argument, NULL, 'j' },
    { "timeout", required_argument, NULL, OPTION_TIMEOUT },
    { "memory", required_argument, NULL, OPTION_MEMORY },
    { "quiet", no_argument, NULL, 'q' },
    { "json", no_argument, NULL, OPTION_JSON },
    { "log", required_argument, NULL, OPTION_LOG },
    { "help", no_argument, NULL, 'h' },
    { "version", no_argument, NULL, OPTION_VERSION },
    { NULL, 0, NULL, 0 },
};

/* The first mistake found: what is wrong, and the word it is about. */
struct parser {
    struct options options;
    struct arena *arena;
    const char *vi, *en, *what;
    bool given[sizeof LONG / sizeof *LONG]; /* which options of LONG the line has */
};

/* Both languages are kept: which one is wanted may be said further on. */
static void mistake(struct parser *parser, const char *vi, const char *en, const char *what)
{
    if (parser->vi)
        return;
    parser->vi = vi;
    parser->en = en;
    parser->what = arena_string(parser->arena, what);
}

static const char *mistake_words(const struct parser *parser)
{
    if (!parser->vi)
        return NULL;
    if (parser->options.job.batch.language == LANGUAGE_EN)
        return arena_printf(parser->arena, "%s: \"%s\"", parser->en, parser->what);
    return arena_printf(parser->arena, "%s «%s»", parser->vi, parser->what);
}

static enum language read_language(struct parser *parser, const char *text)
{
    if (strcmp(text, "vi") != 0 && strcmp(text, "en") != 0)
        mistake(parser, "ngôn ngữ phải là vi hoặc en:", "the language is vi or en", text);
    return strcmp(text, "en") == 0 ? LANGUAGE_EN : LANGUAGE_VI;
}

static void read_formats(struct parser *parser, const char *list)
{
    struct job *job = &parser->options.job;
    job->batch.format_count = 0;
    while (true) {
        size_t length = strcspn(list, ",");
        const char *name = arena_copy(parser->arena, list, length);
        const struct renderer *renderer = renderer_find(name);
        bool seen = false;
        for (size_t i = 0; i < job->batch.format_count; i++)
            seen = seen || strcmp(job->batch.formats[i], name) == 0;
        if (!renderer)
            mistake(parser, "không có định dạng", "no such format", name);
        else if (!seen && job->batch.format_count < FORMATS_MAX)
            job->batch.formats[job->batch.format_count++] = renderer->name;
        if (!list[length])
            return;
        list += length + 1;
    }
}

static void read_listing(struct parser *parser, const char *name)
{
    static const char *const NAMES[] = { "text", "csv", "json" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(NAMES[i], name) == 0) {
            parser->options.job.listing = (enum listing_format)i;
            return;
        }
    mistake(parser, "--format phải là text, csv hoặc json:", "--format is text, csv or json", name);
}

static void read_epoch(struct parser *parser, const char *text)
{
    struct dec seconds;
    if (dec_parse(&seconds, text) && !seconds.scale && date_of_epoch(&parser->options.job.batch.as_of, seconds.units))
        return;
    mistake(parser, "SOURCE_DATE_EPOCH không phải số giây:", "SOURCE_DATE_EPOCH is no number of seconds", text);
}

static void read_year(struct parser *parser, const char *text)
{
    struct dec year;
    if (dec_parse(&year, text) && !year.scale && year.units >= XML_YEAR_FIRST && year.units <= XML_YEAR_LAST)
        parser->options.job.year = (int)year.units;
    else
        mistake(parser,
                arena_printf(parser->arena, "--year phải là một năm từ %d đến %d:", XML_YEAR_FIRST, XML_YEAR_LAST),
                arena_printf(parser->arena, "--year is a year from %d to %d", XML_YEAR_FIRST, XML_YEAR_LAST), text);
}

static bool is_month(struct period *month, const char *text)
{
    return period_parse(month, text) && month->month && month->year >= XML_YEAR_FIRST && month->year <= XML_YEAR_LAST;
}

/* "2024-03", or a range "2023-11..2024-03". */
static void read_months(struct parser *parser, const char *text)
{
    struct job *job = &parser->options.job;
    const char *dots = strstr(text, "..");
    const char *first = dots ? arena_copy(parser->arena, text, (size_t)(dots - text)) : text;
    if (!is_month(&job->month, first) || (dots && !is_month(&job->month_last, dots + 2)))
        mistake(parser, "tháng phải viết như 2024-03, hoặc 2023-11..2024-03:",
                "a month is written like 2024-03, or 2023-11..2024-03", text);
    else if (dots && period_cmp(job->month_last, job->month) < 0)
        mistake(parser, "tháng sau đứng trước tháng đầu:", "the last month is before the first", text);
}

static void read_date(struct parser *parser, const char *option, struct date *date, const char *text)
{
    if (!date_parse(date, text))
        mistake(parser, arena_printf(parser->arena, "%s phải là một ngày, viết như 2020-11-18:", option),
                arena_printf(parser->arena, "%s is a date, written like 2020-11-18", option), text);
}

enum { WORKERS_MOST = 64, SECONDS_MOST = 86400, MEGABYTES_LEAST = 64, MEGABYTES_MOST = 1048576, DAYS_MOST = 3660 };

static unsigned read_count(struct parser *parser, const char *option, const char *text, int64_t least, int64_t most)
{
    struct dec number;
    if (dec_parse(&number, text) && !number.scale && number.units >= least && number.units <= most)
        return (unsigned)number.units;
    mistake(parser,
            arena_printf(parser->arena, "%s phải là số nguyên từ %lld đến %lld:", option, (long long)least, (long long)most),
            arena_printf(parser->arena, "%s is a whole number from %lld to %lld", option, (long long)least, (long long)most),
            text);
    return 0;
}

static bool read_log(struct parser *parser, const char *text)
{
    if (strcmp(text, "stderr") != 0 && strcmp(text, "syslog") != 0)
        mistake(parser, "--log phải là stderr hoặc syslog:", "--log is stderr or syslog", text);
    return strcmp(text, "syslog") == 0;
}

/* How a batch goes about its work. False if the option is none of these. */
static bool take_batch_option(struct parser *parser, int option, const char *text)
{
    struct job *job = &parser->options.job;
    switch (option) {
    case OPTION_FORCE: job->batch.force = true; return true;
    case OPTION_PARTIAL: job->batch.partial = true; return true;
    case OPTION_DRY_RUN: job->batch.dry_run = true; return true;
    case 'j': job->batch.workers = read_count(parser, "--jobs", text, 1, WORKERS_MOST); return true;
    case OPTION_TIMEOUT: job->batch.seconds = read_count(parser, "--timeout", text, 0, SECONDS_MOST); return true;
    case OPTION_MEMORY:
        job->batch.megabytes = strcmp(text, "0") == 0 ? 0 : read_count(parser, "--memory", text, MEGABYTES_LEAST, MEGABYTES_MOST);
        return true;
    case 'q': parser->options.quiet = true; return true;
    case OPTION_JSON: parser->options.json = true; return true;
    case OPTION_LOG: parser->options.syslog = read_log(parser, text); return true;
    default: return false;
    }
}

static void take_option(struct parser *parser, int option, const char *text)
{
    struct job *job = &parser->options.job;
    if (take_batch_option(parser, option, text))
        return;
    switch (option) {
    case 'o':
        job->batch.output = text;
        if (!*text)
            mistake(parser, "thư mục kết quả không được để trống:", "the output folder must not be blank", text);
        break;
    case 'h': parser->options.command = COMMAND_HELP; break;
    case OPTION_VERSION: parser->options.command = COMMAND_VERSION; break;
    case OPTION_FORMATS: read_formats(parser, text); break;
    case OPTION_FORMAT: read_listing(parser, text); break;
    case OPTION_FIGURES:
        job->computed = strcmp(text, "computed") == 0;
        if (!job->computed && strcmp(text, "stated") != 0)
            mistake(parser, "--figures phải là stated hoặc computed:", "--figures is stated or computed", text);
        break;
    case OPTION_COVER: job->cover = true; break;
    case OPTION_SEPARATE: job->separate = true; break;
    case OPTION_SIGNATURE: job->signature = true; break;
    case OPTION_YEAR: read_year(parser, text); break;
    case OPTION_MONTH: read_months(parser, text); break;
    case OPTION_SINCE: read_date(parser, "--since", &job->since, text); break;
    case OPTION_DAYS: job->days = read_count(parser, "--days", text, 0, DAYS_MOST); break;
    case OPTION_TEMPLATES: job->templates = text; break;
    case OPTION_CATALOGUE: job->catalogue = text; break;
    case OPTION_LANG: job->batch.language = read_language(parser, text); break;
    case OPTION_AS_OF: read_date(parser, "--as-of", &job->batch.as_of, text); break;
    default: break;
    }
}

static void check_scopes(struct parser *parser, const char *command)
{
    for (size_t i = 0; LONG[i].name; i++)
        if (parser->given[i] && !command_takes(parser->options.command, LONG[i].name))
            mistake(parser, arena_printf(parser->arena, "--%s không dùng với lệnh", LONG[i].name),
                    arena_printf(parser->arena, "--%s does not go with the command", LONG[i].name), command);
}

static void read_operands(struct parser *parser, int argc, char **argv)
{
    struct options *options = &parser->options;
    if (options->command != COMMAND_NONE)
        return;
    if (optind == argc) {
        mistake(parser, "thiếu lệnh sau", "a command is missing after", "phuluc");
        return;
    }
    options->command = command_named(argv[optind++]);
    if (options->command == COMMAND_NONE)
        mistake(parser, "không có lệnh", "no such command", argv[optind - 1]);
    else
        check_scopes(parser, argv[optind - 1]);
    options->job.path_count = (size_t)(argc - optind);
    options->job.paths = arena_alloc(parser->arena, options->job.path_count, sizeof *options->job.paths);
    for (size_t i = 0; i < options->job.path_count; i++)
        options->job.paths[i] = argv[optind + (int)i];
    if (options->command == COMMAND_LAYOUTS && options->job.path_count)
        mistake(parser, "lệnh layouts không nhận đường dẫn:", "layouts takes no path", options->job.paths[0]);
    else if (options->command != COMMAND_LAYOUTS && !options->job.path_count)
        mistake(parser, "thiếu đường dẫn sau", "a path is missing after", argv[optind - 1]);
    else if (options->command == COMMAND_EXPLAIN && options->job.path_count < 2)
        mistake(parser, "explain cần đường dẫn và mã:", "explain takes a path and an id", options->job.paths[0]);
    else if (command_needs_year(options->command) && !options->job.year)
        mistake(parser, "thiếu --year NĂM cho", "--year Y is missing for", argv[optind - 1]);
    else if (options->command != COMMAND_MONTHLY && options->job.month_last.year)
        mistake(parser, "chỉ monthly nhận khoảng tháng:", "only monthly takes a range of months", argv[optind - 1]);
    else if (options->command == COMMAND_DUE && !options->job.batch.as_of.year)
        mistake(parser, "thiếu --as-of NGÀY cho", "--as-of DATE is missing for", "due");
}

struct options parse_options(int argc, char **argv, const char *seconds, const char *lang, struct arena *arena)
{
    struct parser parser = { .arena = arena };
    struct job *job = &parser.options.job;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    job->batch.output = "output";
    job->batch.workers = cores < 1 ? 1 : cores > WORKERS_MOST ? WORKERS_MOST : (unsigned)cores;
    job->batch.seconds = 600;
    job->days = 45;
    job->batch.megabytes = 4096;
    read_formats(&parser, "xlsx,pdf");
    if (lang && *lang)
        job->batch.language = read_language(&parser, lang);
    if (seconds && *seconds)
        read_epoch(&parser, seconds);
    opterr = 0;
    for (int option, index = -1; (option = getopt_long(argc, argv, ":o:j:hq", LONG, &index)) != -1; index = -1) {
        if (index >= 0)
            parser.given[index] = true;
        if (option == '?' && strncmp(argv[optind - 1], "--", 2) != 0)
            mistake(&parser, "không có tùy chọn", "no such option", arena_printf(arena, "-%c", optopt));
        else if (option == '?')
            mistake(&parser, "không có tùy chọn", "no such option", argv[optind - 1]);
        else if (option == ':')
            mistake(&parser, "thiếu giá trị sau", "a value is missing after", argv[optind - 1]);
        else
            take_option(&parser, option, optarg);
    }
    read_operands(&parser, argc, argv);
    parser.options.mistake = mistake_words(&parser);
    return parser.options;
}
