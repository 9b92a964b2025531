#include "content/annex_view.h"

#include "base/text.h"
#include "content/annex_figures.h"
#include "content/annex_marks.h"
#include "content/annex_notes.h"
#include "content/annex_prose.h"
#include "content/annex_remarks.h"
#include "content/reconciliation_view.h"
#include "content/report_words.h"
#include "content/words.h"
#include "model/figure_id.h"
#include "model/unit_scale.h"

enum { PLAN_FACTS = 7 };

/* ---- what all views of a decision share ---- */

static const char *basis_of(const struct plan *plan, struct arena *arena)
{
    return arena_printf(arena, "(Kèm theo %s)", citation_words(arena, plan));
}

/* Of what the decision does not issue: where in its text it stands; where NULL if the plan does not say. */
static const char *origin_of(const struct plan *plan, const char *where, struct arena *arena)
{
    return arena_printf(arena, "(Lập từ %s%s%s)", where ? where : "", where ? ", theo " : "", citation_words(arena, plan));
}

/* Room is left for those of the blocks of years and sources. table NULL: of the decision, but of no table of it. */
static struct view_fact *plan_facts(const struct plan *plan, const struct plan_table *table, size_t more,
                                    struct arena *arena)
{
    struct view_fact *facts = arena_alloc(arena, PLAN_FACTS + more, sizeof *facts);
    const struct view_fact own[PLAN_FACTS] = {
        { .fact = FACT_PLAN_NAME, .value = value_text(plan->decision.plan_name) },
        { .fact = FACT_PLAN_PERIOD, .value = value_text(plan_years(arena, plan)) },
        { .fact = FACT_DECISION_CITATION, .value = value_text(citation_words(arena, plan)) },
        { .fact = FACT_DECISION_ORGAN, .value = value_text(plan->decision.organ_name) },
        { .fact = FACT_TABLE_TITLE, .value = value_text(table ? table->title : NULL) },
        { .fact = FACT_TABLE_UNIT, .value = value_text(table ? money_unit_name(table->unit) : NULL) },
        { .fact = FACT_TABLE_WHERE, .value = value_text(table ? table->where : NULL) },
    };
    memcpy(facts, own, sizeof own);
    return facts;
}

static void take_items(struct view *view, const struct items *list)
{
    view->items = list->items;
    view->item_count = list->count;
}

/* "I. Tuyên truyền, phổ biến …" */
static const char *group_bookmark(const char *no, const char *title, struct arena *arena)
{
    if (!title || !*title)
        return NULL;
    return no && *no ? arena_printf(arena, "%s. %s", no, title) : title;
}

/* ---- a table ---- */

static enum row_role role_of(const struct plan_row *row)
{
    if (row->kind == ROW_GROUP)
        return ROLE_GROUP;
    return row->kind == ROW_TOTAL ? ROLE_TOTAL : ROLE_BODY;
}

/* A total that the decision also writes in words is followed by those words. */
static void place_rows(struct annex_table *table)
{
    const struct plan_table *from = table->table;
    table->scope = column_scope_of(table->ledger->plan, from, table->arena);
    table->items = arena_alloc(table->arena, from->row_count, sizeof *table->items);
    size_t item = 0;
    for (size_t r = 0; r < from->row_count; r++) {
        table->items[r] = item++;
        for (size_t f = 0; f < from->rows[r].figure_count; f++)
            item += from->rows[r].figures[f].words != NULL;
    }
}

static struct value quantity_value(const struct plan *plan, const struct plan_row *row, struct arena *arena)
{
    struct value value = row->has_quantity ? value_exact(row->quantity) : value_text(NULL);
    value.fact = row->has_quantity ? figure_id_of_quantity(arena, plan, row) : NULL;
    return value;
}

/* Most rows have neither unit nor years nor bodies. */
static void put_if_any(struct items *list, enum fact_id fact, struct value value)
{
    if (value.kind != VALUE_EMPTY)
        items_put(list, fact, value);
}

