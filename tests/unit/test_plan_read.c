#include "../support/check.h"

#include <unistd.h>

#include "base/text.h"
#include "content/words.h"
#include "input/gather.h"
#include "input/root_tag.h"
#include "input/number_remedy.h"
#include "input/plan_read.h"

static void the_worked_example_is_read_whole(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_read(file_at(fixture, "input/examples/worked-example.xml"), fixture->plan_schema, fixture->catalogue,
                                        &fixture->arena, &fixture->findings);
    assert_non_null(plan);
    assert_findings(fixture, "");
    assert_string_equal(plan->id, "worked-example");
    assert_string_equal(plan->unit, "92");
    assert_true(plan->illustrative);
    assert_date(plan->as_of, 2026, 1, 15);
    assert_whole(plan->first_year, 2026);
    assert_whole(plan->last_year, 2030);
    const struct decision *decision = &plan->decision;
    assert_string_equal(decision->code_number.text, "07");
    assert_false(decision->code_number.absent || decision->code_number.blank || decision->within);
    assert_date(decision->issued, 2026, 1, 15);
    assert_string_equal(decision->organ_name, "Ủy ban nhân dân thành phố Cần Thơ");
    assert_whole((int64_t)decision->authority_count, 2);
    assert_string_equal(decision->authority[1], "KT. CHỦ TỊCH");
    assert_string_equal(decision->full_name, "Nguyễn Văn Ví Dụ");
    assert_whole((int64_t)decision->recipient_count, 3);
    assert_whole((int64_t)decision->basis_count, 2);
    assert_null(decision->bases[0].number);
    assert_string_equal(decision->bases[1].organ, "Chính phủ");
    assert_whole((int64_t)decision->cited_count, 3);
    assert_whole((int64_t)plan->source_count, 3);
    assert_string_equal(plan->sources[0].labels[0].text, "Hỗ trợ từ ngân sách trung ương");
    assert_whole((int64_t)plan->target_count, 3);
    assert_string_equal(plan->targets[1].measure.part_of, "a1");
    assert_whole(plan->targets[2].measure.op, OP_RANGE);
    assert_dec(plan->targets[2].measure.high, "60");
    assert_whole((int64_t)plan->targets[2].section, 1);
    assert_whole(plan->prose[0].figures[0].dong, 1225000000);
    assert_string_equal(plan->prose[0].figures[0].words, "Một tỷ hai trăm hai mươi lăm triệu đồng");
    assert_whole((int64_t)plan->table_count, 1);
    assert_whole((int64_t)plan->tables[0].row_count, 7);
    assert_whole((int64_t)plan->absent_count, 1);
    assert_whole(plan->deadlines[0].month, 12);
    assert_whole(plan->deadlines[0].day, 15);
    assert_whole((int64_t)plan->note_count, 1);
}

static void zero_dash_blank_and_lost_are_four_things(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'><amount source='TW' year='2021'>0</amount>"
        "<amount source='TW' year='2022' as='dash'/><amount source='TW' year='2023' as='blank'/>"
        "<amount source='DP' year='2021' as='lost'/></activity>"));
    assert_findings(fixture, "");
    assert_whole(figure_at_cell(plan, 0, "a TW 2021")->state, FIGURE_NUMBER);
    assert_whole(figure_at_cell(plan, 0, "a TW 2022")->state, FIGURE_DASH);
    assert_whole(figure_at_cell(plan, 0, "a TW 2023")->state, FIGURE_BLANK);
    assert_whole(figure_at_cell(plan, 0, "a DP 2021")->state, FIGURE_LOST);
    assert_null(row_figure(&plan->tables[0].rows[0], plan_source(plan, "DN"), 2021));
}

