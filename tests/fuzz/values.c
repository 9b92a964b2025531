/* Values that are read from text: amounts in words, decimals and printed numbers, rows of column numbers. */
#include "fuzz.h"

#include "base/amount_words.h"
#include "base/number.h"
#include "base/numfmt.h"
#include "input/amount_read.h"
#include "input/number_slip.h"
#include "input/printed_number.h"
#include "model/claim.h"

/* Words that are a number say the same number when they are written anew, in every style. */
void fuzz_words(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    int64_t dong, again;
    if (!amount_of_words(&dong, fuzz_string(fuzz, data, size)))
        return;
    for (unsigned style = 0; style < 16; style++) {
        struct words_style how = { style & 1, style & 2, style & 4, style & 8 };
        const char *words = amount_in_words(&fuzz->arena, dong, how);
        fuzz_assert(amount_of_words(&again, words) && again == dong, "an amount in words is another amount");
    }
}

static void judge_decimal(struct fuzz *fuzz, struct dec value)
{
    char buffer[DEC_TEXT_SIZE];
    struct dec again, less = { value.units == INT64_MIN ? 0 : -value.units, value.scale }, sum, product;
    fuzz_assert(dec_parse(&again, dec_format(buffer, value)) && again.units == value.units && again.scale == value.scale,
                "a decimal is read as another one than it was written");
    fuzz_assert(value.units == INT64_MIN || (dec_add(&sum, value, less) && sum.units == 0), "a - a is not 0");
    if (dec_mul(&product, value, value))
        fuzz_assert(product.units >= 0, "a square below 0");
    struct number number = number_of(value);
    number = number_div(number_mul(number, number), number_add(number, number_whole(7)));
    (void)number_token(&fuzz->arena, number);
    struct numfmt format = { value.scale, false, false, "đồng" };
    const char *printed = numfmt_text(&fuzz->arena, format, value);
    fuzz_assert(!(printed[0] == '-') || !printed_number_is(&printed, dec_of(1)) || value.units, "-0");
}

void fuzz_decimals(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    const char *text = fuzz_string(fuzz, data, size), *at = text;
    struct amount_at where = { { "fuzz.xml", 1 }, "a", NULL };
    struct dec value;
    int64_t dong;
    if (dec_parse(&value, text))
        judge_decimal(fuzz, value);
    for (int unit = 0; unit <= UNIT_BILLION; unit++)
        if (amount_read(&dong, &value, text, (enum money_unit)unit, where, &fuzz->findings))
            judge_decimal(fuzz, value);
    if (quantity_read(&value, text, "%", where, &fuzz->findings))
        judge_decimal(fuzz, value);
    (void)number_slip(&fuzz->arena, "amount", "value", text);
    for (const char *before = at; *at && printed_number_is(&at, dec_of(0)) && at > before; before = at)
        ;
}

static struct claim_operand *column_values(size_t count, struct arena *arena)
{
    struct claim_operand *operands = arena_alloc(arena, count, sizeof *operands);
    for (size_t i = 0; i < count; i++)
        operands[i] = (struct claim_operand){ .kind = OPERAND_NUMBER, .printed = dec_of((int64_t)i * 3 - 4) };
    return operands;
}

/* One cell a line. */
void fuzz_number_row(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    enum { COLUMNS = 64 };
    const char *printed[COLUMNS], *names[COLUMNS];
    size_t count = 0;
    char *text = arena_copy(&fuzz->arena, (const char *)data, size), *rest = text;
    for (char *line; count < COLUMNS && (line = strsep(&rest, "\n")) != NULL;) {
        printed[count] = line;
        names[count++] = "A1";
    }
    struct number_row row = number_row_read(printed, count, &fuzz->arena);
    fuzz_assert(row.count == count, "a row of another length");
    for (size_t i = 0; i < row.count; i++) {
        if (!row.cells[i].steps)
            continue;
        (void)claim_compute(&row.cells[i], column_values(count, &fuzz->arena), &(struct unit_scale){ .none = true }, true,
                            &fuzz->arena);
        fuzz_assert(*number_row_formula(&row.cells[i], names, &fuzz->arena) != '\0', "a claim without a formula");
    }
}
