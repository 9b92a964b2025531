#include "command/commands.h"

#include <string.h>

#define ONE(command) (1U << (command))

enum {
    YEARLY = ONE(COMMAND_YEAR_END) | ONE(COMMAND_CONSOLIDATE) | ONE(COMMAND_GAPS),
    OF_MONTHS = ONE(COMMAND_MONTHLY) | ONE(COMMAND_MONTHS) | ONE(COMMAND_CHANGES),
    REPORTS = ONE(COMMAND_ANNEX) | ONE(COMMAND_YEAR_END) | ONE(COMMAND_CONSOLIDATE) | ONE(COMMAND_MONTHLY),
    LISTINGS = ONE(COMMAND_TOTALS) | ONE(COMMAND_RECONCILE) | ONE(COMMAND_EXPLAIN) | ONE(COMMAND_CHECK) |
               ONE(COMMAND_GAPS) | ONE(COMMAND_DUE) | ONE(COMMAND_MONTHS) | ONE(COMMAND_CHANGES) | ONE(COMMAND_LAYOUTS),
};

enum command command_named(const char *name)
{
    static const struct {
        const char *name;
        enum command command;
    } COMMANDS[] = { { "annex", COMMAND_ANNEX }, { "totals", COMMAND_TOTALS },
                     { "reconcile", COMMAND_RECONCILE }, { "explain", COMMAND_EXPLAIN },
                     { "accept", COMMAND_ACCEPT }, { "check", COMMAND_CHECK },
                     { "gaps", COMMAND_GAPS }, { "year-end", COMMAND_YEAR_END },
                     { "consolidate", COMMAND_CONSOLIDATE }, { "due", COMMAND_DUE },
                     { "monthly", COMMAND_MONTHLY }, { "months", COMMAND_MONTHS }, { "changes", COMMAND_CHANGES },
                     { "layouts", COMMAND_LAYOUTS } };
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (strcmp(COMMANDS[i].name, name) == 0)
            return COMMANDS[i].command;
    return COMMAND_NONE;
}

bool command_needs_year(enum command command)
{
    return YEARLY & ONE(command);
}

bool command_takes(enum command command, const char *option)
{
    static const struct {
        const char *name;
        unsigned commands;
    } SCOPES[] = {
        { "year", YEARLY },
        { "month", OF_MONTHS },
        { "since", ONE(COMMAND_MONTHLY) | ONE(COMMAND_CHANGES) },
        { "days", ONE(COMMAND_MONTHLY) | ONE(COMMAND_DUE) },
        { "figures", ONE(COMMAND_ANNEX) },
        { "cover", ONE(COMMAND_ANNEX) },
        { "separate", ONE(COMMAND_ANNEX) },
        { "signature", ONE(COMMAND_ANNEX) },
        { "formats", REPORTS },
        { "format", LISTINGS },
        { "force", REPORTS },
        { "partial", REPORTS },
        { "dry-run", REPORTS },
    };
    for (size_t i = 0; i < sizeof SCOPES / sizeof *SCOPES; i++)
        if (strcmp(SCOPES[i].name, option) == 0)
            return SCOPES[i].commands & ONE(command);
    return true;
}
