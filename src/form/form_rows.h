/* The sheets of a form that have what the plan says. For form.c only. */
#ifndef PHULUC_FORM_FORM_ROWS_H
#define PHULUC_FORM_FORM_ROWS_H

#include "form/form.h"

/* Each adds its sheet, or none if there is nothing to ask. */
void form_add_targets(struct fill_in_book *book, const struct form_request *request, struct arena *arena);
bool form_add_money(struct fill_in_book *book, const struct form_request *request, struct arena *arena,
                    struct findings *findings) __attribute__((warn_unused_result));
void form_add_words(struct fill_in_book *book, struct arena *arena);

/* Shared by the sheets. */
void form_put(struct fill_in_cell *cell, enum fill_in_kind kind, const char *text);
void form_open(struct fill_in_cell *cell, const struct entry_rule *rule);
void form_put_number(struct fill_in_cell *cell, struct dec number);
void form_add_head(struct fill_in_sheet *sheet, const char *const *words, struct arena *arena);

/* True if the body leads the row. */
bool form_is_led_by(const struct plan_row *row, const char *body, struct arena *arena);

#endif
