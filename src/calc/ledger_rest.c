#include "base/text.h"
#include "base/amount_words.h"
#include "calc/ledger_build.h"
#include "model/organ.h"

static const char *dec_token(struct arena *arena, struct dec number)
{
    char buffer[DEC_TEXT_SIZE];
    return arena_string(arena, dec_format(buffer, number));
}

static void add_words(struct ledger_builder *builder, const struct figure *figure, const char *subject,
                      const char *name)
{
    int64_t dong;
    if (!figure->words)
        return;
    bool read = amount_of_words(&dong, figure->words);
    const char *stated = figure->state == FIGURE_NUMBER ? dong_token(builder->arena, figure->dong) : NULL;
    struct ledger_line *line = ledger_add_pair(builder, "words", figure->place, subject, "dong", stated,
                                               read ? dong_token(builder->arena, dong) : NULL);
    line->name = name;
    line->figure = figure;
    line->source = figure->source;
    line->year = figure->year;
    int64_t difference;
    if (!read || !stated) {
        line->verdict = LEDGER_UNCHECKED;
        line->reason = read ? "lost-total" : "words-unreadable";
    } else if (!__builtin_sub_overflow(figure->dong, dong, &difference)) {
        line->difference = dong_token(builder->arena, difference);
    }
}

void ledger_add_words(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            for (size_t f = 0; f < row->figure_count; f++)
                add_words(builder, &row->figures[f], row->id, figure_name(builder->arena, row, &row->figures[f]));
        }
    for (size_t p = 0; p < plan->prose_count; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++)
            add_words(builder, &plan->prose[p].figures[f], plan->prose[p].id,
                      prose_name(builder->arena, &plan->prose[p], &plan->prose[p].figures[f]));
}

static void add_numbers(struct ledger_builder *builder, const char *rule, struct place place, const char *subject,
                        const char *name, struct dec stated, struct dec computed)
{
    struct dec difference;
    struct ledger_line *line =
        ledger_add_pair(builder, rule, place, subject, "number", dec_token(builder->arena, stated),
                        dec_token(builder->arena, computed));
    line->name = name;
    line->verdict = dec_cmp(stated, computed) == 0 ? LEDGER_HOLDS : LEDGER_DIFFERS;
    computed.units = -computed.units;
    if (dec_add(&difference, stated, computed))
        line->difference = dec_token(builder->arena, difference);
}

/* A unit price without count or result is a figure all the same. */
static void add_price(struct ledger_builder *builder, const struct plan_row *row, struct dec price)
{
    struct ledger_line *line = ledger_add_pair(builder, "stated-once", row->place, row->id, "number",
                                               dec_token(builder->arena, price), NULL);
    line->name = row->title;
    line->verdict = LEDGER_UNCHECKED;
    line->reason = "stated-once";
}

static void add_label_sum(struct ledger_builder *builder, const struct plan_row *row, const struct label_sum *sum)
{
    struct dec product;
    if (!sum->has_result || !sum->has_count)
        add_price(builder, row, sum->unit_price);
    else if (dec_mul(&product, sum->count, sum->unit_price))
        add_numbers(builder, "label-sum", row->place, row->id, row->title, sum->result, product);
}

static void add_count(struct ledger_builder *builder, const struct count *count)
{
    struct dec sum = dec_of(0);
    bool fits = true;
    for (size_t p = 0; p < count->part_count; p++)
        fits = fits && dec_add(&sum, sum, count->parts[p].value);
    if (count->part_count && fits) {
        add_numbers(builder, "count-parts", count->place, count->id, count->what, count->value, sum);
        builder->ledger->lines[builder->ledger->count - 1].unit = "count";
    }
}

void ledger_add_counts(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            for (size_t s = 0; s < row->label_sum_count; s++)
                add_label_sum(builder, row, &row->label_sums[s]);
        }
    for (size_t c = 0; c < plan->count_count; c++)
        add_count(builder, &plan->counts[c]);
}

/* A citation that says otherwise is an observation: the ledger shows both sides and gives no `differs`. */
static void add_citation(struct ledger_builder *builder, const struct reference *cited, const char *unit,
                         const char *stated, const char *own)
{
    struct ledger_line *line =
        ledger_add_pair(builder, "citation", cited->place, builder->plan->id, unit, stated, own);
    line->name = cited->where;
    if (line->verdict == LEDGER_DIFFERS) {
        line->verdict = LEDGER_UNCHECKED;
        line->reason = "observation";
    }
}

/* "UBND tỉnh" and "Ủy ban nhân dân tỉnh" name one issuer; the ledger shows what is printed. */
static void add_issuer(struct ledger_builder *builder, const struct reference *cited, const char *own)
{
    add_citation(builder, cited, "text", organ_words(builder->arena, cited->organ), organ_words(builder->arena, own));
    struct ledger_line *line = &builder->ledger->lines[builder->ledger->count - 1];
    line->stated = cited->organ;
    line->computed = own;
}

void ledger_add_citations(struct ledger_builder *builder)
{
    const struct decision *decision = &builder->plan->decision;
    for (size_t i = 0; i < decision->cited_count; i++) {
        const struct reference *cited = &decision->cited[i];
        if (cited->number)
            add_citation(builder, cited, "text", cited->number, decision->code_number.text);
        if (cited->date.year)
            add_citation(builder, cited, "date", date_token(builder->arena, cited->date),
                         date_token(builder->arena, decision->issued));
        if (cited->organ)
            add_issuer(builder, cited, decision->organ_name);
    }
}

/* True if the figure is a term of an equality. */
static bool is_term(const struct ledger_builder *builder, const struct figure *figure)
{
    for (size_t i = 0; i < builder->ledger->count; i++)
        for (size_t t = 0; t < builder->ledger->lines[i].term_count; t++)
            if (builder->ledger->lines[i].terms[t].figure == figure)
                return true;
    return false;
}

static bool has_line(const struct ledger_builder *builder, const struct figure *figure, const char *subject)
{
    for (size_t i = 0; i < builder->ledger->count; i++) {
        const struct ledger_line *line = &builder->ledger->lines[i];
        if (line->place.line == figure->place.line && line->source == figure->source && line->year == figure->year &&
            strcmp(line->subject, subject) == 0)
            return true;
    }
    return false;
}

static void add_if_single(struct ledger_builder *builder, const struct figure *figure, const char *subject,
                          const char *name)
{
    if (figure->state == FIGURE_BLANK || is_term(builder, figure) || has_line(builder, figure, subject))
        return;
    struct ledger_line *line = ledger_add_pair(builder, "stated-once", figure->place, subject, "dong", NULL, NULL);
    line->name = name;
    line->figure = figure;
    line->source = figure->source;
    line->year = figure->year;
    line->stated = figure->state == FIGURE_LOST ? NULL : dong_token(builder->arena, figure->dong);
    line->verdict = LEDGER_UNCHECKED;
    line->reason = "stated-once";
}

void ledger_add_single(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            for (size_t f = 0; f < row->figure_count; f++)
                add_if_single(builder, &row->figures[f], row->id, figure_name(builder->arena, row, &row->figures[f]));
        }
    for (size_t p = 0; p < plan->prose_count; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++)
            add_if_single(builder, &plan->prose[p].figures[f], plan->prose[p].id,
                          prose_name(builder->arena, &plan->prose[p], &plan->prose[p].figures[f]));
}
