#include "content/view.h"

#include "base/text.h"
#include "content/annex_remarks.h"
#include "content/reconciliation_view.h"
#include "content/words.h"

struct item_list {
    struct item *items;
    size_t count, capacity;
};

static struct item *add_item(struct item_list *list, struct item item, struct arena *arena)
{
    struct item *added = ARENA_PUSH(arena, list->items, list->count, list->capacity);
    *added = item;
    return added;
}

static enum item_role role_of(const struct plan_row *row)
{
    if (row->kind == ROW_GROUP)
        return ITEM_GROUP;
    return row->kind == ROW_TOTAL ? ITEM_TOTAL : ITEM_BODY;
}

/* A total that the decision also writes in words is followed by those words. */
static void add_words(struct item_list *list, const struct plan_row *row, struct arena *arena)
{
    for (size_t f = 0; f < row->figure_count; f++)
        if (row->figures[f].words)
            add_item(list, (struct item){ .role = ITEM_WORDS, .id = row->id, .row = row, .index = f }, arena);
}

static void take_items(struct view *view, const struct item_list *list)
{
    view->items = list->items;
    view->item_count = list->count;
}

static bool table_uses(const struct plan_table *table, const struct source *source)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; f < table->rows[r].figure_count; f++)
            if (table->rows[r].figures[f].source == source)
                return true;
    return false;
}

static void add_sources(struct view *view, struct arena *arena)
{
    const struct plan *plan = view->plan;
    view->sources = arena_alloc(arena, plan->source_count, sizeof *view->sources);
    for (size_t s = 0; s < plan->source_count; s++)
        if (table_uses(view->table, &plan->sources[s]))
            view->sources[view->source_count++] = &plan->sources[s];
}

static struct view table_view(const struct ledger *ledger, const struct plan_table *table, enum figures_shown figures,
                              struct arena *arena)
{
    const struct plan *plan = ledger->plan;
    struct view view = { .kind = VIEW_TABLE,
                         .figures = figures,
                         .plan = plan,
                         .ledger = ledger,
                         .table = table,
                         .id = table->id,
                         .layout = table->layout,
                         .annex = table->annex,
                         .place = table->place,
                         .first_year = plan->first_year,
                         .last_year = plan->last_year };
    struct item_list list = { 0 };
    size_t *row_items = arena_alloc(arena, table->row_count, sizeof *row_items);
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        row_items[r] = list.count;
        add_item(&list, (struct item){ .role = role_of(row), .level = row->level, .id = row->id, .row = row }, arena);
        add_words(&list, row, arena);
    }
    take_items(&view, &list);
    view.row_items = row_items;
    add_sources(&view, arena);
    view.notes = table_notes(&view, arena, &view.note_count);
    return view;
}

static struct view targets_view(const struct plan *plan, struct arena *arena)
{
    struct view view = { .kind = VIEW_TARGETS,
                         .plan = plan,
                         .id = plan->targets_id,
                         .layout = plan->targets_layout,
                         .place = plan->targets_place };
    struct item_list list = { 0 };
    size_t section = SIZE_MAX;
    for (size_t t = 0; t < plan->target_count; t++) {
        const struct target *target = &plan->targets[t];
        if (target->section != section) {
            section = target->section;
            add_item(&list, (struct item){ .role = ITEM_GROUP, .id = plan->targets_id, .index = section,
                                           .is_section = true, .no = plan->sections[section].no }, arena);
        }
        add_item(&list, (struct item){ .role = ITEM_BODY, .level = 1, .id = target->id, .index = t,
                                       .no = arena_printf(arena, "%zu", t + 1) }, arena);
    }
    take_items(&view, &list);
    view.notes = table_notes(&view, arena, &view.note_count);
    return view;
}

static struct view sources_view(const struct plan *plan, struct arena *arena)
{
    struct view view = { .kind = VIEW_SOURCES,
                         .plan = plan,
                         .id = plan->no_amounts_id,
                         .layout = plan->no_amounts_layout,
                         .place = plan->no_amounts_place };
    struct item_list list = { 0 };
    for (size_t s = 0; s < plan->source_count; s++)
        add_item(&list, (struct item){ .role = ITEM_BODY, .id = plan->sources[s].id, .index = s,
                                       .no = arena_printf(arena, "%zu", s + 1) }, arena);
    take_items(&view, &list);
    view.notes = table_notes(&view, arena, &view.note_count);
    return view;
}

