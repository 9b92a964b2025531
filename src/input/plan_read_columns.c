/* The columns that a table of a plan has of its own: texts, sources, measures and phases that they name. */
#include "base/text.h"
#include "input/plan_reader.h"

static bool has_text(const struct plan_table *table, const char *name)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (row_text_named(&table->rows[r], name))
            return true;
    return false;
}

/* Names of all texts of the table, each once. */
static const char *text_names(const struct plan_table *table, struct arena *arena)
{
    struct text names = text_in(arena);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t t = 0; t < table->rows[r].text_count; t++) {
            const char *name = table->rows[r].texts[t].name;
            bool seen = false;
            for (size_t before = 0; before < r; before++)
                seen = seen || row_text_named(&table->rows[before], name);
            if (!seen)
                text_addf(&names, "%s%s", names.length ? ", " : "", name);
        }
    return names.length ? text_str(&names) : "–";
}

/* Columns that a form prints, filled in or not: as input/README.md names their texts. */
static bool is_well_known(const char *name)
{
    static const char *const NAMES[] = { "note", "result", "basis", "time", "funding", "place", "opinion", "shortcoming" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(NAMES[i], name) == 0)
            return true;
    return false;
}

static void check_text(struct plan_reader *reader, const struct plan_table *table, const struct layout_node *column)
{
    if (!has_text(table, column->text) && !is_well_known(column->text))
        finding_add_about(reader->findings, FINDING_UNKNOWN_TEXT, column->place, ABOUT(table->id), column->text, table->id,
                          text_names(table, reader->arena), NULL);
}

static void check_source(struct plan_reader *reader, const char *id, struct place place, const char *subject)
{
    if (!plan_source(reader->plan, id))
        tell_unknown_source(reader, id, place, subject);
}

static void check_key(struct plan_reader *reader, const struct plan_table *table, struct layout_node *column)
{
    struct layout_key *key = &column->key;
    if (key->has_measure)
        key->key.measure = find_measure(reader, key->key.measure, column->place, table->id);
    if (key->has_phase)
        key->key.phase = find_phase(reader, key->key.phase, column->place, table->id);
    if (key->has_source)
        check_source(reader, key->key.source, column->place, table->id);
}

static void check_items(struct plan_reader *reader, const struct plan_table *table, const struct layout_node *block)
{
    for (size_t i = 0; i < block->item_count; i++) {
        if (block->over == OVER_SOURCE)
            check_source(reader, block->items[i], block->place, table->id);
        else if (block->over == OVER_MEASURE)
            find_measure(reader, block->items[i], block->place, table->id);
        else if (block->over == OVER_PHASE)
            find_phase(reader, block->items[i], block->place, table->id);
    }
}

static void check_nodes(struct plan_reader *reader, const struct plan_table *table, struct layout_node *nodes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].kind != LAYOUT_COLUMN) {
            check_items(reader, table, &nodes[i]);
            check_nodes(reader, table, nodes[i].children, nodes[i].child_count);
        } else if (nodes[i].shows == SHOWS_TEXT) {
            check_text(reader, table, &nodes[i]);
        } else if (nodes[i].shows == SHOWS_FIGURE) {
            check_key(reader, table, &nodes[i]);
        }
    }
}

void check_columns(struct plan_reader *reader, const struct plan_table *table)
{
    check_nodes(reader, table, table->columns->columns, table->columns->column_count);
}
