#include "command/option_rows.h"

#include <stddef.h>
#include <unistd.h>

#include "base/text.h"
#include "command/commands.h"
#include "input/xml.h"
#include "publish/shard.h"
#include "render/renderer.h"

enum { WORKERS_MOST = 64, SECONDS_MOST = 86400, MEGABYTES_LEAST = 64, MEGABYTES_MOST = 1048576, DAYS_MOST = 3660 };

void option_mistake(struct parser *parser, const char *vi, const char *en, const char *what)
{
    if (parser->vi)
        return;
    parser->vi = vi;
    parser->en = en;
    parser->what = arena_string(parser->arena, what);
}

static void *field_of(struct parser *parser, const struct option_row *row)
{
    return (char *)&parser->options + row->field;
}

static void take_flag(struct parser *parser, const struct option_row *row, const char *text)
{
    (void)text;
    *(bool *)field_of(parser, row) = true;
}

static void take_path(struct parser *parser, const struct option_row *row, const char *text)
{
    *(const char **)field_of(parser, row) = text;
}

static void take_output(struct parser *parser, const struct option_row *row, const char *text)
{
    take_path(parser, row, text);
    if (!*text)
        option_mistake(parser, "thư mục kết quả không được để trống:", "the output folder must not be blank", text);
}

static void take_date(struct parser *parser, const struct option_row *row, const char *text)
{
    if (!date_parse(field_of(parser, row), text))
        option_mistake(parser, arena_printf(parser->arena, "--%s phải là một ngày, viết như 2020-11-18:", row->name),
                       arena_printf(parser->arena, "--%s is a date, written like 2020-11-18", row->name), text);
}

static void take_count(struct parser *parser, const struct option_row *row, const char *text)
{
    long long least = row->least, most = row->most;
    struct dec number;
    if (dec_parse(&number, text) && !number.scale && number.units >= least && number.units <= most)
        *(unsigned *)field_of(parser, row) = (unsigned)number.units;
    else
        option_mistake(
            parser, arena_printf(parser->arena, "--%s phải là số nguyên từ %lld đến %lld:", row->name, least, most),
            arena_printf(parser->arena, "--%s is a whole number from %lld to %lld", row->name, least, most), text);
}

static void take_memory(struct parser *parser, const struct option_row *row, const char *text)
{
    if (strcmp(text, "0") == 0)
        parser->options.job.batch.megabytes = 0;
    else
        take_count(parser, row, text);
}

static void take_shard(struct parser *parser, const struct option_row *row, const char *text)
{
    if (!shard_parse(field_of(parser, row), text, "/"))
        option_mistake(parser, "phần viết như 2/4 (phần thứ 2 trong 4):", "a shard is written like 2/4 (the second of 4)",
                       text);
}

static void take_year(struct parser *parser, const struct option_row *row, const char *text)
{
    int first = XML_YEAR_FIRST, last = XML_YEAR_LAST;
    struct dec year;
    if (dec_parse(&year, text) && !year.scale && year.units >= first && year.units <= last)
        *(int *)field_of(parser, row) = (int)year.units;
    else
        option_mistake(parser, arena_printf(parser->arena, "--%s phải là một năm từ %d đến %d:", row->name, first, last),
                       arena_printf(parser->arena, "--%s is a year from %d to %d", row->name, first, last), text);
}

static bool is_dated(const struct period *period)
{
    return period->year >= XML_YEAR_FIRST && period->year <= XML_YEAR_LAST;
}

static bool is_month(struct period *month, const char *text)
{
    return period_parse(month, text) && month->month && !period_is_span(*month) && is_dated(month);
}

/* Whether it may be a month or a year is up to the command: options.c. */
static bool is_period(struct period *period, const char *text)
{
    return period_parse(period, text) && is_dated(period);
}

/*
 * One period, or a range of one kind: "2024-03", "2023-11..2024-03". A mistake if it is neither, in the words of `form`; without
 * them it is left to who knows the command.
 */
