/* What is to be said beside a gap: why something of it is blank, how it was computed, what its figures are. */
#ifndef PHULUC_CONTENT_GAP_NOTES_H
#define PHULUC_CONTENT_GAP_NOTES_H

#include "calc/gaps.h"

/* NULL if there is nothing to be said. */
const char *gap_notes(const struct gap *gap, struct arena *arena);

/* The same, with what the report says of the figure and where it took it from. */
const char *gap_notes_in_full(const struct gap *gap, struct arena *arena);

/* Of which year its baseline is and where it comes from: "2020, kế hoạch nêu"; NULL without one. */
const char *gap_baseline_words(const struct gap *gap, struct arena *arena);

#endif
