#include "../support/check.h"

#include "input/office_read.h"
#include "input/plan_read.h"
#include "input/results_read.h"
#include "model/period.h"
#include "check/results_check.h"

static void a_period_is_a_year_or_a_month(void **state)
{
    struct fixture *fixture = *state;
    struct period period;
    assert_true(period_parse(&period, "2023"));
    assert_whole(period.year, 2023);
    assert_whole(period.month, 0);
    assert_true(period_parse(&period, "2023-04"));
    assert_whole(period.month, 4);
    assert_string_equal(period_text(&fixture->arena, period), "2023-04");
    static const char *const WRONG[] = { "", "23", "2023-4", "2023-00", "2023-13", "2023/04", "2023-04-01", "abcd", "2023-+1" };
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_false(period_parse(&period, WRONG[i]));
}

static void an_estimate_is_of_a_month_a_half_or_a_year_ahead(void **state)
{
    struct fixture *fixture = *state;
    struct forecast forecast;
    static const struct { const char *text; enum span span; int month; } CASES[] = {
        { "2024-06", SPAN_MONTH, 6 }, { "2024-H1", SPAN_HALF, 6 }, { "2024", SPAN_YEAR, 12 },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_true(forecast_parse(&forecast, CASES[i].text));
        assert_whole(forecast.span, CASES[i].span);
        assert_whole(forecast.last.month, CASES[i].month);
        assert_string_equal(forecast_text(&fixture->arena, forecast), CASES[i].text);
        assert_true(forecast_is_ahead(forecast, (struct period){ 2024, 5, 0 }));
        assert_whole(forecast_is_ahead(forecast, (struct period){ 2024, 6, 0 }), CASES[i].span == SPAN_YEAR);
        assert_false(forecast_is_ahead(forecast, (struct period){ 2024, 12, 0 }));
        assert_true(forecast_is_ahead(forecast, (struct period){ 2023, 1, 0 }));
        assert_false(forecast_is_ahead(forecast, (struct period){ 2022, 12, 0 })); /* too far off */
        assert_false(forecast_is_ahead(forecast, (struct period){ 2023, 0, 0 }));  /* a year's document has none */
    }
    static const char *const WRONG[] = { "", "2024-H2", "2024-H", "H1", "abcd-H1", "2024-13", "24-H1" };
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_false(forecast_parse(&forecast, WRONG[i]));
}

static void the_regime_says_on_which_days_a_period_begins_and_ends(void **state)
{
    (void)state;
    /* Nghị định 09/2019/NĐ-CP, Điều 12: the 15th of the month before to the 14th; 15 December to 14 December */
    struct period january = { 2024, 1, 0 }, february = { 2024, 2, 0 }, year = { 2024, 0, 0 };
    assert_date(period_first_day(february, REGIME_ND09), 2024, 1, 15);
    assert_date(period_last_day(february, REGIME_ND09), 2024, 2, 14);
    assert_date(period_first_day(january, REGIME_ND09), 2023, 12, 15);
    assert_date(period_last_day(january, REGIME_ND09), 2024, 1, 14);
    assert_date(period_first_day(year, REGIME_ND09), 2023, 12, 15);
    assert_date(period_last_day(year, REGIME_ND09), 2024, 12, 14);
    assert_date(period_first_day(february, REGIME_CALENDAR), 2024, 2, 1);
    assert_date(period_last_day(february, REGIME_CALENDAR), 2024, 2, 29);
    assert_date(period_first_day(year, REGIME_CALENDAR), 2024, 1, 1);
    assert_date(period_last_day(year, REGIME_CALENDAR), 2024, 12, 31);
}

static void a_year_comes_after_its_twelfth_month(void **state)
{
    (void)state;
    struct period december = { 2023, 12, 0 }, year = { 2023, 0, 0 }, january = { 2024, 1, 0 };
    assert_true(period_cmp(december, year) < 0);
    assert_true(period_cmp(year, january) < 0);
    assert_true(period_cmp(january, december) > 0);
    assert_whole(period_cmp(year, year), 0);
}

