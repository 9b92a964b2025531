#include "content/consolidated_units.h"

#include "base/text.h"
#include "content/gap_words.h"
#include "content/report_words.h"
#include "content/target_counts.h"
#include "content/view_chart.h"
#include "content/words.h"
#include "model/catalogue.h"

static const struct unit *unit_then(const struct consolidation *all, const struct plan *plan)
{
    return catalogue_unit(all->context->catalogue, plan->unit, plan->decision.issued);
}

static const struct unit *unit_now(const struct consolidation *all, const struct plan *plan)
{
    return catalogue_successor(all->context->catalogue, plan->unit, plan->decision.issued, all->last_day);
}

static const char *name_of(const struct unit *unit, const char *code, struct arena *arena)
{
    if (unit_is_country(code))
        return "Cả nước";
    if (!unit)
        return arena_printf(arena, "đơn vị mã %s", code);
    return arena_printf(arena, "%s %s", unit->is_city ? "Thành phố" : "Tỉnh", unit->name);
}

/* The merger left the unit alone. */
static bool is_unchanged(const struct consolidation *all, const struct plan *plan)
{
    const struct unit *now = unit_now(all, plan);
    return now &&
           catalogue_is_same_unit(all->context->catalogue, plan->unit, plan->decision.issued, now->code, all->last_day);
}

/* "từ 01/07/2025: 33 Hưng Yên" */
static const char *successor_words(const struct unit *now, struct arena *arena)
{
    const char *since = now->from.year ? arena_printf(arena, "từ %s", date_figures(arena, now->from)) : "nay";
    return arena_printf(arena, "%s: %s %s", since, now->code, now->name);
}

/*
 * "Tỉnh Bình Định: Khuyến công", where the unit has several plans. Under the unit that has its name now, a unit that went into
 * it is "Tỉnh Phú Thọ cũ".
 */
static const char *name_of_plan(const struct consolidation *all, size_t index, bool under_unit)
{
    const struct plan *plan = all->makers[index].plan;
    const struct unit *then = unit_then(all, plan), *now = unit_now(all, plan);
    const char *name = name_of(then, plan->unit, all->arena), *own = consolidated_plan_name(all, index);
    if (under_unit && unit_is_former(then, now, is_unchanged(all, plan)))
        name = arena_printf(all->arena, "%s " FORMER, name);
    return own ? arena_printf(all->arena, "%s: %s", name, own) : name;
}

const char *consolidated_unit_name(const struct consolidation *all, size_t index)
{
    return name_of_plan(all, index, false);
}

const char *consolidated_unit_head(const struct consolidation *all, size_t index)
{
    const struct unit *then = unit_then(all, all->makers[index].plan);
    const char *own = consolidated_plan_name(all, index);
    if (!then || then->is_city)
        return consolidated_unit_name(all, index);
    return own ? arena_printf(all->arena, "%s: %s", then->name, own) : then->name;
}

const char *consolidated_unit_in_sentence(const struct consolidation *all, size_t index)
{
    return text_with_small(all->arena, consolidated_unit_name(all, index));
}

static const char *note_of_plan(const struct consolidation *all, size_t index, bool under_unit)
{
    const struct year_maker *maker = &all->makers[index];
    const struct unit *now = unit_now(all, maker->plan);
    const char *note = !maker->gaps.has_results                               ? NOT_REPORTED
                       : under_unit || !now || is_unchanged(all, maker->plan) ? NULL
                                                                              : successor_words(now, all->arena);
    const char *apart = consolidated_apart(all, index);
    if (!apart)
        return note;
    return note ? arena_printf(all->arena, "%s; %s", apart, note) : apart;
}

static void add_plan(struct items *list, const struct consolidation *all, size_t index, size_t number, unsigned level)
{
    const struct year_maker *maker = &all->makers[index];
    const struct plan *plan = maker->plan;
    items_add(list, ROLE_BODY, level)->id = plan->id;
    items_put(list, FACT_UNIT_NO, value_text(arena_printf(all->arena, "%zu", number)));
    items_put(list, FACT_UNIT_CODE, value_text(plan->unit));
    items_put(list, FACT_UNIT_NAME, value_text(name_of_plan(all, index, level > 0)));
    items_put(list, FACT_UNIT_PERIOD, value_text(period_words(all->arena, plan)));
    consolidated_put(list, maker);
    items_put(list, FACT_UNIT_NOTE, value_text(note_of_plan(all, index, level > 0)));
}

