/* Views as data: what every maker says that it supplies it does supply, and what it supplies it says. */
#include "../support/reported.h"

#include "base/text.h"
#include "calc/ledger.h"
#include "calc/month.h"
#include "content/annex_view.h"
#include "content/consolidated_view.h"
#include "content/month_view.h"
#include "content/year_view.h"
#include "model/office.h"

static const struct office OFFICE = { 0 };

static const char BODY[] =
    "<targets id='muc-tieu' layout='targets' where='Mục I'><section no='a' title='Mục'>"
    "<target id='t1' indicator='training-places' op='ge' value='360' unit='lượt' year='2023'>360 lượt</target>"
    "<target id='t2' indicator='cashless' op='ge' value='50' unit='%' year='2023'>50%</target>"
    "</section></targets>"
    "<table id='bang' annex='I' layout='activities-by-year-and-source' moneyUnit='million-dong' title='Kinh phí'>"
    "<group id='I' no='I' title='Nhóm I'><stated year='2021' source='TW'>100</stated>"
    "<activity id='I.1' no='1' title='Việc 1' unit='lượt' quantity='2' start='2021' end='2022'><lead>Sở A</lead>"
    "<partner>Sở B</partner><amount year='2021' source='TW'>100</amount>"
    "<amount year='2022' source='DP'>60</amount></activity></group>"
    "<total id='t' label='Cộng'><stated unit='dong' words='Một trăm sáu mươi triệu đồng'>160000000</stated></total></table>"
    "<table id='nguon' layout='budget-by-source-and-year' moneyUnit='million-dong' where='Mục III'>"
    "<line id='l' no='1' title='TW' source='TW'><amount year='2021'>100</amount></line></table>";

struct desk {
    struct fixture *fixture;
    const struct plan *plans[2];
    struct results_list results;
    struct gaps_context context;
    struct chains chains;
};

static const char *replaced(struct arena *arena, const char *text, const char *what, const char *with)
{
    const char *at = strstr(text, what);
    assert_non_null(at);
    return arena_printf(arena, "%.*s%s%s", (int)(at - text), text, with, at + strlen(what));
}

/* A plan, one that amends it, and what was reported on it for 2022 and for a month of 2023. */
static struct desk desk_of(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = &fixture->arena;
    struct desk desk = { .fixture = fixture };
    const char *text = plan_around(fixture, BODY);
    desk.plans[0] = plan_of(fixture, text);
    text = replaced(arena, text, "id=\"ke-hoach\"", "id=\"sua-doi\"");
    text = replaced(arena, text, "<issuedDate>2021-01-15", "<issuedDate>2021-06-15");
    text = replaced(arena, text, "asOf=\"2021-01-15\"", "asOf=\"2021-06-15\"");
    text = replaced(arena, text, "</decision>", "</decision><relation kind=\"amends\" plan=\"ke-hoach\" effective=\"2021-07-01\"/>");
    desk.plans[1] = plan_of(fixture, text);
    check_findings(fixture, "", __FILE__, __LINE__);
    static const char MONEY[] = "<value target='t1' value='100'/><value target='t2' value='40'/><money moneyUnit='million-dong'><carriedIn source='TW'>0</carriedIn>"
                                "<allocated source='TW'>90</allocated><disbursed source='TW'>80</disbursed>"
                                "<disbursed source='TW' of='I'>80</disbursed></money>";
    add_reported(fixture, &desk.results, "2022", "nd09", "2022-12-16", "basis='period' status='final'", MONEY);
    add_reported(fixture, &desk.results, "2023-02", "nd09", "2023-02-16", "basis='cumulative' status='final'", MONEY);
    add_reported(fixture, &desk.results, "2023-03", "nd09", "2023-03-16", "basis='cumulative' status='final'", MONEY);
    check_reported(fixture, &desk.results, desk.plans[0]);
    return desk;
}

static void take_in(struct desk *desk, int year)
{
    desk->context = (struct gaps_context){ .plans = desk->plans, .plan_count = 2, .results = &desk->results,
                                           .catalogue = desk->fixture->catalogue, .office = &OFFICE, .year = year };
    desk->chains = chains_of(&desk->context, &desk->fixture->arena);
    assert_true(desk->chains.count == 1);
}

static bool is_listed(const struct view *view, enum fact_id fact)
{
    for (size_t i = 0; i < view->supplied.count; i++)
        if (view->supplied.ids[i] == fact)
            return true;
    return false;
}