static struct results_list read_example(struct fixture *fixture)
{
    struct results_list list = { 0 };
    struct xml_schema *schema = xml_schema_open("templates/schema/results.xsd", &fixture->findings);
    results_read(&list, file_at(fixture, "tests/data/results/example.xml"), schema, &fixture->arena, &fixture->findings);
    xml_schema_close(schema);
    assert_findings(fixture, "");
    assert_whole((int64_t)list.count, 1);
    return list;
}

static void the_example_is_read_whole(void **state)
{
    struct fixture *fixture = *state;
    const struct results *results = read_example(fixture).items[0];
    assert_false(results->faulty);
    assert_true(results->illustrative);
    assert_string_equal(results->id, "binh-dinh-2023");
    assert_string_equal(results->plan, "binh-dinh-2021-2025");
    assert_whole(results->period.year, 2023);
    assert_date(results->cut_off, 2023, 12, 14);
    assert_date(results->issued, 2023, 12, 18);
    assert_null(results->supersedes);
    assert_whole((int64_t)results->value_count, 7);
    assert_whole(results->values[0].measure.op, OP_ABOUT);
    assert_string_equal(results->values[0].data_source, "Điều tra của Sở Công Thương");
    assert_dec(results->values[2].measure.high, "35");
    assert_whole(results->values[4].status, STATUS_PROVISIONAL);
    assert_whole(results->values[4].basis, BASIS_CUMULATIVE);
    assert_string_equal(results->values[4].note, "Chưa có số của hai huyện.");
    assert_whole(results->values[5].status, STATUS_NOT_REPORTED);
    assert_false(results->values[5].measure.has_low);
    assert_whole((int64_t)results->money_count, 6);
    assert_true(results->money[0].reported);
    assert_whole(results->money[0].dong, 0);
    assert_whole(results->money[2].dong, 285500000);
    assert_whole(results->money[2].phase, PHASE_DISBURSED);
    assert_whole(results->money[2].year, 2023);
    assert_false(results->money[5].reported); /* nothing reported is never zero */
    assert_whole((int64_t)results->assessment_count, ASSESSMENT_KINDS);
    for (int kind = 0; kind < ASSESSMENT_KINDS; kind++)
        assert_whole(results->assessments[kind].kind, kind);
    assert_whole((int64_t)results->assessments[ASSESSMENT_CAUSE].count, 1);
    assert_string_equal(results->assessments[ASSESSMENT_CAUSE].paragraphs[0], "Hạ tầng giao nhận chưa đều.");
    assert_whole((int64_t)results->note_count, 1);
}

static void what_the_plan_says_of_a_value_is_filled_in(void **state)
{
    struct fixture *fixture = *state;
    struct results_list list = read_example(fixture);
    const struct plan *plan = plan_read(file_at(fixture, "input/decisions/binh-dinh-2021-2025.xml"), fixture->plan_schema, fixture->catalogue,
                                        &fixture->arena, &fixture->findings);
    const struct office office = { 0 };
    struct results_context context = { &plan, 1, fixture->catalogue, &office, &fixture->findings };
    results_check(&list, &context);
    assert_findings(fixture, "");
    const struct results *results = list.items[0];
    assert_whole(results->values[1].measure.kind, MEASURE_GROWTH);
    assert_string_equal(results->values[1].measure.unit, "%/năm");
    assert_string_equal(results->values[0].indicator, "online-shoppers");
    assert_null(results->values[6].target); /* the plan has no target for the rank */
    assert_whole(results->values[6].measure.kind, MEASURE_RANK);
}