static struct decision_view decision_view_of(const struct decision *decision)
{
    const struct printed *number = &decision->code_number, *place = &decision->place_name;
    return (struct decision_view){ .place = decision->place,
                                   .type_name = decision->type_name,
                                   .notation = decision->code_notation,
                                   .organ = decision->organ_name,
                                   .subject = decision->subject,
                                   .number = number->absent || number->blank ? NULL : number->text,
                                   .place_name = place->absent || place->blank ? NULL : place->text,
                                   .issued = decision->issued,
                                   .issued_blank = decision->issued_blank,
                                   .authority = decision->authority,
                                   .authority_count = decision->authority_count,
                                   .position = decision->position,
                                   .full_name = decision->full_name };
}

/* What layouts of tables of the whole plan may name in their texts. */
static const struct item_fact *plan_facts(const struct plan *plan, size_t *count, struct arena *arena)
{
    const struct item_fact facts[] = { { FACT_PLAN_NAME, value_text(plan->decision.plan_name) },
                                       { FACT_PLAN_PERIOD, value_text(period_words(arena, plan)) },
                                       { FACT_DECISION_CITATION, value_text(citation_words(arena, plan)) },
                                       { FACT_DECISION_ORGAN, value_text(plan->decision.organ_name) } };
    *count = sizeof facts / sizeof *facts;
    struct item_fact *kept = arena_alloc(arena, *count, sizeof *kept);
    memcpy(kept, facts, sizeof facts);
    return kept;
}

/* The page of notes, and the reconciliation if there is anything to reconcile. */
static void add_views_of_plan(struct views *views, const struct ledger *ledger, struct arena *arena)
{
    size_t fact_count;
    const struct item_fact *facts = plan_facts(ledger->plan, &fact_count, arena);
    views->items[views->count++] = plan_remarks(ledger, facts, fact_count, arena);
    if (ledger->count)
        views->items[views->count++] = reconciliation_view(ledger, facts, fact_count, arena);
}

struct views views_of(const struct ledger *ledger, enum figures_shown figures, struct arena *arena)
{
    enum { OTHER_VIEWS = 4 }; /* sources or targets, notes, reconciliation */
    const struct plan *plan = ledger->plan;
    struct views views = { .plan_id = plan->id,
                           .plan_name = plan->decision.plan_name,
                           .author = plan->decision.organ_name,
                           .decision = decision_view_of(&plan->decision),
                           .illustrative = plan->illustrative,
                           .as_of = plan->decision.issued };
    views.items = arena_alloc(arena, plan->table_count + OTHER_VIEWS, sizeof *views.items);
    for (int body = 0; body <= 1; body++)
        for (size_t t = 0; t < plan->table_count; t++)
            if ((plan->tables[t].annex == NULL) == body)
                views.items[views.count++] = table_view(ledger, &plan->tables[t], figures, arena);
    if (plan->no_amounts)
        views.items[views.count++] = sources_view(plan, arena);
    if (plan->target_count)
        views.items[views.count++] = targets_view(plan, arena);
    add_views_of_plan(&views, ledger, arena);
    return views;
}

size_t view_figures(const struct view *view, size_t item, struct value_key **keys, struct arena *arena)
{
    const struct plan_row *row = view->items[item].row;
    size_t count = 0;
    *keys = NULL;
    if (!row || view->items[item].role == ITEM_WORDS)
        return 0;
    *keys = arena_alloc(arena, row->figure_count, sizeof **keys);
    for (size_t f = 0; f < row->figure_count; f++)
        if (row->figures[f].state != FIGURE_BLANK)
            (*keys)[count++] = view_key(view, item, &row->figures[f]);
    return count;
}

size_t view_source(const struct view *view, const char *id)
{
    for (size_t s = 0; id && s < view->source_count; s++)
        if (strcmp(view->sources[s]->id, id) == 0)
            return s;
    return ALL_SOURCES;
}

struct value_key view_key(const struct view *view, size_t item, const struct figure *figure)
{
    struct value_key key = { item, ALL_SOURCES, figure->year };
    if (view->items[item].row->kind == ROW_LINE && figure->source == view->items[item].row->source)
        return key;
    for (size_t s = 0; s < view->source_count; s++)
        if (view->sources[s] == figure->source)
            key.source = s;
    return key;
}
