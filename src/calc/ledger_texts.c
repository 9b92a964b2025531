#include "calc/ledger_texts.h"

#include "base/amount_words.h"
#include "base/text.h"
#include "calc/ledger_line.h"
#include "model/organ.h"

static void add_words(struct ledger_builder *builder, struct ledger_subject subject, const struct figure *figure)
{
    if (!figure->words)
        return;
    struct ledger_line line = { .place = figure->place,
                                .rule = LEDGER_WORDS,
                                .unit = LEDGER_DONG,
                                .subject = subject,
                                .figure = figure };
    line.stated = (struct ledger_side){ .known = figure->state == FIGURE_NUMBER, .dong = figure->dong };
    line.computed.known = amount_of_words(&line.computed.dong, figure->words);
    line.difference.known = line.stated.known && line.computed.known &&
                            !__builtin_sub_overflow(line.stated.dong, line.computed.dong, &line.difference.dong);
    if (!line.stated.known || !line.computed.known) {
        line.verdict = LEDGER_UNCHECKED;
        line.reason = line.computed.known ? LEDGER_LOST_TOTAL : LEDGER_WORDS_UNREADABLE;
    } else {
        line.verdict = line.stated.dong == line.computed.dong ? LEDGER_HOLDS : LEDGER_DIFFERS;
    }
    ledger_add(builder, line);
}

void ledger_add_words(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            for (size_t f = 0; f < row->figure_count; f++)
                add_words(builder, ledger_row(&plan->tables[t], row), &row->figures[f]);
        }
    for (size_t p = 0; p < plan->prose_count; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++)
            add_words(builder, ledger_prose(&plan->prose[p]), &plan->prose[p].figures[f]);
}

/* A citation that says otherwise is an observation: the ledger shows both sides and gives no `differs`. */
static void add_citation(struct ledger_builder *builder, const struct reference *cited, enum ledger_unit unit,
                         struct ledger_side stated, struct ledger_side own, bool equal)
{
    ledger_add(builder, (struct ledger_line){ .place = cited->place,
                                              .rule = LEDGER_CITATION,
                                              .unit = unit,
                                              .verdict = equal ? LEDGER_HOLDS : LEDGER_UNCHECKED,
                                              .reason = equal ? LEDGER_NO_REASON : LEDGER_OBSERVATION,
                                              .subject = { .id = builder->plan->id, .cited = cited },
                                              .stated = stated,
                                              .computed = own });
}

static struct ledger_side text_side(const char *text)
{
    return (struct ledger_side){ .known = text != NULL, .text = text };
}

static struct ledger_side date_side(struct date date)
{
    return (struct ledger_side){ .known = true, .date = date };
}

void ledger_add_citations(struct ledger_builder *builder)
{
    const struct decision *decision = &builder->plan->decision;
    const char *number = decision->code_number.text, *organ = decision->organ_name;
    for (size_t i = 0; i < decision->cited_count; i++) {
        const struct reference *cited = &decision->cited[i];
        if (cited->number && *number)
            add_citation(builder, cited, LEDGER_TEXT, text_side(cited->number), text_side(number),
                         text_equal(cited->number, number));
        if (cited->date.year && decision->issue.known.day)
            add_citation(builder, cited, LEDGER_DATE, date_side(cited->date), date_side(decision->issued),
                         date_equal(cited->date, decision->issued));
        if (cited->organ)
            add_citation(builder, cited, LEDGER_TEXT, text_side(cited->organ), text_side(organ),
                         same_organ(builder->arena, cited->organ, organ));
    }
}