static void take_range(struct parser *parser, const char *name, const char *text, bool (*is)(struct period *, const char *),
                       const char *form, const char *form_en)
{
    struct job *job = &parser->options.job;
    const char *dots = strstr(text, "..");
    const char *first = dots ? arena_copy(parser->arena, text, (size_t)(dots - text)) : text;
    struct period month = { 0 }, last = { 0 };
    bool bad = !is(&month, first) || (dots && (!is(&last, dots + 2) || last.months != month.months));
    if (bad && !form)
        parser->period_bad = text;
    else if (bad)
        option_mistake(parser, form, form_en, text);
    else if (dots && period_cmp(last, month) < 0)
        option_mistake(parser, period_is_span(month) ? "kỳ sau đứng trước kỳ đầu:" : "tháng sau đứng trước tháng đầu:",
                       period_is_span(month) ? "the last period is before the first" : "the last month is before the first",
                       text);
    else if (parser->period_by && strcmp(parser->period_by, name) != 0)
        parser->period_again = text;
    parser->period_by = name;
    job->month = month;
    job->month_last = last;
}

static void take_months(struct parser *parser, const struct option_row *row, const char *text)
{
    take_range(parser, row->name, text, is_month, "tháng phải viết như 2024-03, hoặc 2023-11..2024-03:",
               "a month is written like 2024-03, or 2023-11..2024-03");
}

static void take_spans(struct parser *parser, const struct option_row *row, const char *text)
{
    take_range(parser, row->name, text, is_period, NULL, NULL);
}

/* The part of "text|csv|json" before the index-th bar. */
static const char *value_at(const char *values, int index, struct arena *arena)
{
    while (index-- > 0)
        values += strcspn(values, "|") + 1;
    return arena_copy(arena, values, strcspn(values, "|"));
}

static int value_count(const char *values)
{
    int count = 1;
    for (; *values; values++)
        count += *values == '|';
    return count;
}

/* "text, csv hoặc json" */
static const char *values_in_words(const char *values, const char * or, struct arena *arena)
{
    struct text out = text_in(arena);
    int count = value_count(values);
    for (int i = 0; i < count; i++)
        text_addf(&out, "%s%s", !i ? "" : i + 1 == count ? or : ", ", value_at(values, i, arena));
    return text_str(&out);
}

/* Which of the values the text is; 0, with a mistake, if it is none. */
static int read_choice(struct parser *parser, const struct option_row *row, const char *text)
{
    struct arena *arena = parser->arena;
    for (int i = 0; i < value_count(row->values); i++)
        if (strcmp(value_at(row->values, i, arena), text) == 0)
            return i;
    option_mistake(parser,
                   arena_printf(arena, "--%s phải là %s:", row->name, values_in_words(row->values, " hoặc ", arena)),
                   arena_printf(arena, "--%s is %s", row->name, values_in_words(row->values, " or ", arena)), text);
    return 0;
}

/* One of two values: the second sets the field. */
static void take_either(struct parser *parser, const struct option_row *row, const char *text)
{
    *(bool *)field_of(parser, row) = read_choice(parser, row, text) == 1;
}

static void take_listing(struct parser *parser, const struct option_row *row, const char *text)
{
    parser->options.job.listing = (enum listing_format)read_choice(parser, row, text);
}

static enum language read_language(struct parser *parser, const char *text)
{
    if (strcmp(text, "vi") != 0 && strcmp(text, "en") != 0)
        option_mistake(parser, "ngôn ngữ phải là vi hoặc en:", "the language is vi or en", text);
    return strcmp(text, "en") == 0 ? LANGUAGE_EN : LANGUAGE_VI;
}

static void take_language(struct parser *parser, const struct option_row *row, const char *text)
{
    (void)row;
    parser->options.job.batch.language = read_language(parser, text);
}

static void read_formats(struct parser *parser, const char *list)
{
    struct batch *batch = &parser->options.job.batch;
    batch->format_count = 0;
    while (true) {
        size_t length = strcspn(list, ",");
        const char *name = arena_copy(parser->arena, list, length);
        const struct renderer *renderer = renderer_find(name);
        bool seen = false;
        for (size_t i = 0; i < batch->format_count; i++)
            seen = seen || strcmp(batch->formats[i], name) == 0;
        if (!renderer)
            option_mistake(parser, "không có định dạng", "no such format", name);
        else if (!seen && batch->format_count < FORMATS_MAX)
            batch->formats[batch->format_count++] = renderer->name;
        if (!list[length])
            return;
        list += length + 1;
    }
}

static void take_formats(struct parser *parser, const struct option_row *row, const char *text)
{
    (void)row;
    read_formats(parser, text);
}

#define FIELD(name) offsetof(struct options, name)

