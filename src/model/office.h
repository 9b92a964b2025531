/* What the office that uses the program decides for itself. */
#ifndef PHULUC_MODEL_OFFICE_H
#define PHULUC_MODEL_OFFICE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/dec.h"
#include "base/finding.h"
#include "model/period.h"

enum signer_role { SIGNER_PREPARER, SIGNER_HEAD, SIGNER_ROLES };

struct signer {
    const char **authority; /* "KT. GIÁM ĐỐC", one a line */
    size_t authority_count;
    const char *position;  /* NULL: the office names no such signer */
    const char *full_name; /* NULL: the place of the name stays blank */
};

/* Who reports: the head of every report. */
struct reporter {
    const char *parent_organ;          /* NULL if there is none */
    const char *organ_name;            /* NULL: the office file does not say who reports */
    const char *code_notation, *place; /* or NULL */
    const char **recipients;
    size_t recipient_count;
};

/* Holidays from the first day to the last, as announced each year. */
struct days_off {
    struct date first, last;
    const char *name;
};

/* The periods that reports are asked for. */
enum report_kind { REPORT_MONTH, REPORT_QUARTER, REPORT_HALF, REPORT_NINE_MONTHS, REPORT_YEAR, REPORT_KINDS };

/* How the office reports on one kind of period. */
struct periodic_report {
    bool declared;
    struct place place;
    enum regime regime; /* its cut-off: the office's, unless it says otherwise */
    int within;         /* due so many working days after the cut-off; 0: by a day */
    int by;             /* due by that day of the month after the period; 0: within working days */
    struct date from;   /* asked for from periods on whose cut-off is not before it; year 0: from the plan's beginning */
    const char *form;   /* what the form is called; or NULL */
    const char *basis;  /* the act that asks for it; or NULL */
};

/*
 * Without an office file everything is zero: no names, regime of Nghị định 09, every difference material, no tolerance, no
 * holidays.
 */
struct office {
    struct place place; /* file NULL: none was given */
    struct reporter reporter;
    struct signer signers[SIGNER_ROLES];
    enum regime regime;
    struct periodic_report reports[REPORT_KINDS];
    /* A difference is material above both; if both are 0, every difference is material. */
    struct dec material_percent; /* of the stated figure */
    int64_t material_dong;
    /* Targets: how far below what is expected by now is still on track, how far beyond the target is exceeded. */
    struct dec tolerance_percent; /* of the way from the baseline to what is expected */
    struct dec exceeded_percent;  /* of the target */
    struct days_off *days_off;
    size_t days_off_count;
    struct date *workdays; /* Saturdays and Sundays that are worked */
    size_t workday_count;
};

/* True for the days off that the office file lists; weekends are not looked at. */
bool office_is_day_off(const struct office *office, struct date day);

/* The day itself or the first after it on which the office works: no Saturday or Sunday unless it is worked, no holiday. */
struct date office_working_day(const struct office *office, struct date day);

enum report_kind report_kind_of(struct period period);

/* "month", "quarter", "half", "nine-months", "year". */
const char *report_kind_token(enum report_kind kind);
enum report_kind report_kind_parse(const char *token);

/* On which days a period begins and ends for the office: as its own report says, else the office. */
enum regime office_regime(const struct office *office, struct period period);

/*
 * The last day on which a report is in time: by the day or within the working days that the office states, else the first
 * working day after the cut-off (Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b: not earlier). A day by which it is due and on
 * which nobody works is put off to the next on which one does (Bộ luật Dân sự 2015, Điều 148 khoản 5).
 */
struct date office_due_day(const struct office *office, struct period period);

/* False: nobody has said which holidays that year has. */
bool office_knows_holidays(const struct office *office, int year);

bool is_material(const struct office *office, int64_t stated, int64_t computed);

#endif
