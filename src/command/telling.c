#include "command/telling.h"

#include "base/json.h"
#include "base/text.h"

struct counts {
    size_t notes, warnings, errors;
};

static struct counts count_of(const struct findings *findings)
{
    struct counts counts = { 0 };
    for (size_t i = 0; i < findings->count; i++)
        switch (finding_severity(&findings->items[i])) {
        case SEVERITY_NOTE: counts.notes++; break;
        case SEVERITY_WARNING: counts.warnings++; break;
        case SEVERITY_ERROR:
        case SEVERITY_SYSTEM:
        case SEVERITY_LOCKED: counts.errors++; break;
        }
    return counts;
}

/* What each of them says is what the run was for, or a person has to act on. */
static bool is_folded(enum finding_code code)
{
    switch (code) {
    case FINDING_WOULD_MAKE:
    case FINDING_PUT_AWAY:
    case FINDING_WOULD_PUT_AWAY:
    case FINDING_OUTPUT_EDITED:
    case FINDING_OUTPUT_GONE: return false;
    default: return true;
    }
}

/* Known ones are no example of what is new. */
static bool is_of_kind(const struct finding *finding, const struct finding *other)
{
    return finding->code == other->code && !finding->accepted == !other->accepted &&
           finding_severity(other) == SEVERITY_NOTE;
}

static bool is_first(const struct findings *findings, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (is_of_kind(&findings->items[at], &findings->items[i]))
            return false;
    return true;
}

static size_t others_of(const struct findings *findings, size_t at)
{
    size_t others = 0;
    for (size_t i = 0; i < findings->count; i++)
        others += i != at && is_of_kind(&findings->items[at], &findings->items[i]);
    return others;
}

static void add_note(struct text *out, const struct findings *findings, size_t at, enum language language, bool all)
{
    const struct finding *finding = &findings->items[at];
    size_t others = is_folded(finding->code) && !all ? others_of(findings, at) : 0;
    bool folded = others > 1; /* in the place of one more it could stand itself */
    if (folded && !is_first(findings, at))
        return;
    text_add(out, finding_line(out->arena, finding, language));
    if (folded)
        text_addf(out,
                  language == LANGUAGE_EN ? "… and %zu more such notes: add -v to print each [note %s]\n"
                                          : "… và %zu ghi chú như vậy: thêm -v để in từng ghi chú [ghi chú %s]\n",
                  others, finding_id(finding->code));
}

const char *telling_lines(const struct findings *findings, enum language language, bool all, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < findings->count; i++)
        if (finding_severity(&findings->items[i]) == SEVERITY_NOTE)
            add_note(&out, findings, i, language, all);
    for (int severity = SEVERITY_WARNING; severity <= SEVERITY_LOCKED; severity++)
        for (size_t i = 0; i < findings->count; i++)
            if ((int)finding_severity(&findings->items[i]) == severity)
                text_add(&out, finding_line(arena, &findings->items[i], language));
    return text_str(&out);
}

/* What a run makes, in both languages; in English of several, and of one. */
static const struct {
    const char *vi, *en, *en_one;
} MADE[] = { [SUMMARY_OF_REPORTS] = { "báo cáo", "Reports", "report" },
             [SUMMARY_FORMS] = { "biểu", "Forms", "form" },
             [SUMMARY_FILES] = { "tệp", "Files", "file" } };

/* "Đã lập 6 báo cáo" */
static void add_what(struct text *out, const struct telling_summary *summary, enum language language)
{
    bool english = language == LANGUAGE_EN;
    const char *vi = MADE[summary->made].vi, *en = MADE[summary->made].en;
    if (summary->of == SUMMARY_CHECK)
        text_add(out, english ? "Checked" : "Đã kiểm tra");
    else if (summary->of == SUMMARY_DRY_RUN && english)
        text_addf(out, "%s that would be made: %zu", en, summary->reports);
    else if (summary->of == SUMMARY_DRY_RUN)
        text_addf(out, "Sẽ lập %zu %s", summary->reports, vi);
    else if (summary->reports && english)
        text_addf(out, "%s made: %zu", en, summary->reports);
    else if (summary->reports)
        text_addf(out, "Đã lập %zu %s", summary->reports, vi);
    else if (english)
        text_addf(out, "No %s was made", MADE[summary->made].en_one);
    else
        text_addf(out, "Không lập %s nào", vi);
}

const char *telling_summary(const struct telling_summary *summary, const struct findings *findings, enum language language,
                            struct arena *arena)
{
    struct counts counts = count_of(findings);
    struct text out = text_in(arena);
    add_what(&out, summary, language);
    if (summary->unchanged)
        text_addf(&out, language == LANGUAGE_EN ? ", unchanged: %zu" : ", %zu không đổi", summary->unchanged);
    text_addf(&out, language == LANGUAGE_EN ? "; %zu errors, %zu warnings, %zu notes" : "; %zu lỗi, %zu cảnh báo, %zu ghi chú",
              counts.errors, counts.warnings, counts.notes);
    if (summary->path)
        text_addf(&out, ": %s", summary->path);
    text_add(&out, "\n");
    return text_str(&out);
}

const char *telling_summary_json(const struct telling_summary *summary, const struct findings *findings,
                                 struct arena *arena)
{
    struct counts counts = count_of(findings);
    return arena_printf(arena, "{\"reports\": %zu, \"unchanged\": %zu, \"errors\": %zu, \"warnings\": %zu, \"notes\": %zu, \"findings\": %s}\n",
                        summary->reports, summary->unchanged, counts.errors, counts.warnings, counts.notes,
                        summary->path ? json_quoted(arena, summary->path) : "null");
}
