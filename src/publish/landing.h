/*
 * Landing: where a made file is to appear in the output folder, so that what a person changed there is not lost.
 *
 * A file that is not what an earlier run made stays as it is, and the new one appears beside it: "34.moi.xlsx" beside
 * "34.xlsx" ("mới": new). With --force, or where no manifest says that the file was ever ours, the new one takes the name and
 * the other is kept as "34.xlsx.bak" (".bak2", …). An empty or a cut file (publish/cut.h) is nobody's work.
 *
 * A run that is killed between renaming a file and writing the manifest would later take its own file for a person's: the
 * digests of what is about to appear are noted in ".made" in the output folder before, until a manifest is written that knows of it.
 */
#ifndef PHULUC_PUBLISH_LANDING_H
#define PHULUC_PUBLISH_LANDING_H

#include "publish/deliver.h"
#include "publish/transport.h"

struct landing {
    const char *name, *path;       /* where the made file goes: in the output folder, and as a path */
    char digest[SHA256_TEXT_SIZE]; /* of the made file */
    const char *edited;            /* the name that a person's file has, if the made one goes beside it */
    const char *set_aside;         /* the name that a person's file got, or NULL */
    bool told;                     /* the same file was beside it before */
};

/*
 * Removes what was made and is not published. The files of a report are renewed together or not at all: a new workbook beside an
 * old PDF would have two control codes.
 */
void landing_abandon(struct made *made);

/* A report whose files are to be published, and what came of it. */
struct arrival {
    const struct manifest_report *before; /* its entry in the manifest, or NULL */
    const struct made *made;
    struct landing *landings; /* once it is over: of the files that were published */
    size_t count;
    bool troubled; /* something was found on the way */
};

/* Publishes each file that has a place: those of all reports in one go, since every flush waits for the disk. */
void landing_publish(const struct delivery *delivery, struct arrival *arrivals, size_t count);

/* Puts into the report's entry where its files are, and what the entry before knew. */
void landing_record(const struct delivery *delivery, const struct arrival *arrival, struct manifest_report *now);

/* Reads what a killed run noted, and removes it once the manifest is written. */
void landing_read_notes(struct delivery *delivery);
void landing_remove_notes(const struct delivery *delivery);

/* Once published: tells of the persons' files. */
void landing_tell(const struct delivery *delivery, const struct arrival *arrival);

/* Of a report that is not made again: the files beside which others still stand. */
void landing_tell_known(const struct delivery *delivery, const struct manifest_report *report);

/* What the report's file of that name was when it was made; NULL if it never was. */
const struct manifest_entry *landing_made_as(const struct manifest_report *report, const char *name);

/* Puts into the new entry what the one before knew and this run did not touch; removes new ones that nothing stands beside. */
void landing_carry(const struct delivery *delivery, const struct manifest_report *before, struct manifest_report *now);

/* True if a file that a person had changed is gone, or is again what was made. */
bool landing_is_over(const struct delivery *delivery, const struct manifest_report *report);

#endif
