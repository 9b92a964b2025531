#include "content/number_words.h"

const char *number_fault_words(const struct number_row_cell *cell, enum language language, struct arena *arena)
{
    static const char *const WORDS[][2] = {
        [NUMBER_ROW_FINE] = { "", "" },
        [NUMBER_ROW_GAP] = { "số liền trước bị thiếu", "the number before it is missing" },
        [NUMBER_ROW_TWICE] = { "cột khác đã mang số này", "another column has this number" },
        [NUMBER_ROW_REPEATED] = { "số của cột in hai lần", "the number of the column is printed twice" },
        [NUMBER_ROW_SELF] = { "phép tính nêu chính cột của nó", "the claim names its own column" },
        [NUMBER_ROW_UNKNOWN] = { "phép tính nêu cột không có", "the claim names a column that there is not" },
        [NUMBER_ROW_UNREADABLE] = { "không đọc được", "it cannot be read" },
    };
    const char *words = WORDS[cell->fault][language];
    return cell->named && *cell->named ? arena_printf(arena, "%s (%s)", words, cell->named) : words;
}