/* A plan that was changed counts once; which decision changed it must be told. */
static void note_changes(struct view *view, const struct chain *chain, size_t number, struct arena *arena)
{
    for (size_t i = 0; i < chain->link_count; i++) {
        const struct chain_link *link = &chain->links[i];
        if (link->state == LINK_IN_FORCE)
            view_note(view,
                      arena_printf(arena, "Dòng %zu: theo kế hoạch đã được %s bởi %s, có hiệu lực từ %s.", number,
                                   link->replaces ? "thay thế" : "sửa đổi, bổ sung", citation_words(arena, link->plan),
                                   date_words(arena, link->effective)),
                      arena);
    }
}

static void say_count(struct text *out, size_t count, const char *words)
{
    if (count)
        text_addf(out, "%s%zu %s", out->length ? ", " : "", count, words);
}

/* What the last column of targets holds. */
static void note_unjudged(struct view *view, const struct consolidation *all)
{
    struct target_counts counts = { 0 };
    for (size_t i = 0; i < all->count; i++)
        target_counts_add(&counts, &all->makers[i].gaps);
    struct text out = text_in(all->arena);
    say_count(&out, counts.of[TARGET_UNJUDGED], gap_status_words(GAP_NOT_COMPUTABLE));
    say_count(&out, counts.of[TARGET_NEUTRAL], NEUTRAL " (không xét cao hay thấp)");
    say_count(&out, counts.of[TARGET_WORDED], WORDED);
    if (out.length)
        view_note(view, arena_printf(all->arena, "Chỉ tiêu không đánh giá gồm: %s.", text_str(&out)), all->arena);
}

static const char *rows_of_period(const struct consolidation *all, const char *days)
{
    struct text rows = text_in(all->arena);
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(year_days_text(&all->makers[i]), days) == 0)
            text_addf(&rows, "%s%zu", rows.length ? ", " : "", i + 1);
    return text_str(&rows);
}

/* Units that keep to two regimes report of two periods, and the sums hold both. */
static void note_periods(struct view *view, const struct consolidation *all)
{
    struct text out = text_in(all->arena);
    size_t periods = 0;
    for (size_t i = 0; i < all->count; i++) {
        const char *days = year_days_text(&all->makers[i]);
        bool told = false;
        for (size_t j = 0; j < i; j++)
            told = told || strcmp(year_days_text(&all->makers[j]), days) == 0;
        if (!told)
            text_addf(&out, "%sdòng %s %s", periods++ ? "; " : "", rows_of_period(all, days), days);
    }
    if (periods > 1)
        view_note(view, arena_printf(all->arena, "Kỳ số liệu: %s. Tổng cộng gồm số của các kỳ ấy.", text_str(&out)),
                  all->arena);
}

static const enum fact_id SUPPLIED[] = {
    FACT_UNIT_NO,        FACT_UNIT_CODE,      FACT_UNIT_NAME,     FACT_UNIT_PERIOD,  FACT_UNIT_TOTAL,   FACT_UNIT_PLANNED,
    FACT_UNIT_AVAILABLE, FACT_UNIT_DISBURSED, FACT_UNIT_RATE,     FACT_UNIT_TARGETS, FACT_UNIT_REACHED, FACT_UNIT_ON_TRACK,
    FACT_UNIT_SHORT,     FACT_UNIT_MISSING,   FACT_UNIT_UNJUDGED, FACT_UNIT_NOTE,
};

/* ---- the chart ---- */

static const struct value *rate_of(const struct view *view, size_t item)
{
    struct fact_ref ref = { item, FACT_UNIT_RATE, figure_key_of(0, NULL) };
    return view_lookup(view, &ref);
}

/* The lowest rate first, then in the order of the table; what has none comes last. */
static bool comes_before(const struct view *view, size_t a, size_t b)
{
    const struct value *left = rate_of(view, a), *right = rate_of(view, b);
    if (left->kind != VALUE_NUMBER || right->kind != VALUE_NUMBER)
        return left->kind == VALUE_NUMBER && right->kind != VALUE_NUMBER;
    return number_cmp(number_of(left->number), number_of(right->number)) < 0;
}

static void sort_by_rate(const struct view *view, size_t *rows, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && comes_before(view, rows[j], rows[j - 1]); j--) {
            size_t row = rows[j];
            rows[j] = rows[j - 1];
            rows[j - 1] = row;
        }
}

/* Which plan has spent the least of what it may. */
static const char *chart_title(const struct view *view, const struct consolidation *all, size_t lowest)
{
    const struct value *rate = rate_of(view, lowest);
    struct fact_ref name = { lowest, FACT_UNIT_NAME, figure_key_of(0, NULL) };
    const char *about = arena_printf(all->arena, "Kinh phí năm %d của %zu kế hoạch", all->context->year, all->count);
    if (rate->kind != VALUE_NUMBER || all->count < 2)
        return about;
    return arena_printf(all->arena, "%s: %s giải ngân thấp nhất, %s %% kinh phí được sử dụng", about,
                        view_lookup(view, &name)->text, numfmt_text(all->arena, rate->format, rate->number));
}

