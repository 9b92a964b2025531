/* A total whose label counts up rows, "(I+II+III)", against the rows that its of names. */
#include "base/text.h"
#include "check/observations.h"

/* The row of the first level with that number, or NO_ROW. */
static int row_numbered(const struct plan_table *table, const char *number, size_t length)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        size_t own = strlen(row->no);
        own -= own && strchr(".)", row->no[own - 1]);
        if (row->parent == NO_ROW && row->kind != ROW_TOTAL && own == length && length &&
            strncmp(row->no, number, length) == 0)
            return (int)r;
    }
    return NO_ROW;
}

/* Marks the rows that the label counts up; false if it does not, or if any of it is no row's number. */
static bool rows_of_label(const struct plan_table *table, const char *label, bool *named)
{
    const char *part = strrchr(label, '(');
    size_t count = 0;
    if (!part || !strchr(part, ')'))
        return false;
    do {
        part += 1 + strspn(part + 1, " ");
        int row = row_numbered(table, part, strcspn(part, " +)"));
        if (row == NO_ROW)
            return false;
        named[row] = true;
        count++;
        part += strcspn(part, "+)");
    } while (*part == '+');
    return count > 1;
}

static bool is_summed(const struct plan_row *total, const struct plan_row *row)
{
    for (size_t i = 0; i < total->of_count; i++)
        if (strcmp(total->of[i], row->id) == 0)
            return true;
    return !total->of_count && row->parent == NO_ROW && row->kind != ROW_TOTAL;
}

static void check_total(const struct plan_table *table, const struct plan_row *total, struct findings *findings)
{
    bool *named = arena_alloc(findings->arena, table->row_count, sizeof *named), differs = false;
    struct text summed = text_in(findings->arena);
    if (!rows_of_label(table, total->title, named))
        return;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        differs = differs || named[r] != is_summed(total, row);
        if (is_summed(total, row))
            text_addf(&summed, "%s%s", summed.length ? "+" : "", *row->no ? row->no : row->id);
    }
    if (differs)
        finding_add_about(findings, FINDING_TOTAL_OF_OTHERS, total->place, ABOUT(total->id), total->title,
                          text_str(&summed), NULL);
}

void observe_totals(const struct plan_table *table, struct findings *findings)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind == ROW_TOTAL)
            check_total(table, &table->rows[r], findings);
}
