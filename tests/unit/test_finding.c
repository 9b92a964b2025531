#include "../support/check.h"

#include <ctype.h>
#include <errno.h>

#include "base/text.h"

static const struct place PLACE = { "ke-hoach.xml", 12 };

static char *printed(struct arena *arena, const struct finding *finding, enum language language)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    finding_print(out, finding, language);
    assert_whole(fclose(out), 0);
    char *copy = arena_string(arena, text);
    free(text);
    return copy;
}

static void a_finding_prints_place_fault_remedy_severity_and_code(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    const struct finding *finding = finding_add(&findings, FINDING_YEAR_OUTSIDE, PLACE, "2026", "2021-2025", NULL);
    assert_string_equal(printed(&arena, finding, LANGUAGE_VI),
                        "ke-hoach.xml:12: năm 2026 ngoài giai đoạn 2021-2025: sửa năm, hoặc sửa <period>; số đã "
                        "giao, ước, thực hiện, định hướng của năm khác thì ghi thêm phase [lỗi IN-025]\n");
    assert_string_equal(printed(&arena, finding, LANGUAGE_EN),
                        "ke-hoach.xml:12: year 2026 is outside the period 2021-2025: correct the year, or <period>; "
                        "a figure assigned, estimated, reached or aimed at in another year has a phase "
                        "[error IN-025]\n");
    arena_release(&arena);
}

static void a_file_as_a_whole_has_no_line_and_a_run_no_file(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    const struct finding *whole = finding_add(&findings, FINDING_FILE_EMPTY, (struct place){ "a.xml", 0 }, NULL);
    assert_memory_equal(printed(&arena, whole, LANGUAGE_EN), "a.xml: the file is empty: ", 26);
    const struct finding *run = finding_add(&findings, FINDING_NOTHING_TO_DO, (struct place){ NULL, 0 }, NULL);
    assert_memory_equal(printed(&arena, run, LANGUAGE_EN), "there is no usable plan: ", 25);
    arena_release(&arena);
}

static void copies_outlive_the_texts_of_others(void **state)
{
    struct arena arena = ARENA_INIT, passing = ARENA_INIT;
    struct findings findings = findings_in(&arena), others = findings_in(&passing);
    (void)state;
    char row[] = "x1", plan[] = "kh", amount[] = "5";
    finding_add_about(&others, FINDING_REPEATED_TASK, PLACE,
                      (struct about){ .subject = row, .plan = plan, .stated = amount }, "việc", "7", NULL);
    finding_add(&others, FINDING_FILE_EMPTY, PLACE, NULL);
    findings.plan = "khác";
    findings_append_copies(&findings, &others);
    row[0] = plan[0] = amount[0] = '?';
    arena_release(&passing);
    assert_whole((int64_t)findings.count, 2);
    assert_string_equal(findings.items[0].subject, "x1");
    assert_string_equal(findings.items[0].plan, "kh");
    assert_string_equal(findings.items[0].stated, "5");
    assert_null(findings.items[0].computed);
    assert_string_equal(findings.items[0].args[1], "7");
    assert_string_equal(findings.items[0].place.file, "ke-hoach.xml");
    assert_string_equal(findings.items[1].plan, "khác");
    arena_release(&arena);
}

static void arguments_are_copied(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    char name[] = "x1", file[] = "a.xml";
    (void)state;
    const struct finding *finding =
        finding_add(&findings, FINDING_DUPLICATE_ID, (struct place){ file, 3 }, name, "7", NULL);
    name[0] = file[0] = '?';
    assert_string_equal(finding_what(&arena, finding, LANGUAGE_EN), "id \"x1\" is already used on line 7");
    assert_string_equal(finding->place.file, "a.xml");
    arena_release(&arena);
}

static void braces_that_are_no_holes_stay(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    const struct finding *finding = finding_add(&findings, FINDING_BAD_PLACEHOLDER, PLACE, "{0} {year", NULL);
    assert_string_equal(finding_what(&arena, finding, LANGUAGE_EN), "placeholder \"{0} {year\" is missing its }");
    arena_release(&arena);
}