static void money_is_held_in_dong_and_as_printed(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'><amount source='TW' year='2021'>1924.5</amount>"
        "<amount source='TW' year='2022' unit='billion-dong'>1.25</amount>"
        "<amount source='TW' year='2023' unit='dong'>7</amount>"
        "<amount source='DP' unit='thousand-dong' about='yes' words='hai'>2.000</amount></activity>"));
    assert_findings(fixture, "");
    assert_whole(figure_at_cell(plan, 0, "a TW 2021")->dong, 1924500000);
    assert_dec(figure_at_cell(plan, 0, "a TW 2021")->number, "1924.5");
    assert_whole(figure_at_cell(plan, 0, "a TW 2022")->dong, 1250000000);
    assert_whole(figure_at_cell(plan, 0, "a TW 2023")->dong, 7);
    const struct figure *about = figure_at_cell(plan, 0, "a DP -");
    assert_whole(about->dong, 2000);
    assert_dec(about->number, "2.000");
    assert_true(about->op == FIGURE_ABOUT && !about->stated);
    assert_string_equal(about->words, "hai");
}

static void rows_know_their_place(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        "<group id='g' no='I' title='G'><stated year='2021' source='TW'>1</stated>\n"
        "<group id='h' no='1' title='H'><activity id='a' no='a' title='A' start='2021' end='2022' unit='lớp' quantity='2.5'>"
        "<lead>Sở A</lead><lead>Sở B</lead><partner>Sở C</partner><amount year='2021' source='TW'>1</amount>"
        "<labelSum count='2' countUnit='lớp' unitPrice='0.5' result='1'/>"
        "<activity id='b' title='B'/></activity></group></group>"
        "<line id='l' no='2' title='L' source='DP'><amount year='2021'>3</amount></line>"
        "<total id='s' label='S' of='g  l'><stated>4</stated></total>"));
    assert_findings(fixture, "");
    const struct plan_table *table = &plan->tables[0];
    static const struct { const char *id; enum row_kind kind; int parent; unsigned level; bool children; } ROWS[] = {
        { "g", ROW_GROUP, NO_ROW, 0, true }, { "h", ROW_GROUP, 0, 1, true },      { "a", ROW_ACTIVITY, 1, 2, true },
        { "b", ROW_ACTIVITY, 2, 3, false },  { "l", ROW_LINE, NO_ROW, 0, false }, { "s", ROW_TOTAL, NO_ROW, 0, false },
    };
    assert_whole((int64_t)table->row_count, sizeof ROWS / sizeof *ROWS);
    for (size_t i = 0; i < table->row_count; i++) {
        assert_string_equal(table->rows[i].id, ROWS[i].id);
        assert_whole(table->rows[i].kind, ROWS[i].kind);
        assert_whole(table->rows[i].parent, ROWS[i].parent);
        assert_whole(table->rows[i].level, ROWS[i].level);
        assert_whole(table->rows[i].has_children, ROWS[i].children);
    }
    const struct plan_row *a = &table->rows[2];
    assert_whole(a->start, 2021);
    assert_whole(a->end, 2022);
    assert_string_equal(a->unit, "lớp");
    assert_dec(a->quantity, "2.5");
    assert_whole((int64_t)a->lead_count, 2);
    assert_string_equal(a->partners[0], "Sở C");
    assert_dec(a->label_sums[0].unit_price, "0.5");
    assert_ptr_equal(table->rows[4].source, plan_source(plan, "DP"));
    assert_ptr_equal(table->rows[4].figures[0].source, plan_source(plan, "DP")); /* of its line */
    assert_whole((int64_t)table->rows[5].of_count, 2);
    assert_string_equal(table->rows[5].of[1], "l");
    assert_string_equal(table->rows[5].title, "S");
}

