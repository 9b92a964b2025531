/* Findings, files made and entries of the manifest as fields of records: what processes of a run tell each other. */
#ifndef PHULUC_PUBLISH_TRANSPORT_H
#define PHULUC_PUBLISH_TRANSPORT_H

#include "base/finding.h"
#include "publish/manifest.h"
#include "publish/record.h"

enum record_kind {
    RECORD_FINDINGS = 1,
    RECORD_MADE,   /* of a worker: findings and the files it made */
    RECORD_ORDERS, /* of a run of reports: publish/relay.h */
    RECORD_REPORT,
    RECORD_ACCEPTED,
    RECORD_PROGRESS,
    RECORD_READING,
    RECORD_ANSWER, /* of a query: the text for stdout */
    RECORD_WORK,   /* of a shard: the digest of all that the run reads and makes */
    RECORD_SHARD,  /* in a file: publish/shard.h */
    RECORD_SEAL,
};

struct made_file {
    const char *name;      /* in the output folder, as the manifest calls it */
    const char *path;      /* where it is to appear */
    const char *temporary; /* where it is */
};

struct made {
    struct made_file *files;
    size_t count, capacity;
};

/* The findings from number `from` on. */
void transport_add_findings(struct text *fields, const struct findings *findings, size_t from);
void transport_add_made(struct text *fields, const struct made *made);
void transport_add_list(struct text *fields, const struct manifest_list *list);
void transport_add_report(struct text *fields, const struct manifest_report *report);

/* Each adds what it reads; false, and nothing is added, if that is not what was sent. Of a list the reader knows it. */
bool transport_read_findings(struct record_reader *reader, struct findings *findings) __attribute__((warn_unused_result));
bool transport_read_made(struct record_reader *reader, struct made *made, struct arena *arena)
    __attribute__((warn_unused_result));
void transport_read_list(struct record_reader *reader, struct manifest_list *list, struct arena *arena);
bool transport_read_report(struct record_reader *reader, struct manifest_report *report, struct arena *arena)
    __attribute__((warn_unused_result));

#endif
