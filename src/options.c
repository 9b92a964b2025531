#include "options.h"

#include <getopt.h>
#include <unistd.h>

#include "base/text.h"
#include "input/xml.h"
#include "output/renderer.h"

/* In two parts each: compilers need not take longer strings. */
static const char COMMANDS_VI[] =
    "phuluc – lập phụ lục từ kế hoạch của tỉnh\n"
    "\n"
    "Cách dùng:\n"
    "  phuluc annex ĐƯỜNG-DẪN…     lập phụ lục (xlsx, pdf) vào thư mục kết quả\n"
    "  phuluc year-end --year NĂM ĐƯỜNG-DẪN… báo cáo năm: kinh phí, hoạt động, mục tiêu, biểu đồ\n"
    "  phuluc consolidate --year NĂM ĐƯỜNG-DẪN… mọi đơn vị cạnh nhau, theo quyết định và theo đơn vị hiện nay\n"
    "  phuluc monthly ĐƯỜNG-DẪN…   báo cáo tháng: có gì khác, kinh phí, hoạt động, chỉ tiêu, việc đến hạn\n"
    "  phuluc totals ĐƯỜNG-DẪN…    tổng theo nguồn và năm: số ghi và số tính\n"
    "  phuluc reconcile ĐƯỜNG-DẪN… sổ đối chiếu: mọi đẳng thức mà văn bản hàm ý\n"
    "  phuluc explain ĐƯỜNG-DẪN MÃ một số do đâu mà có, từng hạng tử với tệp và dòng\n"
    "  phuluc accept ĐƯỜNG-DẪN…    in sẵn các mục cho tệp phát hiện đã biết\n"
    "  phuluc check ĐƯỜNG-DẪN…     kiểm tra kế hoạch hoặc bố cục, không lập gì\n"
    "  phuluc gaps --year NĂM ĐƯỜNG-DẪN… kết quả so với từng mục tiêu, tính đến hết năm ấy\n"
    "  phuluc due --as-of NGÀY ĐƯỜNG-DẪN… việc phải báo cáo: ai gửi ai, hạn nào, căn cứ đâu, còn mấy ngày\n"
    "  phuluc months ĐƯỜNG-DẪN…    số liệu một tháng: trong tháng, lũy kế, so kế hoạch năm, kỳ trước, cùng kỳ\n"
    "  phuluc changes ĐƯỜNG-DẪN…   có gì khác so với báo cáo tháng trước\n"
    "  phuluc layouts              các bố cục và từ vựng dữ kiện\n"
    "\n"
    "ĐƯỜNG-DẪN là tệp XML hoặc thư mục (đọc cả thư mục con).\n"
    "\n";

