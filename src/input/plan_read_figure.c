/* One figure: its key, its value, and what print says of it. */
#include "base/text.h"
#include "input/amount_read.h"
#include "input/figure_period_read.h"
#include "input/plan_reader.h"
#include "input/printed_number.h"

enum { UNKNOWN_CELL = -1 }; /* year of a figure whose cell is in doubt: told already, never part of a plan that is used */

static void tell(struct plan_reader *reader, enum finding_code code, const struct figure *figure, const char *subject,
                 const char *second, const char *third)
{
    finding_add_about(reader->findings, code, figure->place, ABOUT(subject), subject, second, third, NULL);
}

/* ---- the value ---- */

static enum figure_state read_state(const char *as)
{
    static const struct {
        const char *token;
        enum figure_state state;
    } STATES[] = { { "dash", FIGURE_DASH },
                   { "lost", FIGURE_LOST },
                   { "rest", FIGURE_REST },
                   { "not-stated", FIGURE_NOT_STATED } };
    for (size_t i = 0; i < sizeof STATES / sizeof *STATES; i++)
        if (strcmp(STATES[i].token, as) == 0)
            return STATES[i].state;
    return FIGURE_BLANK;
}

static const struct plan_measure *measure_of(struct plan_reader *reader, const struct figure *figure)
{
    return plan_measure(reader->plan, figure->key.measure);
}

static bool read_number(struct plan_reader *reader, struct figure *figure, int64_t *dong, struct dec *number,
                        const char *text, const char *subject)
{
    enum { THREE = 3 }; /* decimals, which a grouping dot looks like */
    const struct plan_measure *measure = measure_of(reader, figure);
    struct amount_at at = { .place = figure->place, .subject = subject, .in_table = true,
                            .source = figure->source ? figure->source->id : NULL,
                            .fraction = figure->printed || (measure && measure->decimals == THREE) };
    if (!measure || measure->adds == ADDS_AS_MONEY)
        return amount_read(dong, number, text, figure->unit, at, reader->findings);
    return quantity_read(number, text, measure->unit ? measure->unit : measure->name, at, reader->findings);
}

static void read_same(struct plan_reader *reader, struct figure *figure, struct figure_scope scope)
{
    const struct figure *above = scope.above ? row_figure_at(scope.above, figure->key) : NULL;
    figure->same = true;
    if (!above) {
        tell(reader, FINDING_SAME_OF_NOTHING, figure, scope.subject, NULL, NULL);
        return;
    }
    figure->state = above->state;
    figure->op = above->op;
    figure->dong = above->dong;
    figure->number = above->number;
    figure->high_dong = above->high_dong;
    figure->high = above->high;
    figure->unit = above->unit;
}

static void read_value(struct plan_reader *reader, struct xml_node node, struct figure *figure, struct figure_scope scope)
{
    const char *number = xml_content(node), *as = xml_text(node, "as");
    figure->printed = xml_attribute(node, "printed");
    figure->state = read_state(as);
    bool same = strcmp(as, "same") == 0;
    if (*number && figure->state == FIGURE_BLANK && strcmp(as, "blank") != 0 && !same && *as)
        return; /* no such as= that there is; told already */
    if (*number && *as)
        finding_add_about(reader->findings, FINDING_NUMBER_AND_AS, figure->place, ABOUT(scope.subject), xml_name(node),
                          number, as, NULL);
    else if (same)
        read_same(reader, figure, scope);
    else if (*number)
        figure->state = read_number(reader, figure, &figure->dong, &figure->number, number, scope.subject) ? FIGURE_NUMBER
                                                                                                           : FIGURE_BLANK;
    else if (!*as)
        finding_add_about(reader->findings, FINDING_MISSING_NUMBER, figure->place, ABOUT(scope.subject), xml_name(node),
                          NULL);
}

static enum figure_op read_op(struct xml_node node)
{
    static const char *const OPS[] = {
        [FIGURE_ABOUT] = "about",     [FIGURE_ALMOST] = "almost",     [FIGURE_OVER] = "over",   [FIGURE_ABOVE] = "above",
        [FIGURE_AT_MOST] = "at-most", [FIGURE_AT_LEAST] = "at-least", [FIGURE_BELOW] = "below", [FIGURE_RANGE] = "range",
    };
    const char *token = xml_text(node, "op");
    for (enum figure_op op = FIGURE_ABOUT; op <= FIGURE_RANGE; op++)
        if (strcmp(OPS[op], token) == 0)
            return op;
    return xml_yes(node, "about") ? FIGURE_ABOUT : FIGURE_EXACT;
}

