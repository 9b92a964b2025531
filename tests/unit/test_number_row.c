#include "../support/check.h"

#include "base/text.h"
#include "model/claim.h"

enum { COLUMNS_MAX = 24 };

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* A row from its cells, parted by '|'. */
static struct number_row row_of(const char *cells)
{
    const char **printed = arena_alloc(&arena, COLUMNS_MAX, sizeof *printed);
    size_t count = 0;
    for (;;) {
        size_t length = strcspn(cells, "|");
        printed[count++] = text_collapse(&arena, arena_copy(&arena, cells, length));
        if (!cells[length])
            return number_row_read(printed, count, &arena);
        cells += length + 1;
    }
}

/* Columns hold 1, 10, 100, …: sums and differences show which columns went in. */
static struct claim_result claimed(const struct number_row *row, size_t column)
{
    struct claim_operand *operands = arena_alloc(&arena, row->count, sizeof *operands);
    struct unit_scale none = { .none = true };
    int64_t value = 1;
    for (size_t i = 0; i < row->count; i++, value *= 10)
        operands[i] = (struct claim_operand){ .kind = OPERAND_NUMBER, .printed = dec_of(value), .unit = none };
    return claim_compute(&row->cells[column], operands, &none, false, &arena);
}

static const char *result(const struct number_row *row, size_t column)
{
    return row->cells[column].steps ? number_token(&arena, claimed(row, column).value) : NULL;
}

static const char *formula(const struct number_row *row, size_t column)
{
    static const char *const NAMES[] = { "A8", "B8", "C8", "D8", "E8", "F8", "G8", "H8", "I8", "J8", "K8", "L8" };
    return row->cells[column].steps ? number_row_formula(&row->cells[column], NAMES, &arena) : NULL;
}

static void labels_are_letters_numbers_and_numbers_with_a_letter(void **state)
{
    (void)state;
    struct number_row row = row_of("A | B |1|(2)| 3 |3a||4");
    static const char *const LABELS[] = { "A", "B", "1", "2", "3", "3a", NULL, "4" };
    assert_whole((int64_t)row.count, 8);
    for (size_t i = 0; i < row.count; i++) {
        assert_true(text_equal(row.cells[i].label, LABELS[i]));
        assert_whole(row.cells[i].fault, NUMBER_ROW_FINE);
        assert_null(row.cells[i].steps);
    }
}

static void claims_of_real_forms_are_read(void **state)
{
    (void)state;
    struct number_row budget = row_of("A|B|1|2|3|4=3/2|5|6");
    assert_string_equal(result(&budget, 5), "10.00");
    assert_string_equal(formula(&budget, 5), "E8/D8");
    struct number_row brackets = row_of("(1)|(2)|(3) = (1)-(2)|(4)=(3) x (1)");
    assert_string_equal(result(&brackets, 2), "-9.00");
    assert_string_equal(result(&brackets, 3), "100.00");
    struct number_row parts = row_of("1|2|3|4|5 = 6 + 6a + 6b + 6c|6|6a|6b|6c");
    assert_string_equal(result(&parts, 4), "111100000.00");
    struct number_row products = row_of("7|8|9 = 7 * 8|10=9:8|11=7x8|12=7×8");
    assert_string_equal(result(&products, 2), "10.00");
    assert_string_equal(result(&products, 3), "10.00");
    assert_string_equal(formula(&products, 4), "A8*B8");
    assert_string_equal(result(&products, 5), "10.00");
    struct number_row lettered = row_of("12a|16a|17a=16a/12a");
    assert_string_equal(formula(&lettered, 2), "B8/A8");
}

static void dots_stand_for_all_columns_between(void **state)
{
    (void)state;
    struct number_row row = row_of("1|2|3 = 4 + ... + 8|4|5|6|7|8");
    assert_string_equal(result(&row, 2), "11111000.00");
    assert_string_equal(formula(&row, 2), "D8+E8+F8+G8+H8");
    struct number_row ellipsis = row_of("1=2+…+4|2|3|4");
    assert_string_equal(result(&ellipsis, 0), "1110.00");
}

static void products_bind_before_sums_and_brackets_before_both(void **state)
{
    (void)state;
    struct number_row row = row_of("1|2|3=1+2*2|4=(1+2)*2|5=1-(2-3)|6=1/(2*3)|7=1-2-3");
    assert_string_equal(result(&row, 2), "101.00");
    assert_string_equal(result(&row, 3), "110.00");
    assert_string_equal(formula(&row, 3), "(A8+B8)*B8");
    assert_string_equal(formula(&row, 4), "A8-(B8-C8)");
    assert_string_equal(formula(&row, 5), "A8/(B8*C8)");
    assert_string_equal(formula(&row, 6), "A8-B8-C8");
}

static void a_hundred_is_a_constant_where_no_column_has_that_number(void **state)
{
    (void)state;
    struct number_row row = row_of("1|2|3=2/1*100|4=2/1x100%");
    assert_string_equal(result(&row, 2), "1000.00");
    assert_string_equal(formula(&row, 3), "B8/A8*100");
}