static void add_row(struct items *list, const struct annex_table *table, size_t index)
{
    struct arena *arena = table->arena;
    const struct plan_row *row = &table->table->rows[index];
    struct item *item = items_add(list, role_of(row), row->level);
    item->id = row->id;
    if (item->role == ROLE_GROUP && row->level == 0)
        item->bookmark = group_bookmark(row->no, row->title, arena);
    put_if_any(list, FACT_ROW_NO, value_text(row->no));
    put_if_any(list, FACT_ROW_TITLE, value_text(row->title));
    put_if_any(list, FACT_ROW_UNIT, value_text(row->unit));
    put_if_any(list, FACT_ROW_QUANTITY, quantity_value(table->ledger->plan, row, arena));
    put_if_any(list, FACT_ROW_START, value_year(row->start));
    put_if_any(list, FACT_ROW_END, value_year(row->end));
    put_if_any(list, FACT_ROW_LEADS, value_list(row->leads, row->lead_count, arena));
    put_if_any(list, FACT_ROW_PARTNERS, value_list(row->partners, row->partner_count, arena));
    for (size_t t = 0; t < row->text_count; t++)
        items_put_figure(list, FACT_ROW_TEXT, column_text_key(row->texts[t].name), value_text(row->texts[t].text));
    annex_put_figures(list, table, index);
}

static void add_words(struct items *list, const struct annex_table *table, size_t index)
{
    const struct plan_row *row = &table->table->rows[index];
    for (size_t f = 0; f < row->figure_count; f++) {
        if (!row->figures[f].words)
            continue;
        items_add(list, ROLE_WORDS, 0);
        items_put(list, FACT_ROW_TITLE, value_text(annex_figure_words(table, index, &row->figures[f])));
    }
}

struct name_list {
    struct view_fact *facts;
    size_t count;
};

static void add_fact(struct name_list *list, enum fact_id fact, struct figure_key key, const char *text)
{
    list->facts[list->count++] = (struct view_fact){ fact, key, value_text(text), false, false };
}

/* Names of what columns are repeated for, and of what they may name. */
static void add_names(struct name_list *list, const struct plan *plan, const struct plan_table *table)
{
    struct figure_key money = { .measure = MEASURE_OF_TABLE };
    for (size_t s = 0; s < plan->source_count; s++) {
        struct figure_key key = { .source = plan->sources[s].id };
        add_fact(list, FACT_SOURCE_NAME, key, plan->sources[s].name);
        add_fact(list, FACT_SOURCE_ABBR, key, plan->sources[s].abbr);
    }
    for (size_t p = 0; p < plan->phase_count; p++)
        add_fact(list, FACT_PHASE_NAME, (struct figure_key){ .phase = plan->phases[p].id }, plan->phases[p].name);
    add_fact(list, FACT_MEASURE_NAME, money, "Kinh phí");
    add_fact(list, FACT_MEASURE_UNIT, money, money_unit_name(table->unit));
    for (size_t m = 0; m < plan->measure_count; m++) {
        struct figure_key key = { .measure = plan->measures[m].id };
        add_fact(list, FACT_MEASURE_NAME, key, plan->measures[m].name);
        add_fact(list, FACT_MEASURE_UNIT, key, plan->measures[m].unit);
    }
}

static void add_measures(struct view *view, const struct annex_table *table)
{
    const struct plan *plan = table->ledger->plan;
    enum money_unit unit = table->table->unit;
    struct view_measure *measures = arena_alloc(table->arena, plan->measure_count + 1, sizeof *measures);
    measures[0] = (struct view_measure){ NULL, unit_scale_of(money_unit_name(unit), table->arena) };
    for (size_t m = 0; m < plan->measure_count; m++) {
        const struct plan_measure *from = &plan->measures[m];
        const char *printed = from->money != UNIT_NONE ? money_unit_name(from->money) : from->unit;
        measures[m + 1] =
            (struct view_measure){ from->id, unit_scale_of(from->unit_of_row ? NULL : printed, table->arena) };
    }
    view->measures = measures;
    view->measure_count = plan->measure_count + 1;
}