static void system_errors_are_said_in_the_language_of_the_message(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    finding_errno(&findings, FINDING_WRITE_FAILED, PLACE, ENOSPC);
    assert_string_equal(finding_what(&arena, &findings.items[0], LANGUAGE_VI), "không ghi được (ổ đĩa hết chỗ)");
    assert_string_equal(finding_what(&arena, &findings.items[0], LANGUAGE_EN), "cannot be written (No space left on device)");
    arena_release(&arena);
}

/* A text of the user's that happens to be the system's words is not translated. */
static void only_errors_are_said_in_other_words(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    const struct finding *finding = finding_add(&findings, FINDING_UNKNOWN_LAYOUT, PLACE, "Is a directory", "x", NULL);
    assert_string_equal(finding_what(&arena, finding, LANGUAGE_VI), "không có bố cục «Is a directory»");
    arena_release(&arena);
}

static void what_is_added_is_about_the_plan_being_checked_unless_it_names_another(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena), others = findings_in(&arena);
    (void)state;
    finding_add(&others, FINDING_NO_AMOUNTS, PLACE, NULL);
    findings.plan = "checked";
    finding_add_about(&findings, FINDING_NO_AMOUNTS, PLACE, (struct about){ .plan = "other", .subject = "a" }, NULL);
    finding_add_about(&findings, FINDING_NO_AMOUNTS, PLACE, ABOUT("b"), NULL);
    findings_append(&findings, &others);
    assert_string_equal(findings.items[0].plan, "other");
    assert_string_equal(findings.items[0].subject, "a");
    assert_string_equal(findings.items[1].plan, "checked");
    assert_string_equal(findings.items[1].subject, "b");
    assert_string_equal(findings.items[2].plan, "checked");
    assert_null(findings.items[2].subject);
    assert_false(findings_have_error_since(&findings, 0));
    finding_add(&findings, FINDING_FILE_EMPTY, PLACE, NULL);
    assert_true(findings_have_error_since(&findings, 3));
    assert_false(findings_have_error_since(&findings, 4));
    arena_release(&arena);
}

static void findings_are_ordered_by_place_and_repetitions_dropped(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    finding_add(&findings, FINDING_FILE_EMPTY, (struct place){ "b.xml", 0 }, NULL);
    finding_add(&findings, FINDING_DUPLICATE_ID, (struct place){ "a.xml", 10 }, "x", "1", NULL);
    finding_add(&findings, FINDING_DUPLICATE_ID, (struct place){ "a.xml", 9 }, "x", "1", NULL);
    finding_add(&findings, FINDING_YEAR_OUTSIDE, (struct place){ "a.xml", 9 }, "2019", "2021-2025", NULL);
    finding_add(&findings, FINDING_DUPLICATE_ID, (struct place){ "a.xml", 9 }, "x", "1", NULL);
    finding_add(&findings, FINDING_DUPLICATE_ID, (struct place){ "a.xml", 9 }, "w", "1", NULL);
    finding_add(&findings, FINDING_NOTHING_TO_DO, (struct place){ NULL, 0 }, NULL);
    findings_sort(&findings);
    static const struct { const char *file; long line; const char *id, *arg; } ORDER[] = {
        { NULL, 0, "RU-001", NULL },     { "a.xml", 9, "IN-025", "2019" }, { "a.xml", 9, "IN-027", "w" },
        { "a.xml", 9, "IN-027", "x" },   { "a.xml", 10, "IN-027", "x" },   { "b.xml", 0, "IN-003", NULL },
    };
    assert_whole((int64_t)findings.count, sizeof ORDER / sizeof *ORDER);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];
        assert_true(text_equal(finding->place.file, ORDER[i].file));
        assert_whole(finding->place.line, ORDER[i].line);
        assert_string_equal(finding_id(finding->code), ORDER[i].id);
        assert_true(text_equal(finding->args[0], ORDER[i].arg));
    }
    arena_release(&arena);
}

static void the_worst_severity_is_reached(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    findings_sort(&findings);
    assert_false(findings_reach(&findings, SEVERITY_NOTE));
    finding_add(&findings, FINDING_NO_AMOUNTS, PLACE, NULL);
    assert_true(findings_reach(&findings, SEVERITY_NOTE));
    assert_false(findings_reach(&findings, SEVERITY_WARNING));
    finding_add(&findings, FINDING_SUM_DIFFERS, PLACE, "a", "1", "2", "-1", NULL);
    assert_true(findings_reach(&findings, SEVERITY_WARNING));
    assert_false(findings_reach(&findings, SEVERITY_ERROR));
    finding_add(&findings, FINDING_WRITE_FAILED, PLACE, "a", "b", NULL);
    assert_true(findings_reach(&findings, SEVERITY_SYSTEM));
    arena_release(&arena);
}

