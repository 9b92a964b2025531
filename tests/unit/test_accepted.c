#include "../support/scratch.h"

#include "base/text.h"
#include "check/accepted_apply.h"

static const char *const PLANS[] = { "thai-binh", "dong-nai" };
static struct results_list results; /* of the run */

/* A sum of Thái Bình that differs; items may be changed before and after. */
static struct finding *add_slip(enum finding_code code, const char *subject, const char *source, const char *stated)
{
    struct about about = { .plan = "thai-binh", .subject = subject, .source = source, .year = "2021", .stated = stated,
                           .computed = "40000000" };
    return finding_add_about(&findings, code, (struct place){ "thai-binh.xml", 259 }, about, "IV", "165", "40", "125", NULL);
}

static struct accepted entry_of(const char *code, const char *subject, const char *source, const char *stated)
{
    return (struct accepted){ .place = { "accepted.xml", 4 }, .plan = "thai-binh", .code = code, .subject = subject,
                              .source = source, .year = "2021", .stated = stated, .computed = "40000000",
                              .by = "kiểm toán viên", .reason = "Bản in như vậy.", .on = { 2026, 11, 2 } };
}

static void apply(struct accepted *entries, size_t count)
{
    const struct accepted_list list = { entries, count, count };
    accepted_apply(&list, PLANS, sizeof PLANS / sizeof *PLANS, &results, &findings);
}

static void a_matching_finding_becomes_a_note_with_its_reason(void **state)
{
    (void)state;
    add_slip(FINDING_SUM_DIFFERS, "pl1-IV", "TW", "165000000");
    struct accepted entry = entry_of("CA-001", "pl1-IV", "TW", "165000000");
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 1);
    assert_whole(finding_severity(&findings.items[0]), SEVERITY_NOTE);
    assert_string_equal(findings.items[0].accepted, "Bản in như vậy. (kiểm toán viên, 2026-11-02)");
    assert_string_equal(finding_remedy(&arena, &findings.items[0], LANGUAGE_VI),
                        "đã biết: Bản in như vậy. (kiểm toán viên, 2026-11-02)");
    assert_false(findings_reach(&findings, SEVERITY_WARNING));
}

/* The finding warns still, and the entry is told as one without a match. */
static void assert_unmatched(struct accepted entry)
{
    findings = findings_in(&arena);
    add_slip(FINDING_SUM_DIFFERS, "pl1-IV", "TW", "165000000");
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 2);
    assert_whole(finding_severity(&findings.items[0]), SEVERITY_WARNING);
    assert_null(findings.items[0].accepted);
    assert_string_equal(finding_id(findings.items[1].code), "AC-001");
    assert_string_equal(findings.items[1].place.file, "accepted.xml");
    assert_whole(findings.items[1].place.line, 4);
}

static void every_point_must_match(void **state)
{
    (void)state;
    const struct accepted right = entry_of("CA-001", "pl1-IV", "TW", "165000000");
    struct accepted wrong[] = { right, right, right, right, right, right, right, right, right, right };
    wrong[0].code = "CA-002";
    wrong[1].subject = "pl1-V";
    wrong[2].source = "DP";
    wrong[3].source = NULL;
    wrong[4].year = "2022";
    wrong[5].year = NULL;
    wrong[6].stated = "165";
    wrong[7].stated = NULL;
    wrong[8].computed = "80000000";
    wrong[9].computed = NULL;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_unmatched(wrong[i]);
    struct accepted other = right;
    other.plan = "dong-nai";
    assert_unmatched(other);
}

static void what_a_finding_lacks_the_entry_must_lack_too(void **state)
{
    (void)state;
    struct about about = { .plan = "thai-binh", .subject = "d6" };
    finding_add_about(&findings, FINDING_TARGET_WITHOUT_VALUE, (struct place){ "a.xml", 1 }, about, "x", NULL);
    struct accepted entry = { .place = { "accepted.xml", 4 }, .plan = "thai-binh", .code = "OB-007", .subject = "d6",
                              .by = "k", .reason = "r", .on = { 2026, 1, 1 } };
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 1);
    assert_string_equal(findings.items[0].accepted, "r (k, 2026-01-01)");
}

static void an_entry_about_a_plan_not_in_the_run_is_no_matter(void **state)
{
    (void)state;
    struct accepted entry = entry_of("CA-001", "pl1-IV", "TW", "165000000");
    entry.plan = "binh-dinh";
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 0);
    const struct accepted_list list = { &entry, 1, 1 };
    accepted_apply(&list, NULL, 0, &results, &findings);
    assert_whole((int64_t)findings.count, 0);
}

