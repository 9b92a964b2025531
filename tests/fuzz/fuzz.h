/*
 * What the harnesses share. Each takes bytes for what a hostile file or value could be, and aborts where the program would break its word:
 *
 *   - what is refused is a finding, an error of a file names its line, and every message is UTF-8 of one line;
 *   - what is accepted is rendered in every format.
 *
 * Crashes, leaks, hangs and undefined behaviour are for the sanitizers and libFuzzer to see.
 */
#ifndef PHULUC_TESTS_FUZZ_H
#define PHULUC_TESTS_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/finding.h"
#include "base/text.h"
#include "command/load.h"

struct fuzz {
    struct arena arena; /* of one input */
    struct findings findings;
    const struct library *library; /* templates/ of the source tree, opened once */
    const char *folder;            /* for files, empty before each input */
};

/* A harness: its name on the command line, and whether its input is a document that the mutator knows how to change. */
struct harness {
    const char *name;
    void (*run)(struct fuzz *fuzz, const uint8_t *data, size_t size);
    bool is_xml;
};

extern const struct harness HARNESSES[];

/* Aborts with a word if the condition does not hold. */
void fuzz_assert(bool holds, const char *what);

/* The bytes as a file that has been read. */
struct slurp fuzz_file(struct fuzz *fuzz, const uint8_t *data, size_t size);

/* The bytes as a C string. */
const char *fuzz_string(struct fuzz *fuzz, const uint8_t *data, size_t size);

/* Judges the findings; refused: there must be an error among them. */
void fuzz_judge(struct fuzz *fuzz, bool refused);

/* Changes a document within its grammar: elements and values are moved, doubled, dropped and taken from one another. */
size_t xml_mutate(uint8_t *data, size_t size, size_t most, unsigned seed);

void fuzz_words(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_decimals(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_number_row(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_annex(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_year(struct fuzz *fuzz, const uint8_t *data, size_t size);

#endif