/* clang-format off */
static const struct option_row OPTIONS[] = {
    { "output", 'o', TAKES_OUTPUT | TAKES_FOLDER, { "THƯ-MỤC", "DIR" }, .kind = ARGUMENT_FOLDER, .take = take_output,
      .field = FIELD(job.batch.output),
      .help = { "nơi ghi kết quả (mặc định: output)", "where results go (default: output)" } },
    { "dry-run", 0, TAKES_OUTPUT, .take = take_flag, .field = FIELD(job.batch.dry_run),
      .help = { "chỉ nói sẽ lập hay chuyển gì và vì sao; không động vào tệp nào",
                "only say what would be made or moved, and why; touch nothing" } },
    { "wait", 0, TAKES_OUTPUT, { "GIÂY", "SECONDS" }, .take = take_count, .field = FIELD(job.batch.wait), .most = SECONDS_MOST,
      .help = { "đợi lần chạy khác trong thư mục ấy, nhiều nhất từng ấy giây (mặc định 0)",
                "wait for another run in that folder, so many seconds at most (default 0)" } },
    { "formats", 0, TAKES_FORMATS, { "DANH-SÁCH", "LIST" }, .take = take_formats,
      .help = { "các định dạng, cách nhau bằng dấu phẩy (mặc định: xlsx,pdf)",
                "the formats, with commas between them (default: xlsx,pdf)" } },
    { "force", 0, TAKES_FILES, .take = take_flag, .field = FIELD(job.batch.force),
      .help = { "lập cả những gì không đổi", "make also what has not changed" } },
    { "partial", 0, TAKES_PARTIAL, .take = take_flag, .field = FIELD(job.batch.partial),
      .help = { "lập cả báo cáo thiếu tệp không dùng được; trang đầu, ghi chú và manifest nêu tệp nào",
                "make reports without files that cannot be used; page one, notes and manifest name them" },
      .more = { "Không có tùy chọn này thì báo cáo ấy không lập, bản cũ giữ nguyên.",
                "Without it such a report is not made, and an older one stays as it is." } },
    { "jobs", 'j', TAKES_FILES, { "N", "N" }, .take = take_count, .field = FIELD(job.batch.workers),
      .least = 1, .most = WORKERS_MOST,
      .help = { "số tiến trình cùng lúc (mặc định: số lõi máy)", "processes at one time (default: the cores)" },
      .more = { "Kết quả không phụ thuộc số này.", "Results do not depend on it." } },
    { "shard", 0, TAKES_SHARD, { "K/N", "K/N" }, .take = take_shard, .field = FIELD(job.batch.shard),
      .help = { "chỉ lập phần thứ K trong N phần; lệnh merge gộp các phần",
                "make only the K-th of N shards of the reports; merge joins the shards" },
      .more = { "Mỗi phần một tiến trình, trên bao nhiêu máy cũng được, cùng tệp nhập và cùng -o; scripts/cluster/README.md.",
                "One process a shard, on any number of machines, with the same inputs and -o; scripts/cluster/README.md." } },
    { "figures", 0, TAKES_ANNEX, .values = "stated|computed", .take = take_either, .field = FIELD(job.computed),
      .help = { "in số ghi (mặc định) hay số tính", "print the stated sums (default) or the computed ones" } },
    { "cover", 0, TAKES_ANNEX, .take = take_flag, .field = FIELD(job.cover),
      .help = { "thêm trang đầu với quốc hiệu, số, ngày, trích yếu của quyết định",
                "add a first page with the head of the decision" } },
    { "separate", 0, TAKES_ANNEX, .take = take_flag, .field = FIELD(job.separate),
      .help = { "mỗi phụ lục một tệp, chừa chỗ cho số và thời gian ký",
                "a file for each annex, with room for number and time of signing" } },
    { "signature", 0, TAKES_ANNEX, .take = take_flag, .field = FIELD(job.signature),
      .help = { "thêm khối chữ ký sau phụ lục cuối của quyết định (với --separate: sau từng phụ lục)",
                "add the signature area after the decision's last annex (--separate: after each)" } },
    { "year", 0, TAKES_YEAR, { "NĂM", "Y" }, .take = take_year, .field = FIELD(job.year),
      .help = { "năm báo cáo (2025)", "the year that it is about (2025)" } },
    { "unit", 0, TAKES_UNIT, { "MÃ", "CODE" }, .take = take_path, .field = FIELD(job.unit),
      .help = { "chỉ một đơn vị hiện nay, gồm các đơn vị cũ nhập vào nó (25)",
                "only one unit as now organised, with the former units that went into it (25)" },
      .more = { "Báo cáo của consolidate vào consolidate/<năm>/<mã>.", "The report of consolidate is consolidate/<year>/<code>." } },
    { "month", 0, TAKES_MONTH, { "NĂM-THÁNG", "YYYY-MM" }, .take = take_months,
      .help = { "tháng báo cáo (2024-03; mặc định: tháng đã chốt gần nhất)",
                "the month that it is about (2024-03; default: the last whose cut-off has passed)" },
      .more = { "monthly nhận cả một khoảng: 2023-11..2024-03.", "monthly takes a range too: 2023-11..2024-03." } },
    { "period", 0, TAKES_MONTH | TAKES_PERIOD, { "KỲ", "PERIOD" }, .take = take_spans,
      .help = { "thay cho tháng: quý (2024-Q1), sáu tháng (2024-H1, 2024-H2), chín tháng (2024-9M)",
                "instead of a month: a quarter (2024-Q1), a half (2024-H1, 2024-H2), nine months (2024-9M)" },
      .more = { "monthly nhận cả một khoảng: 2024-Q1..2024-Q4; form và new nhận cả một năm (2024), một tháng (2024-05); new plan nhận các năm 2026..2030.",
                "monthly takes a range too: 2024-Q1..2024-Q4; form and new also take a year (2024) and a month (2024-05); new plan takes years 2026..2030." } },
    { "bodies", 0, TAKES_BODIES, .take = take_flag, .field = FIELD(job.bodies),
      .help = { "thêm mỗi đơn vị chủ trì hoạt động một biểu, chỉ hỏi kinh phí các hoạt động của đơn vị ấy",
                "also a form for each body that leads activities, asking only for their money" } },
    { "since", 0, TAKES_SINCE, { "NGÀY", "DATE" }, .take = take_date, .field = FIELD(job.since),
      .help = { "ngày lập báo cáo tháng trước (mặc định: một tháng trước --as-of)",
                "when last month's report was made (default: a month before --as-of)" } },
    { "days", 0, TAKES_DAYS, { "SỐ", "N" }, .take = take_count, .field = FIELD(job.days), .most = DAYS_MOST,
      .help = { "nêu những việc đến hạn trong từng ấy ngày (mặc định 45)",
                "tell what falls due within so many days (default 45)" } },
    { "as-of", 0, TAKES_DATE, { "NGÀY", "DATE" }, .take = take_date, .field = FIELD(job.batch.as_of),
      .help = { "ngày ghi trong tài liệu (2020-11-18); kết quả ban hành sau ngày ấy không tính",
                "the date in the documents (2020-11-18); results issued later do not count" },
      .more = { "Ở đầu báo cáo để trống ngày, tháng, năm nếu ngày ấy trước ngày cuối của kỳ báo cáo.",
                "In the head of a report the date is left blank where that day lies before the end of the period reported on." } },
    { "format", 0, TAKES_FORMAT, .values = "text|csv|json", .take = take_listing,
      .help = { "câu trả lời viết kiểu nào (mặc định text)", "the form of the answer (default text)" } },
    { "bom", 0, TAKES_FORMAT, .take = take_flag, .field = FIELD(job.bom),
      .help = { "CSV bắt đầu bằng dấu BOM, để Excel đọc đúng tiếng Việt", "CSV begins with a byte order mark, by which Excel reads it" } },
    { "show", 0, TAKES_SHOW, { "TÊN", "NAME" }, .take = take_path, .field = FIELD(job.show),
      .help = { "chỉ bố cục ấy, thành một bảng điền sẵn số bịa", "that layout only, as a table filled with invented figures" },
      .more = { "Luôn là chữ, --format không đổi gì.", "Always text, whatever --format says." } },
    { "templates", 0, TAKES_TEMPLATES, { "THƯ-MỤC", "DIR" }, .kind = ARGUMENT_FOLDER, .take = take_path,
      .field = FIELD(job.templates),
      .help = { "dùng lược đồ, bố cục, danh mục ở đó", "use the schemas, layouts and catalogue there" } },
    { "timeout", 0, TAKES_LIMITS, { "GIÂY", "SECONDS" }, .take = take_count,
      .field = FIELD(job.batch.seconds), .most = SECONDS_MOST,
      .help = { "giới hạn thời gian cho một báo cáo, và cho việc đọc một tệp (mặc định 600; 0: không)",
                "limit for one report, and for reading one file (default 600; 0: none)" },
      .more = { "Phần vượt giới hạn được nêu ra và bỏ ra ngoài; phần còn lại vẫn được lập.",
                "What exceeds it is told and left out; the rest is made." } },
    { "memory", 0, TAKES_LIMITS, { "MB", "MB" }, .take = take_memory, .field = FIELD(job.batch.megabytes),
      .least = MEGABYTES_LEAST, .most = MEGABYTES_MOST,
      .help = { "giới hạn bộ nhớ cho những việc ấy (mặc định 4096; 0: không)",
                "limit of memory for the same (default 4096; 0: none)" } },
    { "catalogue", 0, TAKES_CATALOGUE, { "TỆP", "FILE" }, .kind = ARGUMENT_FILE, .take = take_path,
      .field = FIELD(job.catalogue),
      .help = { "dùng danh mục này", "use this catalogue" } },
    { "quiet", 'q', TAKES_QUIET, .take = take_flag, .field = FIELD(job.quiet),
      .help = { "không in ghi chú, tiến độ và dòng tổng kết, chỉ in cảnh báo và lỗi",
                "print no notes, no progress and no summary, only warnings and errors" } },
    { "verbose", 'v', TAKES_VERBOSE, .take = take_flag, .field = FIELD(job.verbose),
      .help = { "in từng ghi chú, không gộp những ghi chú cùng loại", "print each note, not one line for those of a kind" } },
    { "json", 0, TAKES_JSON, .take = take_flag, .field = FIELD(job.json),
      .help = { "phát hiện và tiến độ là các dòng JSON", "findings and progress as lines of JSON" },
      .more = { "Với --help: các lệnh và tùy chọn.", "With --help: the commands and options." } },
    { "log", 0, TAKES_LOG, .values = "stderr|syslog", .take = take_either, .field = FIELD(syslog),
      .help = { "nơi ghi phát hiện (mặc định stderr)", "where findings go (default stderr)" } },
    { "lang", 0, 0, .values = "vi|en", .take = take_language,
      .help = { "ngôn ngữ thông báo (mặc định vi, hoặc PHULUC_LANG)",
                "language of messages (default vi, or PHULUC_LANG)" } },
    { "help", 'h', 0, .take = take_flag, .field = FIELD(help),
      .help = { "trang này; sau một lệnh: chỉ lệnh ấy", "this page; after a command: of that command" } },
    { "version", 0, 0, .take = take_flag, .field = FIELD(version), .help = { "phiên bản", "the version" } },
};
/* clang-format on */

