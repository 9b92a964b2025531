#include "model/claim.h"

/* A number between two bounds, and of which kinds of unit it is. */
struct part {
    struct number value, low, high;
    struct unit_scale unit;
};

struct reckoning {
    const struct number_row_cell *cell;
    const struct claim_operand *operands;
    bool divides, multiplies, alike, scaled;
    bool quotient; /* it divides by what is no constant */
    bool constant; /* it has one, such as 100 */
    bool literal;  /* one that turns units into others, such as 10: its figures are all taken as printed */
};

static struct number ten_to(int power)
{
    struct number result = number_whole(1);
    for (int i = power < 0 ? -power : power; i > 0; i--)
        result = power < 0 ? number_div(result, number_whole(10)) : number_mul(result, number_whole(10));
    return result;
}

/* A claim that says "100" takes a percent as it is printed, one that says "10" or "1000" every unit. */
static int power_of(const struct reckoning *reckoning, const struct unit_scale *unit)
{
    return reckoning->literal || (unit->percent && reckoning->constant) ? 0 : unit->power;
}

/* Half of the last decimal that is printed. */
static struct number half_step(struct dec printed)
{
    return number_div(ten_to(-(int)printed.scale), number_whole(2));
}

static struct part part_of_column(const struct reckoning *reckoning, const struct claim_operand *operand)
{
    struct number unit = ten_to(power_of(reckoning, &operand->unit)), off = number_whole(0);
    struct dec printed = operand->kind == OPERAND_NUMBER ? operand->printed : dec_of(0);
    if ((reckoning->quotient || operand->worked_out) && printed.scale)
        off = number_mul(half_step(printed), unit);
    struct part part = { .value = number_mul(number_of(printed), unit), .unit = operand->unit };
    part.unit.power = power_of(reckoning, &operand->unit);
    part.low = number_sub(part.value, off);
    part.high = number_add(part.value, off);
    return part;
}

/* ---- operations on bounds ---- */

static struct number least(struct number a, struct number b)
{
    return !a.known || (b.known && number_cmp(a, b) <= 0) ? a : b;
}

static struct number most(struct number a, struct number b)
{
    return !a.known || (b.known && number_cmp(a, b) >= 0) ? a : b;
}

/* Of a product or a quotient the bounds are among those of its bounds. */
static void set_bounds(struct part *result, struct part a, struct part b,
                       struct number (*operate)(struct number, struct number))
{
    struct number ends[] = { operate(a.low, b.low), operate(a.low, b.high), operate(a.high, b.low),
                             operate(a.high, b.high) };
    result->low = least(least(ends[0], ends[1]), least(ends[2], ends[3]));
    result->high = most(most(ends[0], ends[1]), most(ends[2], ends[3]));
}

static struct part operate(struct reckoning *reckoning, enum number_row_code code, struct part a, struct part b)
{
    struct part result = a;
    int sign = code == NUMBER_MULTIPLY ? 1 : -1;
    if (code == NUMBER_ADD || code == NUMBER_SUBTRACT) {
        bool minus = code == NUMBER_SUBTRACT;
        reckoning->alike = reckoning->alike && unit_scale_alike(&a.unit, &b.unit);
        reckoning->scaled = reckoning->scaled && a.unit.power == b.unit.power;
        result.value = minus ? number_sub(a.value, b.value) : number_add(a.value, b.value);
        result.low = minus ? number_sub(a.low, b.high) : number_add(a.low, b.low);
        result.high = minus ? number_sub(a.high, b.low) : number_add(a.high, b.high);
        return result;
    }
    result.value = sign > 0 ? number_mul(a.value, b.value) : number_div(a.value, b.value);
    set_bounds(&result, a, b, sign > 0 ? number_mul : number_div);
    result.unit.power = a.unit.power + sign * b.unit.power;
    for (size_t f = 0; f < UNIT_FAMILIES; f++)
        result.unit.exponent[f] = (signed char)(a.unit.exponent[f] + sign * b.unit.exponent[f]);
    return result;
}

/* ---- the whole ---- */