static void add_dimensions(struct view *view, const struct annex_table *table)
{
    enum { MONEY_FACTS = 2 };
    const struct plan *plan = table->ledger->plan;
    size_t names = 2 * plan->source_count + plan->phase_count + MONEY_FACTS + 2 * plan->measure_count;
    struct name_list list = { plan_facts(plan, table->table, names, table->arena), PLAN_FACTS };
    add_names(&list, plan, table->table);
    view->facts = list.facts;
    view->fact_count = list.count;
    view->scope = table->scope;
    view->columns = table->table->columns;
    add_measures(view, table);
}

/* What the decision itself prints under the title stands before what the table comes from. */
static const char *table_basis(const struct plan *plan, const struct plan_table *from, struct arena *arena)
{
    const char *basis = from->annex ? basis_of(plan, arena) : origin_of(plan, from->where, arena);
    for (size_t i = from->subtitle_count; i > 0; i--)
        basis = arena_printf(arena, "%s\n%s", from->subtitles[i - 1], basis);
    return basis;
}

static struct view table_view(const struct ledger *ledger, const struct plan_table *from, struct annex_choice choice,
                              struct arena *arena, struct arena *lists)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_YEAR,         FACT_QUARTER,      FACT_SOURCE_NAME,  FACT_SOURCE_ABBR,     FACT_PHASE_NAME,
        FACT_MEASURE_NAME, FACT_MEASURE_UNIT, FACT_ROW_TEXT,     FACT_ROW_FIGURE,      FACT_ROW_NO,
        FACT_ROW_TITLE,    FACT_ROW_UNIT,     FACT_ROW_QUANTITY, FACT_ROW_START,       FACT_ROW_END,
        FACT_ROW_LEADS,    FACT_ROW_PARTNERS, FACT_ROW_TOTAL,    FACT_ROW_YEAR_AMOUNT, FACT_ROW_SOURCE_AMOUNT,
        FACT_ROW_AMOUNT,
    };
    struct annex_table table = { .ledger = ledger, .table = from, .choice = choice, .arena = arena, .lists = lists };
    struct view view = { .standing = from->annex ? STANDS_AS_ANNEX : STANDS_AFTER,
                         .each = EACH_ROW,
                         .id = from->id,
                         .layout = from->layout,
                         .label = from->annex ? annex_words(arena, from->annex_name, from->annex) : NULL,
                         .basis = table_basis(ledger->plan, from, arena),
                         .place = from->place,
                         .supplied = FACTS(SUPPLIED) };
    struct items list = { .arena = lists };
    place_rows(&table);
    for (size_t r = 0; r < from->row_count; r++) {
        add_row(&list, &table, r);
        add_words(&list, &table, r);
    }
    take_items(&view, &list);
    add_dimensions(&view, &table);
    annex_note_table(&view, &table);
    return view;
}

/* ---- targets ---- */

static const struct target *parent_of(const struct plan *plan, const struct target *target)
{
    return target->measure.part_of ? plan_target(plan, target->measure.part_of) : NULL;
}

/* A part right under what it is a part of, or beside another part of it, is set in. */
static bool follows_parent(const struct plan *plan, size_t index)
{
    const struct target *parent = parent_of(plan, &plan->targets[index]);
    if (!parent || !index || plan->targets[index].section != plan->targets[index - 1].section)
        return false;
    const struct target *before = &plan->targets[index - 1];
    return before == parent || (parent_of(plan, before) == parent && follows_parent(plan, index - 1));
}

static const char *target_note(const struct plan *plan, size_t index, struct arena *arena)
{
    const struct target *parent = parent_of(plan, &plan->targets[index]);
    if (!parent || follows_parent(plan, index))
        return NULL;
    return arena_printf(arena, "trong đó, thuộc chỉ tiêu %zu", (size_t)(parent - plan->targets) + 1);
}

/* An exact goal is a number; "≥ 55" and the like are words. */
static struct value goal_value(const struct measure *measure, struct arena *arena)
{
    if (measure->op == OP_EQ && measure->kind == MEASURE_LEVEL && !measure->has_high)
        return value_exact(measure->low);
    return value_text(measure->op == OP_NONE ? NOT_STATED " giá trị" : goal_words(arena, measure));
}