const struct option_row *options_all(size_t *count)
{
    *count = sizeof OPTIONS / sizeof *OPTIONS;
    return OPTIONS;
}

const char *option_values(const struct option_row *row, struct arena *arena)
{
    if (row->take != take_formats)
        return row->values;
    struct text out = text_in(arena);
    for (const struct renderer *renderer = renderer_all(); renderer->name; renderer++)
        text_addf(&out, "%s%s", out.length ? "|" : "", renderer->name);
    return text_str(&out);
}

const char *option_argument(const struct option_row *row, enum language language, struct arena *arena)
{
    if (row->take != take_formats)
        return row->values ? row->values : row->argument[language];
    char *list = arena_string(arena, option_values(row, arena));
    for (char *bar = list; *bar; bar++)
        if (*bar == '|')
            *bar = ',';
    return list;
}

static void read_epoch(struct parser *parser, const char *text)
{
    struct dec seconds;
    if (dec_parse(&seconds, text) && !seconds.scale && date_of_epoch(&parser->options.job.batch.as_of, seconds.units))
        return;
    option_mistake(parser, "SOURCE_DATE_EPOCH không phải số giây:", "SOURCE_DATE_EPOCH is no number of seconds", text);
}

void options_start(struct parser *parser, const char *seconds, const char *lang)
{
    struct batch *batch = &parser->options.job.batch;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    batch->output = "output";
    batch->workers = cores < 1 ? 1 : cores > WORKERS_MOST ? WORKERS_MOST : (unsigned)cores;
    batch->seconds = 600;
    batch->megabytes = 4096;
    parser->options.job.days = 45;
    read_formats(parser, "xlsx,pdf");
    if (lang && *lang)
        batch->language = read_language(parser, lang);
    if (seconds && *seconds)
        read_epoch(parser, seconds);
}