/* Forms of Nghị định 31/2017/NĐ-CP, land-use plans, crop plans, purchases with tax. */
static void labels_and_dots_as_other_forms_print_them(void **state)
{
    (void)state;
    struct number_row row = row_of("(1)|(2)|(3)|(4)=(5)+..+(7)|(5)|(6)|(7)");
    assert_string_equal(formula(&row, 3), "E8+F8+G8");
    row = row_of("a|b|c|d|đ|e=c+d+đ|I|II|III=I+II");
    assert_string_equal(formula(&row, 5), "C8+D8+E8");
    assert_string_equal(formula(&row, 8), "G8+H8");
    row = row_of("1|2=2.1+2.2|2.1|2.2|3=2/1 (%)|4 = 2:1x100");
    assert_string_equal(formula(&row, 1), "C8+D8");
    assert_string_equal(formula(&row, 4), "B8/A8");
    assert_string_equal(formula(&row, 5), "B8/A8*100");
    for (size_t i = 0; i < row.count; i++)
        assert_whole(row.cells[i].fault, NUMBER_ROW_FINE);
}

static void powers_of_ten_turn_units_where_they_are_factors_and_no_columns(void **state)
{
    (void)state;
    struct number_row row = row_of("1|2|3=1x2/10|4=1*1.000|5=3/1000000|6=1+10|7=1x1.00");
    assert_string_equal(formula(&row, 2), "A8*B8/10");
    assert_string_equal(result(&row, 3), "1000.00");
    assert_string_equal(formula(&row, 4), "C8/1000000");
    assert_whole(row.cells[5].fault, NUMBER_ROW_UNKNOWN);
    assert_whole(row.cells[6].fault, NUMBER_ROW_UNKNOWN);
    row = row_of("1|2|3|4|5|6|7|8|9|10|11=9x10");
    assert_string_equal(formula(&row, 10), "I8*J8");
}

/* 8 % of column 3, also where there is a column 8; but 3/2% is the quotient of two columns in percent. */
static void a_percentage_is_a_factor(void **state)
{
    (void)state;
    struct number_row row = row_of("1|2|3=1x2|4=3x8%|5=3+4|6=2/1%|7=10% x 3|8");
    assert_string_equal(formula(&row, 3), "C8*(8/100)");
    assert_string_equal(formula(&row, 5), "B8/A8");
    assert_string_equal(formula(&row, 6), "10/100*C8");
}

static void slips_are_faults_of_their_cell(void **state)
{
    (void)state;
    static const struct {
        const char *cells;
        size_t column;
        enum number_row_fault fault;
        const char *named;
        bool claims;
    } SLIPS[] = {
        { "1|2|3|4|5|6=4*6", 5, NUMBER_ROW_SELF, "6", false },
        { "A|B|C|1|2|3=2x1|4|5 5=4x1|6=5+3", 7, NUMBER_ROW_REPEATED, "5", true },
        { "A|B|2|3|4|5|6", 2, NUMBER_ROW_GAP, "1", false },
        { "1|2|4=1+2", 2, NUMBER_ROW_GAP, "3", true },
        { "1|2|3=1+9", 2, NUMBER_ROW_UNKNOWN, "9", false },
        { "1|2|2", 2, NUMBER_ROW_TWICE, "2", false },
        { "1|2|3=1+", 2, NUMBER_ROW_UNREADABLE, "", false },
        { "1|2|3=(1+2", 2, NUMBER_ROW_UNREADABLE, "", false },
        { "1|2|ghi chú", 2, NUMBER_ROW_UNREADABLE, "ghi chú", false },
        { "1|2|3=1+2 (tăng)", 2, NUMBER_ROW_UNREADABLE, "=1+2 (tăng)", false },
        { "1|2|3=2+...+1", 2, NUMBER_ROW_UNREADABLE, NULL, false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof SLIPS / sizeof *SLIPS; i++) {
        struct number_row row = row_of(SLIPS[i].cells);
        const struct number_row_cell *cell = &row.cells[SLIPS[i].column];
        assert_whole(cell->fault, SLIPS[i].fault);
        if (SLIPS[i].named)
            assert_string_equal(cell->named, SLIPS[i].named);
        assert_true((cell->steps != NULL) == SLIPS[i].claims);
    }
}

static void a_claim_on_nothing_known_comes_to_nothing(void **state)
{
    (void)state;
    struct number_row row = row_of("1|2|3=1/(2-2)");
    assert_false(claimed(&row, 2).value.known);
}

static void brackets_without_end_do_not_exhaust_the_stack(void **state)
{
    (void)state;
    char *cell = arena_alloc(&arena, 100001, 1);
    memset(cell, '(', 100000);
    memcpy(cell, "3=", 2);
    const char *printed[] = { "1", "2", cell };
    struct number_row row = number_row_read(printed, 3, &arena);
    assert_whole(row.cells[2].fault, NUMBER_ROW_UNREADABLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(labels_are_letters_numbers_and_numbers_with_a_letter, release),
        cmocka_unit_test_teardown(claims_of_real_forms_are_read, release),
        cmocka_unit_test_teardown(dots_stand_for_all_columns_between, release),
        cmocka_unit_test_teardown(products_bind_before_sums_and_brackets_before_both, release),
        cmocka_unit_test_teardown(a_hundred_is_a_constant_where_no_column_has_that_number, release),
        cmocka_unit_test_teardown(labels_and_dots_as_other_forms_print_them, release),
        cmocka_unit_test_teardown(powers_of_ten_turn_units_where_they_are_factors_and_no_columns, release),
        cmocka_unit_test_teardown(a_percentage_is_a_factor, release),
        cmocka_unit_test_teardown(slips_are_faults_of_their_cell, release),
        cmocka_unit_test_teardown(a_claim_on_nothing_known_comes_to_nothing, release),
        cmocka_unit_test_teardown(brackets_without_end_do_not_exhaust_the_stack, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
