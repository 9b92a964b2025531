/* What reports of results say beside their figures, for the page of notes: nothing that is keyed stays unprinted. */
#ifndef PHULUC_CONTENT_REPORTED_NOTES_H
#define PHULUC_CONTENT_REPORTED_NOTES_H

#include "base/arena.h"
#include "model/catalogue.h"
#include "model/plan.h"
#include "model/results.h"

struct reported_notes {
    const struct plan *plan;
    const struct catalogue *catalogue;
    /* Label of the table where a target of the plan is printed: "Biểu 4". */
    const char *(*table)(const void *maker, const struct target *target);
    const void *maker;
    const char **lines;
    size_t count, capacity;
    struct arena *arena;
};

/* Explanations and sources of figures, and the notes of the document. */
void reported_notes_add(struct reported_notes *notes, const struct results *results);

/* Something ahead of the last month that is reported: what is over is reported itself. */
bool reported_is_ahead(const struct results *results, struct forecast forecast, bool of_money);

/* Estimates of what wanted() holds for: those that no table shows. */
void reported_notes_add_estimates(struct reported_notes *notes, const struct results *results,
                                  bool (*wanted)(const struct results *, struct forecast, bool of_money));

#endif