static void the_office_is_read_whole(void **state)
{
    struct fixture *fixture = *state;
    struct office office = { 0 };
    struct xml_schema *schema = xml_schema_open("templates/schema/office.xsd", &fixture->findings);
    office_read(&office, file_at(fixture, "tests/data/results/office.xml"), schema, &fixture->arena, &fixture->findings);
    xml_schema_close(schema);
    assert_findings(fixture, "");
    assert_string_equal(office.reporter.parent_organ, "Ủy ban nhân dân tỉnh Gia Lai");
    assert_string_equal(office.reporter.code_notation, "BC-SCT");
    assert_whole((int64_t)office.reporter.recipient_count, 2);
    assert_string_equal(office.signers[SIGNER_HEAD].authority[0], "KT. GIÁM ĐỐC");
    assert_string_equal(office.signers[SIGNER_HEAD].position, "PHÓ GIÁM ĐỐC");
    assert_null(office.signers[SIGNER_HEAD].full_name);
    assert_string_equal(office.signers[SIGNER_PREPARER].position, "NGƯỜI LẬP BIỂU");
    assert_whole(office.regime, REGIME_ND09);
    assert_dec(office.material_percent, "0.5");
    assert_whole(office.material_dong, 1000000);
    assert_dec(office.tolerance_percent, "5");
    assert_dec(office.exceeded_percent, "0");
    assert_whole((int64_t)office.days_off_count, 2);
    assert_date(office.days_off[0].last, 2024, 1, 1);
    assert_date(office.days_off[1].last, 2024, 2, 14);
    assert_string_equal(office.days_off[1].name, "Tết Nguyên đán");
    assert_whole((int64_t)office.workday_count, 1);
    assert_date(office.workdays[0], 2024, 5, 4);
}

/* Documents of one plan: id, period, issued on a day of January 2024, what it supersedes. */
static struct results *document(struct fixture *fixture, const char *id, struct period period, int day, const char *old)
{
    struct results *results = arena_alloc(&fixture->arena, 1, sizeof *results);
    *results = (struct results){ .id = id, .plan = "p", .period = period, .issued = { 2024, 1, day }, .supersedes = old };
    return results;
}

static void on_a_day_only_what_was_issued_and_not_superseded_by_then_counts(void **state)
{
    struct fixture *fixture = *state;
    struct period year = { 2023, 0, 0 }, december = { 2023, 12, 0 };
    struct results *items[] = { document(fixture, "nam", year, 10, NULL), document(fixture, "thang", december, 5, NULL),
                                document(fixture, "sua", year, 20, "nam"), document(fixture, "sua-2", year, 25, "sua") };
    struct results_list all = { items, 4, 4 };
    static const struct {
        int day;
        const char *counting[2];
    } CASES[] = {
        { 4, { NULL, NULL } },       { 5, { "thang", NULL } },   { 10, { "thang", "nam" } },
        { 20, { "thang", "sua" } },  { 24, { "thang", "sua" } }, { 25, { "thang", "sua-2" } },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct results_list list = results_as_of(&all, "p", (struct date){ 2024, 1, CASES[i].day }, &fixture->arena);
        for (size_t j = 0; j < 2; j++) {
            assert_true((j < list.count) == (CASES[i].counting[j] != NULL));
            if (j < list.count)
                assert_string_equal(list.items[j]->id, CASES[i].counting[j]);
        }
    }
    assert_whole((int64_t)results_as_of(&all, "p", (struct date){ 0 }, &fixture->arena).count, 2);
    assert_whole((int64_t)results_as_of(&all, "q", (struct date){ 0 }, &fixture->arena).count, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(a_period_is_a_year_or_a_month),
        TEST(the_regime_says_on_which_days_a_period_begins_and_ends),
        TEST(an_estimate_is_of_a_month_a_half_or_a_year_ahead),
        TEST(a_year_comes_after_its_twelfth_month),
        TEST(the_example_is_read_whole),
        TEST(what_the_plan_says_of_a_value_is_filled_in),
        TEST(the_office_is_read_whole),
        TEST(on_a_day_only_what_was_issued_and_not_superseded_by_then_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