static void what_a_decision_does_not_print_is_told_apart(void **state)
{
    struct fixture *fixture = *state;
    const char *text = plan_around(fixture, "<table id='t' layout='x' where='w'><activity id='a' title='a'/></table>");
    struct text changed = text_in(&fixture->arena);
    const char *number = strstr(text, "<codeNumber>1</codeNumber>"), *place = strstr(text, "<place>Cần Thơ</place>");
    text_addn(&changed, text, (size_t)(number - text));
    text_add(&changed, "<codeNumber printed='no' knownFrom='công báo'>17</codeNumber>");
    number += strlen("<codeNumber>1</codeNumber>");
    text_addn(&changed, number, (size_t)(place - number));
    text_add(&changed, "<place absent='yes'/>");
    text_add(&changed, place + strlen("<place>Cần Thơ</place>"));
    const struct plan *plan = plan_of(fixture, text_str(&changed));
    assert_findings(fixture, "");
    assert_true(plan->decision.code_number.blank && !plan->decision.code_number.absent);
    assert_string_equal(plan->decision.code_number.known_from, "công báo");
    assert_true(plan->decision.place_name.absent && plan->decision.recipients_absent);
    assert_null(plan->tables[0].annex);
}

static void years_and_sources_of_figures_are_checked(void **state)
{
    struct fixture *fixture = *state;
    assert_null(plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'>\n<amount source='TW' year='2020'>1</amount>\n<amount source='XX' year='2021'>1</amount>\n"
        "<amount source='TW' year='2021'>1</amount>\n<amount source='TW' year='2021'>1</amount>\n"
        "<amount source='TW' year='2023'>1</amount>\n<amount source='TW' year='2024'>1</amount></activity>")));
    assert_findings(fixture, "IN-025:4 IN-024:5 IN-026:7 IN-025:9");
}

static void one_fault_is_told_once_and_without_its_consequences(void **state)
{
    struct fixture *fixture = *state;
    assert_null(plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'>\n<amount source='XX' year='2021'>1</amount>\n<amount source='YY' year='2021'>1</amount>\n"
        "<amount source='TW' year='21'>1</amount>\n<amount source='TW' year='22'>1</amount>\n"
        "<amount source='TW'>1</amount></activity>")));
    assert_findings(fixture, "IN-024:4 IN-024:5 IN-016:6 IN-016:7");
}

static void ids_are_unique_in_a_file(void **state)
{
    struct fixture *fixture = *state;
    assert_null(plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'/>\n<activity id='a' title='b'/>\n<activity id='bang' title='c'/>\n"
        "<activity id='DN' title='d'/>")));
    assert_findings(fixture, "IN-027:4 IN-027:5 IN-027:6");
}

static void exactly_three_decimals_in_million_dong_are_doubted(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'>\n<amount source='TW' year='2021'>1.377</amount>\n"
        "<amount source='TW' year='2022'>1.37</amount><amount source='TW' year='2023'>1.3770</amount>\n"
        "<amount source='DP' year='2021' unit='billion-dong'>1.377</amount></activity>"));
    assert_findings(fixture, "IN-021:4");
    assert_whole(figure_at_cell(plan, 0, "a TW 2021")->dong, 1377000);
}

static void an_amount_is_whole_dong_of_a_size_that_can_be_computed(void **state)
{
    struct fixture *fixture = *state;
    assert_null(plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'>\n<amount source='TW' year='2021'>0.0000001</amount>\n"
        "<amount source='TW' year='2022'>9223372036855</amount>\n<amount source='TW' year='2023'>9223372036854</amount>\n"
        "<amount source='DP' year='2021' unit='dong'>0.5</amount></activity>")));
    assert_findings(fixture, "IN-022:4 IN-023:5 IN-022:7");
}

static void totals_name_rows_of_their_own_table(void **state)
{
    struct fixture *fixture = *state;
    assert_null(plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'/>\n<total id='s' label='s' of='a b'><stated>1</stated></total>\n"
        "<total id='u' label='u' of='s'><stated>1</stated></total>\n<total id='v' label='v' of='v'><stated>1</stated></total>")));
    assert_findings(fixture, "IN-028:4 IN-034:5 IN-034:6");
}