static bool is_put(const struct view *view, enum fact_id fact)
{
    for (size_t i = 0; i < view->item_count; i++)
        for (size_t f = 0; f < view->items[i].fact_count; f++)
            if (view->items[i].facts[f].fact == fact)
                return true;
    return false;
}

/* A view with nothing to show says so in one item of one fact. */
static bool says_that_it_is_empty(const struct view *view)
{
    return view->item_count == 1 && view->items[0].fact_count == 1;
}

/* Of the money of an annex a table need not have a figure for every kind of block. */
static void check_view(const struct view *view)
{
    for (size_t i = 0; i < view->item_count; i++)
        for (size_t f = 0; f < view->items[i].fact_count; f++)
            if (!is_listed(view, view->items[i].facts[f].fact))
                fail_msg("%s: %s is put but not supplied", view->id, fact_get(view->items[i].facts[f].fact)->name);
    for (size_t i = 0; i < view->supplied.count; i++) {
        enum fact_id fact = view->supplied.ids[i];
        bool of_row;
        assert_true(fact_fits_each(fact, view->each, &of_row));
        bool figure = fact_get(fact)->kind == KIND_MONEY && view->each == EACH_ROW;
        bool bare = text_equal(view->id, "nguon"); /* its line has nothing but money: what is blank is not put */
        bool keyed = fact_get(fact)->block == BLOCK_KEYED;
        if (of_row && !figure && !bare && !keyed && !says_that_it_is_empty(view) && !is_put(view, fact))
            fail_msg("%s: %s is supplied but never put", view->id, fact_get(fact)->name);
    }
}

static void check_views(const struct views *views, size_t count)
{
    assert_true(views->count == count);
    for (size_t v = 0; v < views->count; v++)
        check_view(&views->items[v]);
}

static void an_annex_supplies_what_it_says(void **state)
{
    struct desk desk = desk_of(state);
    struct views views = annex_views(ledger_of(desk.plans[0], &OFFICE, &desk.fixture->arena), FIGURES_STATED, &desk.fixture->arena);
    check_views(&views, 6);
    views = annex_views(ledger_of(desk.plans[0], &OFFICE, &desk.fixture->arena), FIGURES_COMPUTED, &desk.fixture->arena);
    check_views(&views, 6);
    const char *text = plan_around(desk.fixture, "<noAmounts id='n' where='Mục IV' layout='x'>Ngân sách</noAmounts>");
    views = annex_views(ledger_of(plan_of(desk.fixture, text), &OFFICE, &desk.fixture->arena), FIGURES_STATED,
                        &desk.fixture->arena);
    check_views(&views, 2);
}

static void a_year_and_all_units_supply_what_they_say(void **state)
{
    struct desk desk = desk_of(state);
    take_in(&desk, 2022);
    struct year_input input = { desk.chains.items, &desk.chains.context };
    struct views views = year_views(&input, &desk.fixture->arena);
    check_views(&views, 9);
    views = consolidated_views(&desk.chains, NULL, &desk.fixture->arena);
    check_views(&views, 6);
}

static void a_month_supplies_what_it_says(void **state)
{
    struct desk desk = desk_of(state);
    take_in(&desk, 2023);
    struct month_request request = month_request_of(&desk.chains.context, (struct date){ 0 });
    request.period = (struct period){ 2023, 3, 0 };
    struct month_input input = { desk.chains.items, &request, &desk.context, 45 };
    struct views views = month_views(&input, &desk.fixture->arena);
    check_views(&views, 5);
}

/* ---- figures by their keys ---- */

static const struct view_fact *fact_of(const struct view *view, const char *item, enum fact_id fact, int year, const char *source)
{
    for (size_t i = 0; i < view->item_count; i++)
        if (text_equal(view->items[i].id, item))
            return item_fact(&view->items[i], fact, figure_key_of(year, source));
    return NULL;
}

static void a_figure_is_found_by_its_key(void **state)
{
    struct desk desk = desk_of(state);
    struct views views = annex_views(ledger_of(desk.plans[0], &OFFICE, &desk.fixture->arena), FIGURES_STATED, &desk.fixture->arena);
    const struct view *view = &views.items[0];
    assert_true(view->scope.sources.count == 2 && view->scope.years.count == 3);
    assert_string_equal(view->scope.sources.items[1], "DP");
    assert_dec(fact_of(view, "I.1", FACT_ROW_AMOUNT, 2022, "DP")->value.number, "60");
    assert_null(fact_of(view, "I.1", FACT_ROW_AMOUNT, 2022, "TW"));
    const struct view_fact *group = fact_of(view, "I", FACT_ROW_AMOUNT, 2021, "TW");
    assert_true(group->must_show && group->value.term_count == 1);
    assert_true(group->value.terms[0].item == 1 && group->value.terms[0].fact == FACT_ROW_AMOUNT);
    assert_true(figure_key_equal(*group->value.terms[0].key, figure_key_of(2021, "TW")));
    assert_non_null(fact_of(view, "t", FACT_ROW_TOTAL, 0, NULL));
}