static const char OPTIONS_VI[] =
    "  -o, --output THƯ-MỤC        nơi ghi kết quả (mặc định: output)\n"
    "      --formats DANH-SÁCH     xlsx,pdf,txt,html (mặc định: xlsx,pdf)\n"
    "      --format KIỂU           text, csv hoặc json cho totals, reconcile, explain, check, gaps, due, months,\n"
    "                              changes, layouts\n"
    "      --year NĂM              năm báo cáo của year-end, consolidate và gaps (2025)\n"
    "      --month NĂM-THÁNG       monthly, months, changes: tháng báo cáo (2024-03; mặc định: tháng đã chốt gần nhất)\n"
    "      --since NGÀY            monthly, changes: ngày lập báo cáo tháng trước (mặc định: một tháng trước --as-of)\n"
    "      --days SỐ               monthly, due: nêu những việc đến hạn trong từng ấy ngày (mặc định 45)\n"
    "      --figures LOẠI          annex in số ghi (stated, mặc định) hay số tính (computed)\n"
    "      --cover                 annex: thêm trang đầu với quốc hiệu, số, ngày, trích yếu của quyết định\n"
    "      --separate              annex: mỗi phụ lục một tệp, chừa chỗ cho số và thời gian ký\n"
    "      --signature             annex: thêm khối chữ ký sau phụ lục cuối (với --separate: sau từng phụ lục)\n"
    "      --as-of NGÀY            ngày ghi trong tài liệu (2020-11-18); kết quả ban hành sau ngày ấy không tính\n"
    "      --templates THƯ-MỤC     dùng schema, bố cục, danh mục ở đó\n"
    "      --catalogue TỆP         dùng danh mục này\n"
    "      --force                 lập cả những gì không đổi\n"
    "      --dry-run               chỉ nói sẽ lập gì và vì sao\n"
    "  -j, --jobs N                số tiến trình cùng lúc (mặc định: số lõi máy)\n"
    "      --timeout GIÂY          giới hạn cho một báo cáo (mặc định 600; 0: không giới hạn)\n"
    "      --memory MB             giới hạn bộ nhớ cho một báo cáo (mặc định 4096; 0: không giới hạn)\n"
    "  -q, --quiet                 không in ghi chú và tiến độ, chỉ in cảnh báo và lỗi\n"
    "      --json                  phát hiện và tiến độ là các dòng JSON\n"
    "      --log stderr|syslog     nơi ghi phát hiện (mặc định stderr)\n"
    "      --lang vi|en            ngôn ngữ thông báo (mặc định vi, hoặc PHULUC_LANG)\n"
    "  -h, --help                  trang này\n"
    "      --version               phiên bản\n"
    "\n"
    "Mã kết thúc: 0 xong, không có gì hơn ghi chú · 1 xong, có cảnh báo · 2 có tệp bị từ chối · 3 lỗi hệ thống ·\n"
    "4 một lần chạy khác đang giữ thư mục · 64 dùng sai dòng lệnh · 128+n tín hiệu n\n";

static const char COMMANDS_EN[] =
    "phuluc – annex tables from provincial plan decisions\n"
    "\n"
    "Usage:\n"
    "  phuluc annex PATH…          makes the annexes (xlsx, pdf) in the output folder\n"
    "  phuluc year-end --year Y PATH… the year-end report: money, activities, targets, charts\n"
    "  phuluc consolidate --year Y PATH… all units side by side, as decided and as now organised\n"
    "  phuluc monthly PATH…        the monthly report: what changed, money, activities, targets, what is due\n"
    "  phuluc totals PATH…         totals by source and year, stated and computed\n"
    "  phuluc reconcile PATH…      the ledger: every equality the document implies\n"
    "  phuluc explain PATH SUBJECT how a figure comes about, term by term with file and line\n"
    "  phuluc accept PATH…         entries ready for the accepted-findings file\n"
    "  phuluc check PATH…          checks plans or layouts and makes nothing\n"
    "  phuluc gaps --year Y PATH…  results against every target by the end of that year\n"
    "  phuluc due --as-of D PATH…  what is to be reported: who to whom, by when, on what rule, days left\n"
    "  phuluc months PATH…         a month alone, cumulative, against plan, month before and same month last year\n"
    "  phuluc changes PATH…        what changed since last month's report\n"
    "  phuluc layouts              the layouts and the vocabulary of facts\n"
    "\n"
    "PATH is an XML file or a folder (read recursively).\n"
    "\n";