static void read_bounds(struct plan_reader *reader, struct xml_node node, struct figure *figure, const char *subject)
{
    const char *high = xml_attribute(node, "high");
    if (figure->same)
        return;
    figure->op = read_op(node);
    bool range = figure->op == FIGURE_RANGE;
    bool twofold = *xml_text(node, "op") && xml_yes(node, "about") && figure->op != FIGURE_ABOUT;
    if (range && high && !read_number(reader, figure, &figure->high_dong, &figure->high, high, subject))
        return;
    bool wrong = range ? !high || figure->state != FIGURE_NUMBER || dec_cmp(figure->high, figure->number) <= 0
                       : high != NULL;
    if (wrong || twofold)
        tell(reader, FINDING_RANGE_INCOMPLETE, figure, subject, NULL, NULL);
}

static void read_change(struct plan_reader *reader, struct xml_node node, struct figure *figure, const char *subject)
{
    const char *change = xml_text(node, "change"), *vi = NULL, *en = NULL;
    if (strcmp(change, "increase") == 0)
        figure->change = CHANGE_INCREASE;
    else if (strcmp(change, "decrease") == 0)
        figure->change = CHANGE_DECREASE;
    else
        return;
    bool amends = false;
    for (size_t i = 0; i < reader->plan->relation_count; i++)
        amends = amends || !reader->plan->relations[i].replaces;
    if (!amends) {
        vi = "kế hoạch này không sửa đổi kế hoạch nào";
        en = "this plan amends none";
    } else if (figure->state != FIGURE_NUMBER || figure->number.units < 0) {
        vi = "mức tăng, giảm phải là một số dương";
        en = "a change is a positive number";
    }
    if (vi)
        tell(reader, FINDING_CHANGE_MISUSED, figure, subject, vi, en);
}

static void check_printed(struct plan_reader *reader, struct xml_node node, const struct figure *figure, const char *subject)
{
    bool nothing = figure->state == FIGURE_BLANK || figure->state == FIGURE_LOST;
    if (figure->printed && nothing && !figure->same)
        tell(reader, FINDING_PRINTED_OF_NOTHING, figure, subject, figure->printed, NULL);
    if (!figure->printed || figure->state != FIGURE_NUMBER || figure->same)
        return;
    const char *at = figure->printed;
    bool agrees = printed_number_is(&at, figure->number) &&
                  (figure->op != FIGURE_RANGE || printed_number_is(&at, figure->high));
    if (!agrees)
        tell(reader, FINDING_PRINTED_DIFFERS, figure, subject, figure->printed, xml_content(node));
}

/* ---- the key ---- */

static void check_years(struct plan_reader *reader, const struct figure *figure, const char *subject)
{
    const struct plan *plan = reader->plan;
    struct figure_period period = figure->key.period;
    int last = period.last_year ? period.last_year : period.year;
    bool known = period.year > 0 && plan->first_year && plan->last_year; /* else that is the fault already told */
    bool within = period.year >= plan->first_year && last <= plan->last_year;
    if (!known || within || figure->key.phase) /* what was planned or done in other years may stand beside */
        return;
    finding_add_about(reader->findings, FINDING_YEAR_OUTSIDE, figure->place, ABOUT(subject),
                      arena_printf(reader->arena, "%d", period.year < plan->first_year ? period.year : last),
                      plan_years(reader->arena, plan), NULL);
}

/* In a plan of one year that year and the whole period are one. */
static void settle_year(struct plan_reader *reader, struct figure *figure)
{
    const struct plan *plan = reader->plan;
    struct figure_period *period = &figure->key.period, year = { .year = period->year };
    bool one = plan->first_year && plan->first_year == plan->last_year;
    if (one && figure_period_equal(*period, year) && (!period->year || period->year == plan->first_year)) {
        period->year = plan->first_year;
        figure->whole = true;
    }
    figure->year = period->year;
}

/* False if any of it is unknown, which has been told. */
static bool read_key(struct plan_reader *reader, struct xml_node node, struct figure *figure, struct figure_scope scope)
{
    const char *measure = xml_attribute(node, "measure"), *phase = xml_attribute(node, "phase");
    bool keyed_source = xml_has(node, "source");
    size_t before = reader->findings->count;
    figure->source = keyed_source ? find_source(reader, node, scope.subject) : scope.source;
    figure->key.source = figure->source ? figure->source->id : NULL;
    figure->key.measure = measure ? find_measure(reader, measure, figure->place, scope.subject) : scope.measure;
    figure->key.phase = phase ? find_phase(reader, phase, figure->place, scope.subject) : scope.phase;
    if (!figure_period_read(&figure->key.period, node, scope.year))
        tell(reader, FINDING_FIGURE_PERIOD, figure, scope.subject, NULL, NULL);
    bool lost = !figure->key.period.year && !figure->key.period.to.year && figure_period_is_keyed(node) &&
                !xml_has(node, "period");
    bool sourceless = keyed_source && !figure->source &&
                      *xml_text(node, "source"); /* told here or at the first of its kind */
    settle_year(reader, figure);
    return reader->findings->count == before && !lost && !sourceless;
}

