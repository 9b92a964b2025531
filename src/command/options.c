#include "command/option_rows.h"

#include <getopt.h>

#include "base/text.h"
#include "command/commands.h"

enum { LONG_ONLY = 256 }; /* what getopt_long() gives for a row without a letter is this and its place */

static const char *mistake_words(const struct parser *parser)
{
    if (!parser->vi)
        return NULL;
    if (parser->options.job.batch.language == LANGUAGE_EN)
        return arena_printf(parser->arena, "%s: \"%s\"", parser->en, parser->what);
    return arena_printf(parser->arena, "%s «%s»", parser->vi, parser->what);
}

static bool is_given(const struct parser *parser, const char *name)
{
    size_t count;
    const struct option_row *rows = options_all(&count);
    for (size_t i = 0; i < count; i++)
        if (parser->given[i] && strcmp(rows[i].name, name) == 0)
            return true;
    return false;
}

static bool takes_argument(const struct option_row *row)
{
    return row->values || row->argument[LANGUAGE_VI];
}

static struct option *long_options(struct arena *arena)
{
    size_t count;
    const struct option_row *rows = options_all(&count);
    struct option *options = arena_alloc(arena, count + 1, sizeof *options);
    for (size_t i = 0; i < count; i++)
        options[i] = (struct option){ rows[i].name, takes_argument(&rows[i]) ? required_argument : no_argument, NULL,
                                      rows[i].letter ? rows[i].letter : LONG_ONLY + (int)i };
    return options;
}

/* ":o:j:q": the colon in front tells a missing argument from an option that is not there. */
static const char *short_options(struct arena *arena)
{
    size_t count;
    const struct option_row *rows = options_all(&count);
    struct text out = text_in(arena);
    text_add(&out, ":");
    for (size_t i = 0; i < count; i++)
        if (rows[i].letter)
            text_addf(&out, "%c%s", rows[i].letter, takes_argument(&rows[i]) ? ":" : "");
    return text_str(&out);
}

static void take(struct parser *parser, int option, const char *text)
{
    size_t count, place = 0;
    const struct option_row *rows = options_all(&count);
    if (option >= LONG_ONLY)
        place = (size_t)(option - LONG_ONLY);
    else
        while (rows[place].letter != option)
            place++;
    parser->given[place] = true;
    rows[place].take(parser, &rows[place], text);
}

static void read_options(struct parser *parser, int argc, char **argv)
{
    const struct option *longs = long_options(parser->arena);
    const char *letters = short_options(parser->arena);
    opterr = 0;
    for (int option; (option = getopt_long(argc, argv, letters, longs, NULL)) != -1;)
        if (option == '?' && strncmp(argv[optind - 1], "--", 2) != 0)
            option_mistake(parser, "không có tùy chọn", "no such option", arena_printf(parser->arena, "-%c", optopt));
        else if (option == '?')
            option_mistake(parser, "không có tùy chọn", "no such option", argv[optind - 1]);
        else if (option == ':')
            option_mistake(parser, "thiếu giá trị sau", "a value is missing after", argv[optind - 1]);
        else
            take(parser, option, optarg);
}

/* An option that would change nothing is a mistake; which commands it is for is said with it. */
static void check_scopes(struct parser *parser, const char *what)
{
    size_t count;
    const struct option_row *rows = options_all(&count);
    struct arena *arena = parser->arena;
    for (size_t i = 0; i < count; i++)
        if (parser->given[i] && !command_takes(parser->options.command, rows[i].groups))
            option_mistake(parser,
                           arena_printf(arena, "--%s dùng với %s; không dùng với lệnh", rows[i].name,
                                        commands_taking(rows[i].groups, LANGUAGE_VI, arena)),
                           arena_printf(arena, "--%s goes with %s; it does not go with the command", rows[i].name,
                                        commands_taking(rows[i].groups, LANGUAGE_EN, arena)),
                           what);
}

static void check_operands(struct parser *parser)
{
    const struct command *command = parser->options.command;
    const struct job *job = &parser->options.job;
    if (command->operands == OPERANDS_NONE && job->path_count)
        option_mistake(parser, arena_printf(parser->arena, "lệnh %s không nhận đường dẫn:", command->name),
                       arena_printf(parser->arena, "%s takes no path", command->name), job->paths[0]);
    else if (command->operands != OPERANDS_NONE && !job->path_count)
        option_mistake(parser, "thiếu đường dẫn sau", "a path is missing after", command->name);
    else if (command->operands == OPERANDS_CODE && finding_named(job->paths[0]) == FINDING_COUNT)
        option_mistake(parser, "explain nhận ĐƯỜNG-DẪN… MÃ, hoặc mã của một phát hiện như IN-018; không có phát hiện",
                       "explain takes PATH… ID, or the code of a finding like IN-018; there is no finding", job->paths[0]);
    else if ((command->operands == OPERANDS_NEW_PLAN && strcmp(job->paths[0], "plan") != 0) ||
             (command->operands == OPERANDS_NEW_RESULTS && strcmp(job->paths[0], "results") != 0))
        option_mistake(parser, "new nhận plan, hoặc results ĐƯỜNG-DẪN…, không nhận",
                       "new takes plan, or results PATH…, not", job->paths[0]);
}

