#include "../support/check.h"

#include <unistd.h>

#include "base/text.h"
#include "calc/chain.h"
#include "calc/disbursement.h"
#include "input/results_read.h"
#include "model/office.h"

enum { MOST = 4 };

/* Plans of one run in the order of their files, and documents on them. */
struct run {
    struct fixture *fixture;
    const struct plan *plans[MOST];
    size_t count;
    struct results_list results;
    struct chains chains;
};

static struct run run_of(void **state)
{
    return (struct run){ .fixture = *state };
}

/* relation is a <relation> or ""; unit and period as "92 2021 2025". */
static void add_plan(struct run *run, const char *id, const char *issued, const char *relation, const char *where,
                     const char *body)
{
    char unit[3], first[5], last[5];
    assert_int_equal(sscanf(where, "%2s %4s %4s", unit, first, last), 3);
    const char *text = arena_printf(
        &run->fixture->arena,
        "<plan xmlns='urn:phuluc:plan:1' id='%s' unit='%s' asOf='%s'><decision plan='attached'>"
        "<typeName>Quyết định</typeName><codeNumber>1</codeNumber><codeNotation>QĐ-UBND</codeNotation>"
        "<issuedDate>%s</issuedDate><place>Ở</place><organName>Ủy ban nhân dân</organName>"
        "<subject>Kế hoạch</subject><planName>Kế hoạch</planName><recipients absent='yes'/></decision>%s"
        "<period first='%s' last='%s'/><source id='TW' code='central' name='Trung ương' abbr='TW'/>"
        "<source id='DP' code='local' name='Địa phương' abbr='ĐP'/>%s</plan>",
        id, unit, issued, issued, relation, first, last, body);
    assert_true(run->count < MOST);
    run->plans[run->count] = plan_of(run->fixture, text);
    assert_non_null(run->plans[run->count++]);
}

static void add_document(struct run *run, const char *plan, const char *issued, const char *value)
{
    struct fixture *fixture = run->fixture;
    struct xml_schema *schema = xml_schema_open("templates/schema/results.xsd", &fixture->findings);
    const char *text = arena_printf(&fixture->arena,
                                    "<results xmlns='urn:phuluc:results:1' id='d-%s' unit='92' plan='%s' period='2023' "
                                    "regime='nd09' cutOff='2023-12-14' issued='%s' basis='period' status='final'>"
                                    "<value target='a1' value='%s'/></results>", plan, plan, issued, value);
    const char *path = temporary_file(fixture, text, strlen(text));
    results_read(&run->results, file_at(fixture, path), schema, &fixture->arena, &fixture->findings);
    unlink(path);
    xml_schema_close(schema);
}

static struct date day(const char *text)
{
    struct date date = { 0 };
    if (*text)
        assert_true(date_parse(&date, text));
    return date;
}

static const struct office NO_OFFICE;

/* The chain of the first plan, for the report of a year to an office as of a day ("": none is asked for). */
static const struct chain *chain_for(struct run *run, const struct office *office, int year, const char *as_of)
{
    struct gaps_context context = { .plans = run->plans,
                                    .plan_count = run->count,
                                    .results = &run->results,
                                    .catalogue = run->fixture->catalogue,
                                    .office = office,
                                    .as_of = day(as_of),
                                    .year = year };
    run->chains = chains_of(&context, &run->fixture->arena);
    return run->chains.count ? &run->chains.items[0] : NULL;
}

static const struct chain *chain_at(struct run *run, int year, const char *as_of)
{
    return chain_for(run, &NO_OFFICE, year, as_of);
}

/* "a1=55 a2=100": targets of the plan in force. */
static const char *targets_of(const struct run *run, const struct chain *chain)
{
    struct text out = text_in(&run->fixture->arena);
    for (size_t i = 0; i < chain->now->target_count; i++)
        text_addf(&out, "%s%s=%lld", i ? " " : "", chain->now->targets[i].id,
                  (long long)chain->now->targets[i].measure.low.units);
    return text_str(&out);
}

/* What the plan in force has for a source in a year, in triệu đồng; -1 if it states nothing. */
static long long planned(const struct run *run, const struct chain *chain, const char *source, int year)
{
    struct disbursement disbursement =
        disbursement_of(chain->now, &run->results, (struct date){ 0 }, 2023, &run->fixture->arena);
    struct spent spent = spending_at(&disbursement, NULL, source, year).planned;
    return spent.known ? (long long)spent.dong / 1000000 : -1;
}

