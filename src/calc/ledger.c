#include "calc/ledger.h"

#include "base/text.h"
#include "calc/ledger_build.h"

const char *verdict_token(enum ledger_verdict verdict)
{
    static const char *const TOKENS[] = { "holds", "differs", "incomplete", "unchecked" };
    return TOKENS[verdict];
}

static struct ledger_line *push(struct ledger_builder *builder, struct ledger_line line)
{
    struct ledger *ledger = builder->ledger;
    struct ledger_line *added = ARENA_PUSH(builder->arena, ledger->lines, ledger->count, ledger->capacity);
    *added = line;
    return added;
}

static void set_difference(struct ledger_line *line, const struct figure *figure, const struct sum *sum,
                           struct arena *arena)
{
    int64_t difference;
    if (__builtin_sub_overflow(figure->dong, sum->dong, &difference)) {
        line->verdict = LEDGER_UNCHECKED;
        line->reason = "overflow";
        return;
    }
    line->difference = dong_token(arena, difference);
    if (sum->incomplete) {
        line->verdict = LEDGER_INCOMPLETE;
        line->reason = "lost-cell";
    } else {
        line->verdict = difference ? LEDGER_DIFFERS : LEDGER_HOLDS;
    }
}

struct ledger_line *ledger_add_sum(struct ledger_builder *builder, const char *rule, const struct figure *figure,
                                   const char *subject, const char *name, const struct sum *sum)
{
    if (!sum->count)
        return NULL;
    struct ledger_line line = { .place = figure->place, .rule = rule, .subject = subject, .name = name,
                                .figure = figure, .source = figure->source, .year = figure->year, .unit = "dong",
                                .terms = sum->terms, .term_count = sum->count };
    if (figure->state == FIGURE_LOST || sum->overflow) {
        line.verdict = figure->state == FIGURE_LOST ? LEDGER_INCOMPLETE : LEDGER_UNCHECKED;
        line.reason = figure->state == FIGURE_LOST ? "lost-total" : "overflow";
        line.computed = sum->overflow ? NULL : dong_token(builder->arena, sum->dong);
        return push(builder, line);
    }
    line.stated = dong_token(builder->arena, figure->dong);
    line.computed = dong_token(builder->arena, sum->dong);
    set_difference(&line, figure, sum, builder->arena);
    if (line.verdict == LEDGER_DIFFERS && !is_material(builder->ledger->office, figure->dong, sum->dong))
        line.reason = "immaterial";
    if (figure->state == FIGURE_BLANK) {
        line.stated = NULL;
        line.reason = "blank";
    }
    return push(builder, line);
}

struct ledger_line *ledger_add_pair(struct ledger_builder *builder, const char *rule, struct place place,
                                    const char *subject, const char *unit, const char *stated, const char *computed)
{
    bool equal = text_equal(stated, computed);
    return push(builder, (struct ledger_line){ .place = place, .rule = rule, .subject = subject, .name = subject,
                                               .year = -1, .unit = unit, .stated = stated, .computed = computed,
                                               .verdict = equal ? LEDGER_HOLDS : LEDGER_DIFFERS });
}

struct ledger ledger_of(const struct plan *plan, const struct office *office, struct arena *arena)
{
    struct ledger ledger = { .plan = plan, .office = office };
    struct ledger_builder builder = { &ledger, plan, arena };
    ledger_add_tables(&builder);
    ledger_add_links(&builder);
    ledger_add_words(&builder);
    ledger_add_counts(&builder);
    ledger_add_citations(&builder);
    ledger_add_single(&builder);
    return ledger;
}

bool ledger_sums_parts(const struct ledger_line *line)
{
    return strcmp(line->rule, "cells-row") == 0 || strcmp(line->rule, "rows-group") == 0 ||
           strcmp(line->rule, "groups-total") == 0;
}

/* A blank sum over rows that are not blank is told here: it is no figure that sums_check() could look at. */
static bool told_as_sum(const struct ledger_line *line)
{
    return ledger_sums_parts(line) && (line->stated || strcmp(line->rule, "cells-row") == 0);
}

/* An amount as people read it, in the unit in which the figure is printed; anything else as it is. */
static const char *side_words(const struct ledger_line *line, const char *token, struct arena *arena)
{
    struct dec dong;
    if (!token)
        return "–";
    if (strcmp(line->unit, "dong") != 0 || !line->figure || !dec_parse(&dong, token))
        return token;
    return arena_printf(arena, "%s %s", dong_words(arena, dong.units, line->figure->unit),
                        money_unit_name(line->figure->unit));
}

static struct finding *tell_line(const struct ledger_line *line, struct findings *findings)
{
    const char *stated = side_words(line, line->stated, findings->arena);
    const char *computed = side_words(line, line->computed, findings->arena);
    if (ledger_sums_parts(line))
        return finding_add(findings, FINDING_SUM_BLANK, line->place, line->name, computed, NULL);
    return finding_add(findings, FINDING_LEDGER_DIFFERS, line->place, line->name, line->rule, stated, computed, NULL);
}

void ledger_check(const struct plan *plan, const struct office *office, struct findings *findings)
{
    struct ledger ledger = ledger_of(plan, office, findings->arena);
    for (size_t i = 0; i < ledger.count; i++) {
        const struct ledger_line *line = &ledger.lines[i];
        if (line->verdict != LEDGER_DIFFERS || told_as_sum(line))
            continue;
        struct finding *finding = tell_line(line, findings);
        finding->subject = line->subject;
        finding->source = line->source ? line->source->id : NULL;
        finding->year = line->year < 0 ? NULL : year_token(findings->arena, line->year);
        finding->stated = line->stated;
        finding->computed = line->computed;
    }
}
