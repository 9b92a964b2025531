#include "reported.h"

#include <unistd.h>

#include "input/results_read.h"
#include "model/office.h"
#include "check/results_check.h"

void add_reported(struct fixture *fixture, struct results_list *list, const char *period, const char *regime,
                  const char *issued, const char *head, const char *body)
{
    struct xml_schema *schema = xml_schema_open("templates/schema/results.xsd", &fixture->findings);
    struct arena *arena = &fixture->arena;
    struct period parsed;
    assert_true(period_parse(&parsed, period));
    const char *cut_off = date_token(arena, period_last_day(parsed, regime_parse(regime)));
    const char *id = strstr(head, "id=") ? "" : arena_printf(arena, "id='d%s'", period);
    const char *text = arena_printf(arena,
                                    "<results xmlns='urn:phuluc:results:1' unit='92' plan='ke-hoach' %s period='%s' "
                                    "regime='%s' cutOff='%s' issued='%s' %s>\n%s</results>",
                                    id, period, regime, cut_off, issued, head, body);
    const char *path = temporary_file(fixture, text, strlen(text));
    results_read(list, file_at(fixture, path), schema, arena, &fixture->findings);
    unlink(path);
    xml_schema_close(schema);
}

void check_reported(struct fixture *fixture, struct results_list *list, const struct plan *plan)
{
    static const struct office NO_OFFICE = { 0 };
    struct results_context context = { &plan, 1, fixture->catalogue, &NO_OFFICE, &fixture->findings };
    results_check(list, &context);
    assert_false(findings_reach(&fixture->findings, SEVERITY_ERROR));
}