/* The option that the command cannot do without; the day may also come from the environment. */
static void check_needs(struct parser *parser)
{
    const struct command *command = parser->options.command;
    if (!command->needs || is_given(parser, command->needs) ||
        (strcmp(command->needs, "as-of") == 0 && parser->options.job.batch.as_of.year))
        return;
    size_t count;
    const struct option_row *row = options_all(&count);
    while (strcmp(row->name, command->needs) != 0)
        row++;
    option_mistake(parser, arena_printf(parser->arena, "thiếu --%s %s cho", row->name, row->argument[LANGUAGE_VI]),
                   arena_printf(parser->arena, "--%s %s is missing for", row->name, row->argument[LANGUAGE_EN]),
                   command->name);
}

/* A plan is of years; a form or results of any period that is reported; monthly of those that are no year. */
static void check_period(struct parser *parser)
{
    const struct options *options = &parser->options;
    bool any = options->command->takes & TAKES_PERIOD, plan = options->command->run == run_new_plan;
    const char *bad = parser->period_bad;
    if (!bad && !any && is_given(parser, "period") && !period_is_span(options->job.month))
        bad = period_text(parser->arena, options->job.month);
    if (bad && !any)
        option_mistake(parser, "kỳ phải viết như 2024-Q1, 2024-H1, 2024-9M, hoặc 2024-Q1..2024-Q4:",
                       "a period is written like 2024-Q1, 2024-H1, 2024-9M, or 2024-Q1..2024-Q4", bad);
    else if (bad && !plan)
        option_mistake(parser, "kỳ phải viết như 2024 (năm), 2024-03 (tháng), 2024-Q1 (quý), 2024-H1 (sáu tháng), 2024-9M:",
                       "a period is written like 2024, 2024-03, 2024-Q1, 2024-H1 or 2024-9M", bad);
    if (plan && (bad || options->job.month.month))
        option_mistake(parser, "kế hoạch là của một hay nhiều năm, viết như 2026 hay 2026..2030:",
                       "a plan is of one or more years, written like 2026 or 2026..2030",
                       bad ? bad : period_text(parser->arena, options->job.month));
}

/* Options that go with the command but not with each other or with all of its values. */
static void check_values(struct parser *parser)
{
    struct options *options = &parser->options;
    if (options->job.bom && options->job.listing != LISTING_CSV)
        option_mistake(parser, "--bom chỉ dùng với --format csv; lệnh", "--bom goes with --format csv only; the command",
                       options->command->name);
    else if (options->job.bom)
        options->job.listing = LISTING_CSV_MARKED;
    if (parser->period_again)
        option_mistake(parser, "chỉ nêu một trong hai, --month hay --period:", "give --month or --period, not both:",
                       parser->period_again);
    check_period(parser);
    if (options->command->run != run_monthly && options->command->run != run_new_plan && options->job.month_last.year)
        option_mistake(parser, "chỉ monthly nhận khoảng tháng:", "only monthly takes a range of months",
                       options->command->name);
    if (options->job.show && is_given(parser, "format"))
        option_mistake(parser, "--show in một mẫu bảng dưới dạng chữ; không dùng với --format",
                       "--show prints one layout as text; it does not go with --format", options->command->name);
    if (options->command->run == run_check && options->job.json && is_given(parser, "format") &&
        options->job.listing != LISTING_JSON)
        option_mistake(parser, "--json và --format nêu hai kiểu khác nhau cho lệnh",
                       "--json and --format ask for two forms of the command", options->command->name);
}

static void read_operands(struct parser *parser, int argc, char **argv)
{
    struct options *options = &parser->options;
    if (optind == argc) {
        if (!options->help && !options->version)
            option_mistake(parser, "thiếu lệnh sau", "a command is missing after", "phuluc");
        return;
    }
    const char *name = argv[optind++];
    options->job.path_count = (size_t)(argc - optind);
    options->job.paths = arena_alloc(parser->arena, options->job.path_count, sizeof *options->job.paths);
    for (size_t i = 0; i < options->job.path_count; i++)
        options->job.paths[i] = argv[optind + (int)i];
    options->command = command_named(name, options->job.path_count);
    if (options->help || options->version)
        return;
    if (!options->command) {
        option_mistake(parser, "không có lệnh", "no such command", name);
        return;
    }
    bool code = options->command->operands == OPERANDS_CODE;
    check_scopes(parser, code ? arena_printf(parser->arena, "%s %s", name, options->job.paths[0]) : name);
    check_operands(parser);
    check_needs(parser);
    check_values(parser);
}

struct options parse_options(int argc, char **argv, const char *seconds, const char *lang, struct arena *arena)
{
    struct parser parser = { .arena = arena };
    size_t count;
    options_all(&count);
    parser.given = arena_alloc(arena, count, sizeof *parser.given);
    options_start(&parser, seconds, lang);
    read_options(&parser, argc, argv);
    read_operands(&parser, argc, argv);
    parser.options.mistake = mistake_words(&parser);
    return parser.options;
}
