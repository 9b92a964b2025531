/* The readers of documents, one harness each, and the table of all. */
#include "fuzz.h"

#include "input/accepted_read.h"
#include "input/catalogue_read.h"
#include "input/layout_read.h"
#include "input/office_read.h"
#include "input/plan_read.h"
#include "input/results_read.h"

static void fuzz_plan(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    struct slurp file = fuzz_file(fuzz, data, size);
    if (file.data)
        fuzz_judge(fuzz, !plan_read(&file, fuzz->library->schemas[DOCUMENT_PLAN], fuzz->library->catalogue, &fuzz->arena,
                                    &fuzz->findings));
}

static void fuzz_results(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    struct slurp file = fuzz_file(fuzz, data, size);
    struct results_list list = { 0 };
    if (!file.data)
        return;
    results_read(&list, &file, fuzz->library->schemas[DOCUMENT_RESULTS], &fuzz->arena, &fuzz->findings);
    fuzz_judge(fuzz, list.count == 0);
}

static void fuzz_catalogue(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    struct slurp file = fuzz_file(fuzz, data, size);
    if (file.data)
        fuzz_judge(fuzz, !catalogue_read(&file, fuzz->library->schemas[DOCUMENT_CATALOGUE], &fuzz->arena, &fuzz->findings));
}

static void fuzz_layout(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    struct slurp file = fuzz_file(fuzz, data, size);
    if (file.data)
        fuzz_judge(fuzz, !layout_read(&file, fuzz->library->schemas[DOCUMENT_LAYOUT], &fuzz->arena, &fuzz->findings));
}

static void fuzz_office(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    struct slurp file = fuzz_file(fuzz, data, size);
    struct office office = { 0 };
    if (!file.data)
        return;
    office_read(&office, &file, fuzz->library->schemas[DOCUMENT_OFFICE], &fuzz->arena, &fuzz->findings);
    fuzz_judge(fuzz, false);
}

static void fuzz_accepted(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    struct slurp file = fuzz_file(fuzz, data, size);
    struct accepted_list list = { 0 };
    if (!file.data)
        return;
    accepted_read(&list, &file, fuzz->library->schemas[DOCUMENT_ACCEPTED], &fuzz->arena, &fuzz->findings);
    fuzz_judge(fuzz, false);
}

const struct harness HARNESSES[] = {
    { "plan", fuzz_plan, INPUT_XML },
    { "results", fuzz_results, INPUT_XML },
    { "catalogue", fuzz_catalogue, INPUT_XML },
    { "layout", fuzz_layout, INPUT_XML },
    { "office", fuzz_office, INPUT_XML },
    { "accepted", fuzz_accepted, INPUT_XML },
    { "words", fuzz_words, INPUT_BYTES },
    { "decimals", fuzz_decimals, INPUT_BYTES },
    { "number-row", fuzz_number_row, INPUT_BYTES },
    { "annex", fuzz_annex, INPUT_XML },
    { "year", fuzz_year, INPUT_XML },
    { "form", fuzz_form, INPUT_PACKAGE },
    { "draft-docx", fuzz_draft_docx, INPUT_PACKAGE },
    { "draft-xlsx", fuzz_draft_xlsx, INPUT_PACKAGE },
    { "draft-html", fuzz_draft_html, INPUT_XML },
    { "draft-txt", fuzz_draft_txt, INPUT_BYTES },
    { NULL, NULL, INPUT_BYTES },
};