static void an_entry_about_results_is_judged_beside_results_of_its_year(void **state)
{
    (void)state;
    struct results document = { .id = "thai-binh-2021", .plan = "thai-binh", .period = { .year = 2021 } };
    struct results *documents[] = { &document };
    struct accepted entry = entry_of("RS-032", "thai-binh-2021", "TW", "165000000");
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 0);
    results = (struct results_list){ documents, 1, 1 };
    document.plan = "dong-nai";
    apply(&entry, 1);
    document.plan = "thai-binh";
    document.period.year = 2022;
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 0);
    document.period.year = 2021;
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 1);
    assert_string_equal(finding_id(findings.items[0].code), "AC-001");
    entry.year = NULL;
    document.period.year = 2022;
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 2);
    results = (struct results_list){ 0 };
}

static void an_error_is_never_accepted(void **state)
{
    (void)state;
    add_slip(FINDING_SUM_OVERFLOW, "pl1-IV", "TW", "165000000");
    struct accepted entry = entry_of("CA-003", "pl1-IV", "TW", "165000000");
    apply(&entry, 1);
    assert_whole((int64_t)findings.count, 2);
    assert_whole(finding_severity(&findings.items[0]), SEVERITY_ERROR);
    assert_string_equal(finding_id(findings.items[1].code), "AC-001");
}

static void the_second_of_two_entries_for_one_finding_matches_it_too(void **state)
{
    (void)state;
    add_slip(FINDING_SUM_DIFFERS, "pl1-IV", "TW", "165000000");
    struct accepted entries[] = { entry_of("CA-001", "pl1-IV", "TW", "165000000"),
                                  entry_of("CA-001", "pl1-IV", "TW", "165000000") };
    apply(entries, 2);
    assert_whole((int64_t)findings.count, 1);
    assert_non_null(findings.items[0].accepted);
}

static void an_unmatched_entry_can_not_be_accepted_by_another(void **state)
{
    (void)state;
    struct accepted entries[] = { entry_of("CA-001", "pl1-IV", "TW", "165000000"),
                                  entry_of("AC-001", "pl1-IV", NULL, NULL) };
    entries[1].year = entries[1].computed = NULL;
    apply(entries, 2);
    assert_whole((int64_t)findings.count, 2);
    assert_true(findings_reach(&findings, SEVERITY_WARNING));
    assert_string_equal(accepted_entries(&findings, &arena), "");
}

static void each_warning_gives_an_entry_to_fill_in(void **state)
{
    (void)state;
    add_slip(FINDING_SUM_DIFFERS, "pl1-IV", "TW", "165000000");
    add_slip(FINDING_SUM_INCOMPLETE, "pl1-V", NULL, NULL)->year = "period";
    assert_string_equal(accepted_entries(&findings, &arena),
                        "  <finding plan=\"thai-binh\" code=\"CA-001\" subject=\"pl1-IV\" source=\"TW\" year=\"2021\" "
                        "stated=\"165000000\" computed=\"40000000\" by=\"\" on=\"\"></finding>\n"
                        "  <finding plan=\"thai-binh\" code=\"CA-002\" subject=\"pl1-V\" year=\"period\" "
                        "computed=\"40000000\" by=\"\" on=\"\"></finding>\n");
}

static void notes_errors_and_what_is_accepted_give_no_entry(void **state)
{
    (void)state;
    add_slip(FINDING_REPEATED_TASK, "pl1-IV", "TW", "1");
    add_slip(FINDING_SUM_OVERFLOW, "pl1-IV", "TW", "1");
    add_slip(FINDING_SUM_DIFFERS, "pl1-IV", "TW", "1")->accepted = "đã xem";
    finding_add(&findings, FINDING_SUM_DIFFERS, (struct place){ "a.xml", 1 }, "a", "b", "c", "d", NULL); /* of no plan */
    assert_string_equal(accepted_entries(&findings, &arena), "");
}

static void what_xml_gives_a_meaning_is_escaped(void **state)
{
    (void)state;
    add_slip(FINDING_SUM_DIFFERS, "luật \"A\" & <B>", "đ", "1");
    const char *entry = accepted_entries(&findings, &arena);
    assert_non_null(strstr(entry, " subject=\"luật &quot;A&quot; &amp; &lt;B>\" source=\"đ\" "));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_matching_finding_becomes_a_note_with_its_reason),
        TEST(every_point_must_match),
        TEST(what_a_finding_lacks_the_entry_must_lack_too),
        TEST(an_entry_about_a_plan_not_in_the_run_is_no_matter),
        TEST(an_entry_about_results_is_judged_beside_results_of_its_year),
        TEST(an_error_is_never_accepted),
        TEST(the_second_of_two_entries_for_one_finding_matches_it_too),
        TEST(an_unmatched_entry_can_not_be_accepted_by_another),
        TEST(each_warning_gives_an_entry_to_fill_in),
        TEST(notes_errors_and_what_is_accepted_give_no_entry),
        TEST(what_xml_gives_a_meaning_is_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
