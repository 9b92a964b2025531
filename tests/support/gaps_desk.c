#include "gaps_desk.h"

#include <unistd.h>

#include "check/results_check.h"
#include "input/results_read.h"

struct desk desk_of(void **state, const char *targets)
{
    struct fixture *fixture = *state;
    return (struct desk){ .fixture = fixture, .targets = targets, .milestones = "" };
}

void add_document(struct desk *desk, const char *head, const char *body)
{
    struct fixture *fixture = desk->fixture;
    struct xml_schema *schema = xml_schema_open("templates/schema/results.xsd", &fixture->findings);
    const char *text = arena_printf(&fixture->arena, "<results xmlns='urn:phuluc:results:1' unit='92' regime='nd09' %s>\n%s</results>",
                                    head, body);
    const char *path = temporary_file(fixture, text, strlen(text));
    results_read(&desk->results, file_at(fixture, path), schema, &fixture->arena, &fixture->findings);
    unlink(path);
    xml_schema_close(schema);
}

void report(struct desk *desk, const char *period, const char *values)
{
    bool month = strlen(period) > 4;
    const char *head = arena_printf(&desk->fixture->arena,
                                    "id='d%d' plan='ke-hoach' period='%s' cutOff='%s%s-14' issued='%s%s-15' basis='period' "
                                    "status='final'",
                                    desk->documents++, period, period, month ? "" : "-12", period, month ? "" : "-12");
    add_document(desk, head, values);
}

static const struct plan *plan_for(struct desk *desk)
{
    struct fixture *fixture = desk->fixture;
    const char *past =
        desk->past ? arena_printf(&fixture->arena, "<pastResults first='2016' last='2020'>%s</pastResults>", desk->past) : "";
    return plan_of(fixture, arena_printf(&fixture->arena,
        "<plan xmlns='urn:phuluc:plan:1' id='ke-hoach' unit='92' asOf='2021-01-15'><decision plan='attached'>"
        "<typeName>Quyết định</typeName><codeNumber>1</codeNumber><codeNotation>QĐ-UBND</codeNotation>"
        "<issuedDate>2021-01-15</issuedDate><place>Cần Thơ</place><organName>Ủy ban nhân dân thành phố Cần Thơ</organName>"
        "<subject>Kế hoạch</subject><planName>Kế hoạch</planName><recipients absent='yes'/></decision>"
        "<period first='2021' last='2025'/>%s<targets id='muc-tieu' layout='targets' where='Mục I'>"
        "<section no='a' title='Mục'>%s</section>%s</targets></plan>",
        past, desk->targets, desk->milestones));
}

struct gaps gaps_at(struct desk *desk, int year)
{
    struct fixture *fixture = desk->fixture;
    const struct plan **plans = arena_alloc(&fixture->arena, 2, sizeof *plans);
    plans[0] = plan_for(desk);
    plans[1] = desk->other;
    size_t count = desk->other ? 2 : 1;
    struct results_context check = { plans, count, fixture->catalogue, &desk->office, &fixture->findings };
    results_check(&desk->results, &check);
    assert_false(findings_reach(&fixture->findings, SEVERITY_ERROR));
    const struct gaps_context context = { .plans = plans,
                                          .plan_count = count,
                                          .results = &desk->results,
                                          .catalogue = fixture->catalogue,
                                          .office = &desk->office,
                                          .as_of = desk->as_of,
                                          .year = year };
    return gaps_of(plans[0], &context, &fixture->arena);
}

void add_number(struct text *out, struct arena *arena, struct number number)
{
    const char *token = number_token(arena, number);
    text_addf(out, " %s", token ? token : "-");
}

const char *line_of(struct desk *desk, int year, size_t at)
{
    struct arena *arena = &desk->fixture->arena;
    struct gaps gaps = gaps_at(desk, year);
    assert_true(at < gaps.count);
    const struct gap *gap = &gaps.items[at];
    struct text out = text_in(arena);
    add_number(&out, arena, gap->gap);
    add_number(&out, arena, gap->achievement);
    add_number(&out, arena, gap->expected);
    add_number(&out, arena, gap->needed);
    text_addf(&out, " %s", *gap_status_token(gap->status) ? gap_status_token(gap->status) : "-");
    return text_str(&out) + 1;
}

const char *way_of(struct desk *desk, int year)
{
    struct arena *arena = &desk->fixture->arena;
    struct gaps gaps = gaps_at(desk, year);
    const struct gap *gap = &gaps.items[0];
    struct text out = text_in(arena);
    add_number(&out, arena, gap->achievement);
    add_number(&out, arena, gap->progress);
    add_number(&out, arena, gap->baseline);
    text_addf(&out, " %d %s", gap->baseline_year, gap_baseline_token(gap->baseline_origin));
    return text_str(&out) + 1;
}

const char *latest_of(struct desk *desk, int year)
{
    struct arena *arena = &desk->fixture->arena;
    struct gaps gaps = gaps_at(desk, year);
    const struct gap *gap = &gaps.items[0];
    struct text out = text_in(arena);
    add_number(&out, arena, gap->latest.span.low);
    text_addf(&out, " %s %s", gap->latest.period.year ? period_text(arena, gap->latest.period) : "-",
              gap_status_token(gap->status));
    return text_str(&out) + 1;
}

const char *reasons_at(struct desk *desk, int year)
{
    struct gaps gaps = gaps_at(desk, year);
    return gap_reasons(&desk->fixture->arena, &gaps.items[0]);
}

const char *judge(void **state, const char *target, const char *past, const char *value)
{
    struct desk desk = desk_of(state, target);
    desk.past = past;
    report(&desk, "2025", value);
    return line_of(&desk, 2025, 0);
}
