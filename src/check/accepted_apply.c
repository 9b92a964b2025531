#include "check/accepted_apply.h"

#include <stdio.h>
#include <string.h>

#include "base/breadcrumb.h"
#include "base/xml_text.h"

static bool matches(const struct accepted *entry, const struct finding *finding)
{
    return text_equal(entry->plan, finding->plan) && text_equal(entry->code, finding_id(finding->code)) &&
           text_equal(entry->subject, finding->subject) && text_equal(entry->source, finding->source) &&
           text_equal(entry->year, finding->year) && text_equal(entry->stated, finding->stated) &&
           text_equal(entry->computed, finding->computed);
}

static bool apply_entry(const struct accepted *entry, struct findings *findings)
{
    bool matched = false;
    for (size_t i = 0; i < findings->count; i++) {
        struct finding *finding = &findings->items[i];
        if (!matches(entry, finding) || finding_severity(finding) >= SEVERITY_ERROR)
            continue;
        finding->accepted =
            arena_printf(findings->arena, "%s (%s, %s)", entry->reason, entry->by, date_token(findings->arena, entry->on));
        matched = true;
    }
    return matched;
}

/* A finding that only results give: the letters of its id say so, but for the observation on results. */
static bool is_of_results(const struct accepted *entry)
{
    return strncmp(entry->code, "RS-", 3) == 0 || text_equal(entry->code, finding_id(FINDING_MONTH_REPEATED));
}

static bool is_of_year(const struct results *results, const char *year)
{
    char own[16];
    snprintf(own, sizeof own, "%d", results->period.year);
    return !year || text_equal(year, own);
}

static bool has_results(const struct results_list *list, const struct accepted *entry)
{
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i]->plan, entry->plan) && is_of_year(list->items[i], entry->year))
            return true;
    return false;
}

static bool has_plan(const char *const *plans, size_t count, const struct accepted *entry)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(plans[i], entry->plan))
            return true;
    return false;
}

void accepted_apply(const struct accepted_list *list, const char *const *plans, size_t plan_count,
                    const struct results_list *results, struct findings *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct accepted *entry = &list->items[i];
        breadcrumb_across(entry->place.file, NULL);
        bool present = has_plan(plans, plan_count, entry) && (!is_of_results(entry) || has_results(results, entry));
        if (present && !apply_entry(entry, findings))
            finding_add_about(findings, FINDING_ACCEPTED_UNMATCHED, entry->place, ABOUT(entry->subject), entry->code,
                              entry->plan, entry->subject, NULL);
    }
}

const char *accepted_entries(const struct findings *findings, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding_severity(finding) != SEVERITY_WARNING || !finding->plan || !finding->subject)
            continue;
        text_add(&out, "  <finding");
        xml_add_attribute(&out, "plan", finding->plan);
        xml_add_attribute(&out, "code", finding_id(finding->code));
        xml_add_attribute(&out, "subject", finding->subject);
        xml_add_attribute(&out, "source", finding->source);
        xml_add_attribute(&out, "year", finding->year);
        xml_add_attribute(&out, "stated", finding->stated);
        xml_add_attribute(&out, "computed", finding->computed);
        text_add(&out, " by=\"\" on=\"\"></finding>\n");
    }
    return text_str(&out);
}