/* A row that is one source itself prints its figure in the column of all sources, or in that of its source. */
static void the_figure_of_a_line_has_two_places_and_need_stand_in_one(void **state)
{
    struct desk desk = desk_of(state);
    struct views views = annex_views(ledger_of(desk.plans[0], &OFFICE, &desk.fixture->arena), FIGURES_STATED, &desk.fixture->arena);
    const struct view *view = &views.items[1];
    const struct view_fact *all = fact_of(view, "l", FACT_ROW_YEAR_AMOUNT, 2021, NULL);
    const struct view_fact *own = fact_of(view, "l", FACT_ROW_AMOUNT, 2021, "TW");
    assert_true(all->must_show && !own->must_show);
    assert_true(dec_cmp(all->value.number, own->value.number) == 0);
}

static void the_facts_of_a_view_hold_within_their_keys(void **state)
{
    struct desk desk = desk_of(state);
    struct views views = annex_views(ledger_of(desk.plans[0], &OFFICE, &desk.fixture->arena), FIGURES_STATED, &desk.fixture->arena);
    const struct view *view = &views.items[0];
    assert_string_equal(view_lookup(view, &(struct fact_ref){ 0, FACT_SOURCE_ABBR, figure_key_of(2022, "DP") })->text, "ĐP");
    struct arena *arena = &desk.fixture->arena;
    assert_dec(view_head(view, FACT_YEAR, figure_key_of(2022, "DP"), arena).number, "2022");
    struct figure_key quarter = { .period = { .year = 2026, .part = SECOND_QUARTER } };
    assert_string_equal(view_head(view, FACT_QUARTER, quarter, arena).text, "Quý II/2026");
    assert_true(view_head(view, FACT_QUARTER, figure_key_of(2026, NULL), arena).kind == VALUE_EMPTY);
    assert_string_equal(view_lookup(view, &(struct fact_ref){ 0, FACT_TABLE_UNIT, figure_key_of(2022, "DP") })->text, "triệu đồng");
    assert_true(view_head(view, FACT_YEAR, figure_key_of(0, "DP"), arena).kind == VALUE_EMPTY);
}

static void a_part_lies_within_the_whole_and_not_the_other_way(void **state)
{
    (void)state;
    static const struct { struct figure_key narrow, wide; bool within; } CASES[] = {
        { { .period.year = 2021, .source = "TW" }, { 0 }, true },
        { { .period.year = 2021, .source = "TW" }, { .source = "TW" }, true },
        { { .period = { .year = 2021, .part = FIRST_QUARTER } }, { .period.year = 2021 }, true },
        { { .period = { .year = 2021, .part = FIRST_QUARTER } }, { .period = { .year = 2021, .part = SECOND_QUARTER } }, false },
        { { 0 }, { .period.year = 2021 }, false },
        { { .period.year = 2022 }, { .period.year = 2021 }, false },
        { { 0 }, { .source = "TW" }, false },
        { { .source = "DP" }, { .source = "TW" }, false },
        { { .measure = "so-luong" }, { 0 }, false },
        { { .phase = "assigned" }, { 0 }, false },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_true(figure_key_within(CASES[i].narrow, CASES[i].wide) == CASES[i].within);
        assert_true(figure_key_within(CASES[i].narrow, CASES[i].narrow));
        assert_true(figure_key_equal(CASES[i].narrow, CASES[i].narrow));
        assert_false(figure_key_equal(CASES[i].narrow, CASES[i].wide));
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(an_annex_supplies_what_it_says),
        TEST(a_year_and_all_units_supply_what_they_say),
        TEST(a_month_supplies_what_it_says),
        TEST(a_figure_is_found_by_its_key),
        TEST(the_figure_of_a_line_has_two_places_and_need_stand_in_one),
        TEST(the_facts_of_a_view_hold_within_their_keys),
        cmocka_unit_test(a_part_lies_within_the_whole_and_not_the_other_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
