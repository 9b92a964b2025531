/*
 * Ids of figures, for other programs: of the plan, of the row, paragraph or target, and of what the figure is of.
 *
 *     thai-binh-2021-2025:pl1-1:money:planned:2021:DP
 *
 * No id has anything of a line, of an order or of a value in it: it stays while a file is edited around the figure. A part that
 * says nothing is "all". Ids of plans and rows have no colon (templates/schema/plan.xsd).
 */
#ifndef PHULUC_MODEL_FIGURE_ID_H
#define PHULUC_MODEL_FIGURE_ID_H

#include "model/forecast.h"
#include "model/period.h"
#include "model/plan.h"
#include "model/results.h"

/* What is measured and planned where a key says nothing else. */
#define FIGURE_MONEY "money"
#define FIGURE_PLANNED "planned"
#define FIGURE_QUANTITY "quantity"
#define FIGURE_TARGET "target"

/* The phase of an amendment's change: "increase", "decrease"; that of the key otherwise. */
const char *figure_phase(const struct figure *figure);

/* A figure of a row or of a paragraph with that id. */
const char *figure_id(struct arena *arena, const struct plan *plan, const char *subject, const struct figure *figure);

/* The quantity of a row, and what a target wants. */
const char *figure_id_of_quantity(struct arena *arena, const struct plan *plan, const struct plan_row *row);
const char *figure_id_of_target(struct arena *arena, const struct plan *plan, const struct target *target);

/* What a document of results says: of a target or an indicator, of money. The document's own id stands first. */
const char *figure_id_of_value(struct arena *arena, const struct results *results, const struct result_value *value);
const char *figure_id_of_spent(struct arena *arena, const struct plan *plan, const struct results *results,
                               const struct result_money *money);

/* What is computed: the sum of a source and year (NULL, 0: all), and of a target by a year "gap" or "achievement". */
const char *figure_id_of_sum(struct arena *arena, const struct plan *plan, const char *source, int year);
const char *figure_id_of_gap(struct arena *arena, const struct plan *plan, const char *target, const char *phase, int year);

/* Parts of an id with colons between them; NULL and "" are "all". */
const char *figure_id_of(struct arena *arena, const char *const *parts, size_t count);

/*
 * Periods for machines: "2021", "2021Q1", "2021H2", "2021-2025" (years, from the first to the last), "20261031" (up to that
 * day). The whole period of the plan is its years.
 */
const char *figure_period_code(struct arena *arena, const struct plan *plan, struct figure_period period);

/* What an estimate is of: "202406", "2024H1", "2024". */
const char *forecast_code(struct arena *arena, struct forecast forecast);

/* Of results: "2023", "202404", "2023Q1", "2023H2", "20239M" (nine months). */
const char *period_code(struct arena *arena, struct period period);

/* "2021", "2021-2025"; those of the plan for 0. */
const char *years_code(struct arena *arena, const struct plan *plan, int first, int last);

#endif