static void a_measure_has_what_its_comparison_needs(void **state)
{
    struct fixture *fixture = *state;
    assert_null(plan_of(fixture, plan_around(fixture,
        "<targets id='ts' layout='targets' where='w'><section no='1' title='s'>\n"
        "<target id='a' op='none'>a</target>\n<target id='b' op='ge' value='1' unit='%'>b</target>\n"
        "<target id='c' op='ge' unit='%'>c</target>\n<target id='d' op='range' low='1' unit='%'>d</target>\n"
        "<target id='e' op='range' high='1' unit='%'>e</target>\n<target id='f' op='eq' value='1'>f</target>\n"
        "<target id='g' op='ge' low='2' high='3' unit='sàn'>g</target></section></targets>")));
    assert_findings(fixture, "IN-031:5 IN-031:6 IN-031:7 IN-031:8");
}

/* The line of a fault behind line 65535, where the library's own counter ends. */
static void lines_of_long_files_are_exact(void **state)
{
    struct fixture *fixture = *state;
    struct text rows = text_in(&fixture->arena);
    for (int i = 0; i < 70000; i++)
        text_add(&rows, "\n");
    text_add(&rows, "<activity id='a' title='a'>\n\n<amount source='TW' year='1999'>1</amount></activity>");
    assert_null(plan_of(fixture, table_around(fixture, text_str(&rows))));
    assert_findings(fixture, "IN-025:70005");
}

static void a_file_that_vanishes_between_listing_and_reading_is_told(void **state)
{
    struct fixture *fixture = *state;
    const char *text = plan_around(fixture, "");
    const char *path = temporary_file(fixture, text, strlen(text));
    struct file_list files = { 0 };
    gather(&files, path, &fixture->arena, &fixture->findings);
    assert_whole((int64_t)files.count, 1);
    assert_whole(unlink(path), 0);
    assert_null(plan_read(file_at(fixture, files.paths[0]), fixture->plan_schema, fixture->catalogue, &fixture->arena, &fixture->findings));
    assert_findings(fixture, "IN-002:0");
}

static struct root_tag root_of(struct fixture *fixture, const char *text, size_t length)
{
    struct slurp file = { "x.xml", arena_copy(&fixture->arena, text, length), length, false };
    return root_tag(&file, &fixture->arena);
}

