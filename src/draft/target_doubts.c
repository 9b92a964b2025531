#include "draft/target_doubts.h"

#include <string.h>

#include "draft/phrase.h"

#define PERIOD "(20[0-9]{2}) ?(-|–|đến|đến năm) ?(20[0-9]{2})"

/* A year that the figure is compared with is not its own. */
static void doubt_year(struct node *target, const char *words, struct arena *arena)
{
    const char *keyed = node_get(target, "year");
    struct phrase found;
    for (size_t from = 0; phrase_find(&found, "(năm|từ|giai đoạn) (20[0-9]{2})", words, from, arena);
         from = found.groups[0].to) {
        const char *year = phrase_group(&found, 2, arena), *before = phrase_before(&found, arena);
        if ((keyed && strcmp(keyed, year) == 0) || phrase_is("(so với|so) ?(cùng kỳ|giai đoạn|cuối)? ?$", before, arena))
            continue;
        node_doubt(target, "câu nêu năm %s: xem lại year", year);
        return;
    }
}

static void doubt_fraction(struct node *target, const char *words, struct arena *arena)
{
    struct phrase found;
    if (phrase_find(&found, "(^|[^0-9/])([0-9]+/[0-9]+)($|[^0-9/])", words, 0, arena))
        node_doubt(target, "phân số «%s» chưa nhập", phrase_group(&found, 2, arena));
}

static void doubt_accumulation(struct node *target, const char *words, const struct found_measure *measure,
                               struct arena *arena)
{
    if (measure && measure->unit && *measure->unit != '%' && !strstr(measure->unit, "/năm") &&
        phrase_is("(mỗi|hằng|hàng|từng|một) năm|/ ?năm|bình quân năm", words, arena))
        node_doubt(target, "số của mỗi năm hay của cả giai đoạn: thêm accumulation=\"flow\" nếu là của từng năm");
}

/* A sign of comparison in the clause, away from the number or of a kind that is not known. */
static void doubt_comparator(struct node *target, const char *words, const struct found_measure *measure,
                             struct arena *arena)
{
    struct phrase found;
    if (measure && (strcmp(measure->op, "eq") == 0 || strcmp(measure->op, "range") == 0) &&
        phrase_find(&found,
                    "ít nhất|tối thiểu|nhiều nhất|tối đa|không (dưới|quá|vượt|thấp|cao|ít|nhiều|trên|hơn|lớn|nhỏ|kém)|vượt|"
                    "khoảng|xấp xỉ|trên dưới|từ ?[0-9.,]+%? trở|(hoặc|và) ([^ ]+ )?hơn|trở lên|trở xuống|(^| )gần ",
                    words, 0, arena))
        node_doubt(target, "chữ so sánh «%s» không đứng ngay trước số: xem lại op", phrase_group(&found, 0, arena));
    if (phrase_find(&found, "((≥|≤|<|>|±|~)[ =]?|(^|[^0-9% ] |\\()(-|–|−|\\+))[0-9]", words, 0, arena))
        node_doubt(target, "dấu trước số ở «%s»: xem lại op, value", phrase_group(&found, 0, arena));
}

void target_doubts(struct node *target, const char *words, const struct found_measure *measure, struct arena *arena)
{
    doubt_year(target, words, arena);
    doubt_fraction(target, words, arena);
    doubt_accumulation(target, words, measure, arena);
    doubt_comparator(target, words, measure, arena);
}

void target_doubts_heading(struct node *section, const char *heading, int first, int last, struct arena *arena)
{
    struct phrase found;
    if (phrase_find(&found, PERIOD, heading, 0, arena) &&
        (strcmp(phrase_group(&found, 1, arena), arena_printf(arena, "%d", first)) != 0 ||
         strcmp(phrase_group(&found, 3, arena), arena_printf(arena, "%d", last)) != 0))
        node_doubt(section, "đề mục nêu giai đoạn «%s»: thêm year cho từng mục tiêu", phrase_group(&found, 0, arena));
}
