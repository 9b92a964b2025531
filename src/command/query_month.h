/* Queries about a month of every plan in force. */
#ifndef PHULUC_COMMAND_QUERY_MONTH_H
#define PHULUC_COMMAND_QUERY_MONTH_H

#include "calc/month.h"
#include "command/query.h"

/* Adds the rows of one plan in force. */
typedef void list_plan(struct listing *listing, const struct plan *plan, const struct month_request *request);

struct answer query_month(struct listing *listing, list_plan *list, const struct job *job, struct findings *findings);

#endif
