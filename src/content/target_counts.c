#include "content/target_counts.h"

#include "base/text.h"
#include "content/gap_words.h"

enum target_class target_class_of_status(enum gap_status status, bool worded)
{
    static const enum target_class CLASSES[GAP_STATUSES] = {
        [GAP_NO_DATA] = TARGET_NO_DATA,   [GAP_NOT_COMPUTABLE] = TARGET_UNJUDGED,
        [GAP_EXCEEDED] = TARGET_REACHED,  [GAP_MET] = TARGET_REACHED,
        [GAP_ON_TRACK] = TARGET_ON_TRACK, [GAP_BEHIND] = TARGET_BEHIND,
        [GAP_MISSED] = TARGET_MISSED,     [GAP_NONE] = TARGET_NEUTRAL,
    };
    return worded ? TARGET_WORDED : CLASSES[status];
}

enum target_class target_class_of(const struct gap *gap)
{
    return target_class_of_status(gap->status, gap_is_worded(gap));
}

void target_counts_add(struct target_counts *counts, const struct gaps *gaps)
{
    counts->all += gaps->count;
    counts->of[TARGET_WORDED] += gaps->worded;
    for (int status = 0; status < GAP_STATUSES; status++)
        counts->of[target_class_of_status((enum gap_status)status, false)] += gaps->numbers[status];
}

static const char *class_words(enum target_class class)
{
    switch (class) {
    case TARGET_REACHED: return "đạt hoặc vượt";
    case TARGET_ON_TRACK: return gap_status_words(GAP_ON_TRACK);
    case TARGET_BEHIND: return gap_status_words(GAP_BEHIND);
    case TARGET_MISSED: return gap_status_words(GAP_MISSED);
    case TARGET_UNJUDGED: return gap_status_words(GAP_NOT_COMPUTABLE);
    case TARGET_NEUTRAL: return gap_status_words(GAP_NONE);
    case TARGET_NO_DATA: return NO_DATA;
    case TARGET_WORDED: return WORDED;
    default: return NULL;
    }
}

static bool is_unrated(enum target_class class)
{
    return class == TARGET_UNJUDGED || class == TARGET_NEUTRAL || class == TARGET_NO_DATA || class == TARGET_WORDED;
}

/* Those of the classes that are rated, or of those that are not: "8 đạt hoặc vượt, 4 không đạt". */
static const char *classes_words(const struct target_counts *counts, bool unrated, size_t *kinds, size_t *all,
                                 struct arena *arena)
{
    struct text out = text_in(arena);
    *kinds = *all = 0;
    for (int class = 0; class < TARGET_CLASSES; class ++)
        if (counts->of[class] && is_unrated((enum target_class) class) == unrated) {
            text_addf(&out, "%s%zu %s", *kinds ? ", " : "", counts->of[class], class_words((enum target_class) class));
            *all += counts->of[class];
            (*kinds)++;
        }
    return text_str(&out);
}

const char *target_counts_words(struct target_counts counts, struct arena *arena)
{
    size_t rated_kinds, kinds, rated, unrated;
    const char *first = classes_words(&counts, false, &rated_kinds, &rated, arena);
    const char *rest = classes_words(&counts, true, &kinds, &unrated, arena);
    if (kinds > 1)
        rest = arena_printf(arena, "%zu chưa hoặc không xếp loại (%s)", unrated, rest);
    return arena_printf(arena, "%zu chỉ tiêu%s%s%s%s", counts.all, counts.all ? ": " : "", first,
                        rated_kinds && kinds ? ", " : "", rest);
}

const char *target_short_words(struct target_counts counts)
{
    if (!counts.of[TARGET_BEHIND])
        return counts.of[TARGET_MISSED] ? "không đạt" : NULL;
    return counts.of[TARGET_MISSED] ? "không đạt, chậm tiến độ" : "chậm tiến độ";
}

void target_years_add(int years[2], enum target_class class, int year)
{
    if (!year || (class != TARGET_ON_TRACK && class != TARGET_BEHIND))
        return;
    years[0] = !years[0] || year < years[0] ? year : years[0];
    years[1] = year > years[1] ? year : years[1];
}

const char *target_years_words(const int years[2], struct arena *arena)
{
    if (!years[0])
        return "";
    return years[0] == years[1] ? arena_printf(arena, ". Tiến độ: theo lộ trình đến mục tiêu năm %d", years[0])
                                : arena_printf(arena, ". Tiến độ: theo lộ trình đến mục tiêu các năm %d-%d", years[0], years[1]);
}