static void draw(struct view *view, const struct consolidation *all, size_t *rows)
{
    static const struct chart_fact BARS[] = { { FACT_UNIT_PLANNED, "Kế hoạch năm" },
                                              { FACT_UNIT_AVAILABLE, "Được sử dụng" },
                                              { FACT_UNIT_DISBURSED, "Đã giải ngân" } };
    if (!all->count)
        return;
    sort_by_rate(view, rows, all->count);
    view_draw(view,
              (struct view_chart){ .kind = CHART_CLUSTERED,
                                   .title = chart_title(view, all, rows[0]),
                                   .unit = "triệu đồng",
                                   .items = rows,
                                   .item_count = all->count,
                                   .label = FACT_UNIT_NAME,
                                   .series = BARS,
                                   .series_count = sizeof BARS / sizeof *BARS },
              all->arena);
}

struct view consolidated_decided_view(const struct consolidation *all)
{
    struct arena *arena = all->arena;
    struct items list = { .arena = arena };
    size_t *rows = arena_alloc(arena, all->count, sizeof *rows);
    for (size_t i = 0; i < all->count; i++) {
        rows[i] = list.count;
        add_plan(&list, all, i, i + 1, 0);
    }
    const char *partial = consolidated_total(&list, all, rows);
    struct view view = items_view(&list, EACH_UNIT, CONSOLIDATED_DECIDED, LABEL_DECIDED, FACTS(SUPPLIED));
    draw(&view, all, rows);
    if (partial)
        view_note(&view, partial, arena);
    note_periods(&view, all);
    note_unjudged(&view, all);
    for (size_t i = 0; i < all->count; i++)
        note_changes(&view, all->makers[i].chain, i + 1, arena);
    view_note(&view, "Mã đơn vị chỉ có nghĩa cùng với ngày: ở biểu này là mã và tên vào ngày ban hành kế hoạch.", arena);
    return view;
}

/* ---- as now organised ---- */

/* The units of the plans' time that are parts of the unit now: how many, and how many of them have a plan here. */
static const char *coverage_words(const struct consolidation *all, const struct unit *now, struct date decided)
{
    const struct catalogue *catalogue = all->context->catalogue;
    struct text without = text_in(all->arena);
    size_t parts = 0, covered = 0;
    for (size_t u = 0; u < catalogue->unit_count; u++) {
        const struct unit *unit = &catalogue->units[u];
        if (catalogue_unit(catalogue, unit->code, decided) != unit ||
            catalogue_successor(catalogue, unit->code, decided, all->last_day) != now)
            continue;
        bool has_plan = false;
        for (size_t i = 0; i < all->count; i++)
            has_plan = has_plan || unit_then(all, all->makers[i].plan) == unit;
        parts++;
        covered += has_plan;
        if (!has_plan)
            text_addf(&without, "%s%s %s", without.length ? ", " : "", unit->code, unit->name);
    }
    return arena_printf(all->arena, "%zu/%zu đơn vị có kế hoạch%s%s", covered, parts, without.length ? "; chưa có: " : "",
                        text_str(&without));
}

/* "Tỉnh Hưng Yên (từ 01/07/2025)": the unit that bore the name before may have been another. */
static const char *dated_name(const struct unit *now, const char *name, struct arena *arena)
{
    bool dated = now && now->from.year;
    return dated ? arena_printf(arena, "%s (từ %s)", name, date_figures(arena, now->from)) : name;
}

/* Units of which it is not known what they are now are each one of their own. */
static bool is_one_unit(const struct consolidation *all, size_t a, size_t b)
{
    const struct plan *one = all->makers[a].plan, *other = all->makers[b].plan;
    const struct unit *now = unit_now(all, one);
    return now == unit_now(all, other) && (now || strcmp(one->unit, other->unit) == 0);
}

static const char *note_of_unit(const struct consolidation *all, const struct plan *plan, const struct unit *now)
{
    if (unit_is_country(plan->unit))
        return NULL;
    if (!now)
        return "không rõ thuộc đơn vị nào hiện nay";
    return is_unchanged(all, plan) ? "đơn vị không sáp nhập" : coverage_words(all, now, plan->decision.issued);
}

static bool is_first_of(const struct consolidation *all, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_one_unit(all, i, index))
            return false;
    return true;
}

/* The plans of the unit that the first of them is of. */
static struct consolidated_members plans_of_unit(const struct consolidation *all, size_t first)
{
    size_t *plans = arena_alloc(all->arena, all->count, sizeof *plans), count = 0;
    for (size_t i = first; i < all->count; i++)
        if (is_one_unit(all, first, i))
            plans[count++] = i;
    return (struct consolidated_members){ plans, count };
}

