/* A total whose label counts up rows with signs, "(I+II-III)", against the rows that its of names, and their signs. */
#include "base/text.h"
#include "check/observations.h"

static bool has_number(const struct plan_row *row, const char *number, size_t length)
{
    size_t own = strlen(row->no), first = *row->no == '(';
    own -= own && strchr(".)", row->no[own - 1]);
    return row->kind != ROW_TOTAL && length && own - first == length && strncmp(row->no + first, number, length) == 0;
}

/* The row of the first level with that number, else the only row of any level with it; NO_ROW if there is none. */
static int row_numbered(const struct plan_table *table, const char *number, size_t length)
{
    int found = NO_ROW;
    size_t count = 0;
    for (size_t r = 0; r < table->row_count; r++) {
        if (!has_number(&table->rows[r], number, length))
            continue;
        if (table->rows[r].parent == NO_ROW)
            return (int)r;
        found = (int)r;
        count++;
    }
    return count == 1 ? found : NO_ROW;
}

/* Steps over + or one of the minus signs of print; 0 if there is neither. */
static int take_sign(const char **at)
{
    static const char *const MINUS[] = { "-", "–", "−" };
    *at += strspn(*at, " ");
    if (**at == '+') {
        ++*at;
        return 1;
    }
    for (size_t i = 0; i < sizeof MINUS / sizeof *MINUS; i++)
        if (strncmp(*at, MINUS[i], strlen(MINUS[i])) == 0) {
            *at += strlen(MINUS[i]);
            return -1;
        }
    return 0;
}

/* Steps over the number of a row, in brackets or not; its length is 0 if there is none. */
static size_t take_number(const char **at, const char **number)
{
    *at += strspn(*at, " (");
    *number = *at;
    size_t length = 0;
    while ((*number)[length] && !strchr(" +-()", (*number)[length]) && strncmp(*number + length, "–", strlen("–")) != 0 &&
           strncmp(*number + length, "−", strlen("−")) != 0)
        length++;
    *at += length;
    if (**at == ')' && (*number)[-1] == '(')
        ++*at;
    return length;
}

/* Where the sum of a label begins: behind "=", else in its last brackets. */
static const char *sum_of_label(const char *label)
{
    const char *equals = strrchr(label, '='), *brackets = strrchr(label, '(');
    if (equals)
        return equals + 1;
    return brackets && strchr(brackets, ')') ? brackets + 1 : NULL;
}

/* The sign of each row that the label counts up; false if it does not, or if any of it is no row's number. */
static bool rows_of_label(const struct plan_table *table, const char *label, signed char *named)
{
    const char *at = sum_of_label(label), *number;
    size_t count = 0;
    for (int sign = at ? 1 : 0; sign; sign = take_sign(&at)) {
        size_t length = take_number(&at, &number);
        int row = row_numbered(table, number, length);
        if (row == NO_ROW)
            return false;
        named[row] = (signed char)sign;
        count++;
    }
    return count > 1 && strchr(")", *(at + strspn(at, " ")));
}

static int sign_in_sum(const struct plan_row *total, const struct plan_row *row)
{
    for (size_t i = 0; i < total->of_count; i++)
        if (strcmp(total->of[i], row->id) == 0)
            return total->of_minus[i] ? -1 : 1;
    return !total->of_count && row->parent == NO_ROW && row->kind != ROW_TOTAL;
}

/* "(I-V)" may be all rows from I to V: what is added up is just those. */
static bool is_range(const struct plan_table *table, const struct plan_row *total, const signed char *named)
{
    size_t first = 0, last = table->row_count;
    while (first < table->row_count && !named[first])
        first++;
    while (last > first && !named[last - 1])
        last--;
    if (strchr(total->title, '=') || first == last || named[first] < 0 || named[last - 1] > 0)
        return false;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        bool between = r > first && r + 1 < last;
        bool inside = r >= first && r < last && row->parent == table->rows[first].parent && row->kind != ROW_TOTAL;
        if ((between && named[r]) || sign_in_sum(total, row) != inside)
            return false;
    }
    return true;
}

static void check_total(const struct plan_table *table, const struct plan_row *total, struct findings *findings)
{
    signed char *named = arena_alloc(findings->arena, table->row_count, sizeof *named);
    bool differs = false;
    struct text summed = text_in(findings->arena);
    if (!rows_of_label(table, total->title, named))
        return;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        int sign = sign_in_sum(total, row);
        differs = differs || named[r] != sign;
        if (sign)
            text_addf(&summed, "%s%s", sign < 0 ? "-" : summed.length ? "+" : "", *row->no ? row->no : row->id);
    }
    if (differs && !is_range(table, total, named))
        finding_add_about(findings, FINDING_TOTAL_OF_OTHERS, total->place, ABOUT(total->id), total->title,
                          text_str(&summed), NULL);
}

void observe_totals(const struct plan_table *table, struct findings *findings)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind == ROW_TOTAL)
            check_total(table, &table->rows[r], findings);
}
