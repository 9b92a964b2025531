/* What was filled in in an open cell, against the rule of the cell. */
#include "base/text.h"
#include "content/words.h"
#include "form/form_match.h"

static struct place place_of(const struct form_match *match, const struct workbook_cell *from)
{
    return (struct place){ match->answer->path, (long)from->row + 1 };
}

/* Why a number cannot be used, in both languages; false if it can. */
static bool is_out_of_range(const struct form_match *match, const struct entry_rule *rule, struct dec number,
                            const char **vi, const char **en)
{
    enum { WHOLE_MOST = 12 };
    struct arena *arena = match->arena;
    int64_t most;
    if (number.scale > rule->decimals) {
        *vi = rule->decimals ? arena_printf(arena, "có hơn %u số lẻ", rule->decimals) : "phải là số nguyên";
        *en = rule->decimals ? arena_printf(arena, "it has more than %u decimals", rule->decimals)
                             : "it must be a whole number";
    } else if (rule->has_least && dec_cmp(number, dec_of(rule->least)) < 0) {
        *vi = arena_printf(arena, "nhỏ hơn %lld", (long long)rule->least);
        *en = arena_printf(arena, "it is less than %lld", (long long)rule->least);
    } else if (rule->has_most && dec_cmp(number, dec_of(rule->most)) > 0) {
        *vi = arena_printf(arena, "lớn hơn %lld", (long long)rule->most);
        *en = arena_printf(arena, "it is more than %lld", (long long)rule->most);
    } else if (!dec_shift_to_whole(&most, (struct dec){ 1, 0 }, WHOLE_MOST) || dec_cmp(number, dec_of(most)) >= 0 ||
               dec_cmp(number, dec_of(-most)) <= 0) {
        *vi = "có hơn 12 chữ số trước dấu phẩy";
        *en = "it has more than 12 digits before the decimal point";
    } else {
        return false;
    }
    return true;
}

static void take_number(const struct form_match *match, const char *where, struct fill_in_cell *entry,
                        const struct workbook_cell *from)
{
    const char *vi, *en;
    if (from->kind != WORKBOOK_NUMBER) {
        entry->text = from->text;
        form_match_fault(
            match, entry,
            finding_add(match->findings, FINDING_FORM_NOT_A_NUMBER, place_of(match, from), where, from->text, NULL));
        return;
    }
    entry->has_number = true;
    entry->number = from->number;
    if (is_out_of_range(match, entry->rule, from->number, &vi, &en))
        form_match_fault(match, entry,
                         finding_add(match->findings, FINDING_FORM_OUT_OF_RANGE, place_of(match, from), where,
                                     number_words(match->arena, from->number), vi, en, NULL));
}

/* "Chính thức; Ước, sơ bộ" */
static const char *choices_in_words(const struct entry_rule *rule, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; rule->choices[i]; i++)
        text_addf(&out, "%s%s", i ? "; " : "", rule->choices[i]);
    return text_str(&out);
}

static const char *text_of(const struct form_match *match, const struct workbook_cell *from)
{
    char number[DEC_TEXT_SIZE];
    return from->kind == WORKBOOK_NUMBER ? arena_string(match->arena, dec_format(number, from->number)) : from->text;
}

/* True, with a finding, if a number was typed as something else, or what is held is neither text nor number. */
static bool is_held_otherwise(const struct form_match *match, const char *where, struct fill_in_cell *entry,
                              const struct workbook_cell *from)
{
    static const char *const SHOWN[][2] = { [WORKBOOK_PERCENT] = { "phần trăm", "a percentage" },
                                            [WORKBOOK_DATE] = { "ngày hoặc giờ", "a date or time" },
                                            [WORKBOOK_SCALED] = { "nghìn hoặc triệu", "thousands or millions" } };
    if (from->kind == WORKBOOK_TEXT || (from->kind == WORKBOOK_NUMBER && from->shown == WORKBOOK_PLAIN))
        return false;
    entry->text = from->text;
    struct place place = place_of(match, from);
    form_match_fault(match, entry,
                     from->kind == WORKBOOK_OTHER
                         ? finding_add(match->findings, FINDING_FORM_NO_VALUE, place, where, from->text, NULL)
                         : finding_add(match->findings, FINDING_FORM_SHOWN_OTHERWISE, place, where,
                                       number_words(match->arena, from->number), SHOWN[from->shown][0],
                                       SHOWN[from->shown][1], NULL));
    return true;
}

/* As templates/schema/results.xsd has it. */
static bool is_id(const char *text)
{
    static const char SIGNS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    enum { LETTERS = 2 * 26, ID_MOST = 64 };
    size_t length = strlen(text);
    return length <= ID_MOST && memchr(SIGNS, *text, LETTERS) && strspn(text, SIGNS) == length;
}

static void judge_text(const struct form_match *match, const char *where, struct fill_in_cell *entry,
                       const struct workbook_cell *from)
{
    if (entry->rule->type == ENTRY_CHOICE && form_choice(entry->rule->choices, entry->text) < 0)
        form_match_fault(match, entry,
                         finding_add(match->findings, FINDING_FORM_NOT_IN_LIST, place_of(match, from), where, entry->text,
                                     choices_in_words(entry->rule, match->arena), NULL));
    if (entry->rule->type == ENTRY_ID && !is_id(entry->text))
        form_match_fault(
            match, entry,
            finding_add(match->findings, FINDING_FORM_OUT_OF_RANGE, place_of(match, from), where, entry->text,
                        "mã gồm chữ không dấu, chữ số và - _ ., bắt đầu bằng chữ, dài nhất 64 ký tự",
                        "a code has letters, digits and - _ ., begins with a letter, and has 64 characters at most", NULL));
}

void form_match_entry(const struct form_match *match, const char *where, struct fill_in_cell *entry,
                      const struct workbook_cell *from)
{
    if (from->formula) {
        entry->text = *from->text ? from->text : NULL;
        form_match_fault(match, entry,
                         finding_add(match->findings, FINDING_FORM_FORMULA, place_of(match, from), where, NULL));
        return;
    }
    if (is_held_otherwise(match, where, entry, from))
        return;
    if (entry->rule->type == ENTRY_NUMBER) {
        take_number(match, where, entry, from);
        return;
    }
    entry->text = text_of(match, from);
    judge_text(match, where, entry, from);
}
