/*
 * Number formats: one description, two spellings: the Vietnamese text that print shows (dot after thousands, comma before
 * decimals) and the code of a spreadsheet format that shows the same on a Vietnamese system.
 */
#ifndef PHULUC_BASE_NUMFMT_H
#define PHULUC_BASE_NUMFMT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/dec.h"

struct numfmt {
    unsigned decimals;  /* decimals shown; the value never has more */
    bool dash;          /* zero shows as "-": the decision prints a dash there */
    bool plain;         /* no dots after thousands: years */
    const char *suffix; /* shown after the number with a blank: "đồng"; NULL for none */
};

/* "1.924,5"; "-" for zero in a dash format; a minus sign before negatives. */
const char *numfmt_text(struct arena *arena, struct numfmt format, struct dec value);

/* Where the parts of such a text end, in bytes: "1.924" ",5" " đồng". */
struct numfmt_parts {
    uint32_t tail;     /* where what stands behind the integer digits begins */
    uint32_t decimals; /* length of the comma and the decimals, of the tail */
    uint32_t end;      /* of the number with its suffix */
};

/* The same text, and its parts. */
const char *numfmt_print(struct arena *arena, struct numfmt format, struct dec value, struct numfmt_parts *parts);

/* "#,##0.0", with a third part "-" in a dash format. */
const char *numfmt_excel(struct arena *arena, struct numfmt format);

#endif