/* "năm 2021, nguồn TW, measure so-luong" */
static const char *cell_words(struct arena *arena, const struct figure *figure, enum language language)
{
    bool vi = language == LANGUAGE_VI;
    struct figure_key key = figure->key;
    struct text out = text_in(arena);
    if (!key.period.year && !key.period.to.year)
        text_add(&out, vi ? "cả giai đoạn, " : "the whole period, ");
    else
        text_addf(&out, "%s %s, ", vi ? "năm" : "year", figure_period_token(arena, key.period));
    if (key.source)
        text_addf(&out, "%s %s", vi ? "nguồn" : "source", key.source);
    else
        text_add(&out, vi ? "mọi nguồn" : "all sources");
    if (key.measure)
        text_addf(&out, ", measure %s", key.measure);
    if (key.phase)
        text_addf(&out, ", phase %s", key.phase);
    return text_str(&out);
}

static void check_unique(struct plan_reader *reader, const struct figure *first, const struct figure *figure,
                         const char *subject)
{
    struct arena *arena = reader->arena;
    if (figure - first >= ROW_FIGURES_MAX) {
        tell_crowded(reader, figure->place, ROW_FIGURES_MAX);
        return;
    }
    for (const struct figure *other = first; other < figure; other++)
        if (figure_key_equal(other->key, figure->key)) {
            finding_add_about(reader->findings, FINDING_DUPLICATE_AMOUNT, figure->place, ABOUT(subject), subject,
                              cell_words(arena, figure, LANGUAGE_VI), cell_words(arena, figure, LANGUAGE_EN),
                              arena_printf(arena, "%ld", other->place.line), NULL);
            return;
        }
}

static bool is_plain(const struct figure *figure)
{
    return figure_key_is_plain(figure->key) && figure->change == CHANGE_NONE;
}

static struct figure *add_figure(struct plan_reader *reader, struct figure_lists *lists, const struct figure *figure)
{
    struct figure *added = is_plain(figure)
                               ? ARENA_PUSH(reader->arena, lists->plain, lists->plain_count, lists->plain_capacity)
                               : ARENA_PUSH(reader->arena, lists->keyed, lists->keyed_count, lists->keyed_capacity);
    *added = *figure;
    return added;
}

/* <amount year="2026">2026</amount>: the year keyed a second time, where the number belongs. */
static void check_year_as_amount(struct plan_reader *reader, const struct figure *figure, const char *subject)
{
    int year = figure->key.period.year;
    if (year > 0 && figure->state == FIGURE_NUMBER && !figure->key.period.part && !figure->number.scale &&
        figure->number.units == year)
        finding_add_about(reader->findings, FINDING_YEAR_AS_AMOUNT, figure->place, ABOUT(subject), subject,
                          arena_printf(reader->arena, "%d", year), NULL);
}

void read_figure(struct plan_reader *reader, struct figure_lists *lists, struct xml_node node, struct figure_scope scope)
{
    enum money_unit own = money_unit_parse(xml_text(node, "unit"));
    struct figure figure = { .place = xml_place(node),
                             .stated = xml_is(node, "stated"),
                             .words = xml_attribute(node, "words"),
                             .label = xml_attribute(node, "label") };
    bool known = read_key(reader, node, &figure, scope);
    const struct plan_measure *measure = measure_of(reader, &figure);
    figure.unit = own != UNIT_NONE ? own : measure ? measure->money : scope.unit;
    read_value(reader, node, &figure, scope);
    read_bounds(reader, node, &figure, scope.subject);
    read_change(reader, node, &figure, scope.subject);
    check_printed(reader, node, &figure, scope.subject);
    check_years(reader, &figure, scope.subject);
    check_year_as_amount(reader, &figure, scope.subject);
    if (!known)
        figure.year = figure.key.period.year = UNKNOWN_CELL;
    const struct figure *added = add_figure(reader, lists, &figure);
    if (known && scope.unique)
        check_unique(reader, is_plain(added) ? lists->plain : lists->keyed, added, scope.subject);
}