#define UNIT "92 2021 2025"
#define AMENDS "<relation kind='amends' plan='mot' effective='2023-07-01'/>"
#define REPLACES "<relation kind='replaces' plan='mot' effective='2023-07-01'/>"
#define TARGETS(list) \
    "<targets id='t' layout='targets' where='I'><section no='1' title='Mục tiêu'>" list "</section></targets>"
#define TARGET(id, value) "<target id='" id "' op='ge' value='" value "' unit='%' year='2025'>" id "</target>"
#define TABLE(id, annex, rows) "<table id='" id "' " annex " layout='activities-by-year-and-source' " \
                               "moneyUnit='million-dong' title='Kinh phí'>" rows "</table>"
#define ROW(id, amounts) "<activity id='" id "' no='1' title='Việc'>" amounts "</activity>"
#define TW(year, amount) "<amount year='" year "' source='TW'>" amount "</amount>"
#define DP(year, amount) "<amount year='" year "' source='DP'>" amount "</amount>"

/* 2023: TW 100, DP 80; 2024: TW 50. The body says the sum of 2023, the text the sum of all: 230. */
static const char FIRST[] =
    TARGETS(TARGET("a1", "55") TARGET("a2", "100"))
    "<prose id='p' where='III' moneyUnit='million-dong'><stated label='Tổng'>230</stated></prose>"
    TABLE("kp", "where='III'", ROW("k1", TW("2023", "100"))
          "<total id='k2' label='Tổng'><stated year='2023'>180</stated></total>")
    TABLE("pl1", "annex='I'", ROW("r1", TW("2023", "100") DP("2023", "80")) ROW("r2", TW("2024", "50")));

/* 2023: TW 60, DP 95; 2024: TW 50. 60 + 95 = 155; 155 + 50 = 205. */
static const char SECOND[] = TARGETS(TARGET("a1", "60") TARGET("a3", "12"))
    TABLE("pl1", "annex='I'", ROW("r1", TW("2023", "60") DP("2023", "95")) ROW("r2", TW("2024", "50")));

static struct run two(void **state, const char *relation)
{
    struct run run = run_of(state);
    add_plan(&run, "mot", "2021-01-15", "", UNIT, FIRST);
    add_plan(&run, "hai", "2023-06-20", relation, UNIT, SECOND);
    return run;
}

static void a_plan_alone_is_in_force_as_it_is(void **state)
{
    struct run run = run_of(state);
    add_plan(&run, "mot", "2021-01-15", "", UNIT, FIRST);
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_ptr_equal(chain->now, run.plans[0]);
    assert_ptr_equal(chain->first, run.plans[0]);
    assert_false(chain_is_changed(chain));
    assert_whole(planned(&run, chain, NULL, 2023), 180);
}

static void an_amendment_stands_in_place_of_what_it_states_and_keeps_the_rest(void **state)
{
    struct run run = two(state, AMENDS);
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_whole((int64_t)run.chains.count, 1);
    assert_true(chain_is_changed(chain));
    assert_string_equal(chain->now->id, "mot");
    assert_string_equal(targets_of(&run, chain), "a1=60 a2=100 a3=12");
    assert_whole(planned(&run, chain, "TW", 2023), 60);
    assert_whole(planned(&run, chain, "DP", 2023), 95);
    assert_whole(planned(&run, chain, "TW", 0), 110);
}

static void sums_of_what_was_before_the_amendment_no_longer_count(void **state)
{
    struct run run = two(state, AMENDS);
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_whole(planned(&run, chain, NULL, 2023), 155);
    assert_whole(planned(&run, chain, NULL, 0), 205);
}

static void an_amendment_without_money_keeps_all_money(void **state)
{
    struct run run = run_of(state);
    add_plan(&run, "mot", "2021-01-15", "", UNIT, FIRST);
    add_plan(&run, "hai", "2023-06-20", AMENDS, UNIT, TARGETS(TARGET("a2", "120")));
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_string_equal(targets_of(&run, chain), "a1=55 a2=120");
    assert_whole(planned(&run, chain, NULL, 2023), 180);
    assert_whole(planned(&run, chain, NULL, 0), 230);
}

