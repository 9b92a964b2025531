#include "../support/check.h"

#include "base/text.h"
#include "input/layout_read.h"

#define LAYOUT(each, attributes, columns) \
    "<layout xmlns='urn:phuluc:layout:1' id='x' name='Bố cục' each='" each "' " attributes ">\n" \
    "<title fallback='Kinh phí {plan.name}'>{table.title}</title><unit>ĐVT: {table.unit}</unit><sheet>Kinh phí</sheet>\n" \
    "<columns>\n" columns "</columns></layout>\n"
#define COLUMN(width, fact) "<column head='h' width='" width "' fact='" fact "'/>\n"

static void a_layout_is_read_whole(void **state)
{
    struct fixture *fixture = *state;
    const struct layout *layout = layout_of(fixture, LAYOUT("row", "orientation='landscape' fontSize='11'",
        "<column head='TT' width='12mm' fact='row.no' align='center'/>\n"
        "<column head='Nội dung' width='2*' min='40mm' fact='row.title' bold='yes'/>\n"
        "<band head='Năm'><years head='Năm {year} của {plan.period}'><sources><column head='{source.abbr}' width='18mm' "
        "fact='row.amount' align='right' sum='yes' italic='yes'/></sources></years></band>\n"
        "<column head='Ghi chú' width='*' fact='row.unit' bold='never'/>\n"));
    assert_findings(fixture, "");
    assert_string_equal(layout->id, "x");
    assert_whole(layout->each, EACH_ROW);
    assert_true(layout->landscape && layout->has_unit);
    assert_whole(layout->font_size, 11);
    assert_whole((int64_t)layout->column_count, 4);
    const struct layout_node *no = &layout->columns[0], *title = &layout->columns[1], *band = &layout->columns[2];
    assert_whole(no->width, 12);
    assert_whole(no->share, 0);
    assert_whole(no->align, ALIGN_CENTRE);
    assert_whole(no->fact, FACT_ROW_NO);
    assert_whole(title->width, 40);
    assert_whole(title->share, 2);
    assert_true(title->bold && !title->never_bold && !title->italic && !title->sum);
    assert_true(layout->columns[3].never_bold && !layout->columns[3].bold && !no->never_bold);
    assert_whole(band->kind, LAYOUT_BAND);
    const struct layout_node *years = &band->children[0], *sources = &years->children[0], *amount = &sources->children[0];
    assert_whole(years->kind, LAYOUT_YEARS);
    assert_whole(sources->kind, LAYOUT_SOURCES);
    assert_false(sources->has_head);
    assert_true(amount->sum && amount->italic && amount->align == ALIGN_RIGHT && amount->fact == FACT_ROW_AMOUNT);
    assert_whole((int64_t)years->head.count, 4);
    assert_string_equal(years->head.pieces[0].text, "Năm ");
    assert_null(years->head.pieces[1].text);
    assert_whole(years->head.pieces[1].fact, FACT_YEAR);
    assert_string_equal(years->head.pieces[2].text, " của ");
    assert_whole(years->head.pieces[3].fact, FACT_PLAN_PERIOD);
    assert_whole(amount->place.line, 6);
    assert_whole(layout->columns[3].width, 10); /* the least of a flexible column */
}

static void what_is_not_said_has_its_usual_value(void **state)
{
    struct fixture *fixture = *state;
    const struct layout *layout = layout_of(fixture, LAYOUT("target", "", COLUMN("12mm", "target.no")));
    assert_findings(fixture, "");
    assert_false(layout->landscape);
    assert_whole(layout->font_size, 12);
    assert_whole(layout->each, EACH_TARGET);
    assert_whole(layout->columns[0].align, ALIGN_LEFT);
}

static void a_name_outside_the_vocabulary_is_refused_with_its_line(void **state)
{
    struct fixture *fixture = *state;
    assert_null(layout_of(fixture, LAYOUT("row", "", COLUMN("12mm", "row.no") COLUMN("12mm", "row.number")
                                                     "<column head='{plan.nam}' width='12mm' fact='row.unit'/>\n")));
    assert_findings(fixture, "LY-002:5 LY-002:6");
}

