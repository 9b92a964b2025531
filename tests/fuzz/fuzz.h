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

/* What an input is, and so which mutator knows how to change it. */
enum input_kind { INPUT_BYTES, INPUT_XML, INPUT_PACKAGE };

/* A harness under its name on the command line. */
struct harness {
    const char *name;
    void (*run)(struct fuzz *fuzz, const uint8_t *data, size_t size);
    enum input_kind kind;
};

extern const struct harness HARNESSES[];

/* Aborts with a word if the condition does not hold. */
void fuzz_assert(bool holds, const char *what);

/* The bytes as a file that has been read. */
struct slurp fuzz_file(struct fuzz *fuzz, const uint8_t *data, size_t size);

/* The path of a file of those bytes in the folder. */
const char *fuzz_path(struct fuzz *fuzz, const char *suffix, const uint8_t *data, size_t size);

/* The bytes as a C string. */
const char *fuzz_string(struct fuzz *fuzz, const uint8_t *data, size_t size);

/* Judges the findings; refused: there must be an error among them. */
void fuzz_judge(struct fuzz *fuzz, bool refused);

/* Changes a document within its grammar: elements and values are moved, doubled, dropped and taken from one another. */
size_t xml_mutate(uint8_t *data, size_t size, size_t most, unsigned seed);

/* The same for the parts of a zip package; 0 if it is none, or by chance. */
size_t zip_mutate(uint8_t *data, size_t size, size_t most, unsigned seed);

/* libFuzzer's own: changes of bytes. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

void fuzz_words(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_decimals(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_number_row(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_annex(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_year(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_form(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_draft_docx(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_draft_xlsx(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_draft_html(struct fuzz *fuzz, const uint8_t *data, size_t size);
void fuzz_draft_txt(struct fuzz *fuzz, const uint8_t *data, size_t size);

#endif
