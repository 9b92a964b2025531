#include "check/adding_check.h"

#include "content/words.h"

static const char *total_words(const struct adding *adding, const struct plan_table *table, struct arena *arena)
{
    struct leaf_sum sum = leaves_of(&adding->tables[table - adding->plan->tables], LEAVES_OF_ALL, NULL, 0);
    return money_words(arena, sum.dong, table->unit);
}

static void check_table(const struct adding *adding, const struct adding_table *table, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct plan_table *own = table->table, *other = table->alike;
    if (other)
        finding_add_about(findings, FINDING_TABLE_UNSETTLED, own->place, ABOUT(own->id), own->id,
                          total_words(adding, own, arena), other->id, total_words(adding, other, arena), NULL);
}

/* What the row alone comes to, of the money that no total takes in. */
static const char *left_words(const struct adding_table *table, size_t row, struct arena *arena)
{
    const struct plan_row *at = &table->table->rows[row];
    int64_t dong = 0;
    bool fits = true;
    for (size_t f = 0; f < at->figure_count; f++)
        if (!at->figures[f].stated)
            fits = dong_add(&dong, dong, at->figures[f].dong) && fits;
    return fits ? money_words(arena, dong, table->table->unit) : "…";
}

static void check_rows(const struct adding_table *table, struct findings *findings)
{
    for (size_t r = 0; r < table->table->row_count; r++) {
        const struct plan_row *row = &table->table->rows[r];
        if (left_out_of(table, r, NULL))
            finding_add_about(findings, FINDING_ROW_LEFT_OUT, row->place, ABOUT(row->id), row->title,
                              left_words(table, r, findings->arena), NULL);
    }
}

void adding_check(const struct adding *adding, struct findings *findings)
{
    for (size_t t = 0; t < adding->plan->table_count; t++) {
        check_table(adding, &adding->tables[t], findings);
        if (adds_up(&adding->tables[t]))
            check_rows(&adding->tables[t], findings);
    }
}