static void facts_stand_in_the_blocks_they_belong_to(void **state)
{
    struct fixture *fixture = *state;
    static const struct { const char *fact; bool outside, years, sources, both; } CASES[] = {
        { "row.title", true, false, false, false },      { "row.total", true, false, false, false },
        { "row.year-amount", false, true, false, false }, { "row.source-amount", false, false, true, false },
        { "row.amount", false, false, false, true },     { "year", false, true, false, true },
        { "source.name", false, false, true, true },     { "plan.name", true, true, true, true },
    };
    static const char *const BLOCKS[4][2] = { { "", "" }, { "<years>", "</years>" }, { "<sources>", "</sources>" },
                                              { "<years><sources>", "</sources></years>" } };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const bool fits[4] = { CASES[i].outside, CASES[i].years, CASES[i].sources, CASES[i].both };
        for (int block = 0; block < 4; block++) {
            const char *columns = arena_printf(&fixture->arena, "%s<column head='h' width='9mm' fact='%s'/>%s",
                                               BLOCKS[block][0], CASES[i].fact, BLOCKS[block][1]);
            layout_of(fixture, arena_printf(&fixture->arena,
                "<layout xmlns='urn:phuluc:layout:1' id='x' name='x' each='row'><title fallback='a'>b</title><sheet>c</sheet>"
                "<columns>%s</columns></layout>", columns));
            assert_findings(fixture, fits[block] ? "" : "LY-003:1");
        }
    }
}

static void facts_of_other_rows_are_refused(void **state)
{
    struct fixture *fixture = *state;
    assert_null(layout_of(fixture, LAYOUT("row", "", COLUMN("12mm", "target.no") COLUMN("12mm", "fund.name"))));
    assert_findings(fixture, "LY-003:4 LY-003:5");
    assert_null(layout_of(fixture, LAYOUT("source", "", COLUMN("12mm", "fund.name") COLUMN("12mm", "row.no"))));
    assert_findings(fixture, "LY-003:5");
}

/* A title belongs to the table, a head to the column: neither has a row to take a fact from. */
static void texts_show_no_facts_of_single_rows(void **state)
{
    struct fixture *fixture = *state;
    assert_null(layout_of(fixture, LAYOUT("row", "", "<column head='{row.title}' width='12mm' fact='row.no'/>")));
    assert_findings(fixture, "LY-003:4");
    assert_null(layout_of(fixture, "<layout xmlns='urn:phuluc:layout:1' id='x' name='x' each='source'>\n"
                                   "<title fallback='{fund.name}'>b</title>\n<sheet>{fund.no}</sheet>\n"
                                   "<columns>" COLUMN("12mm", "fund.name") "</columns></layout>"));
    assert_findings(fixture, "LY-003:2 LY-003:3");
}

static void placeholders_must_be_closed_and_named(void **state)
{
    struct fixture *fixture = *state;
    assert_null(layout_of(fixture, LAYOUT("row", "", "<column head='a {plan.name' width='12mm' fact='row.no'/>\n"
                                                     "<column head='{}' width='12mm' fact='row.no'/>\n"
                                                     "<column head='{ plan.name}' width='12mm' fact='row.no'/>\n"
                                                     "<column head='a } b' width='12mm' fact='row.no'/>\n")));
    assert_findings(fixture, "LY-008:4 LY-002:5 LY-002:6");
}

static void only_money_is_summed(void **state)
{
    struct fixture *fixture = *state;
    assert_null(layout_of(fixture, LAYOUT("row", "", "<column head='h' width='9mm' fact='row.title' sum='yes'/>\n"
                                                     "<column head='h' width='9mm' fact='row.quantity' sum='yes'/>\n"
                                                     "<column head='h' width='9mm' fact='row.start' sum='yes'/>\n"
                                                     "<column head='h' width='9mm' fact='row.total' sum='yes'/>\n")));
    assert_findings(fixture, "LY-004:4 LY-004:5 LY-004:6");
}

