/* What a run says of its findings and of itself, as lines for a person. Nothing here prints. */
#ifndef PHULUC_COMMAND_TELLING_H
#define PHULUC_COMMAND_TELLING_H

#include "base/finding.h"

/*
 * One finding a line, notes first, then warnings and errors. Unless `all` are asked for, of several notes of one kind only the
 * first stands there, with how many more there are; those that are the answer of a run (--dry-run, clean) are never folded.
 */
const char *telling_lines(const struct findings *findings, enum language language, bool all, struct arena *arena);

/* What a run came to. */
struct telling_summary {
    enum { SUMMARY_NONE, SUMMARY_REPORTS, SUMMARY_DRY_RUN, SUMMARY_CHECK } of;
    size_t reports;   /* or forms, or files: made, or that would be */
    size_t unchanged; /* that need not be made, since they are what they would be */
    const char *path; /* where all findings are, or NULL */
    enum { SUMMARY_OF_REPORTS, SUMMARY_FORMS, SUMMARY_FILES } made; /* what the run calls them */
};

/* "Đã lập 6 báo cáo, 2 không đổi; 0 lỗi, 0 cảnh báo, 41 ghi chú: output/findings.jsonl", with the end of the line; the same as JSON. */
const char *telling_summary(const struct telling_summary *summary, const struct findings *findings, enum language language,
                            struct arena *arena);
const char *telling_summary_json(const struct telling_summary *summary, const struct findings *findings,
                                 struct arena *arena);

#endif