static void a_replacement_leaves_nothing_of_the_first(void **state)
{
    struct run run = two(state, REPLACES);
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_whole((int64_t)run.chains.count, 1);
    assert_true(chain->links[0].replaces);
    assert_ptr_equal(chain->now, run.plans[1]);
    assert_string_equal(targets_of(&run, chain), "a1=60 a3=12");
}

static void nothing_changes_before_it_takes_effect(void **state)
{
    struct run run = two(state, AMENDS);
    const struct chain *chain = chain_at(&run, 2023, "2023-06-30");
    assert_whole(chain->links[0].state, LINK_PENDING);
    assert_ptr_equal(chain->now, run.plans[0]);
    assert_whole(chain_at(&run, 2023, "2023-07-01")->links[0].state, LINK_IN_FORCE);
}

static void nothing_changes_before_it_is_issued(void **state)
{
    struct run run = two(state, "<relation kind='amends' plan='mot' effective='2023-01-01'/>");
    assert_whole(chain_at(&run, 2023, "2023-06-19")->links[0].state, LINK_PENDING);
    assert_whole(chain_at(&run, 2023, "2023-06-20")->links[0].state, LINK_IN_FORCE);
}

static void without_a_day_the_year_is_told_as_of_its_end(void **state)
{
    struct run run = two(state, AMENDS);
    assert_whole(chain_at(&run, 2022, "")->links[0].state, LINK_PENDING);
    assert_whole(chain_at(&run, 2023, "")->links[0].state, LINK_IN_FORCE);
}

/* Under Nghị định 09/2019 the year 2023 ends on 14 December. */
static void what_takes_effect_on_the_last_day_of_the_year_is_in_its_report(void **state)
{
    struct run last = two(state, "<relation kind='amends' plan='mot' effective='2023-12-14'/>");
    assert_whole(chain_at(&last, 2023, "")->links[0].state, LINK_IN_FORCE);
    struct run after = two(state, "<relation kind='amends' plan='mot' effective='2023-12-15'/>");
    assert_whole(chain_at(&after, 2023, "")->links[0].state, LINK_PENDING);
}

static void an_office_may_end_its_years_as_it_does_not_end_its_months(void **state)
{
    struct run run = two(state, "<relation kind='amends' plan='mot' effective='2023-12-31'/>");
    struct office office = { .regime = REGIME_ND09 };
    assert_whole(chain_for(&run, &office, 2023, "")->links[0].state, LINK_PENDING);
    office.reports[REPORT_YEAR] = (struct periodic_report){ .declared = true, .regime = REGIME_CALENDAR };
    assert_whole(chain_for(&run, &office, 2023, "")->links[0].state, LINK_IN_FORCE);
}

static void a_plan_of_other_years_says_nothing_about_the_year(void **state)
{
    struct run run = run_of(state);
    add_plan(&run, "mot", "2021-01-15", "", UNIT, FIRST);
    add_plan(&run, "hai", "2023-06-20", REPLACES, "92 2024 2030", TARGETS(TARGET("a1", "80")));
    const struct chain *chain = chain_at(&run, 2023, "2024-01-31");
    assert_whole(chain->links[0].state, LINK_OTHER_YEARS);
    assert_string_equal(targets_of(&run, chain), "a1=55 a2=100");
    assert_string_equal(targets_of(&run, chain_at(&run, 2024, "2024-01-31")), "a1=80");
}

static void what_replaces_an_amendment_amends_the_first_plan(void **state)
{
    struct run run = two(state, AMENDS);
    add_plan(&run, "ba", "2023-09-01", "<relation kind='replaces' plan='hai' effective='2023-09-15'/>", UNIT,
             TARGETS(TARGET("a1", "65")));
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_whole(chain->links[0].state, LINK_REPLACED);
    assert_whole(chain->links[1].state, LINK_IN_FORCE);
    assert_false(chain->links[1].replaces);
    assert_string_equal(targets_of(&run, chain), "a1=65 a2=100");
    assert_string_equal(targets_of(&run, chain_at(&run, 2023, "2023-09-14")), "a1=60 a2=100 a3=12");
}