/* The country's own row would be empty: nothing is added to it. */
static const char *put_unit_sums(struct items *list, const struct consolidation *all, struct consolidated_members of,
                                 const char *note)
{
    if (unit_is_country(all->makers[of.plans[0]].plan->unit))
        return note;
    const char *partial = consolidated_put_sums(list, all, of);
    if (!partial)
        return note;
    return note ? arena_printf(all->arena, "%s; chỉ cộng số đã có: %s", note, partial)
                : arena_printf(all->arena, "chỉ cộng số đã có: %s", partial);
}

/* Which decision the row of a unit with one plan is made from: its own row would say all of it once more. */
static const char *note_of_only(const struct consolidation *all, size_t index, const char *note)
{
    const char *own = is_unchanged(all, all->makers[index].plan) ? NULL : name_of_plan(all, index, true);
    const char *more = note_of_plan(all, index, true);
    own = own ? arena_printf(all->arena, "theo Biểu 1, dòng %zu (%s)", index + 1, own) : NULL;
    if (own && more)
        own = arena_printf(all->arena, "%s: %s", own, more);
    if (!own)
        own = more;
    return own && note ? arena_printf(all->arena, "%s; %s", note, own) : own ? own : note;
}

static void put_unit(struct items *list, const struct consolidation *all, size_t first, size_t number, const char *name)
{
    const struct plan *plan = all->makers[first].plan;
    const struct unit *now = unit_now(all, plan);
    items_put(list, FACT_UNIT_NO, value_text(arena_printf(all->arena, "%zu", number)));
    items_put(list, FACT_UNIT_CODE, value_text(now ? now->code : plan->unit));
    items_put(list, FACT_UNIT_NAME, value_text(is_unchanged(all, plan) ? name : dated_name(now, name, all->arena)));
}

static void add_unit(struct items *list, const struct consolidation *all, size_t first, size_t number, size_t *rows)
{
    const struct plan *plan = all->makers[first].plan;
    const struct unit *now = unit_now(all, plan);
    struct consolidated_members of = plans_of_unit(all, first);
    const char *name = name_of(now, plan->unit, all->arena), *note = note_of_unit(all, plan, now);
    size_t item = list->count;
    if (of.count == 1) {
        rows[first] = item;
        items_add(list, ROLE_BODY, 0)->id = plan->id;
        put_unit(list, all, first, number, name);
        items_put(list, FACT_UNIT_PERIOD, value_text(period_words(all->arena, plan)));
        consolidated_put(list, &all->makers[first]);
        items_put(list, FACT_UNIT_NOTE, value_text(note_of_only(all, first, note)));
        return;
    }
    items_add_group(list, 0, name);
    put_unit(list, all, first, number, name);
    items_put(list, FACT_UNIT_NOTE, value_text(put_unit_sums(list, all, of, note)));
    for (size_t i = 0; i < of.count; i++) {
        rows[of.plans[i]] = list->count;
        add_plan(list, all, of.plans[i], i + 1, 1);
    }
    consolidated_link_sums(list, all, item, of, rows);
}

static size_t units_on(const struct catalogue *catalogue, struct date day)
{
    size_t count = 0;
    for (size_t i = 0; i < catalogue->unit_count; i++)
        count += catalogue_unit(catalogue, catalogue->units[i].code, day) == &catalogue->units[i];
    return count;
}

struct view consolidated_current_view(const struct consolidation *all)
{
    struct arena *arena = all->arena;
    struct items list = { .arena = arena };
    size_t *rows = arena_alloc(arena, all->count, sizeof *rows), number = 0, provinces = 0;
    for (size_t i = 0; i < all->count; i++)
        if (is_first_of(all, i)) {
            add_unit(&list, all, i, ++number, rows);
            provinces += !unit_is_country(all->makers[i].plan->unit);
        }
    const char *partial = consolidated_total(&list, all, rows);
    struct view view = items_view(&list, EACH_UNIT, "consolidate-current", "Biểu 2", FACTS(SUPPLIED));
    if (partial)
        view_note(&view, partial, arena);
    view_note(&view,
              arena_printf(arena, "Đơn vị hiện nay là đơn vị vào %s: cả nước có %zu đơn vị, %zu đơn vị có kế hoạch ở đây.",
                           date_words(arena, all->last_day), units_on(all->context->catalogue, all->last_day), provinces),
              arena);
    view_note(
        &view,
        "Dòng của đơn vị hiện nay nêu mã và tên hiện nay; đơn vị có nhiều kế hoạch thì là tổng của các dòng dưới nó, ghi mã "
        "và tên vào ngày ban hành kế hoạch; tỷ lệ chỉ có khi mọi dòng đủ số. Mức đạt của chỉ tiêu không cộng. "
        "Tổng cộng bằng tổng cộng của Biểu 1.",
        arena);
    return view;
}