static void an_accepted_finding_is_a_note_with_its_reason(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    struct finding *finding = finding_add(&findings, FINDING_SUM_DIFFERS, PLACE, "a", "1", "2", "-1", NULL);
    finding->accepted = "in như vậy";
    assert_whole(finding_severity(finding), SEVERITY_NOTE);
    assert_false(findings_reach(&findings, SEVERITY_WARNING));
    assert_string_equal(finding_remedy(&arena, finding, LANGUAGE_VI), "đã biết: in như vậy");
    assert_string_equal(finding_remedy(&arena, finding, LANGUAGE_EN), "known: in như vậy");
    arena_release(&arena);
}

static void every_code_has_an_id_of_its_own(void **state)
{
    (void)state;
    for (size_t i = 0; i < FINDING_COUNT; i++) {
        const char *id = finding_id((enum finding_code)i);
        assert_whole((int64_t)strlen(id), 6);
        assert_true(isupper(id[0]) && isupper(id[1]) && id[2] == '-' && isdigit(id[3]) && isdigit(id[4]) && isdigit(id[5]));
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(id, finding_id((enum finding_code)j));
        assert_true(*finding_rule((enum finding_code)i) != '\0');
    }
}

/* With A to E for its arguments. */
static void check_sentence(const char *id, const char *sentence)
{
    size_t length = strlen(sentence), offset;
    bool good = length > 0 && utf8_check(sentence, length, &offset) == UTF8_OK && sentence[0] != ' ' &&
                !strchr(".,:; ", sentence[length - 1]) && !strchr(sentence, '\n') && !strstr(sentence, "  ");
    if (!good)
        print_error("%s: “%s”\n", id, sentence);
    assert_true(good);
}

/* One line, no full stop, composed Unicode, in both languages; and nobody reads an argument that is not there. */
static void every_sentence_is_one_clean_line(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    for (size_t i = 0; i < FINDING_COUNT; i++) {
        struct finding *finding = finding_add(&findings, (enum finding_code)i, PLACE, "A", "B", "C", "D", "E", NULL);
        for (enum language language = LANGUAGE_VI; language <= LANGUAGE_EN; language++) {
            check_sentence(finding_id(finding->code), finding_what(&arena, finding, language));
            check_sentence(finding_id(finding->code), finding_remedy(&arena, finding, language));
        }
        assert_string_not_equal(finding_what(&arena, finding, LANGUAGE_VI), finding_what(&arena, finding, LANGUAGE_EN));
        struct finding *bare = finding_add(&findings, (enum finding_code)i, PLACE, NULL);
        assert_non_null(finding_what(&arena, bare, LANGUAGE_VI));
    }
    arena_release(&arena);
}

static size_t count_of(const struct findings *findings, enum finding_code code)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count += findings->items[i].code == code;
    return count;
}

/* Of a kind, a file and no more; each kind on its own; warnings, other files and what comes after the quota are kept. */
static void errors_that_repeat_are_counted(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    struct place here = { "a.xml", 0 }, there = { "b.xml", 1 };
    (void)state;
    findings_begin_quota(&findings, "a.xml", 3);
    for (here.line = 1; here.line <= 1000; here.line++) {
        assert_whole(findings_full(&findings, FINDING_YEAR_OUTSIDE, "a.xml"), here.line > 3);
        finding_add_about(&findings, FINDING_YEAR_OUTSIDE, here, ABOUT("x"), "2026", "2021-2025", NULL);
        finding_add(&findings, FINDING_THREE_DECIMALS, here, "1.000", NULL);
    }
    for (int i = 0; i < 3; i++)
        finding_add(&findings, FINDING_DUPLICATE_ID, here, "x", "7", NULL);
    for (int i = 0; i < 10; i++)
        finding_add(&findings, FINDING_YEAR_OUTSIDE, there, "2026", "2021-2025", NULL);
    findings_end_quota(&findings);
    finding_add(&findings, FINDING_YEAR_OUTSIDE, here, "2026", "2021-2025", NULL);
    findings_end_quota(&findings);
    assert_whole((int64_t)count_of(&findings, FINDING_YEAR_OUTSIDE), 3 + 10 + 1);
    assert_whole((int64_t)count_of(&findings, FINDING_THREE_DECIMALS), 1000);
    assert_whole((int64_t)count_of(&findings, FINDING_DUPLICATE_ID), 3);
    assert_whole((int64_t)count_of(&findings, FINDING_REPEATED), 1);
    const struct finding *closing = &findings.items[findings.count - 2];
    assert_string_equal(printed(&arena, closing, LANGUAGE_EN),
                        "a.xml:4: … and 997 more errors IN-025 in this file: correct the reported errors of this kind, "
                        "then run again to see the others [error IN-067]\n");
    arena_release(&arena);
}