static void add_section(struct items *list, const struct target_section *section)
{
    items_add_group(list, 0, group_bookmark(section->no, section->title, list->arena));
    items_put(list, FACT_TARGET_NO, value_text(section->no));
    items_put(list, FACT_TARGET_TEXT, value_text(section->title));
}

static void add_target(struct items *list, const struct plan *plan, size_t index)
{
    const struct target *target = &plan->targets[index];
    items_add(list, ROLE_BODY, 1)->id = target->id;
    items_put(list, FACT_TARGET_NO, value_text(arena_printf(list->arena, "%zu", index + 1)));
    struct value text = value_text(target->text);
    text.indent = follows_parent(plan, index);
    items_put(list, FACT_TARGET_TEXT, text);
    items_put(list, FACT_TARGET_UNIT, value_text(target->measure.unit));
    struct value goal = goal_value(&target->measure, list->arena),
                 bare = target->measure.op == OP_NONE ? value_text(NOT_STATED) : goal_number(&target->measure, list->arena);
    goal.fact = bare.fact = figure_id_of_target(list->arena, plan, target);
    items_put(list, FACT_TARGET_GOAL, goal);
    items_put(list, FACT_TARGET_SIGN, value_text(goal_sign(list->arena, &target->measure)));
    items_put(list, FACT_TARGET_VALUE, bare);
    items_put(list, FACT_TARGET_YEAR, value_year(target->measure.year));
    items_put(list, FACT_TARGET_NOTE, value_text(target_note(plan, index, list->arena)));
}

static struct view targets_view(const struct plan *plan, struct arena *arena)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_TARGET_NO,   FACT_TARGET_TEXT,  FACT_TARGET_UNIT, FACT_TARGET_GOAL,
        FACT_TARGET_SIGN, FACT_TARGET_VALUE, FACT_TARGET_YEAR, FACT_TARGET_NOTE,
    };
    struct view view = { .standing = STANDS_AFTER,
                         .each = EACH_TARGET,
                         .id = plan->targets_id,
                         .layout = plan->targets_layout,
                         .basis = origin_of(plan, plan->targets_where, arena),
                         .place = plan->targets_place,
                         .supplied = FACTS(SUPPLIED),
                         .facts = plan_facts(plan, NULL, 0, arena),
                         .fact_count = PLAN_FACTS };
    struct items list = { .arena = arena };
    size_t section = SIZE_MAX;
    for (size_t t = 0; t < plan->target_count; t++) {
        if (plan->targets[t].section != section) {
            section = plan->targets[t].section;
            add_section(&list, &plan->sections[section]);
        }
        add_target(&list, plan, t);
    }
    take_items(&view, &list);
    annex_note_origin(&view, arena);
    return view;
}

/* ---- sources of funds without amounts ---- */

static struct view sources_view(const struct plan *plan, struct arena *arena)
{
    static const enum fact_id SUPPLIED[] = { FACT_FUND_NO, FACT_FUND_NAME, FACT_FUND_AMOUNT };
    struct view view = { .standing = STANDS_AFTER,
                         .each = EACH_SOURCE,
                         .id = plan->no_amounts_id,
                         .layout = plan->no_amounts_layout,
                         .basis = origin_of(plan, plan->no_amounts_where, arena),
                         .place = plan->no_amounts_place,
                         .supplied = FACTS(SUPPLIED),
                         .facts = plan_facts(plan, NULL, 0, arena),
                         .fact_count = PLAN_FACTS };
    struct items list = { .arena = arena };
    for (size_t s = 0; s < plan->source_count; s++) {
        items_add(&list, ROLE_BODY, 0)->id = plan->sources[s].id;
        items_put(&list, FACT_FUND_NO, value_text(arena_printf(arena, "%zu", s + 1)));
        items_put(&list, FACT_FUND_NAME, value_text(plan->sources[s].name));
        items_put(&list, FACT_FUND_AMOUNT, value_text("Văn bản không nêu số tiền"));
    }
    take_items(&view, &list);
    annex_note_origin(&view, arena);
    view_note(&view, arena_printf(arena, "Văn bản chỉ nêu tên các nguồn, không nêu số tiền: “%s”", plan->no_amounts_text),
              arena);
    return view;
}

