/* What a decision states beside its targets and tables: sources of funds, deadlines, counts, annexes, notes; and references. */
#include "input/plan_reader.h"

#include "base/map.h"
#include "base/near_name.h"
#include "base/text.h"

static void read_source(struct plan_reader *reader, struct source *source, struct xml_node node)
{
    const char *abbr = xml_attribute(node, "abbr");
    *source = (struct source){ .place = xml_place(node),
                               .id = read_id(reader, node),
                               .code = xml_text(node, "code"),
                               .name = xml_text(node, "name"),
                               .money = strcmp(xml_text(node, "money"), "no") != 0 };
    source->abbr = abbr ? abbr : source->name;
    source->labels = arena_alloc(reader->arena, xml_count(node, "label"), sizeof *source->labels);
    struct xml_node label;
    for (bool more = xml_first(&label, node); more; more = xml_next(&label))
        source->labels[source->label_count++] = (struct source_label){ xml_text(label, "where"), xml_content(label) };
}

void read_sources(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    plan->sources = arena_alloc(reader->arena, xml_count(root, "source"), sizeof *plan->sources);
    struct xml_node node;
    for (bool more = xml_first(&node, root); more; more = xml_next(&node))
        if (xml_is(node, "source"))
            read_source(reader, &plan->sources[plan->source_count++], node);
    if (xml_child(&node, root, "noAmounts")) {
        plan->no_amounts = true;
        plan->no_amounts_place = xml_place(node);
        plan->no_amounts_id = read_id(reader, node);
        plan->no_amounts_text = xml_content(node);
        plan->no_amounts_where = xml_text(node, "where");
        plan->no_amounts_layout = xml_text(node, "layout");
    }
}

/* xs:gMonthDay, "--12-01"; the schema has checked its form. */
static void read_month_day(struct deadline *deadline, const char *text)
{
    struct dec month, day;
    char part[3] = { 0 };
    if (strlen(text) < 7)
        return;
    memcpy(part, text + 2, 2);
    bool ok = dec_parse(&month, part);
    memcpy(part, text + 5, 2);
    if (ok && dec_parse(&day, part)) {
        deadline->month = (int)month.units;
        deadline->day = (int)day.units;
    }
}

static void read_deadline(struct plan_reader *reader, struct deadline *deadline, struct xml_node node)
{
    *deadline = (struct deadline){ .place = xml_place(node),
                                   .id = read_id(reader, node),
                                   .text = xml_content(node),
                                   .from = xml_text(node, "from"),
                                   .to = xml_text(node, "to"),
                                   .where = xml_text(node, "where"),
                                   .when = xml_attribute(node, "when") };
    read_month_day(deadline, xml_text(node, "before"));
}

static void read_count(struct plan_reader *reader, struct count *count, struct xml_node node)
{
    *count = (struct count){ .place = xml_place(node),
                             .id = read_id(reader, node),
                             .where = xml_text(node, "where"),
                             .what = xml_text(node, "what"),
                             .target = xml_attribute(node, "target"),
                             .op = op_parse(xml_text(node, "op")) };
    if (!xml_dec(&count->value, node, "value"))
        count->value = dec_of(0);
    count->has_each = xml_dec(&count->each_low, node, "eachLow");
    if (!xml_dec(&count->each_high, node, "eachHigh"))
        count->each_high = count->each_low;
    count->parts = arena_alloc(reader->arena, xml_count(node, "part"), sizeof *count->parts);
    struct xml_node part;
    for (bool more = xml_first(&part, node); more; more = xml_next(&part)) {
        struct count_part *item = &count->parts[count->part_count++];
        item->what = xml_content(part);
        if (!xml_dec(&item->value, part, "value"))
            item->value = dec_of(0);
    }
    count->items = split_ids(reader, xml_text(node, "items"), &count->item_count);
    count->each_last = strcmp(xml_text(node, "level"), "last") == 0;
}

void read_statements(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    plan->absent = arena_alloc(reader->arena, xml_count(root, "absentAnnex"), sizeof *plan->absent);
    plan->deadlines = arena_alloc(reader->arena, xml_count(root, "deadline"), sizeof *plan->deadlines);
    plan->counts = arena_alloc(reader->arena, xml_count(root, "count"), sizeof *plan->counts);
    plan->repairs = arena_alloc(reader->arena, xml_count(root, "repair"), sizeof *plan->repairs);
    struct xml_node node;
    for (bool more = xml_first(&node, root); more; more = xml_next(&node)) {
        if (xml_is(node, "absentAnnex"))
            plan->absent[plan->absent_count++] =
                (struct absent_annex){ xml_place(node), xml_text(node, "where"), xml_content(node) };
        else if (xml_is(node, "deadline"))
            read_deadline(reader, &plan->deadlines[plan->deadline_count++], node);
        else if (xml_is(node, "count"))
            read_count(reader, &plan->counts[plan->count_count++], node);
        else if (xml_is(node, "repair"))
            plan->repairs[plan->repair_count++] = (struct repair){ xml_text(node, "printed"), xml_text(node, "read") };
    }
    plan->notes = read_texts(reader, root, "note", &plan->note_count);
}

/* Ids of the file that may have been intended, "a, b"; "" if there are none. */
static const char *near_ids(struct plan_reader *reader, const char *id)
{
    enum { SHOWN = 5 };
    struct text list = text_in(reader->arena);
    size_t count = 0;
    for (size_t i = 0; count < SHOWN && i < reader->id_count; i++)
        if (is_near_name(id, reader->id_list[i]))
            text_addf(&list, "%s%s", count++ ? ", " : "", reader->id_list[i]);
    return count ? text_str(&list) : "";
}

