#include "content/reconciliation_view.h"

#include "content/ledger_words.h"

/* A number with the decimals it needs, as it was keyed. */
static struct value number_value(struct dec number)
{
    return (struct value){ .kind = VALUE_NUMBER, .number = number, .format = { .decimals = number.scale } };
}

static struct value side_value(const struct ledger_line *line, const struct ledger_side *side, struct arena *arena)
{
    if (!side->known)
        return value_text(NULL);
    switch (line->unit) {
    case LEDGER_DONG: return value_money(side->dong);
    case LEDGER_COUNT:
    case LEDGER_NUMBER: return number_value(side->number);
    case LEDGER_DATE: return value_text(date_figures(arena, side->date));
    case LEDGER_TEXT: return value_text(side->text);
    case LEDGER_UNITS: break;
    }
    return value_text(NULL);
}

static void add_line(struct report_items *list, const struct ledger_line *line, size_t number)
{
    struct arena *arena = list->arena;
    bool blank = line->verdict == LEDGER_HOLDS && !line->stated.known;
    report_item(list, ITEM_BODY, 1, NULL);
    report_put(list, FACT_CHECK_NO, value_text(arena_printf(arena, "%zu", number)));
    report_put(list, FACT_CHECK_TEXT, value_text(ledger_name(line, arena)));
    report_put(list, FACT_CHECK_RULE, value_text(ledger_rule_words(line->rule)));
    report_put(list, FACT_CHECK_STATED, blank ? value_text("trống") : side_value(line, &line->stated, arena));
    report_put(list, FACT_CHECK_COMPUTED, blank ? value_text("trống") : side_value(line, &line->computed, arena));
    report_put(list, FACT_CHECK_DIFFERENCE, side_value(line, &line->difference, arena));
    if (line->unit == LEDGER_DONG)
        report_put(list, FACT_CHECK_UNIT, value_text(money_unit_name(UNIT_MILLION)));
}

static struct item_cell *cell_of(const struct ledger_line *line, struct arena *arena)
{
    struct item_cell *cell = arena_alloc(arena, 1, sizeof *cell);
    *cell = (struct item_cell){ .row = line->subject.id, .has_key = line->figure != NULL, .key = line->key };
    return cell;
}

static size_t count_lines(const struct ledger *ledger, enum ledger_verdict verdict)
{
    size_t count = 0;
    for (size_t i = 0; i < ledger->count; i++)
        count += ledger->lines[i].verdict == verdict;
    return count;
}

static void add_verdict(struct report_items *list, const struct ledger *ledger, enum ledger_verdict verdict,
                        bool with_lines)
{
    static const char *const TITLES[LEDGER_VERDICTS] = { [LEDGER_DIFFERS] = "Không khớp",
                                                         [LEDGER_INCOMPLETE] = "Chưa đủ số liệu: có ô bị mất",
                                                         [LEDGER_UNCHECKED] = "Không đối chiếu được",
                                                         [LEDGER_HOLDS] = "Khớp" };
    size_t count = count_lines(ledger, verdict), number = 0;
    if (!count)
        return;
    const char *title = arena_printf(list->arena, "%s (%zu)", TITLES[verdict], count);
    report_item(list, ITEM_GROUP, 0, title);
    report_put(list, FACT_CHECK_TEXT, value_text(title));
    for (size_t i = 0; with_lines && i < ledger->count; i++)
        if (ledger->lines[i].verdict == verdict) {
            add_line(list, &ledger->lines[i], ++number);
            list->items[list->count - 1].about = cell_of(&ledger->lines[i], list->arena);
        }
}

struct view reconciliation_view(const struct ledger *ledger, const struct item_fact *facts, size_t fact_count,
                                struct arena *arena)
{
    struct report_items list = { .arena = arena };
    add_verdict(&list, ledger, LEDGER_DIFFERS, true);
    add_verdict(&list, ledger, LEDGER_INCOMPLETE, true);
    add_verdict(&list, ledger, LEDGER_UNCHECKED, true);
    add_verdict(&list, ledger, LEDGER_HOLDS, true);
    struct view view = report_view(&list, EACH_CHECK, "doi-chieu", NULL);
    view.layout = "reconciliation";
    view.backmatter = true;
    view.facts = facts;
    view.fact_count = fact_count;
    return view;
}

void reconciliation_open_items(struct report_items *list, const struct ledger *ledger)
{
    add_verdict(list, ledger, LEDGER_DIFFERS, true);
    add_verdict(list, ledger, LEDGER_INCOMPLETE, true);
    add_verdict(list, ledger, LEDGER_UNCHECKED, false);
    add_verdict(list, ledger, LEDGER_HOLDS, false);
}