static void widths_are_whole_millimetres_or_shares(void **state)
{
    struct fixture *fixture = *state;
    static const char *const BAD[] = { "12", "mm", "1.5mm", "12 mm", "-5mm", "0mm", "12cm", "12345mm", "**", "0*", "*2",
                                       "mười", "12mmm", "+5mm", "99999*" };
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        assert_null(layout_of(fixture, arena_printf(&fixture->arena,
            "<layout xmlns='urn:phuluc:layout:1' id='x' name='x' each='row'><title fallback='a'>b</title><sheet>c</sheet>"
            "<columns><column head='h' width='%s' fact='row.no'/></columns></layout>", BAD[i])));
        assert_findings(fixture, "LY-006:1");
    }
    assert_null(layout_of(fixture, LAYOUT("row", "", "<column head='h' width='*' min='x' fact='row.no'/>\n")));
    assert_findings(fixture, "LY-006:4");
}

static void fixed_columns_fit_the_page(void **state)
{
    struct fixture *fixture = *state;
    layout_of(fixture, LAYOUT("row", "", COLUMN("100mm", "row.no") COLUMN("60mm", "row.title")));
    assert_findings(fixture, "");
    assert_null(layout_of(fixture, LAYOUT("row", "", COLUMN("100mm", "row.no") COLUMN("61mm", "row.title"))));
    assert_findings(fixture, "LY-005:1");
    layout_of(fixture, LAYOUT("row", "orientation='landscape'", COLUMN("187mm", "row.no") COLUMN("60mm", "row.title")));
    assert_findings(fixture, "");
    assert_null(layout_of(fixture, LAYOUT("row", "orientation='landscape'", COLUMN("188mm", "row.no")
                                          "<column head='h' width='*' min='60mm' fact='row.title'/>")));
    assert_findings(fixture, "LY-005:1");
    /* A block counts once: how often it repeats is known with the plan only. */
    layout_of(fixture, LAYOUT("row", "", COLUMN("100mm", "row.no")
                              "<years><column head='{year}' width='60mm' fact='row.year-amount'/></years>"));
    assert_findings(fixture, "");
    /* Bands that are blocks may go to different parts: the widest has to fit. */
    #define BAND(width) "<band head='b' block='yes'>" COLUMN(width, "row.total") "</band>"
    layout_of(fixture, LAYOUT("row", "", COLUMN("100mm", "row.no") BAND("60mm") BAND("50mm")));
    assert_findings(fixture, "");
    assert_null(layout_of(fixture, LAYOUT("row", "", COLUMN("100mm", "row.no") BAND("60mm") BAND("61mm"))));
    assert_findings(fixture, "LY-005:1");
}

static void a_form_has_a_layout_for_each_month(void **state)
{
    struct fixture *fixture = *state;
    #define FORM(id, form) "<layout xmlns='urn:phuluc:layout:1' id='" id "' name='x' each='row'>" form \
        "<title fallback='a'>b</title><sheet>c</sheet><columns>" COLUMN("9mm", "row.no") "</columns></layout>"
    struct layout *items[] = { layout_of(fixture, FORM("bieu", "")),
                               layout_of(fixture, FORM("bieu-1", "<form name='bieu' months='1'/>")),
                               layout_of(fixture, FORM("bieu-10", "<form name='bieu' months='6 10 12'/>")),
                               layout_of(fixture, FORM("khac", "<form name='khac' months='2'/>")) };
    assert_findings(fixture, "");
    const struct layouts layouts = { .items = items, .count = 4 };
    static const char *const WANTED[] = { "bieu",    "bieu-1", "bieu", "bieu", "bieu",    "bieu", "bieu-10",
                                          "bieu",    "bieu",   "bieu", "bieu-10", "bieu", "bieu-10" };
    for (int month = 0; month <= 12; month++)
        assert_string_equal(layout_for_month(&layouts, "bieu", month)->id, WANTED[month]);
    assert_null(layout_for_month(&layouts, "bieu-khong-co", 1));
    const struct layout *second = layout_of(fixture, FORM("sau", "<form name='bieu' months='5 6'/>"));
    assert_string_equal(layout_of_same_month(&layouts, second)->id, "bieu-10");
    assert_null(layout_of_same_month(&layouts, items[0]));
    assert_null(layout_of(fixture, FORM("x", "<form name='bieu' months='13'/>")));
    assert_findings(fixture, "IN-016:1");
}