static const char OPTIONS_EN[] =
    "  -o, --output DIR            where results go (default: output)\n"
    "      --formats LIST          xlsx,pdf,txt,html (default: xlsx,pdf)\n"
    "      --format KIND           text, csv or json for totals, reconcile, explain, check, gaps, due, months,\n"
    "                              changes, layouts\n"
    "      --year Y                the year that year-end, consolidate and gaps are about (2025)\n"
    "      --month YYYY-MM         monthly, months, changes: the month (default: the last whose cut-off has passed)\n"
    "      --since DATE            monthly, changes: when last month's report was made (default: a month before --as-of)\n"
    "      --days N                monthly, due: tells what falls due within so many days (default 45)\n"
    "      --figures KIND          annex prints stated (default) or computed sums\n"
    "      --cover                 annex: adds a first page with the head of the decision\n"
    "      --separate              annex: a file for each annex, with room for number and time of signing\n"
    "      --signature             annex: adds the signature area after the last annex (--separate: after each)\n"
    "      --as-of DATE            the date in the documents (2020-11-18); results issued later do not count\n"
    "      --templates DIR         use the schemas, layouts and catalogue there\n"
    "      --catalogue FILE        use this catalogue\n"
    "      --force                 make also what has not changed\n"
    "      --dry-run               only say what would be made, and why\n"
    "  -j, --jobs N                processes at one time (default: the cores)\n"
    "      --timeout SECONDS       limit for one report (default 600; 0: none)\n"
    "      --memory MB             limit of memory for one report (default 4096; 0: none)\n"
    "  -q, --quiet                 print no notes and no progress, only warnings and errors\n"
    "      --json                  findings and progress as lines of JSON\n"
    "      --log stderr|syslog     where findings go (default stderr)\n"
    "      --lang vi|en            language of messages (default vi, or PHULUC_LANG)\n"
    "  -h, --help                  this page\n"
    "      --version               version\n"
    "\n"
    "Exit status: 0 all made, nothing above note · 1 all made, with warnings · 2 some input refused · 3 system failure ·\n"
    "4 another run holds the folder · 64 usage · 128+n signal n\n";

enum { OPTION_FORMATS = 256, OPTION_FORMAT, OPTION_AS_OF, OPTION_YEAR, OPTION_MONTH, OPTION_SINCE, OPTION_DAYS, OPTION_FIGURES, OPTION_COVER, OPTION_SEPARATE,
       OPTION_SIGNATURE, OPTION_TEMPLATES, OPTION_CATALOGUE, OPTION_LANG, OPTION_VERSION, OPTION_FORCE, OPTION_DRY_RUN,
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
};

const char *usage_text(enum language language, struct arena *arena)
{
    bool english = language == LANGUAGE_EN;
    return arena_printf(arena, "%s%s", english ? COMMANDS_EN : COMMANDS_VI, english ? OPTIONS_EN : OPTIONS_VI);
}

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
    if (parser->options.job.language == LANGUAGE_EN)
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
    job->format_count = 0;
    while (true) {
        size_t length = strcspn(list, ",");
        const char *name = arena_copy(parser->arena, list, length);
        const struct renderer *renderer = renderer_find(name);
        bool seen = false;
        for (size_t i = 0; i < job->format_count; i++)
            seen = seen || strcmp(job->formats[i], name) == 0;
        if (!renderer)
            mistake(parser, "không có định dạng", "no such format", name);
        else if (!seen && job->format_count < FORMATS_MAX)
            job->formats[job->format_count++] = renderer->name;
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
    if (dec_parse(&seconds, text) && !seconds.scale && date_of_epoch(&parser->options.job.as_of, seconds.units))
        return;
    mistake(parser, "SOURCE_DATE_EPOCH không phải số giây:", "SOURCE_DATE_EPOCH is no number of seconds", text);
}

static void read_year(struct parser *parser, const char *text)
{
    struct dec year;
    if (dec_parse(&year, text) && !year.scale && year.units >= XML_YEAR_FIRST && year.units <= XML_YEAR_LAST)
        parser->options.job.year = (int)year.units;
    else
        mistake(parser, "năm phải viết như 2025:", "a year is written like 2025", text);
}

static void read_month(struct parser *parser, const char *text)
{
    struct period month;
    if (period_parse(&month, text) && month.month && month.year >= XML_YEAR_FIRST && month.year <= XML_YEAR_LAST)
        parser->options.job.month = month;
    else
        mistake(parser, "tháng phải viết như 2024-03:", "a month is written like 2024-03", text);
}

static void read_date(struct parser *parser, struct date *date, const char *text)
{
    if (!date_parse(date, text))
        mistake(parser, "ngày phải viết như 2020-11-18:", "a date is written like 2020-11-18", text);
}

enum { WORKERS_MOST = 64, SECONDS_MOST = 86400, MEGABYTES_LEAST = 64, MEGABYTES_MOST = 1048576,
       DAYS_MOST = 3660 };

