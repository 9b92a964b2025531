/*
 * What a report shows of the decision itself, as blocks. Private to compose.c.
 *
 * Sizes and styles are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, section II and the table of section V.
 */
#ifndef PHULUC_REPORT_COMPOSE_DECISION_H
#define PHULUC_REPORT_COMPOSE_DECISION_H

#include "content/view.h"
#include "report/block.h"

/*
 * The first page: Quốc hiệu and Tiêu ngữ, issuer, number and notation, place and date, type and subject of the decision,
 * and the annexes of the report. What the decision leaves blank stays blank ("Số: …/QĐ-UBND"); a place that it does not
 * print is left out.
 */
const struct block *compose_cover(const struct report *report, const struct views *views, const char *sheet,
                                  struct arena *arena);

/*
 * The signature area: authority lines, position, room for the signature, name; on the right half. NULL if the decision
 * names no signer.
 *
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1: an annex in one file with its decision carries none, only the decision is
 * signed; an annex in a file of its own is signed by the organisation, at the top right (SIGN_ROOM_HEIGHT), without an
 * image. So no report has a signature area unless it is asked for: for annexes signed on paper.
 */
const struct block *compose_signature(const struct views *views, struct arena *arena);

#endif
