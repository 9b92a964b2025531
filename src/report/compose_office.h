/*
 * Head and foot of a report of the office itself, as blocks above its first table and below its text. Private to compose.c.
 *
 * Sizes and styles are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, section II and the table of section V.
 */
#ifndef PHULUC_REPORT_COMPOSE_OFFICE_H
#define PHULUC_REPORT_COMPOSE_OFFICE_H

#include "content/view.h"
#include "report/table.h"

/*
 * Gives the report its head (issuing office, Quốc hiệu and Tiêu ngữ, number left blank, place and date, type and subject)
 * and below its text its foot (the head of the office at the right, level with who receives it at the left). What is
 * attached to it is the preparer's, whose place is below the last of the tables.
 */
void compose_office(struct report *report, const struct views *views, struct arena *arena);

#endif
