#include "base/finding.h"

#include <errno.h>
#include <stdarg.h>
#include <strings.h>

#include "base/text.h"

struct entry {
    const char *id;
    enum severity severity;
    const char *rule;
    const char *what[2], *remedy[2];
};

static const struct entry CATALOGUE[FINDING_COUNT] = {
#define FINDING(symbol, id, severity, rule, vi, vi_remedy, en, en_remedy) \
    [FINDING_##symbol] = { id, SEVERITY_##severity, rule, { vi, en }, { vi_remedy, en_remedy } },
#include "base/finding.def"
#undef FINDING
};

struct findings findings_in(struct arena *arena)
{
    return (struct findings){ .arena = arena };
}

struct findings_quota {
    struct arena own; /* that it is in: a run has one of these for each of its files, and most find nothing */
    const char *file;
    size_t most;
    size_t seen[FINDING_COUNT];
    long line[FINDING_COUNT]; /* of the first that is only counted */
    struct finding counted;   /* what finding_add() gives for those; nobody reads it */
};

void findings_begin_quota(struct findings *findings, const char *file, size_t most)
{
    struct arena own = ARENA_INIT;
    struct findings_quota *quota = arena_alloc(&own, 1, sizeof *quota);
    quota->file = arena_string(findings->arena, file);
    quota->most = most;
    quota->own = own;
    findings->quota = quota;
}

void findings_end_quota(struct findings *findings)
{
    struct findings_quota *quota = findings->quota;
    findings->quota = NULL;
    if (!quota)
        return;
    for (int code = 0; code < FINDING_COUNT; code++)
        if (quota->seen[code] > quota->most)
            finding_add(findings, FINDING_REPEATED, (struct place){ quota->file, quota->line[code] },
                        arena_printf(findings->arena, "%zu", quota->seen[code] - quota->most),
                        finding_id((enum finding_code)code), NULL);
    struct arena own = quota->own;
    arena_release(&own);
}

/* Whether the quota is about such a finding at all. */
static bool has_quota(const struct findings *findings, enum finding_code code, const char *file)
{
    return findings->quota && CATALOGUE[code].severity == SEVERITY_ERROR && text_equal(file, findings->quota->file);
}

bool findings_full(const struct findings *findings, enum finding_code code, const char *file)
{
    return has_quota(findings, code, file) && findings->quota->seen[code] >= findings->quota->most;
}

/* NULL if it is to be kept. */
static struct finding *only_counted(struct findings *findings, enum finding_code code, struct place place)
{
    struct findings_quota *quota = findings->quota;
    bool full = findings_full(findings, code, place.file);
    if (has_quota(findings, code, place.file) && quota->seen[code]++ == quota->most)
        quota->line[code] = place.line;
    return full ? &quota->counted : NULL;
}

static struct finding *push(struct findings *findings, struct finding finding)
{
    struct finding *added = ARENA_PUSH(findings->arena, findings->items, findings->count, findings->capacity);
    *added = finding;
    added->plan = finding.plan ? finding.plan : findings->plan;
    return added;
}

static struct finding *add(struct findings *findings, enum finding_code code, struct place place, struct about about,
                           va_list args)
{
    struct finding *counted = only_counted(findings, code, place);
    if (counted)
        return counted;
    struct finding finding = { .code = code,
                               .subject = about.subject,
                               .source = about.source,
                               .year = about.year,
                               .stated = about.stated,
                               .computed = about.computed,
                               .plan = about.plan,
                               .place = { arena_string(findings->arena, place.file), place.line } };
    const char *arg;
    for (int i = 0; (arg = va_arg(args, const char *)) != NULL; i++)
        if (i < FINDING_ARGS)
            finding.args[i] = arena_string(findings->arena, arg);
    return push(findings, finding);
}

struct finding *finding_add(struct findings *findings, enum finding_code code, struct place place, ...)
{
    va_list args;
    va_start(args, place);
    struct finding *finding = add(findings, code, place, (struct about){ 0 }, args);
    va_end(args);
    return finding;
}

struct finding *finding_add_about(struct findings *findings, enum finding_code code, struct place place, struct about about,
                                  ...)
{
    va_list args;
    va_start(args, about);
    struct finding *finding = add(findings, code, place, about, args);
    va_end(args);
    return finding;
}

void finding_errno(struct findings *findings, enum finding_code code, struct place place, int error)
{
    if (only_counted(findings, code, place))
        return;
    place.file = arena_string(findings->arena, place.file);
    push(findings, (struct finding){ .code = code, .place = place, .args = { place.file }, .error = error });
}

void findings_append(struct findings *findings, const struct findings *others)
{
    for (size_t i = 0; i < others->count; i++)
        push(findings, others->items[i]);
}

/* The same text as another finding's is kept once. */
static const char *copy_text(struct arena *arena, const char *text, const char *known)
{
    return text && known && strcmp(text, known) == 0 ? known : arena_string(arena, text);
}

void findings_append_copies(struct findings *findings, const struct findings *others)
{
    struct arena *arena = findings->arena;
    const char *file = NULL, *plan = findings->plan;
    for (size_t i = 0; i < others->count; i++) {
        struct finding copy = others->items[i];
        copy.place.file = file = copy_text(arena, copy.place.file, file);
        copy.plan = copy_text(arena, copy.plan, plan);
        copy.subject = arena_string(arena, copy.subject);
        copy.source = arena_string(arena, copy.source);
        copy.year = arena_string(arena, copy.year);
        copy.stated = arena_string(arena, copy.stated);
        copy.computed = arena_string(arena, copy.computed);
        copy.accepted = arena_string(arena, copy.accepted);
        for (int a = 0; a < FINDING_ARGS; a++)
            copy.args[a] = arena_string(arena, copy.args[a]);
        push(findings, copy);
    }
}

static int compare_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare(const struct finding *a, const struct finding *b)
{
    int order = compare_text(a->place.file, b->place.file);
    if (!order)
        order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
    if (!order)
        order = compare_text(finding_id(a->code), finding_id(b->code));
    if (!order)
        order = compare_text(a->subject, b->subject);
    if (!order)
        order = compare_text(a->year, b->year);
    for (int i = 0; !order && i < FINDING_ARGS; i++)
        order = compare_text(a->args[i], b->args[i]);
    if (!order)
        order = (a->error > b->error) - (a->error < b->error);
    if (!order)
        order = compare_text(a->source, b->source);
    return order;
}

static int compare_items(const void *a, const void *b)
{
    return compare(a, b);
}

void findings_sort(struct findings *findings)
{
    if (!findings->count)
        return;
    qsort(findings->items, findings->count, sizeof *findings->items, compare_items);
    size_t kept = 1;
    for (size_t i = 1; i < findings->count; i++)
        if (compare(&findings->items[kept - 1], &findings->items[i]) != 0)
            findings->items[kept++] = findings->items[i];
    findings->count = kept;
}

enum severity finding_severity(const struct finding *finding)
{
    return finding->accepted ? SEVERITY_NOTE : CATALOGUE[finding->code].severity;
}

const char *finding_id(enum finding_code code)
{
    return CATALOGUE[code].id;
}

const char *finding_rule(enum finding_code code)
{
    return CATALOGUE[code].rule;
}

const char *severity_token(enum severity severity)
{
    static const char *const TOKENS[] = { "note", "warning", "error", "system", "locked" };
    return TOKENS[severity];
}

const char *error_words(int error, enum language language)
{
    static const struct {
        int error;
        const char *words;
    } WORDS[] = {
        { EACCES, "không có quyền" },
        { EPERM, "không có quyền" },
        { ENOSPC, "ổ đĩa hết chỗ" },
        { EDQUOT, "hết phần ổ đĩa được dùng" },
        { EFBIG, "tệp quá lớn" },
        { EROFS, "ổ đĩa chỉ cho đọc" },
        { EIO, "ổ đĩa lỗi" },
        { ENOENT, "không có tệp hay thư mục này" },
        { ENOTDIR, "không phải thư mục" },
        { EISDIR, "là thư mục" },
        { ELOOP, "liên kết vòng" },
        { ENAMETOOLONG, "tên quá dài" },
        { EMFILE, "mở quá nhiều tệp" },
        { ENFILE, "mở quá nhiều tệp" },
        { ENOMEM, "hết bộ nhớ" },
        { EBUSY, "đang được dùng" },
    };
    for (size_t i = 0; language == LANGUAGE_VI && i < sizeof WORDS / sizeof *WORDS; i++)
        if (WORDS[i].error == error)
            return WORDS[i].words;
    return strerror(error);
}

static const char *argument(const struct finding *finding, int index, enum language language)
{
    if (index == 1 && finding->error)
        return error_words(finding->error, language);
    return finding->args[index] ? finding->args[index] : "";
}

/* {N} is an argument; anything else in braces is the sentence's own text. */
static const char *fill(struct arena *arena, const struct finding *finding, const char *sentence, enum language language)
{
    struct text out = text_in(arena);
    for (; *sentence; sentence++) {
        if (sentence[0] == '{' && sentence[1] >= '0' && sentence[1] < '0' + FINDING_ARGS && sentence[2] == '}') {
            text_add(&out, argument(finding, sentence[1] - '0', language));
            sentence += 2;
        } else {
            text_addn(&out, sentence, 1);
        }
    }
    return text_str(&out);
}

const char *finding_what(struct arena *arena, const struct finding *finding, enum language language)
{
    return fill(arena, finding, CATALOGUE[finding->code].what[language], language);
}

const char *finding_remedy(struct arena *arena, const struct finding *finding, enum language language)
{
    if (finding->accepted)
        return arena_printf(arena, language == LANGUAGE_EN ? "known: %s" : "đã biết: %s", finding->accepted);
    return fill(arena, finding, CATALOGUE[finding->code].remedy[language], language);
}

bool findings_have_error_since(const struct findings *findings, size_t before)
{
    for (size_t i = before; i < findings->count; i++)
        if (finding_severity(&findings->items[i]) >= SEVERITY_ERROR)
            return true;
    return false;
}

bool findings_reach(const struct findings *findings, enum severity severity)
{
    for (size_t i = 0; i < findings->count; i++)
        if (finding_severity(&findings->items[i]) >= severity)
            return true;
    return false;
}

enum finding_code finding_named(const char *id)
{
    int code = 0;
    while (code < FINDING_COUNT && strcasecmp(CATALOGUE[code].id, id) != 0)
        code++;
    return (enum finding_code)code;
}

static const struct finding *unfilled(struct finding *finding, enum finding_code code)
{
    *finding = (struct finding){ .code = code };
    for (int i = 0; i < FINDING_ARGS; i++)
        finding->args[i] = "…";
    return finding;
}

const char *finding_meaning(struct arena *arena, enum finding_code code, enum language language)
{
    struct finding finding;
    return finding_what(arena, unfilled(&finding, code), language);
}

const char *finding_advice(struct arena *arena, enum finding_code code, enum language language)
{
    struct finding finding;
    return finding_remedy(arena, unfilled(&finding, code), language);
}

enum severity finding_usual_severity(enum finding_code code)
{
    return CATALOGUE[code].severity;
}

const char *severity_words(enum severity severity, enum language language)
{
    static const char *const WORDS[2][5] = { { "ghi chú", "cảnh báo", "lỗi", "lỗi hệ thống", "đang khóa" },
                                             { "note", "warning", "error", "system error", "locked" } };
    return WORDS[language][severity];
}

struct findings findings_above_notes(const struct findings *findings)
{
    struct findings loud = findings_in(findings->arena);
    for (size_t i = 0; i < findings->count; i++)
        if (finding_severity(&findings->items[i]) > SEVERITY_NOTE) {
            struct finding *finding = ARENA_PUSH(loud.arena, loud.items, loud.count, loud.capacity);
            *finding = findings->items[i];
        }
    return loud;
}

/* One finding, one line: names of files may hold anything, and are not to start lines of their own or steer a terminal. */
static const char *one_line(struct arena *arena, const char *line)
{
    struct text out = text_in(arena);
    const char *end = line + strlen(line);
    for (const char *at = line; at < end; at = line) {
        uint32_t c;
        bool valid = utf8_step(&line, end, &c);
        if (valid && (utf8_is_hidden(c) || c == '\t' || c == '\n' || c == '\r'))
            text_add(&out, "?");
        else
            text_addn(&out, at, (size_t)(line - at));
    }
    text_add(&out, "\n");
    return text_str(&out);
}

const char *finding_line(struct arena *arena, const struct finding *finding, enum language language)
{
    struct text line = text_in(arena);
    if (finding->place.file)
        text_addf(&line, "%s:", finding->place.file);
    if (finding->place.file && finding->place.line > 0)
        text_addf(&line, "%ld:", finding->place.line);
    text_addf(&line, "%s%s: %s [%s %s]", finding->place.file ? " " : "", finding_what(arena, finding, language),
              finding_remedy(arena, finding, language), severity_words(finding_severity(finding), language),
              finding_id(finding->code));
    return one_line(arena, text_str(&line));
}

void finding_print(FILE *out, const struct finding *finding, enum language language)
{
    struct arena arena = ARENA_INIT;
    fputs(finding_line(&arena, finding, language), out);
    arena_release(&arena);
}