static void the_root_of_a_file_is_known_without_parsing_it(void **state)
{
    struct fixture *fixture = *state;
    static const struct { const char *text, *root; } CASES[] = {
        { "<plan/>", "plan" },
        { "<?xml version='1.0'?>\n<!-- <layout> -->\n<?x <y>?><plan a='b'>", "plan" },
        { "\xef\xbb\xbf<layout>", "layout" },
        { "<l:layout xmlns:l='x'/>", "layout" },
        { "<a\n>", "a" },
        { "", "" }, { "no tag", "" }, { "<!-- never closed", "" }, { "<", "" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(root_of(fixture, CASES[i].text, strlen(CASES[i].text)).name, CASES[i].root);
    assert_string_equal(root_tag(file_at(fixture, "/tmp"), &fixture->arena).name, "");
}

static void the_root_behind_a_long_comment_is_known(void **state)
{
    struct fixture *fixture = *state;
    const char *text = arena_printf(&fixture->arena, "<!--%*s--><results plan='a'>", 1 << 20, "");
    assert_string_equal(root_of(fixture, text, strlen(text)).name, "results");
}

static void assert_plan_named(struct fixture *fixture, const char *text, size_t length, const char *expected)
{
    struct root_tag tag = root_of(fixture, text, length);
    const char *plan = root_tag_attribute(&tag, "plan", &fixture->arena);
    if (expected)
        assert_string_equal(plan, expected);
    else
        assert_null(plan);
}

/* Also where no parser would take the file. */
static void attributes_of_the_root_are_read_leniently(void **state)
{
    struct fixture *fixture = *state;
    static const struct { const char *text, *plan; } CASES[] = {
        { "<results id='a' plan='b'>", "b" },
        { "<results\n  plan = \"b\"\n id='plan'", "b" },
        { "<results plan=“b” unit='92'>", "b" },
        { "<results plan=b unit=92>", "b" },
        { "<results xplan='a' plan='b'>", "b" },
        { "<results note='plan' plan='b'", "b" },
        { "<results plan='' id='a'>", "" },
        { "<results id='a'><x plan='b'/>", NULL }, { "<results plan>", NULL }, { "<plan>", NULL }, { "", NULL },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_plan_named(fixture, CASES[i].text, strlen(CASES[i].text), CASES[i].plan);
    static const char WIDE[] = "\xff\xfe<\0r\0 \0p\0l\0a\0n\0=\0'\0b\0'\0>\0";
    assert_plan_named(fixture, WIDE, sizeof WIDE - 1, "b");
}

static void printed_numbers_have_a_remedy(void **state)
{
    struct fixture *fixture = *state;
    static const struct { const char *text, *remedy; } CASES[] = {
        { "1.924,5", "1924.5" }, { "244,5", "244.5" },     { "0,25", "0.25" },         { "1.377.000", "1377000" },
        { "1 377", "1377" },     { "1 377,5", "1377.5" },  { "1,377,000", "1377000" }, { "1,924.5", "1924.5" },
        { "-1.924,5", "-1924.5" }, { "12.345.678,90", "12345678.90" }, { "1924,5", "1924.5" }, { "1,377", "1.377" },
        { "244.5", NULL },       { "1924", NULL },         { "1.377", NULL },          { "", NULL },
        { "mười", NULL },        { "1.92,5", NULL },       { "1.924,5,6", NULL },      { "12 34", NULL },
        { "1.2.3", NULL },       { ",5", NULL },           { "5,", NULL },             { "1924.5 triệu", NULL },
        { "1.9245.000", NULL },  { "1,2,3", NULL },        { "1.924.5", NULL },        { "--1,5", NULL },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *remedy = number_remedy(&fixture->arena, CASES[i].text);
        if (!text_equal(remedy, CASES[i].remedy))
            print_error("“%s”: found %s\n", CASES[i].text, remedy ? remedy : "nothing");
        assert_true(text_equal(remedy, CASES[i].remedy));
    }
}

/* Whatever is printed in the Vietnamese way is led back to the number it was made of. */
static void the_remedy_undoes_the_print(void **state)
{
    struct fixture *fixture = *state;
    struct chance chance = { 8 };
    for (int i = 0; i < 5000; i++) {
        long long whole = (long long)chance_between(&chance, 0, 999999999), cents = (long long)chance_between(&chance, 0, 99);
        const char *digits = arena_printf(&fixture->arena, "%lld", whole);
        struct text print = text_in(&fixture->arena);
        for (size_t d = 0, length = strlen(digits); d < length; d++)
            text_addf(&print, "%s%c", d && (length - d) % 3 == 0 ? "." : "", digits[d]);
        text_addf(&print, ",%02lld", cents);
        assert_string_equal(number_remedy(&fixture->arena, text_str(&print)),
                            arena_printf(&fixture->arena, "%lld.%02lld", whole, cents));
    }
}

static void plain_numbers_are_plain_whatever_their_length(void **state)
{
    (void)state;
    assert_true(number_is_plain("0") && number_is_plain("-12.50") && number_is_plain("+7"));
    assert_true(number_is_plain("99999999999999999999999.5"));
    assert_false(number_is_plain("") || number_is_plain("-") || number_is_plain(".5") || number_is_plain("5."));
    assert_false(number_is_plain("1,5") || number_is_plain("1.2.3") || number_is_plain("1 2") || number_is_plain("1e5"));
}

static const struct figure *at(const struct plan_row *row, struct figure_key key)
{
    return row_figure_at(row, key);
}

static const struct plan_row *row_of(const struct plan_table *table, const char *id)
{
    return &table->rows[table_row(table, id)];
}

/* input/examples/figures-example.xml holds each kind once. */
static const struct plan *figures_example(struct fixture *fixture)
{
    return plan_read(file_at(fixture, "input/examples/figures-example.xml"), fixture->plan_schema, fixture->catalogue, &fixture->arena,
                     &fixture->findings);
}

static void figures_are_read_by_measure_phase_period_and_source(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = figures_example(fixture);
    assert_non_null(plan);
    assert_findings(fixture, "");
    const struct plan_row *row = row_of(&plan->tables[0], "a1");
    assert_whole((int64_t)row->figure_count, 2); /* money as planned alone: what sums are made of */
    assert_whole((int64_t)row->keyed_count, 6);
    struct figure_period year = { .year = 2026 }, before = { .year = 2025 };
    const struct figure *count = at(row, (struct figure_key){ .measure = "so-de-an" });
    assert_dec(count->number, "3");
    assert_string_equal(count->printed, "03");
    assert_whole(count->dong, 0);
    assert_ptr_equal(at(row, (struct figure_key){ .measure = "so-de-an", .period = year }), count); /* the one year */
    assert_whole(at(row, (struct figure_key){ .phase = "estimated", .period = before, .source = "TW" })->dong, 420000000);
    assert_null(at(row, (struct figure_key){ .period = before, .source = "TW" }));
    struct figure_period quarter = { .year = 2026, .part = FIRST_QUARTER }, to = { .to = { 2026, 10, 31 } };
    assert_whole(at(row, (struct figure_key){ .phase = "assigned", .period = quarter, .source = "TW" })->dong, 100000000);
    assert_whole(at(row, (struct figure_key){ .phase = "disbursed-to-date", .period = to, .source = "TW" })->dong, 350000000);
    const struct figure *range = at(row, (struct figure_key){ .measure = "doi-ung", .phase = "dang-ky", .period = year });
    assert_whole(range->op, FIGURE_RANGE);
    assert_whole(range->dong, 2000000000);
    assert_whole(range->high_dong, 2500000000);
    assert_whole(row_figure(row, plan_source(plan, "DP"), 2026)->op, FIGURE_ABOUT);
    const struct figure *same = at(row_of(&plan->tables[0], "a2"), (struct figure_key){ .measure = "don-gia" });
    assert_true(same->same);
    assert_dec(same->number, "300");
}

static void rows_and_tables_say_what_adds_up(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = figures_example(fixture);
    assert_non_null(plan);
    const struct plan_table *table = &plan->tables[0];
    assert_true(row_is_apart(table, row_of(table, "a2-1")) && row_is_apart(table, row_of(table, "a3")));
    assert_false(row_is_apart(table, row_of(table, "a1")) || row_is_apart(table, row_of(table, "a2")));
    assert_string_equal(row_text_named(row_of(table, "a1"), "result"), "03 dây chuyền");
    assert_null(row_text_named(row_of(table, "a2"), "result"));
    assert_true(table_repeats(&plan->tables[1], "pl1"));
    assert_string_equal(plan->programme, "khuyen-cong");
    assert_string_equal(plan->carries_out[0].plan, "can-tho-khuyen-cong-2026-2030");
    assert_whole((int64_t)plan->relation_count, 0);
}

static void parts_of_a_decision_are_known_as_far_as_they_are(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = figures_example(fixture);
    assert_non_null(plan);
    const struct decision *decision = &plan->decision;
    assert_true(decision->code_number.blank && !decision->code_number.known_from);
    assert_true(decision->issue.unknown && decision->place_name.unknown);
    assert_date(decision->issue.known, 2026, 1, 0);
    assert_date(decision->issued, 2026, 1, 1);
    assert_string_equal(citation_words(&fixture->arena, plan),
                        "Quyết định số …/QĐ-UBND ngày … tháng 01 năm 2026 của Ủy ban nhân dân thành phố Cần Thơ");
}

static void totals_take_rows_off_and_splits_say_the_same_again(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        "<activity id='a' title='A'><stated source='TW' year='2021'>10</stated>"
        "<activity id='b' title='B' split='viec'><amount source='TW' year='2021'>10</amount></activity>"
        "<activity id='c' title='C' split='nguon'><amount source='TW' year='2021'>10</amount></activity></activity>"
        "<activity id='d' title='D'><amount source='TW' year='2021' as='rest' printed='còn lại'/></activity>"
        "<total id='s' label='A - D' of='a -d'><stated source='TW' year='2021'>4</stated></total>"));
    assert_findings(fixture, "");
    const struct plan_table *table = &plan->tables[0];
    assert_false(row_of(table, "b")->apart);
    assert_true(row_of(table, "c")->apart);
    const struct plan_row *total = row_of(table, "s");
    assert_string_equal(total->of[1], "d");
    assert_true(total->of_minus[1] && !total->of_minus[0]);
    assert_true(figure_is_unknown(&row_of(table, "d")->figures[0]));
}

static void a_table_has_columns_of_its_own(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        "<table id='t' annex='I' moneyUnit='million-dong'><columns orientation='landscape' fontSize='11'>"
        "<column head='Nội dung' width='*' fact='row.title'/><column head='Ghi chú' width='30mm' text='note'/>"
        "<repeat over='source' items='DP TW' head='{source.abbr}'><column head='Ước' width='20mm' phase='estimated'"
        " year='2021'/></repeat><numbers><n>A</n><n>B</n><n>1</n><n>2=1</n></numbers></columns>"
        "<activity id='a' title='A'><amount source='TW' year='2021'>1</amount><text name='note'>x</text></activity></table>"));
    assert_findings(fixture, "");
    const struct layout *layout = plan->tables[0].columns;
    assert_true(layout->landscape);
    assert_whole(layout->font_size, 11);
    assert_whole((int64_t)layout->column_count, 3);
    assert_whole(layout->columns[1].shows, SHOWS_TEXT);
    const struct layout_node *block = &layout->columns[2], *column = &block->children[0];
    assert_whole(block->kind, LAYOUT_REPEAT);
    assert_whole(block->over, OVER_SOURCE);
    assert_string_equal(block->items[0], "DP");
    assert_whole(column->shows, SHOWS_FIGURE);
    assert_true(column->key.has_phase && column->key.has_period && !column->key.has_source);
    assert_string_equal(column->key.key.phase, "estimated");
    assert_whole((int64_t)layout->number_count, 4);
    assert_string_equal(layout->numbers[3], "2=1");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(the_worked_example_is_read_whole),
        TEST(figures_are_read_by_measure_phase_period_and_source),
        TEST(rows_and_tables_say_what_adds_up),
        TEST(parts_of_a_decision_are_known_as_far_as_they_are),
        TEST(totals_take_rows_off_and_splits_say_the_same_again),
        TEST(a_table_has_columns_of_its_own),
        TEST(zero_dash_blank_and_lost_are_four_things),
        TEST(money_is_held_in_dong_and_as_printed),
        TEST(rows_know_their_place),
        TEST(what_a_decision_does_not_print_is_told_apart),
        TEST(years_and_sources_of_figures_are_checked),
        TEST(one_fault_is_told_once_and_without_its_consequences),
        TEST(ids_are_unique_in_a_file),
        TEST(exactly_three_decimals_in_million_dong_are_doubted),
        TEST(an_amount_is_whole_dong_of_a_size_that_can_be_computed),
        TEST(totals_name_rows_of_their_own_table),
        TEST(a_measure_has_what_its_comparison_needs),
        TEST(lines_of_long_files_are_exact),
        TEST(a_file_that_vanishes_between_listing_and_reading_is_told),
        TEST(the_root_of_a_file_is_known_without_parsing_it),
        TEST(the_root_behind_a_long_comment_is_known),
        TEST(attributes_of_the_root_are_read_leniently),
        TEST(printed_numbers_have_a_remedy),
        TEST(the_remedy_undoes_the_print),
        cmocka_unit_test(plain_numbers_are_plain_whatever_their_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