/* Names of files and values of a file may hold anything. */
static void what_steers_a_terminal_is_not_printed(void **state)
{
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    (void)state;
    const struct finding *finding = finding_add(&findings, FINDING_FILE_EMPTY, (struct place){
                                                "a\x1b[31m\n\xc2\x9b\xe2\x80\xae\x7f\xff.xml", 0 }, NULL);
    assert_memory_equal(printed(&arena, finding, LANGUAGE_EN), "a?[31m????\xff.xml: the", 20);
    arena_release(&arena);
}

/* Whether a line of the file is that heading, of any level. */
static bool has_heading(FILE *file, const char *heading)
{
    char line[512];
    bool found = false;
    while (!found && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        size_t level = strspn(line, "#");
        found = level && line[level] == ' ' && strcmp(line + level + 1, heading) == 0;
    }
    return found;
}

/* "input/README.md, Kiểm tra": a file or folder of the repository, and a heading of it. */
static bool can_be_opened(struct arena *arena, const char *rule)
{
    const char *comma = strstr(rule, ", ");
    FILE *file = fopen(comma ? arena_printf(arena, "%.*s", (int)(comma - rule), rule) : rule, "r");
    bool found = file && (!comma || has_heading(file, comma + 2));
    if (file)
        fclose(file);
    return found;
}

static bool is_law_or_standard(const char *rule)
{
    static const char *const BEGINNINGS[] = { "Nghị định ", "TCVN ", "XML 1.0", "ECMA-376, " };
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++)
        if (strncmp(rule, BEGINNINGS[i], strlen(BEGINNINGS[i])) == 0)
            return true;
    return false;
}

static void a_rule_is_a_law_a_standard_or_a_page_that_a_reader_can_open(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_false(can_be_opened(&arena, "input/README.md, No such heading"));
    for (int code = 0; code < FINDING_COUNT; code++) {
        const char *rule = finding_rule((enum finding_code)code);
        if (!is_law_or_standard(rule) && !can_be_opened(&arena, rule))
            fail_msg("%s: no such page or heading: %s", finding_id((enum finding_code)code), rule);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_prints_place_fault_remedy_severity_and_code),
        cmocka_unit_test(a_file_as_a_whole_has_no_line_and_a_run_no_file),
        cmocka_unit_test(arguments_are_copied),
        cmocka_unit_test(copies_outlive_the_texts_of_others),
        cmocka_unit_test(braces_that_are_no_holes_stay),
        cmocka_unit_test(system_errors_are_said_in_the_language_of_the_message),
        cmocka_unit_test(only_errors_are_said_in_other_words),
        cmocka_unit_test(what_is_added_is_about_the_plan_being_checked_unless_it_names_another),
        cmocka_unit_test(findings_are_ordered_by_place_and_repetitions_dropped),
        cmocka_unit_test(the_worst_severity_is_reached),
        cmocka_unit_test(an_accepted_finding_is_a_note_with_its_reason),
        cmocka_unit_test(errors_that_repeat_are_counted),
        cmocka_unit_test(what_steers_a_terminal_is_not_printed),
        cmocka_unit_test(every_code_has_an_id_of_its_own),
        cmocka_unit_test(a_rule_is_a_law_a_standard_or_a_page_that_a_reader_can_open),
        cmocka_unit_test(every_sentence_is_one_clean_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