static void look_at_steps(struct reckoning *reckoning)
{
    for (size_t i = 0; i < reckoning->cell->step_count; i++) {
        const struct number_row_step *step = &reckoning->cell->steps[i];
        enum number_row_code code = step->code;
        reckoning->divides = reckoning->divides || code == NUMBER_DIVIDE;
        reckoning->quotient = reckoning->quotient || (code == NUMBER_DIVIDE && step[-1].code != NUMBER_CONSTANT);
        reckoning->multiplies = reckoning->multiplies || code == NUMBER_MULTIPLY;
        reckoning->constant = reckoning->constant || code == NUMBER_CONSTANT;
        reckoning->literal = reckoning->literal || step->turns;
    }
}

/* Why the row says nothing, or not enough, for the claim. */
static enum claim_state state_of(const struct reckoning *reckoning, bool blank_is_nothing)
{
    bool any = false, lost = false, unstated = false, about = false, blank = false, none = false;
    for (size_t i = 0; i < reckoning->cell->step_count; i++) {
        if (reckoning->cell->steps[i].code != NUMBER_COLUMN)
            continue;
        const struct claim_operand *operand = &reckoning->operands[reckoning->cell->steps[i].column];
        any = any || operand->kind != OPERAND_BLANK;
        blank = blank || operand->kind == OPERAND_BLANK;
        lost = lost || operand->kind == OPERAND_LOST;
        unstated = unstated || operand->kind == OPERAND_UNSTATED;
        about = about || operand->kind == OPERAND_APPROXIMATE;
        none = none || operand->kind == OPERAND_NONE;
    }
    bool sum = !reckoning->divides && !reckoning->multiplies;
    if (!any || (blank && !(sum && blank_is_nothing)))
        return CLAIM_SILENT;
    if (none)
        return CLAIM_NO_NUMBER;
    return lost ? CLAIM_LOST : unstated ? CLAIM_UNSTATED : about ? CLAIM_APPROXIMATE : CLAIM_KNOWN;
}

static struct part whole_of(struct reckoning *reckoning, struct arena *arena)
{
    struct part *stack = arena_alloc(arena, reckoning->cell->step_count, sizeof *stack);
    size_t depth = 0;
    for (size_t i = 0; i < reckoning->cell->step_count; i++) {
        const struct number_row_step *step = &reckoning->cell->steps[i];
        struct number constant = number_whole(step->constant);
        if (step->code == NUMBER_COLUMN) {
            stack[depth++] = part_of_column(reckoning, &reckoning->operands[step->column]);
        } else if (step->code == NUMBER_CONSTANT) {
            stack[depth++] = (struct part){ constant, constant, constant, { 0 } };
        } else {
            depth--;
            stack[depth - 1] = operate(reckoning, step->code, stack[depth - 1], stack[depth]);
        }
    }
    return stack[0];
}

struct claim_result claim_compute(const struct number_row_cell *cell, const struct claim_operand *operands,
                                  const struct unit_scale *own, bool blank_is_nothing, struct arena *arena)
{
    struct reckoning reckoning = { .cell = cell, .operands = operands, .alike = true, .scaled = true };
    look_at_steps(&reckoning);
    struct claim_result result = { .state = state_of(&reckoning, blank_is_nothing) };
    if (result.state != CLAIM_KNOWN)
        return result;
    struct part whole = whole_of(&reckoning, arena);
    struct number unit = ten_to(power_of(&reckoning, own));
    result.scaled = reckoning.scaled;
    result.power = whole.unit.power - power_of(&reckoning, own);
    result.value = number_div(whole.value, unit);
    result.low = number_div(whole.low, unit);
    result.high = number_div(whole.high, unit);
    /* A quotient without unit may be printed as a part of 1 or of 100: nothing says which. */
    bool unsaid = reckoning.divides && own->none && !reckoning.constant;
    result.clear = reckoning.literal || (reckoning.alike && unit_scale_alike(&whole.unit, own) && !unsaid);
    if (!result.value.known)
        result.state = result.value.overflow ? CLAIM_OVERFLOW : CLAIM_NO_NUMBER;
    return result;
}

bool claim_holds(const struct claim_result *result, struct dec printed)
{
    struct number own = number_of(printed), half = half_step(printed);
    return result->low.known && result->high.known && number_cmp(number_sub(own, half), result->high) <= 0 &&
           number_cmp(number_add(own, half), result->low) >= 0;
}