static void amendments_follow_each_other_whatever_the_order_of_files(void **state)
{
    struct run run = run_of(state);
    add_plan(&run, "ba", "2023-09-01", "<relation kind='amends' plan='hai' effective='2023-09-15'/>", UNIT,
             TARGETS(TARGET("a1", "65")));
    add_plan(&run, "hai", "2023-06-20", AMENDS, UNIT, SECOND);
    add_plan(&run, "mot", "2021-01-15", "", UNIT, FIRST);
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_whole((int64_t)run.chains.count, 1);
    assert_string_equal(chain->links[0].plan->id, "hai");
    assert_string_equal(targets_of(&run, chain), "a1=65 a2=100 a3=12");
}

static void results_of_any_plan_of_the_chain_count(void **state)
{
    struct run run = two(state, REPLACES);
    add_document(&run, "mot", "2023-12-20", "57");
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    struct gaps gaps = gaps_of(chain->now, &run.chains.context, &run.fixture->arena);
    assert_string_equal(number_token(&run.fixture->arena, gaps.items[0].gap), "-3.00"); /* 57 - 60 */
    assert_string_equal(run.results.items[0]->plan, "mot"); /* what was read stays as it was */
}

static void of_two_documents_that_of_the_later_plan_counts(void **state)
{
    struct run run = two(state, AMENDS);
    add_document(&run, "hai", "2023-12-20", "59");
    add_document(&run, "mot", "2023-12-20", "57");
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    struct gaps gaps = gaps_of(chain->now, &run.chains.context, &run.fixture->arena);
    assert_string_equal(number_token(&run.fixture->arena, gaps.items[0].gap), "-1.00"); /* 59 - 60 */
}

static void a_plan_ends_when_another_unit_replaces_it(void **state)
{
    struct run run = run_of(state);
    add_plan(&run, "mot", "2021-01-15", "", "34 2021 2025", FIRST); /* Thái Bình, part of Hưng Yên from 1 July 2025 */
    add_plan(&run, "hai", "2025-08-01", "<relation kind='replaces' plan='mot' effective='2025-08-15'/>", "33 2025 2030",
             TARGETS(TARGET("a1", "80")));
    assert_string_equal(chain_at(&run, 2025, "2025-12-31")->now->id, "hai");
    assert_whole((int64_t)run.chains.count, 1);
    assert_string_equal(chain_at(&run, 2025, "2025-08-14")->now->id, "mot");
    assert_string_equal(chain_at(&run, 2024, "2025-12-31")->now->id, "mot"); /* the new one does not speak of 2024 */
}

static void of_two_units_that_replace_a_plan_the_earlier_ends_it(void **state)
{
    struct run run = run_of(state);
    add_plan(&run, "mot", "2021-01-15", "", "34 2021 2025", FIRST);
    add_plan(&run, "hai", "2025-08-01", "<relation kind='replaces' plan='mot' effective='2025-10-01'/>", "33 2025 2030",
             TARGETS(TARGET("a1", "80")));
    add_plan(&run, "ba", "2025-08-01", "<relation kind='replaces' plan='mot' effective='2025-08-15'/>", "37 2025 2030",
             TARGETS(TARGET("a1", "90")));
    assert_string_equal(chain_at(&run, 2025, "2025-08-14")->now->id, "mot");
    assert_string_equal(chain_at(&run, 2025, "2025-08-15")->now->id, "hai");
}

static void plans_that_name_each_other_stand_alone(void **state)
{
    struct run run = run_of(state);
    add_plan(&run, "mot", "2021-01-15", "<relation kind='replaces' plan='hai' effective='2021-02-01'/>", UNIT, FIRST);
    add_plan(&run, "hai", "2023-06-20", REPLACES, UNIT, SECOND);
    assert_non_null(chain_at(&run, 2023, "2023-12-31"));
    assert_whole((int64_t)run.chains.count, 2);
}

/* ---- what is repealed ---- */

#define REPEALS(parts) "<relation kind='amends' plan='mot' effective='2023-07-01'>" parts "</relation>"
#define REPEALED(id) "<repealed ref='" id "'/>"

static struct run repealing(void **state, const char *body, const char *relation)
{
    struct run run = run_of(state);
    add_plan(&run, "mot", "2021-01-15", "", UNIT, body);
    add_plan(&run, "hai", "2023-06-20", relation, UNIT, "");
    return run;
}