static void report_unknown(struct plan_reader *reader, struct place place, const char *what, const char *id,
                           const char *subject)
{
    const char *vi = "", *en = "",
               *near = findings_full(reader->findings, FINDING_UNKNOWN_ID, place.file) ? "" : near_ids(reader, id);
    if (*near) {
        vi = arena_printf(reader->arena, "; gần giống: %s", near);
        en = arena_printf(reader->arena, "; much like it: %s", near);
    }
    finding_add_about(reader->findings, FINDING_UNKNOWN_ID, place, ABOUT(subject), what, id, vi, en, NULL);
}

static void check_total(struct plan_reader *reader, const struct plan_table *table, const struct plan_row *total)
{
    struct arena passing = ARENA_INIT;
    struct map named = map_of_texts(&passing);
    for (size_t i = 0; i < total->of_count; i++) {
        int row = table_row(table, total->of[i]);
        if (row == NO_ROW)
            report_unknown(reader, total->place, "of", total->of[i], total->id);
        else if (table->rows[row].kind == ROW_TOTAL)
            finding_add_about(reader->findings, FINDING_CIRCULAR_TOTAL, total->place, ABOUT(total->id), total->id,
                              total->of[i], NULL);
        if ((*map_at(&named, total->of[i]))++ == 1)
            finding_add_about(reader->findings, FINDING_OF_TWICE, total->place, ABOUT(total->id), total->id, total->of[i], NULL);
    }
    arena_release(&passing);
}

/* Tables and prose that a table says again. */
static bool has_money_part(const struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->table_count; i++)
        if (strcmp(plan->tables[i].id, id) == 0)
            return true;
    for (size_t i = 0; i < plan->prose_count; i++)
        if (strcmp(plan->prose[i].id, id) == 0)
            return true;
    return false;
}

static void check_count(struct plan_reader *reader, const struct count *count)
{
    const struct plan *plan = reader->plan;
    if (count->target && !plan_target(plan, count->target))
        report_unknown(reader, count->place, "target", count->target, count->id);
    for (size_t i = 0; i < count->item_count; i++)
        if (!plan_lists(plan, count->items[i]))
            report_unknown(reader, count->place, "items", count->items[i], count->id);
}

static void check_series(struct plan_reader *reader, struct place place, const struct series_ref *series, const char *id)
{
    const struct plan_table *table;
    if (series->row && !plan_row(reader->plan, series->row, &table))
        report_unknown(reader, place, "series", series->row, id);
}

static bool is_row_elsewhere(const struct plan *plan, const struct plan_table *table, const char *id)
{
    const struct plan_table *other;
    return plan_row(plan, id, &other) && other != table;
}

static void check_repeats(struct plan_reader *reader, struct plan_table *table)
{
    for (size_t i = 0; i < table->repeat_count; i++) {
        const char *id = table->repeats[i];
        bool part = has_money_part(reader->plan, id) && strcmp(id, table->id) != 0;
        if (!part && is_row_elsewhere(reader->plan, table, id))
            table->details = true;
        else if (!part)
            report_unknown(reader, table->place, "repeats", id, table->id);
    }
}

static void check_table(struct plan_reader *reader, struct plan_table *table)
{
    check_repeats(reader, table);
    for (size_t i = 0; i < table->row_count; i++)
        check_total(reader, table, &table->rows[i]);
    if (table->columns)
        check_columns(reader, table);
}

static void check_milestone(struct plan_reader *reader, const struct milestone *milestone)
{
    const struct plan *plan = reader->plan;
    if (!plan_target(plan, milestone->target))
        report_unknown(reader, milestone->place, "target", milestone->target, milestone->target);
    if (plan->first_year && milestone->year && (milestone->year < plan->first_year || milestone->year > plan->last_year))
        finding_add_about(reader->findings, FINDING_YEAR_OUTSIDE, milestone->place, ABOUT(milestone->target),
                          arena_printf(reader->arena, "%d", milestone->year), plan_years(reader->arena, plan), NULL);
}

static struct place place_of(struct plan_part part)
{
    return part.target     ? part.target->place
           : part.row      ? part.row->place
           : part.deadline ? part.deadline->place
                           : part.table->place;
}

/* What is repealed cannot be stated anew by the same decision. */
static void check_repeals(struct plan_reader *reader, const struct relation *relation)
{
    for (size_t i = 0; i < relation->repeal_count; i++) {
        const struct repeal *repeal = &relation->repeals[i];
        struct plan_part part = plan_part(reader->plan, repeal->ref);
        if (part.kind != PART_NONE)
            finding_add_about(reader->findings, FINDING_REPEAL_CHANGED, repeal->place, ABOUT(repeal->ref), repeal->ref,
                              arena_printf(reader->arena, "%ld", place_of(part).line), NULL);
    }
}

void check_references(struct plan_reader *reader)
{
    const struct plan *plan = reader->plan;
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i];
        if (target->continues && !plan_target(plan, target->continues))
            report_unknown(reader, target->place, "continues", target->continues, target->id);
        if (target->measure.part_of && !plan_target(plan, target->measure.part_of))
            report_unknown(reader, target->place, "partOf", target->measure.part_of, target->id);
        check_series(reader, target->place, &target->series, target->id);
    }
    for (size_t i = 0; i < plan->past_count; i++)
        check_series(reader, plan->past[i].place, &plan->past[i].series, plan->past[i].id);
    for (size_t i = 0; i < plan->milestone_count; i++)
        check_milestone(reader, &plan->milestones[i]);
    for (size_t i = 0; i < plan->count_count; i++)
        check_count(reader, &plan->counts[i]);
    for (size_t i = 0; i < plan->table_count; i++)
        check_table(reader, &plan->tables[i]);
    for (size_t i = 0; i < plan->relation_count; i++)
        check_repeals(reader, &plan->relations[i]);
}