/* ---- money that stands in prose alone ---- */

static struct view prose_view(const struct ledger *ledger, struct arena *arena)
{
    static const enum fact_id SUPPLIED[] = { FACT_AMOUNT_NO, FACT_AMOUNT_LABEL, FACT_AMOUNT_SOURCE, FACT_AMOUNT_PERIOD,
                                             FACT_AMOUNT_MONEY };
    const struct plan *plan = ledger->plan;
    const struct plan_table *table = annex_prose_table(plan, arena);
    struct view view = { .standing = STANDS_AFTER,
                         .each = EACH_AMOUNT,
                         .id = table->id,
                         .layout = table->layout,
                         .basis = origin_of(plan, annex_prose_places(plan, arena), arena),
                         .place = plan->prose[0].place,
                         .supplied = FACTS(SUPPLIED),
                         .facts = plan_facts(plan, table, 0, arena),
                         .fact_count = PLAN_FACTS };
    struct items list = annex_prose_items(ledger, table, arena);
    take_items(&view, &list);
    annex_note_prose(&view, ledger, arena);
    return view;
}

/* ---- the whole ---- */

static struct decision_view decision_view_of(const struct decision *decision, struct arena *arena)
{
    const struct printed *place = &decision->place_name;
    return (struct decision_view){ .place = decision->place,
                                   .type_name = decision->type_name,
                                   .organ = decision->organ_name,
                                   .subject = decision->subject,
                                   .number = decision_number_words(arena, decision),
                                   .place_name = place->absent || place->blank || place->unknown ? NULL : place->text,
                                   .day = issue_words(arena, &decision->issue),
                                   .authority = decision->authority,
                                   .authority_count = decision->authority_count,
                                   .position = decision->position,
                                   .full_name = decision->full_name };
}

/* The page of notes, and the reconciliation if there is anything to reconcile. */
static void add_views_of_plan(struct views *views, const struct ledger *ledger, struct arena *arena)
{
    size_t first = views->count;
    views->items[views->count++] = plan_remarks(ledger, arena);
    if (ledger->count) {
        views->items[views->count++] = reconciliation_view(ledger, arena);
        views->items[views->count++] = reconciliation_list(ledger, arena);
    }
    for (size_t i = first; i < views->count; i++) {
        views->items[i].facts = plan_facts(ledger->plan, NULL, 0, arena);
        views->items[i].fact_count = PLAN_FACTS;
    }
}

struct views annex_views(const struct ledger *ledger, enum figures_shown figures, struct arena *arena)
{
    return annex_views_apart(ledger, (struct annex_choice){ figures, false }, arena, arena);
}

struct views annex_views_apart(const struct ledger *ledger, struct annex_choice choice, struct arena *arena,
                               struct arena *lists)
{
    enum { OTHER_VIEWS = 6 }; /* money in prose, sources, targets, notes, reconciliation, and the list of that */
    const struct plan *plan = ledger->plan;
    struct views views = { .plan_id = plan->id,
                           .plan_name = plan->decision.plan_name,
                           .author = plan->decision.organ_name,
                           .decision = decision_view_of(&plan->decision, arena),
                           .illustrative = plan->illustrative,
                           .as_of = plan->decision.issued };
    views.items = arena_alloc(arena, plan->table_count + OTHER_VIEWS, sizeof *views.items);
    for (int body = 0; body <= 1; body++)
        for (size_t t = 0; t < plan->table_count; t++)
            if ((plan->tables[t].annex == NULL) == body)
                views.items[views.count++] = table_view(ledger, &plan->tables[t], choice, arena, lists);
    if (annex_has_prose(plan))
        views.items[views.count++] = prose_view(ledger, arena);
    if (plan->no_amounts)
        views.items[views.count++] = sources_view(plan, arena);
    if (plan->target_count)
        views.items[views.count++] = targets_view(plan, arena);
    add_views_of_plan(&views, ledger, arena);
    struct annex_marks marks = annex_all_marks(ledger);
    struct view_mark *list;
    views.mark_count = annex_list_marks(&list, &marks, arena);
    views.marks = list;
    return views;
}