static void a_repealed_target_is_gone_from_the_day_on_which_that_takes_effect(void **state)
{
    struct run run = repealing(state, FIRST, REPEALS(REPEALED("a2")));
    assert_string_equal(targets_of(&run, chain_at(&run, 2023, "2023-06-30")), "a1=55 a2=100");
    const struct chain *chain = chain_at(&run, 2023, "2023-07-01");
    assert_string_equal(targets_of(&run, chain), "a1=55");
    assert_true(chain_repeals(chain, "a2"));
    assert_string_equal(chain->repeals[0].part.target->text, "a2");
    assert_whole(planned(&run, chain, NULL, 2023), 180);
    assert_whole(planned(&run, chain, NULL, 0), 230);
}

static void what_was_planned_for_a_repealed_activity_counts_no_longer(void **state)
{
    struct run run = repealing(state, FIRST, REPEALS(REPEALED("r1")));
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    /* r1 was all of 2023; the table in the body and the sum in the text held it. r2 is TW 50 in 2024. */
    assert_whole(planned(&run, chain, "TW", 2023), 0);
    assert_whole(planned(&run, chain, "TW", 2024), 50);
    assert_whole(planned(&run, chain, NULL, 0), 50);
    assert_true(chain->now->tables[1].rows[0].repealed);
    assert_false(chain->now->tables[1].rows[1].repealed);
}

#define GROUPED \
    TABLE("pl1", "annex='I'", \
          "<group id='g1' no='I' title='Nhóm'><stated year='2023'>150</stated><stated year='2024'>50</stated>" \
          "<activity id='r1' no='1' title='Việc'><amount year='2023' source='TW'>100</amount></activity>" \
          "<activity id='r2' no='2' title='Việc'><amount year='2023' source='DP'>50</amount>" \
          "<amount year='2024' source='DP'>50</amount></activity></group>" \
          "<group id='g2' no='II' title='Nhóm'><stated year='2023'>7</stated>" \
          "<activity id='r3' no='1' title='Việc'><amount year='2023' source='TW'>7</amount></activity></group>" \
          "<total id='t1' label='Tổng' of='g1 g2'><stated year='2023'>157</stated><stated year='2024'>50</stated></total>" \
          "<total id='t2' label='Tổng nhóm II' of='g2'><stated year='2023'>7</stated></total>")

static const struct figure *stated(const struct chain *chain, const char *row, int year)
{
    const struct plan_table *table = &chain->now->tables[0];
    return row_figure(&table->rows[table_row(table, row)], NULL, year);
}

static void sums_that_held_what_is_repealed_count_no_longer_and_others_do(void **state)
{
    struct run run = repealing(state, GROUPED, REPEALS(REPEALED("r1")));
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_null(stated(chain, "g1", 2023));
    assert_null(stated(chain, "t1", 2023));
    assert_non_null(stated(chain, "g1", 2024)); /* r1 had nothing in 2024 */
    assert_non_null(stated(chain, "t1", 2024));
    assert_non_null(stated(chain, "g2", 2023));
    assert_null(stated(chain, "t2", 2023)); /* nor may a total of a part be taken for that of all */
    assert_whole(planned(&run, chain, NULL, 2023), 57); /* 50 + 7 */
    assert_whole(planned(&run, chain, NULL, 0), 107);
}

static void a_group_is_repealed_with_what_is_in_it(void **state)
{
    struct run run = repealing(state, GROUPED, REPEALS(REPEALED("g1")));
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    const struct plan_table *table = &chain->now->tables[0];
    assert_true(table->rows[table_row(table, "r2")].repealed);
    assert_null(stated(chain, "t1", 2024));
    assert_whole(planned(&run, chain, NULL, 0), 7);
}

static void a_table_is_repealed_with_all_its_money(void **state)
{
    struct run run = repealing(state, FIRST, REPEALS(REPEALED("pl1")));
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_whole(planned(&run, chain, NULL, 2023), -1);
    assert_whole(planned(&run, chain, NULL, 0), -1);
    assert_whole(chain->repeals[0].part.kind, PART_TABLE);
}

