/* A plan and a year as the views of a report need them: what is computed once, and the labels of the views. */
#ifndef PHULUC_CONTENT_YEAR_MAKER_H
#define PHULUC_CONTENT_YEAR_MAKER_H

#include "calc/chain.h"
#include "calc/totals.h"
#include "content/spending_facts.h"
#include "model/office.h"

#define LABEL_MONEY "Biểu 1"
#define LABEL_YEARS "Biểu 2"
#define LABEL_WORKS "Biểu 3"
#define LABEL_GAPS "Biểu 4"
#define LABEL_NATIONAL "Biểu 5"
#define LABEL_CHECKS "Biểu 6"
#define LABEL_AMENDED_MONEY "Biểu 7"
#define LABEL_AMENDED_TARGETS "Biểu 8"

/* Views that the first page refers to, and the item of the total; a target is an item of the id that it has in the plan. */
#define YEAR_MONEY "year-money-sources"
#define YEAR_MONEY_TOTAL "=total" /* no id of a document */
#define YEAR_YEARS "year-money-years"
#define YEAR_YEARS_TOTAL "=period" /* neither */
#define YEAR_WORKS "year-works"
#define YEAR_WORKS_ONE_YEAR "year-works-one-year"
#define YEAR_TARGETS "year-gaps"

struct year_maker {
    const struct chain *chain;
    const struct plan *plan; /* in force: the last of the chain */
    const struct gaps_context *context;
    int year;
    struct results_list list; /* the documents of the plan that count */
    struct totals totals; /* of the plan; none if a sum is too large, which is told where it stands */
    struct disbursement disbursement;
    struct gaps gaps;
    struct year_money money;  /* of the year, all sources */
    struct year_money period; /* of the whole plan, all sources */
    struct arena *arena;
};

/* What is computed once for a plan and a year. */
void year_maker_make(struct year_maker *maker, const struct chain *chain, const struct gaps_context *context,
                     struct arena *arena);

/* True for a document that speaks for the year: its own, or one of a part of it where it has none of its own. */
bool year_speaks_of(const struct year_maker *maker, const struct results *results);

/* "từ ngày 15/12/2024 đến ngày 14/12/2025": by the regime that the document of the year names, else by the office's. */
const char *year_days_text(const struct year_maker *maker);

/* That regime. */
enum regime year_regime(const struct year_maker *maker);

/* The value, with the id of that figure of the report. */
struct value year_fact(const struct year_maker *maker, struct value value, const struct spending *spending,
                       enum spending_figure figure);

/* What is reported of a phase, with its id where one document of the year states it so. */
struct value year_spent_value(const struct year_maker *maker, enum phase phase, const struct year_money *money);

/* What is reached of a target: with the id of what a document reports, else of what the report adds up. */
struct value year_reached(const struct year_maker *maker, const struct gap *gap, struct value value);

/* True if the plan has money, but none of single years. */
bool year_plan_is_undivided(const struct year_maker *maker);

#endif