static unsigned read_count(struct parser *parser, const char *text, int64_t least, int64_t most)
{
    struct dec number;
    if (dec_parse(&number, text) && !number.scale && number.units >= least && number.units <= most)
        return (unsigned)number.units;
    mistake(parser, arena_printf(parser->arena, "phải là số nguyên từ %lld đến %lld:", (long long)least, (long long)most),
            arena_printf(parser->arena, "a whole number from %lld to %lld is wanted", (long long)least, (long long)most),
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
    case OPTION_FORCE: job->force = true; return true;
    case OPTION_DRY_RUN: job->dry_run = true; return true;
    case 'j': job->workers = read_count(parser, text, 1, WORKERS_MOST); return true;
    case OPTION_TIMEOUT: job->seconds = read_count(parser, text, 0, SECONDS_MOST); return true;
    case OPTION_MEMORY:
        job->megabytes = strcmp(text, "0") == 0 ? 0 : read_count(parser, text, MEGABYTES_LEAST, MEGABYTES_MOST);
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
        job->output = text;
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
    case OPTION_MONTH: read_month(parser, text); break;
    case OPTION_SINCE: read_date(parser, &job->since, text); break;
    case OPTION_DAYS: job->days = read_count(parser, text, 0, DAYS_MOST); break;
    case OPTION_TEMPLATES: job->templates = text; break;
    case OPTION_CATALOGUE: job->catalogue = text; break;
    case OPTION_LANG: job->language = read_language(parser, text); break;
    case OPTION_AS_OF: read_date(parser, &job->as_of, text); break;
    default: break;
    }
}

static enum command read_command(struct parser *parser, const char *name)
{
    static const struct {
        const char *name;
        enum command command;
    } COMMANDS[] = { { "annex", COMMAND_ANNEX }, { "totals", COMMAND_TOTALS },
                     { "reconcile", COMMAND_RECONCILE }, { "explain", COMMAND_EXPLAIN },
                     { "accept", COMMAND_ACCEPT }, { "check", COMMAND_CHECK },
                     { "gaps", COMMAND_GAPS }, { "year-end", COMMAND_YEAR_END },
                     { "consolidate", COMMAND_CONSOLIDATE }, { "due", COMMAND_DUE },
                     { "monthly", COMMAND_MONTHLY }, { "months", COMMAND_MONTHS }, { "changes", COMMAND_CHANGES },
                     { "layouts", COMMAND_LAYOUTS } };
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (strcmp(COMMANDS[i].name, name) == 0)
            return COMMANDS[i].command;
    mistake(parser, "không có lệnh", "no such command", name);
    return COMMAND_NONE;
}

static bool is_yearly(enum command command)
{
    return command == COMMAND_GAPS || command == COMMAND_YEAR_END || command == COMMAND_CONSOLIDATE;
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
    options->command = read_command(parser, argv[optind++]);
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
    else if (is_yearly(options->command) && !options->job.year)
        mistake(parser, "thiếu --year NĂM cho", "--year Y is missing for", argv[optind - 1]);
    else if (options->command == COMMAND_DUE && !options->job.as_of.year)
        mistake(parser, "thiếu --as-of NGÀY cho", "--as-of DATE is missing for", "due");
}

struct options parse_options(int argc, char **argv, const char *seconds, const char *lang, struct arena *arena)
{
    struct parser parser = { .arena = arena };
    struct job *job = &parser.options.job;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    job->output = "output";
    job->workers = cores < 1 ? 1 : cores > WORKERS_MOST ? WORKERS_MOST : (unsigned)cores;
    job->seconds = 600;
    job->days = 45;
    job->megabytes = 4096;
    read_formats(&parser, "xlsx,pdf");
    if (lang && *lang)
        job->language = read_language(&parser, lang);
    if (seconds && *seconds)
        read_epoch(&parser, seconds);
    opterr = 0;
    for (int option; (option = getopt_long(argc, argv, ":o:j:hq", LONG, NULL)) != -1;) {
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