static void count_reading(struct layout *layout, const void *context)
{
    (void)context;
    assert_true(layout->head_only);
    layout->head_only = false;
    layout->font_size++;
}

static void of_a_head_the_rest_is_read_when_it_is_asked_for(void **state)
{
    (void)state;
    struct layout asked = { .head_only = true, .id = "a" }, formed = { .head_only = true, .id = "b", .form = "f", .months = 1U << 6 },
                  left = { .head_only = true, .id = "c", .form = "f", .months = 1U << 7 };
    struct layout *items[] = { &asked, &formed, &left };
    const struct layouts layouts = { .items = items, .count = 3, .read = count_reading };
    assert_ptr_equal(layout_find(&layouts, "a"), &asked);
    assert_ptr_equal(layout_find(&layouts, "a"), &asked);
    assert_ptr_equal(layout_for_month(&layouts, "f", 6), &formed);
    assert_ptr_equal(layout_of_same_id(&layouts, &left), &left);
    assert_ptr_equal(layout_of_same_month(&layouts, &left), &left);
    assert_whole(asked.font_size, 1);
    assert_whole(formed.font_size, 1);
    assert_true(left.head_only);
}

static void all_faults_of_a_layout_are_told_in_one_run(void **state)
{
    struct fixture *fixture = *state;
    assert_null(layout_of(fixture, "<layout xmlns='urn:phuluc:layout:1' id='X 1' each='row'>\n"
                                   "<title fallback='{a}'>{b}</title>\n<footer/>\n<sheet>c</sheet>\n<columns>\n"
                                   "<column head='h' width='x' fact='y' align='z'/>\n</columns></layout>\n"));
    assert_findings(fixture, "IN-014:1 IN-016:1 LY-002:2 LY-002:2 IN-012:3 IN-016:6 LY-002:6 LY-006:6");
}

static void every_fact_of_the_vocabulary_is_found_by_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < FACT_COUNT; i++) {
        const struct fact *fact = fact_get((enum fact_id)i);
        enum fact_id id = FACT_COUNT;
        assert_true(fact_lookup(&id, fact->name));
        assert_whole(id, (int64_t)i);
        assert_true(*fact->help[LANGUAGE_VI] && *fact->help[LANGUAGE_EN]);
        bool fits = fact->block == BLOCK_KEYED; /* columns name it by other attributes */
        for (unsigned blocks = 0; blocks <= (IN_YEARS | IN_QUARTERS | IN_SOURCES | IN_PHASES | IN_MEASURES | IN_UNITS); blocks++)
            fits = fits || fact_fits_block(id, blocks);
        assert_true(fits);
    }
    enum fact_id id;
    assert_false(fact_lookup(&id, "Year") || fact_lookup(&id, "") || fact_lookup(&id, "row"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(a_layout_is_read_whole),
        TEST(what_is_not_said_has_its_usual_value),
        TEST(a_name_outside_the_vocabulary_is_refused_with_its_line),
        TEST(facts_stand_in_the_blocks_they_belong_to),
        TEST(facts_of_other_rows_are_refused),
        TEST(texts_show_no_facts_of_single_rows),
        TEST(placeholders_must_be_closed_and_named),
        TEST(only_money_is_summed),
        TEST(widths_are_whole_millimetres_or_shares),
        TEST(fixed_columns_fit_the_page),
        TEST(a_form_has_a_layout_for_each_month),
        cmocka_unit_test(of_a_head_the_rest_is_read_when_it_is_asked_for),
        TEST(all_faults_of_a_layout_are_told_in_one_run),
        cmocka_unit_test(every_fact_of_the_vocabulary_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