static void what_one_amendment_added_another_repeals(void **state)
{
    struct run run = two(state, AMENDS);
    add_plan(&run, "ba", "2023-09-01",
             "<relation kind='amends' plan='mot' effective='2023-09-15'><repealed ref='a3'/></relation>", UNIT, "");
    assert_string_equal(targets_of(&run, chain_at(&run, 2023, "2023-09-14")), "a1=60 a2=100 a3=12");
    assert_string_equal(targets_of(&run, chain_at(&run, 2023, "2023-09-15")), "a1=60 a2=100");
}

static void what_is_repealed_may_come_back(void **state)
{
    struct run run = repealing(state, FIRST, REPEALS(REPEALED("a2")));
    add_plan(&run, "ba", "2023-09-01", "<relation kind='amends' plan='hai' effective='2023-09-15'/>", UNIT,
             TARGETS(TARGET("a2", "70")));
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_string_equal(targets_of(&run, chain), "a1=55 a2=70");
    assert_true(chain_repeals(chain, "a2"));
}

static void a_replacement_forgets_what_was_repealed_before(void **state)
{
    struct run run = repealing(state, FIRST, REPEALS(REPEALED("a2")));
    add_plan(&run, "ba", "2023-09-01", "<relation kind='replaces' plan='mot' effective='2023-09-15'/>", UNIT,
             TARGETS(TARGET("a2", "70")));
    const struct chain *chain = chain_at(&run, 2023, "2023-12-31");
    assert_string_equal(targets_of(&run, chain), "a2=70");
    assert_false(chain_repeals(chain, "a2"));
}

static void what_is_reported_of_a_repealed_target_counts_nowhere(void **state)
{
    struct run run = repealing(state, FIRST, REPEALS(REPEALED("a1")));
    add_document(&run, "mot", "2023-12-20", "57");
    (void)chain_at(&run, 2023, "2023-12-31");
    assert_whole((int64_t)run.chains.context.results->items[0]->value_count, 0);
    assert_whole((int64_t)run.results.items[0]->value_count, 1); /* what was read stays as it was */
}

static void a_deadline_is_repealed(void **state)
{
    static const char DEADLINE[] =
        "<deadline id='h1' before='--12-01' from='Sở A' to='Sở B' where='IV'>báo cáo</deadline>";
    struct run run = repealing(state, DEADLINE, REPEALS(REPEALED("h1")));
    assert_whole((int64_t)chain_at(&run, 2023, "2023-06-30")->now->deadline_count, 1);
    assert_whole((int64_t)chain_at(&run, 2023, "2023-07-01")->now->deadline_count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_plan_alone_is_in_force_as_it_is),
        TEST(an_amendment_stands_in_place_of_what_it_states_and_keeps_the_rest),
        TEST(sums_of_what_was_before_the_amendment_no_longer_count),
        TEST(an_amendment_without_money_keeps_all_money),
        TEST(a_replacement_leaves_nothing_of_the_first),
        TEST(nothing_changes_before_it_takes_effect),
        TEST(nothing_changes_before_it_is_issued),
        TEST(without_a_day_the_year_is_told_as_of_its_end),
        TEST(what_takes_effect_on_the_last_day_of_the_year_is_in_its_report),
        TEST(an_office_may_end_its_years_as_it_does_not_end_its_months),
        TEST(a_plan_of_other_years_says_nothing_about_the_year),
        TEST(what_replaces_an_amendment_amends_the_first_plan),
        TEST(amendments_follow_each_other_whatever_the_order_of_files),
        TEST(results_of_any_plan_of_the_chain_count),
        TEST(of_two_documents_that_of_the_later_plan_counts),
        TEST(a_plan_ends_when_another_unit_replaces_it),
        TEST(of_two_units_that_replace_a_plan_the_earlier_ends_it),
        TEST(plans_that_name_each_other_stand_alone),
        TEST(a_repealed_target_is_gone_from_the_day_on_which_that_takes_effect),
        TEST(what_was_planned_for_a_repealed_activity_counts_no_longer),
        TEST(sums_that_held_what_is_repealed_count_no_longer_and_others_do),
        TEST(a_group_is_repealed_with_what_is_in_it),
        TEST(a_table_is_repealed_with_all_its_money),
        TEST(what_one_amendment_added_another_repeals),
        TEST(what_is_repealed_may_come_back),
        TEST(a_replacement_forgets_what_was_repealed_before),
        TEST(what_is_reported_of_a_repealed_target_counts_nowhere),
        TEST(a_deadline_is_repealed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
