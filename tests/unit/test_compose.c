#include "../support/check.h"

#include "base/text.h"
#include "calc/ledger.h"
#include "content/annex_view.h"
#include "content/items.h"
#include "input/layout_read.h"
#include "model/office.h"
#include "report/block.h"
#include "report/compose.h"
#include "report/metrics.h"
#include "report/reading.h"
#include "report/wrap.h"

static const struct office NO_OFFICE = { 0 };

#define LAYOUT(id, each, attributes, columns) \
    "<layout xmlns='urn:phuluc:layout:1' id='" id "' name='n' each='" each "' " attributes ">" \
    "<title fallback='Kinh phí {plan.period}'>{table.title}</title><unit>Đơn vị: {table.unit}</unit><sheet>Trang</sheet>" \
    "<columns>" columns "</columns></layout>"
#define NO "<column head='TT' width='10mm' fact='row.no' align='center'/>"
#define TITLE "<column head='Nội dung' width='*' min='40mm' fact='row.title'/>"
#define GRID \
    "<years head='Năm {year}'><sources><column head='{source.abbr}' width='12mm' fact='row.amount' align='right' sum='yes'/>" \
    "</sources></years>"
#define TABLE(attributes, rows) \
    "<table id='bang' layout='x' moneyUnit='million-dong' " attributes ">\n" rows "</table>"

struct composed {
    struct report report;
    bool ok;
};

/* A layout for the tables of a plan, and those of the program for the notes and the reconciliation behind them. */
static struct layouts layouts_of(struct fixture *fixture, struct layout *layout)
{
    static const char *const PATHS[] = { "templates/layouts/notes.xml", "templates/layouts/reconciliation.xml",
                                        "templates/layouts/reconciliation-list.xml" };
    struct layouts layouts = { 0 };
    struct layout **added = ARENA_PUSH(&fixture->arena, layouts.items, layouts.count, layouts.capacity);
    *added = layout;
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        added = ARENA_PUSH(&fixture->arena, layouts.items, layouts.count, layouts.capacity);
        *added = layout_read(file_at(fixture, PATHS[i]), fixture->layout_schema, &fixture->arena, &fixture->findings);
        assert_non_null(*added);
    }
    return layouts;
}

/* The plan with that body through one layout. */
static struct composed composed_of(struct fixture *fixture, const char *body, const char *layout_text)
{
    struct arena *arena = &fixture->arena;
    struct layout *layout = layout_of(fixture, layout_text);
    const struct plan *plan = plan_of(fixture, plan_around(fixture, body));
    const struct metrics *metrics = metrics_open("build/fonts", arena, &fixture->findings);
    assert_non_null(layout);
    assert_non_null(plan);
    assert_non_null(metrics);
    struct layouts layouts = layouts_of(fixture, layout);
    struct views views = annex_views(ledger_of(plan, &NO_OFFICE, &fixture->arena), FIGURES_STATED, arena);
    struct composed composed;
    const struct compose_options plain = { 0 };
    composed.ok = compose(&composed.report, &views, &layouts, &plain, metrics, arena, &fixture->findings);
    assert_true(composed.ok != findings_reach(&fixture->findings, SEVERITY_ERROR));
    return composed;
}

/* "-" for an empty cell, "." for one under a span, "text{columns x rows}" for a span. */
static const char *row_text(struct fixture *fixture, const struct table *table, size_t row)
{
    struct text out = text_in(&fixture->arena);
    for (size_t c = 0; c < table->column_count; c++) {
        const struct cell *cell = &table->rows[row].cells[c];
        text_addf(&out, "%s%s", c ? "|" : "", cell->covered ? "." : cell->text ? cell->text : "-");
        if (cell->columns > 1 || cell->rows > 1)
            text_addf(&out, "{%ux%u}", cell->columns, cell->rows);
    }
    return text_str(&out);
}

#define assert_row(table, row, expected) assert_string_equal(row_text(fixture, (table), (row)), (expected))

static const struct cell *cell_at(const struct table *table, size_t row, size_t column)
{
    return &table->rows[row].cells[column];
}

#define GROUPED \
    "<group id='g' no='I' title='Hạ tầng'><stated source='TW' year='2021'>3</stated>" \
    "<activity id='a' no='1' title='Chợ'><amount source='TW' year='2021'>1.5</amount></activity>" \
    "<activity id='b' no='2' title='Kho'><amount source='TW' year='2021'>1.5</amount>" \
    "<amount source='DP' year='2022' as='dash'/><amount source='DP' year='2023' as='lost'/></activity></group>\n" \
    "<total id='t' label='Cộng'><stated source='TW' year='2021'>3</stated></total>\n"

static void blocks_repeat_for_years_and_the_sources_with_money(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='II' title='Kinh phí'", GROUPED),
                                           LAYOUT("x", "row", "", NO TITLE GRID));
    assert_findings(fixture, "");
    const struct table *table = &composed.report.tables[0];
    assert_whole((int64_t)table->head_rows, 2);
    assert_row(table, 0, "TT{1x2}|Nội dung{1x2}|Năm 2021{2x1}|.|Năm 2022{2x1}|.|Năm 2023{2x1}|.");
    assert_row(table, 1, ".|.|TW|ĐP|TW|ĐP|TW|ĐP"); /* DN has no money here */
    assert_row(table, 2, "I|Hạ tầng|3|-|-|-|-|-");
    assert_row(table, 3, "1|Chợ|1,5|-|-|-|-|-");
    assert_row(table, 4, "2|Kho|1,5|-|-|-|-|[…]");
    assert_row(table, 5, "-|Cộng|3|-|-|-|-|-");
    assert_whole(cell_at(table, 4, 5)->kind, CELL_NUMBER); /* the dash is the number 0 in a dash format */
    assert_true(cell_at(table, 4, 5)->format.dash);
    assert_whole(cell_at(table, 4, 7)->kind, CELL_TEXT);
    assert_non_null(cell_at(table, 4, 7)->remark);
}

static void the_annex_head_says_what_the_decree_wants(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='II' title='Kinh phí ưu đãi'", GROUPED),
                                           LAYOUT("x", "row", "orientation='landscape' fontSize='11'", NO TITLE GRID));
    const struct table *table = &composed.report.tables[0];
    assert_string_equal(table->annex, "Phụ lục II");
    assert_string_equal(table->title, "KINH PHÍ ƯU ĐÃI");
    assert_string_equal(table->basis, "(Kèm theo Quyết định số 1/QĐ-UBND ngày 15 tháng 01 năm 2021 của Ủy ban nhân dân "
                                      "thành phố Cần Thơ)");
    assert_string_equal(table->unit, "Đơn vị: triệu đồng");
    assert_string_equal(table->sheet, "Phụ lục II");
    assert_true(table->landscape);
    assert_whole(table->font_size, 11 * MPT_PER_PT);
    assert_string_equal(composed.report.id, "ke-hoach");
}

static void tables_that_are_no_annex_take_no_number_of_one(void **state)
{
    struct fixture *fixture = *state;
    const char *body = "<table id='b1' layout='x' moneyUnit='million-dong' where='Mục III'>" GROUPED "</table>"
                       "<table id='b2' layout='x' moneyUnit='million-dong' annex=''>"
                       "<activity id='z' title='z'><amount source='TW' year='2021'>1</amount></activity></table>";
    struct composed composed = composed_of(fixture, body, LAYOUT("x", "row", "", NO TITLE GRID));
    assert_findings(fixture, "");
    assert_string_equal(composed.report.tables[0].annex, "Phụ lục"); /* the decision's own, without a number */
    assert_string_equal(composed.report.tables[1].annex, "Bảng tổng hợp 1");
    assert_true(composed.report.tables[0].issued && !composed.report.tables[1].issued);
    assert_string_equal(composed.report.tables[1].basis, "(Lập từ Mục III, theo Quyết định số 1/QĐ-UBND ngày 15 tháng 01 năm "
                                                         "2021 của Ủy ban nhân dân thành phố Cần Thơ)");
    assert_string_equal(composed.report.tables[1].title, "KINH PHÍ 2021-2023"); /* the fallback: it has no title */
    assert_string_equal(composed.report.tables[1].sheet, "Bảng tổng hợp 1. Trang");
    assert_string_equal(composed.report.tables[1].notes[0], "Văn bản không ban hành bảng này thành phụ lục.");
}

static void roles_and_faces_follow_the_rows(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'", GROUPED), LAYOUT("x", "row", "", NO TITLE GRID));
    const struct table *table = &composed.report.tables[0];
    static const enum row_role ROLES[] = { ROLE_HEAD, ROLE_HEAD, ROLE_GROUP, ROLE_BODY, ROLE_BODY, ROLE_TOTAL };
    static const enum face FACES[] = { FACE_BOLD, FACE_BOLD, FACE_BOLD, FACE_REGULAR, FACE_REGULAR, FACE_BOLD };
    for (size_t r = 0; r < table->row_count; r++) {
        assert_whole(table->rows[r].role, ROLES[r]);
        assert_whole(cell_at(table, r, 1)->face, FACES[r]);
        assert_true(table->rows[r].height > 0);
    }
    assert_true(table->rows[2].keep_with_next);
    assert_string_equal(table->rows[2].bookmark, "I. Hạ tầng");
    assert_whole(cell_at(table, 3, 0)->align, ALIGN_CENTRE);
    assert_whole(cell_at(table, 3, 2)->align, ALIGN_RIGHT);
}

static void a_sum_that_holds_names_its_cells(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'", GROUPED), LAYOUT("x", "row", "", NO TITLE GRID));
    const struct table *table = &composed.report.tables[0];
    const struct cell *group = cell_at(table, 2, 2), *total = cell_at(table, 5, 2);
    assert_whole((int64_t)group->term_count, 2);
    assert_whole(group->terms[0].row, 3);
    assert_whole(group->terms[1].row, 4);
    assert_whole(group->terms[0].column, 2);
    assert_whole((int64_t)total->term_count, 1);
    assert_whole(total->terms[0].row, 2);
    assert_false(group->marked || total->marked);
}

static void a_sum_that_does_not_hold_is_marked_and_stands_as_stated(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<group id='g' title='G'><stated source='TW' year='2021'>4</stated>"
        "<activity id='a' title='A'><amount source='TW' year='2021'>1.5</amount></activity></group>"),
        LAYOUT("x", "row", "", NO TITLE GRID));
    const struct cell *cell = cell_at(&composed.report.tables[0], 2, 2);
    assert_string_equal(cell->text, "4");
    assert_true(cell->marked && cell->term_count == 0);
    assert_string_equal(cell->remark, "Văn bản ghi 4; cộng các phần được 1,5; chênh lệch 2,5 (triệu đồng).");
}

static void blocks_that_do_not_fit_the_page_go_to_further_parts(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I' title='T'", GROUPED),
        LAYOUT("x", "row", "", NO TITLE "<years head='Năm {year}'><sources><column head='{source.abbr}' width='25mm' "
               "fact='row.amount'/></sources></years>"));
    assert_findings(fixture, "");
    const struct table *first = &composed.report.tables[0], *second = &composed.report.tables[1];
    assert_row(first, 0, "TT{1x2}|Nội dung{1x2}|Năm 2021{2x1}|.|Năm 2022{2x1}|.");
    assert_row(second, 0, "TT{1x2}|Nội dung{1x2}|Năm 2023{2x1}|.");
    assert_row(second, 4, "2|Kho|-|[…]");
    assert_string_equal(second->annex, "Phụ lục I (tiếp theo)");
    assert_true(second->continues && !first->continues);
    assert_string_equal(second->sheet, "Phụ lục I (2)");
    for (int part = 0; part < 2; part++) {
        const struct table *table = &composed.report.tables[part];
        mpt width = 0;
        for (size_t c = 0; c < table->column_count; c++)
            width += table->columns[c].width;
        assert_true(width <= table_page_width(table) && width > table_page_width(table) - MM(1));
        assert_whole(table->key_columns, 2);
    }
    assert_null(first->notes); /* under the last part only */
}

static void bands_that_are_blocks_stay_whole(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I' title='T'", "<activity id='a' title='A'/>"),
        LAYOUT("x", "row", "", NO TITLE "<band head='A' block='yes'><column head='a' width='40mm' fact='row.total'/>"
               "<column head='b' width='40mm' fact='row.unit'/></band><band head='B' block='yes'>"
               "<column head='c' width='30mm' fact='row.start'/><column head='d' width='30mm' fact='row.end'/></band>"));
    assert_findings(fixture, "");
    assert_row(&composed.report.tables[0], 0, "TT{1x2}|Nội dung{1x2}|A{2x1}|.");
    assert_row(&composed.report.tables[0], 1, ".|.|a|b");
    assert_row(&composed.report.tables[1], 0, "TT{1x2}|Nội dung{1x2}|B{2x1}|.");
    assert_row(&composed.report.tables[1], 1, ".|.|c|d");
}

static void a_total_whose_column_stands_in_a_later_part_is_not_spread(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<line id='l' no='1' title='TW' source='TW'><amount year='2023'>7</amount><stated>7</stated></line>"),
        LAYOUT("x", "row", "", NO TITLE "<years><column head='{year}' width='40mm' fact='row.year-amount'/></years>"
               "<column head='Cộng' width='40mm' fact='row.total'/>"));
    assert_findings(fixture, "");
    assert_row(&composed.report.tables[0], 1, "1|TW|-|-");
    assert_row(&composed.report.tables[1], 1, "1|TW|7|7");
}

static mpt grid_width(const struct table *table)
{
    return table_span_width(table, 0, (unsigned)table->column_count);
}

/* 4.000.000 in Liberation Serif 12: seven digits of 6 pt, two dots of 3 pt, 3 pt of padding on each side; 16 mm are 45.4. */
static void a_column_grows_to_what_its_numbers_need(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<activity id='a' title='A'><amount source='TW' year='2021'>4000000</amount>"
        "<amount source='DP' year='2021'>1</amount></activity>"),
        LAYOUT("x", "row", "", NO TITLE "<years head='{year}'><sources><column head='a' width='16mm' fact='row.amount' "
               "align='right'/></sources></years>"));
    assert_findings(fixture, "");
    const struct table *first = &composed.report.tables[0];
    assert_whole(first->columns[2].width, 54000);
    assert_whole(first->columns[3].width, MM(16));
    assert_true(grid_width(first) <= table_page_width(first));
}

/* XXXVIII in bold 12: four letters of 8.67 pt and three of 4.67 make 48.7 pt, and 54.7 with the padding; 10 mm are 28.3. */
static void a_column_grows_to_the_longest_word_of_its_head(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed =
        composed_of(fixture, TABLE("annex='I'", GROUPED),
                    LAYOUT("x", "row", "", "<column head='STT' width='6mm' fact='row.no'/>" TITLE
                           "<column head='Chương trình' width='6mm' fact='row.total'/>"));
    const struct table *table = &composed.report.tables[0];
    struct arena *arena = &fixture->arena;
    const struct metrics *metrics = metrics_open("build/fonts", arena, &fixture->findings);
    size_t lines;
    wrap_text(metrics, FACE_BOLD, table->font_size, table->columns[0].width - 2 * CELL_PADDING_X, "STT", arena, &lines);
    assert_true(lines == 1);
    const char *head = table_cell(table, 0, 2)->text;
    wrap_text(metrics, FACE_BOLD, table->font_size, table->columns[2].width - 2 * CELL_PADDING_X, head, arena, &lines);
    assert_true(lines == 2); /* a word a line */
}

static void a_remark_is_not_bold_in_the_rows_of_groups(void **state)
{
    struct composed composed =
        composed_of(*state, TABLE("annex='I'", GROUPED),
                    LAYOUT("x", "row", "", NO "<column head='N' width='*' fact='row.title' bold='never'/>"
                           "<column head='T' width='30mm' fact='row.total'/>"));
    const struct table *table = &composed.report.tables[0];
    assert_true(table->rows[1].role == ROLE_GROUP);
    assert_true(table_cell(table, 1, 1)->face == FACE_REGULAR && table_cell(table, 1, 2)->face == FACE_BOLD);
}

static void an_ordinal_is_not_broken(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<group id='g' no='XXXVIII' title='G'><activity id='a' title='A'><amount source='TW' year='2021'>1</amount>"
        "</activity></group>"), LAYOUT("x", "row", "", NO TITLE GRID));
    assert_findings(fixture, "");
    mpt width = composed.report.tables[0].columns[0].width;
    assert_true(width > 54000 && width < 56000);
}

/* 60 mm for each of two sources: a year's block has 120 mm, the page 110 mm beside the leading columns. */
static void a_block_wider_than_the_page_is_split_inside(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'", GROUPED),
        LAYOUT("x", "row", "", NO TITLE "<years head='{year}'><sources><column head='{source.abbr}' width='60mm' "
               "fact='row.amount'/></sources></years>"));
    assert_findings(fixture, "");
    assert_whole((int64_t)composed.report.table_count, 6 + 1 + 2 + 1); /* notes; the reconciliation and its list; contents */
    assert_row(&composed.report.tables[0], 0, "TT{1x2}|Nội dung{1x2}|2021");
    assert_row(&composed.report.tables[0], 1, ".|.|TW");
    assert_row(&composed.report.tables[1], 0, "TT{1x2}|Nội dung{1x2}|2021");
    assert_row(&composed.report.tables[1], 1, ".|.|ĐP");
    assert_row(&composed.report.tables[4], 0, "TT{1x2}|Nội dung{1x2}|2023");
    for (size_t part = 0; part < 6; part++)
        assert_true(grid_width(&composed.report.tables[part]) <= table_page_width(&composed.report.tables[part]));
}

/* 9.000.000.000.000 in 11 pt: thirteen digits of 5.5 pt, four dots of 2.75, padding 6; the column has 28 mm, 79 pt. */
static void the_ledger_has_room_for_its_numbers(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<group id='g' title='G'><stated source='TW' year='2021'>9000000000000</stated>"
        "<activity id='a' title='A'><amount source='TW' year='2021'>9000000000000</amount></activity></group>"),
        LAYOUT("x", "row", "", NO TITLE GRID));
    assert_findings(fixture, "");
    const struct table *ledger = &composed.report.tables[composed.report.table_count - 2]; /* before the contents */
    assert_string_equal(ledger->sheet, "Sổ đối chiếu");
    assert_whole(ledger->columns[4].width, 88500);
    assert_whole(grid_width(ledger), table_page_width(ledger));
}

/* Group "g" has its figure of TW 2021 in row 2, column 2; "t" its total in row 5. */
static void a_line_of_the_ledger_leads_to_its_figure_and_back(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'", GROUPED), LAYOUT("x", "row", "", NO TITLE GRID));
    const struct table *table = &composed.report.tables[0];
    const struct table *ledger = &composed.report.tables[composed.report.table_count - 2]; /* before the contents */
    size_t group = 0, total = 0;
    for (size_t row = 1; row < ledger->row_count; row++) {
        const struct link *link = table_cell(ledger, row, 1)->link;
        assert_true(!link || link->table == table);
        group += link && link->cell.row == 2 && link->cell.column == 2;
        total += link && link->cell.row == 5 && link->cell.column == 2;
    }
    assert_true(group > 0 && total > 0);
    const struct link *back = table_cell(table, 2, 2)->link;
    assert_true(back && back->table == ledger);
    const struct link *line = table_cell(ledger, back->cell.row, back->cell.column)->link;
    assert_true(line->cell.row == 2 && line->cell.column == 2);
    assert_null(table_cell(table, 2, 0)->link);
}

/* DP of 2021 is blank in the row of the group: no cell shows it, so its line leads to the name of the group. */
static void a_line_about_a_blank_leads_to_the_name_of_its_row(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<group id='g' no='I' title='G'><stated source='TW' year='2021'>3</stated>"
        "<activity id='a' no='1' title='A'><amount source='TW' year='2021'>3</amount>"
        "<amount source='DP' year='2021'>1</amount></activity></group>\n"), LAYOUT("x", "row", "", NO TITLE GRID));
    const struct table *table = &composed.report.tables[0];
    const struct table *ledger = &composed.report.tables[composed.report.table_count - 2]; /* before the contents */
    size_t names = 0;
    for (size_t row = 1; row < ledger->row_count; row++) {
        const struct link *link = table_cell(ledger, row, 1)->link;
        assert_true(!link || table_cell(link->table, link->cell.row, link->cell.column)->kind != CELL_EMPTY);
        names += link && link->table == table && link->cell.row == 2 && link->cell.column == 1;
    }
    assert_true(names > 0);
}

/* 9.000.000.000.000 needs 96 pt, that is 34 mm; beside the leading columns there are 25 mm. */
static void a_number_wider_than_the_page_leaves_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<activity id='a' title='A'><amount source='TW' year='2021'>9000000000000</amount></activity>"),
        LAYOUT("x", "row", "", NO "<column head='b' width='125mm' fact='row.title'/>"
               "<years head='{year}'><sources><column head='a' width='16mm' fact='row.amount'/></sources></years>"));
    assert_false(composed.ok);
    assert_findings(fixture, "LY-011:1");
}

/* The same beside a text that may be narrower: it has half of what the layout wants for it, and what is left over. */
static void a_text_gives_way_to_a_number_rather_than_that_there_is_no_table(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<activity id='a' title='A'><amount source='TW' year='2021'>9000000000000</amount></activity>"),
        LAYOUT("x", "row", "", NO "<column head='b' width='*' min='125mm' fact='row.title'/>"
               "<years head='{year}'><sources><column head='a' width='16mm' fact='row.amount'/></sources></years>"));
    assert_true(composed.ok);
    assert_findings(fixture, "");
    const struct table *table = &composed.report.tables[0];
    assert_true(table->columns[1].width >= MM(62) && table->columns[1].width < MM(125));
}

static void a_figure_over_many_columns_spreads_over_them(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'", GROUPED
        "<total id='y' label='Theo năm'><stated year='2021'>3</stated></total>"
        "<total id='d' label='Tất cả'><stated unit='dong' words='Ba triệu đồng'>3000000</stated></total>"),
        LAYOUT("x", "row", "", NO TITLE GRID));
    const struct table *table = &composed.report.tables[0];
    assert_row(table, 6, "-|Theo năm|3{2x1}|.|-|-|-|-");
    assert_row(table, 7, "-|Tất cả|3.000.000 đồng{6x1}|.|.|.|.|.");
    assert_row(table, 8, "-|(Ba triệu đồng){7x1}|.|.|.|.|.|.");
    assert_whole(cell_at(table, 8, 1)->face, FACE_ITALIC);
}

static void a_figure_that_no_column_shows_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'",
        "<activity id='a' title='A'><amount source='TW' year='2021'>1</amount><amount source='TW'>5</amount></activity>"),
        LAYOUT("x", "row", "", NO TITLE GRID));
    assert_false(composed.ok);
    assert_findings(fixture, "LY-010:2");
}

static void an_unknown_layout_and_one_for_other_rows_are_errors(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'", GROUPED), LAYOUT("y", "row", "", NO TITLE GRID));
    assert_false(composed.ok);
    assert_findings(fixture, "LY-001:2");
    composed = composed_of(fixture, TABLE("annex='I'", GROUPED),
                           LAYOUT("x", "target", "", "<column head='h' width='*' fact='target.text'/>"));
    assert_false(composed.ok);
    assert_findings(fixture, "LY-009:2");
}

#define TARGET_COLUMNS \
    "<column head='a' width='10mm' fact='target.no'/><column head='b' width='*' fact='target.text'/>" \
    "<column head='c' width='15mm' fact='target.unit'/><column head='d' width='30mm' fact='target.goal'/>" \
    "<column head='s' width='15mm' fact='target.sign'/><column head='v' width='18mm' fact='target.value'/>" \
    "<column head='e' width='12mm' fact='target.year' optional='yes'/>" \
    "<column head='f' width='30mm' fact='target.note' optional='yes'/>"

static void targets_have_sections_goals_and_notes(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture,
        "<targets id='m' layout='x' where='Mục I'><section no='a' title='Người dân'>"
        "<target id='a1' op='ge' value='55' unit='%' year='2023'>Mua sắm</target>"
        "<target id='a2' op='range' low='1000' high='1200.5' unit='USD' partOf='a1' base='parent'>Chi</target></section>"
        "<section no='b' title='Khác'><target id='b1' op='none'>Không nêu</target>"
        "<target id='b2' kind='growth' op='about' value='25' unit='%/năm' partOf='a1' base='parent'>Tăng</target>"
        "<target id='b3' kind='rank' op='le' value='10' unit='hạng'>Hạng</target></section></targets>",
        LAYOUT("x", "target", "", TARGET_COLUMNS));
    const struct table *table = &composed.report.tables[0];
    assert_row(table, 1, "a|Người dân{7x1}|.|.|.|.|.|.");
    assert_row(table, 2, "1|Mua sắm|%|≥ 55|≥|55|2023|-");
    assert_row(table, 3, "2|Chi|USD|1.000 - 1.200,5|-|1.000 - 1.200,5|-|-");
    assert_row(table, 4, "b|Khác{7x1}|.|.|.|.|.|.");
    assert_row(table, 5, "3|Không nêu|-|không nêu giá trị|-|không nêu|-|-");
    assert_row(table, 6, "4|Tăng|%/năm|tăng khoảng 25|tăng khoảng|25|-|trong đó, thuộc chỉ tiêu 1");
    assert_row(table, 7, "5|Hạng|hạng|top 10|top|10|-|-");
    for (size_t row = 2; row < table->row_count; row++)
        assert_whole(cell_at(table, row, 1)->indent, row == 3); /* the part right under its whole */
    assert_whole(cell_at(table, 2, 5)->kind, CELL_NUMBER);
}

#define ONE_TARGET(more) \
    "<targets id='m' layout='x' where='Mục I'><section no='a' title='A'>" \
    "<target id='a1' op='ge' value='55' unit='%' " more ">Mua sắm</target></section></targets>"

static void columns_that_carry_nothing_give_their_width_away(void **state)
{
    struct fixture *fixture = *state;
    struct composed dated = composed_of(fixture, ONE_TARGET("year='2023'"), LAYOUT("x", "target", "", TARGET_COLUMNS));
    struct composed bare = composed_of(fixture, ONE_TARGET(""), LAYOUT("x", "target", "", TARGET_COLUMNS));
    const struct table *seven = &dated.report.tables[0], *six = &bare.report.tables[0];
    assert_whole((int64_t)seven->column_count, 7);
    assert_whole((int64_t)six->column_count, 6);
    assert_whole(six->columns[1].width, seven->columns[1].width + seven->columns[6].width);
}

static void a_sign_and_its_number_are_read_as_one(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, ONE_TARGET(""),
        LAYOUT("x", "target", "", "<column head='b' width='*' fact='target.text'/>"
               "<column head='Dấu' width='3mm' fact='target.sign' joins='yes' optional='yes'/>"
               "<column head='Giá trị' width='18mm' fact='target.value'/>"));
    const struct table *table = &composed.report.tables[0];
    assert_row(table, 0, "b|Giá trị{2x1}|.");
    assert_row(table, 2, "Mua sắm|≥|55");
    assert_true(table_cell(table, 2, 1)->joins && !table_cell(table, 2, 0)->joins && !table_cell(table, 2, 2)->joins);
    /* The sign is not broken however narrow the layout wants its column; its head takes no room there. */
    assert_true(table->columns[1].width >= MM(3) && table->columns[1].width < MM(6));
}

static void on_pages_a_sign_and_its_number_are_one_cell(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, ONE_TARGET(""),
        LAYOUT("x", "target", "", "<column head='b' width='*' fact='target.text'/>"
               "<column head='Dấu' width='9mm' fact='target.sign' joins='yes'/>"
               "<column head='Giá trị' width='18mm' fact='target.value' align='right'/>"));
    struct table *table = &composed.report.tables[0];
    struct link link = { table, { 2, 2 } };
    table_cell(table, 2, 0)->link = &link; /* from the name to the number */
    const struct metrics *metrics = metrics_open("build/fonts", &fixture->arena, &fixture->findings);
    struct report pages = report_for_reading(&composed.report, metrics, &fixture->arena);
    const struct table *read = &pages.tables[0];
    assert_whole((int64_t)table->column_count, 3); /* the workbook's stays as it is */
    assert_row(read, 0, "b|Giá trị");
    assert_row(read, 2, "Mua sắm|≥\u00a055");
    const struct cell *goal = cell_at(read, 2, 1);
    assert_whole(goal->kind, CELL_NUMBER);
    assert_whole(goal->value.units, 55);
    assert_string_equal(goal->text + goal->parts.tail, ""); /* the commas of the column stand below each other */
    assert_whole(read->columns[1].width, MM(9 + 18));
    assert_whole(read->columns[0].width + read->columns[1].width, table_page_width(table));
    const struct link *leads = cell_at(read, 2, 0)->link;
    assert_true(leads->table == read && leads->cell.row == 2 && leads->cell.column == 1);
}

static void a_head_over_joined_columns_spans_what_is_left_of_them(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, ONE_TARGET(""),
        LAYOUT("x", "target", "", "<column head='b' width='*' fact='target.text'/><band head='Mục tiêu'>"
               "<column head='Dấu' width='9mm' fact='target.sign' joins='yes'/>"
               "<column head='Giá trị' width='18mm' fact='target.value'/>"
               "<column head='Đơn vị' width='18mm' fact='target.unit'/></band>"));
    assert_row(&composed.report.tables[0], 0, "b{1x2}|Mục tiêu{3x1}|.|.");
    assert_row(&composed.report.tables[0], 1, ".|Giá trị{2x1}|.|Đơn vị");
    const struct metrics *metrics = metrics_open("build/fonts", &fixture->arena, &fixture->findings);
    struct report pages = report_for_reading(&composed.report, metrics, &fixture->arena);
    assert_row(&pages.tables[0], 0, "b{1x2}|Mục tiêu{2x1}|.");
    assert_row(&pages.tables[0], 1, ".|Giá trị|Đơn vị");
}

static void sources_without_amounts_are_never_zero(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture,
        "<noAmounts id='n' where='Mục IV' layout='x'>Ngân sách và nguồn khác</noAmounts>",
        LAYOUT("x", "source", "", "<column head='a' width='*' fact='fund.name'/><column head='b' width='60mm' fact='fund.amount'/>"));
    const struct table *table = &composed.report.tables[0];
    assert_row(table, 1, "Trung ương|Văn bản không nêu số tiền");
    assert_whole((int64_t)table->row_count, 4);
}

static void sheet_names_are_unique_and_short(void **state)
{
    struct fixture *fixture = *state;
    struct text body = text_in(&fixture->arena);
    for (int i = 0; i < 3; i++)
        text_addf(&body, "<table id='b%d' layout='x' moneyUnit='million-dong' title='t' "
                         "annex='XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'><activity id='a%d' title='a'><amount source='TW' year='2021'>1</amount>"
                         "</activity></table>", i, i);
    struct composed composed = composed_of(fixture, text_str(&body),
        "<layout xmlns='urn:phuluc:layout:1' id='x' name='n' each='row'><title fallback='f'>t</title><sheet>{table.title}</sheet>"
        "<columns>" NO TITLE GRID "</columns></layout>");
    assert_string_equal(composed.report.tables[0].sheet, "Phụ lục XXXXXXXXXXXXXXXXXXXXXXX");
    assert_string_equal(composed.report.tables[1].sheet, "Phụ lục XXXXXXXXXXXXXXXXXXX (2)");
    assert_string_equal(composed.report.tables[2].sheet, "Phụ lục XXXXXXXXXXXXXXXXXXX (3)");
    for (size_t t = 0; t < composed.report.table_count; t++)
        assert_true(utf8_length(composed.report.tables[t].sheet) <= 31);
}

static void the_control_code_tells_figures_apart(void **state)
{
    struct fixture *fixture = *state;
    const char *layout = LAYOUT("x", "row", "", NO TITLE GRID);
    struct composed one = composed_of(fixture, TABLE("annex='I'", GROUPED), layout);
    struct composed same = composed_of(fixture, TABLE("annex='I'", GROUPED), layout);
    struct composed other = composed_of(fixture, TABLE("annex='I'",
        "<activity id='a' title='A'><amount source='TW' year='2021'>1</amount></activity>"), layout);
    struct composed moved = composed_of(fixture, TABLE("annex='I'",
        "<activity id='a' title='A'><amount source='TW' year='2022'>1</amount></activity>"), layout);
    assert_string_equal(one.report.control_code, same.report.control_code);
    assert_string_not_equal(one.report.control_code, other.report.control_code);
    assert_string_not_equal(other.report.control_code, moved.report.control_code);
    assert_whole((int64_t)strlen(one.report.control_code), 19);
}

static void invented_figures_say_so_everywhere(void **state)
{
    struct fixture *fixture = *state;
    const char *text = plan_around(fixture, TABLE("annex='I'", GROUPED));
    const char *at = strstr(text, " unit=");
    const struct plan *plan = plan_of(fixture, arena_printf(&fixture->arena, "%.*s status=\"illustrative\"%s",
                                                            (int)(at - text), text, at));
    assert_non_null(plan);
    struct layout *layout = layout_of(fixture, LAYOUT("x", "row", "", NO TITLE GRID));
    struct layouts layouts = layouts_of(fixture, layout);
    struct views views = annex_views(ledger_of(plan, &NO_OFFICE, &fixture->arena), FIGURES_STATED, &fixture->arena);
    const struct compose_options plain = { 0 };
    struct report report;
    assert_true(compose(&report, &views, &layouts, &plain, metrics_open("build/fonts", &fixture->arena, &fixture->findings),
                        &fixture->arena, &fixture->findings));
    assert_non_null(strstr(report.tables[0].basis, "SỐ LIỆU MINH HỌA"));
    assert_non_null(strstr(report.control_line, "SỐ LIỆU MINH HỌA"));
}

/* The lines of a cover, sides with " / " between them. */
static const char *cover_of(struct fixture *fixture, const char *wanted, const char *replacement)
{
    struct arena *own = &fixture->arena;
    const char *text = plan_around(fixture, TABLE("annex='I' title='Kinh phí'", GROUPED)), *at = strstr(text, wanted);
    assert_non_null(at);
    const struct plan *plan = plan_of(fixture, arena_printf(own, "%.*s%s%s", (int)(at - text), text, replacement,
                                                            at + strlen(wanted)));
    assert_non_null(plan);
    struct layout *layout = layout_of(fixture, LAYOUT("x", "row", "", NO TITLE GRID));
    struct layouts layouts = layouts_of(fixture, layout);
    struct views views = annex_views(ledger_of(plan, &NO_OFFICE, &fixture->arena), FIGURES_STATED, own);
    const struct compose_options options = { .cover = true };
    struct report report;
    struct text out = text_in(own);
    assert_true(compose(&report, &views, &layouts, &options, metrics_open("build/fonts", own, &fixture->findings), own,
                        &fixture->findings));
    for (size_t r = 0; r < report.cover->count; r++) {
        const struct block_line *lines = report.cover->rows[r].lines;
        if (lines[SIDE_WHOLE].text)
            text_addf(&out, "%s\n", lines[SIDE_WHOLE].text);
        else
            text_addf(&out, "%s / %s\n", lines[SIDE_LEFT].text ? lines[SIDE_LEFT].text : "",
                      lines[SIDE_RIGHT].text ? lines[SIDE_RIGHT].text : "");
    }
    return text_str(&out);
}

static void a_cover_is_the_head_of_the_decision(void **state)
{
    assert_string_equal(cover_of(*state, "", ""), "ỦY BAN NHÂN DÂN / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                                                  "THÀNH PHỐ CẦN THƠ / Độc lập - Tự do - Hạnh phúc\n"
                                                  "Số: 01/QĐ-UBND / Cần Thơ, ngày 15 tháng 01 năm 2021\n"
                                                  "QUYẾT ĐỊNH\nKế hoạch\nCác phụ lục:\nPhụ lục I. Kinh phí\n");
}

/* Who signs which of the tables: annexes I and II, then one that the decision does not issue, then notes. */
static void the_signature_stands_under_the_last_annex_or_under_each(void **state)
{
    struct fixture *fixture = *state;
    struct arena *own = &fixture->arena;
    const char *signer = "<signer><authority>KT. Chủ tịch</authority><position>Phó Chủ tịch</position>"
                         "<fullName>Nguyễn Văn A</fullName></signer>";
    const char *text = plan_around(fixture, TABLE("annex='I' title='A'", GROUPED)
        "<table id='hai' layout='x' moneyUnit='million-dong' annex='II' title='B'>"
        "<activity id='z' title='Z'><amount source='TW' year='2021'>1</amount></activity></table>"
        "<table id='ba' layout='x' moneyUnit='million-dong' where='Mục III'>"
        "<activity id='y' title='Y'><amount source='TW' year='2021'>1</amount></activity></table>");
    const char *at = strstr(text, "<recipients");
    struct layout *layout = layout_of(fixture, LAYOUT("x", "row", "", NO TITLE GRID));
    struct layouts layouts = layouts_of(fixture, layout);
    const struct metrics *metrics = metrics_open("build/fonts", own, &fixture->findings);
    for (int separate = 0; separate <= 1; separate++) {
        const struct plan *plan = plan_of(fixture, arena_printf(own, "%.*s%s%s", (int)(at - text), text, signer, at));
        assert_non_null(plan);
        struct views views = annex_views(ledger_of(plan, &NO_OFFICE, &fixture->arena), FIGURES_STATED, own);
        const struct compose_options options = { .signature = true, .separate = separate };
        struct report report;
        assert_true(compose(&report, &views, &layouts, &options, metrics, own, &fixture->findings));
        assert_true((report.tables[0].signature != NULL) == separate);
        const struct block *signature = report.tables[1].signature;
        assert_true(signature && signature->count == 3);
        for (size_t i = 2; i < report.table_count; i++)
            assert_null(report.tables[i].signature);
        assert_string_equal(signature->rows[0].lines[SIDE_RIGHT].text, "KT. CHỦ TỊCH");
        assert_string_equal(signature->rows[1].lines[SIDE_RIGHT].text, "PHÓ CHỦ TỊCH");
        assert_string_equal(signature->rows[2].lines[SIDE_RIGHT].text, "Nguyễn Văn A");
    }
}

static void a_decision_without_signer_is_told(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, TABLE("annex='I' title='A'", GROUPED)));
    struct layout *layout = layout_of(fixture, LAYOUT("x", "row", "", NO TITLE GRID));
    struct layouts layouts = layouts_of(fixture, layout);
    struct views views = annex_views(ledger_of(plan, &NO_OFFICE, &fixture->arena), FIGURES_STATED, &fixture->arena);
    const struct compose_options options = { .signature = true };
    struct report report;
    assert_true(compose(&report, &views, &layouts, &options,
                        metrics_open("build/fonts", &fixture->arena, &fixture->findings), &fixture->arena,
                        &fixture->findings));
    assert_findings(fixture, "RU-011:1");
    assert_null(report.tables[0].signature);
}

static void what_the_decision_does_not_issue_is_not_signed(void **state)
{
    struct fixture *fixture = *state;
    const char *text = plan_around(fixture, TABLE("where='Mục III' title='A'", GROUPED)), *at = strstr(text, "<recipients");
    const char *signer = "<signer><position>Chủ tịch</position><fullName>Nguyễn Văn A</fullName></signer>";
    const struct plan *plan = plan_of(fixture, arena_printf(&fixture->arena, "%.*s%s%s", (int)(at - text), text, signer, at));
    struct layouts layouts = layouts_of(fixture, layout_of(fixture, LAYOUT("x", "row", "", NO TITLE GRID)));
    struct views views = annex_views(ledger_of(plan, &NO_OFFICE, &fixture->arena), FIGURES_STATED, &fixture->arena);
    struct report report;
    assert_true(compose(&report, &views, &layouts, &(struct compose_options){ .signature = true },
                        metrics_open("build/fonts", &fixture->arena, &fixture->findings), &fixture->arena,
                        &fixture->findings));
    assert_findings(fixture, "RU-029:1");
    assert_null(report.tables[0].signature);
}

static void a_chairman_as_issuer_has_a_line_of_his_own(void **state)
{
    const char *text = cover_of(*state, "<organName>Ủy", "<organName>Chủ tịch Ủy");
    assert_true(text == strstr(text, "CHỦ TỊCH / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                                     "ỦY BAN NHÂN DÂN / Độc lập - Tự do - Hạnh phúc\nTHÀNH PHỐ CẦN THƠ / \n"));
}

static void what_the_decision_leaves_blank_stays_blank(void **state)
{
    struct fixture *fixture = *state;
    assert_non_null(strstr(cover_of(fixture, "<codeNumber>", "<codeNumber printed='no' knownFrom='x'>"),
                           "Số: …/QĐ-UBND / Cần Thơ, ngày 15"));
    assert_non_null(strstr(cover_of(fixture, "<issuedDate>", "<issuedDate printed='no' knownFrom='x'>"),
                           "Số: 01/QĐ-UBND / Cần Thơ, ngày … tháng … năm 2021\n"));
    assert_non_null(strstr(cover_of(fixture, "<place>Cần Thơ</place>", "<place absent='yes'/>"),
                           "Số: 01/QĐ-UBND / ngày 15 tháng 01 năm 2021\n"));
}

/* ---- what a view supplies ---- */

static bool compose_one(struct fixture *fixture, struct views *views, const char *layout_text, struct report *report)
{
    struct layout *layout = layout_of(fixture, layout_text);
    assert_non_null(layout);
    struct layouts layouts = layouts_of(fixture, layout);
    const struct compose_options plain = { 0 };
    return compose(report, views, &layouts, &plain, metrics_open("build/fonts", &fixture->arena, &fixture->findings),
                   &fixture->arena, &fixture->findings);
}

#define SHOWS_UNIT \
    LAYOUT("x", "row", "", NO "\n" TITLE "\n<column head='Đơn vị tính' width='40mm' fact='row.unit'/>\n" GRID)

/* A fact that the vocabulary has and no maker fills is neither money of the row nor a blank column. */
static void a_fact_that_nobody_supplies_is_told_with_its_line(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, TABLE("annex='I'", GROUPED)));
    struct views views = annex_views(ledger_of(plan, &NO_OFFICE, &fixture->arena), FIGURES_STATED, &fixture->arena);
    static const enum fact_id WITHOUT_UNIT[] = { FACT_YEAR,      FACT_SOURCE_NAME, FACT_SOURCE_ABBR,
                                                 FACT_ROW_NO,    FACT_ROW_TITLE,   FACT_ROW_AMOUNT };
    views.items[0].supplied = FACTS(WITHOUT_UNIT);
    struct report report;
    assert_false(compose_one(fixture, &views, SHOWS_UNIT, &report));
    assert_findings(fixture, "LY-015:3");
    assert_true(report.table_count == 0 || strcmp(report.tables[0].id, "bang") != 0);
}

static void a_fact_that_is_supplied_may_be_blank_everywhere(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'", GROUPED), SHOWS_UNIT);
    assert_findings(fixture, "");
    for (size_t r = 2; r < composed.report.tables[0].row_count; r++)
        assert_whole(cell_at(&composed.report.tables[0], r, 2)->kind, CELL_EMPTY);
}

/* Targets have no years: a block of them would have no column, and its head no year. Told once a line. */
static void a_fact_in_a_head_or_title_must_be_supplied_too(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture,
        "<targets id='m' layout='x' where='Mục I'><section no='a' title='A'><target id='a1' op='none'>B</target></section>"
        "</targets>", LAYOUT("x", "target", "", "<column head='a' width='*' fact='target.text'/>\n"
                             "<years head='{year}'><column head='b' width='20mm' fact='year'/></years>"));
    assert_false(composed.ok);
    assert_findings(fixture, "LY-015:2");
}

/* ---- cells and their origins ---- */

static void a_cell_keeps_its_origin(void **state)
{
    struct fixture *fixture = *state;
    struct composed composed = composed_of(fixture, TABLE("annex='I'", GROUPED
        "<total id='y' label='Theo năm'><stated year='2021'>3</stated></total>"), LAYOUT("x", "row", "", NO TITLE GRID));
    const struct table *table = &composed.report.tables[0];
    struct origin of_kho = { 0, { 2, FACT_ROW_AMOUNT, figure_key_of(2021, "TW") } };
    struct origin of_year = { 0, { 4, FACT_ROW_YEAR_AMOUNT, figure_key_of(2021, NULL) } };
    struct origin of_none = { 0, { 4, FACT_ROW_AMOUNT, figure_key_of(2021, "TW") } };
    struct cell_ref found;
    assert_true(table_find(table, &of_kho, &found) && found.row == 4 && found.column == 2);
    assert_true(table_find(table, &of_year, &found) && found.row == 6 && found.column == 2); /* spread over its sources */
    assert_false(table_find(table, &of_none, &found)); /* its cell went into the spread */
    of_kho.view = 1;
    assert_false(table_find(table, &of_kho, &found));
    assert_true(cell_at(table, 0, 0)->origin.view == NO_VIEW);
}

static struct view view_of(struct items *list, const char *id, const struct fact_list supplied)
{
    struct view view = items_view(list, EACH_SUMMARY, id, id, supplied);
    view.layout = "x";
    return view;
}

/* Two rows print the same words; what is referred to is the second. */
static void a_reference_leads_to_an_item_and_not_to_a_text(void **state)
{
    static const enum fact_id SUPPLIED[] = { FACT_SUMMARY_TEXT, FACT_SUMMARY_SEE };
    struct fixture *fixture = *state;
    struct items from = { .arena = &fixture->arena }, to = from;
    struct value see = value_text("Biểu 1, dòng Tổng cộng");
    see.see_view = "to";
    see.see_item = "=total";
    items_add(&from, ROLE_BODY, 0);
    items_put(&from, FACT_SUMMARY_TEXT, value_text(see.text)); /* the same text, which refers to nothing */
    items_put(&from, FACT_SUMMARY_SEE, see);
    for (int i = 0; i < 2; i++) {
        items_add(&to, ROLE_TOTAL, 0)->id = i ? "=total" : "TC";
        items_put(&to, FACT_SUMMARY_TEXT, value_text("Tổng cộng"));
    }
    struct view items[] = { view_of(&from, "from", FACTS(SUPPLIED)), view_of(&to, "to", FACTS(SUPPLIED)) };
    struct office_view office = { .type_name = "Báo cáo", .subject = "Thử" };
    struct views views = { .plan_id = "x", .plan_name = "x", .author = "x", .items = items, .count = 2, .office = &office };
    struct report report;
    assert_true(compose_one(fixture, &views,
                            "<layout xmlns='urn:phuluc:layout:1' id='x' name='n' each='summary'><title fallback='a'>a</title>"
                            "<sheet>s</sheet><columns><column head='a' width='*' fact='summary.text'/>"
                            "<column head='b' width='40mm' fact='summary.see'/></columns></layout>", &report));
    const struct link *link = cell_at(&report.tables[0], 1, 1)->link;
    assert_true(link && link->table == &report.tables[1] && link->cell.row == 2 && link->cell.column == 0);
    assert_null(cell_at(&report.tables[0], 1, 0)->link);
}

static const char TWO_COLUMNS[] =
    "<layout xmlns='urn:phuluc:layout:1' id='x' name='n' each='summary'><title fallback='a'>a</title>"
    "<sheet>s</sheet><columns><column head='a' width='*' fact='summary.text'/>"
    "<column head='b' width='40mm' fact='summary.see' optional='yes'/></columns></layout>";

/* Eight empty columns under their heads would say no more than the sentence. */
static void a_table_of_nothing_is_one_sentence(void **state)
{
    static const enum fact_id SUPPLIED[] = { FACT_SUMMARY_TEXT, FACT_SUMMARY_SEE };
    struct fixture *fixture = *state;
    struct items none = { .arena = &fixture->arena };
    items_say_if_none(&none, FACT_SUMMARY_TEXT, "Không có gì.");
    struct view items[] = { view_of(&none, "none", FACTS(SUPPLIED)) };
    struct office_view office = { .type_name = "Báo cáo", .subject = "Thử" };
    struct views views = { .plan_id = "x", .plan_name = "x", .author = "x", .items = items, .count = 1, .office = &office };
    struct report report;
    assert_true(compose_one(fixture, &views, TWO_COLUMNS, &report));
    assert_true(report.tables[0].head_rows == 0 && report.tables[0].row_count == 1);
    assert_string_equal(cell_at(&report.tables[0], 0, 0)->text, "Không có gì.");
}

/* Two rows say the same instead of a figure: the column goes, and a line tells which and why. */
static void a_column_without_a_figure_is_told_below(void **state)
{
    static const enum fact_id SUPPLIED[] = { FACT_SUMMARY_TEXT, FACT_SUMMARY_SEE };
    struct fixture *fixture = *state;
    for (int figures = 0; figures < 2; figures++) {
        struct items list = { .arena = &fixture->arena };
        for (int i = 0; i < 2; i++) {
            items_add(&list, ROLE_BODY, 0);
            items_put(&list, FACT_SUMMARY_TEXT, value_text("nguồn"));
            items_put(&list, FACT_SUMMARY_SEE, i && figures ? value_count(7) : value_no_figure());
        }
        struct view items[] = { view_of(&list, "list", FACTS(SUPPLIED)) };
        struct office_view office = { .type_name = "Báo cáo", .subject = "Thử" };
        struct views views = { .plan_id = "x", .plan_name = "x", .author = "x", .items = items, .count = 1, .office = &office };
        struct report report;
        assert_true(compose_one(fixture, &views, TWO_COLUMNS, &report));
        const struct table *table = &report.tables[0];
        assert_true(table->column_count == (figures ? 2 : 1) && table->note_count == (figures ? 0 : 1));
        if (!figures)
            assert_string_equal(table->notes[0], "Không in cột không có số nào: b (…).");
    }
}

static const char ONCE[] =
    "<layout xmlns='urn:phuluc:layout:1' id='x' name='n' each='summary'><title fallback='a'>a</title>"
    "<sheet>s</sheet><columns><column head='a' width='*' fact='summary.text'/>"
    "<column head='b' width='40mm' fact='summary.see' once='yes'/></columns></layout>";

/* The table of those values in the column b, an empty text for none. */
static const struct table *table_of_texts(struct fixture *fixture, const char *const *texts, size_t count)
{
    static const enum fact_id SUPPLIED[] = { FACT_SUMMARY_TEXT, FACT_SUMMARY_SEE };
    struct items list = { .arena = &fixture->arena };
    for (size_t i = 0; i < count; i++) {
        items_add_group(&list, 0, "nhóm"); /* headings have nothing there, and are no rows of it */
        items_put(&list, FACT_SUMMARY_TEXT, value_text("nhóm"));
        items_add(&list, ROLE_BODY, 1);
        items_put(&list, FACT_SUMMARY_TEXT, value_text("nguồn"));
        items_put(&list, FACT_SUMMARY_SEE, value_text(*texts[i] ? texts[i] : NULL));
    }
    struct view *items = arena_alloc(&fixture->arena, 1, sizeof *items);
    *items = view_of(&list, "list", FACTS(SUPPLIED));
    struct office_view office = { .type_name = "Báo cáo", .subject = "Thử" };
    struct views views = { .plan_id = "x", .plan_name = "x", .author = "x", .items = items, .count = 1, .office = &office };
    struct report *report = arena_alloc(&fixture->arena, 1, sizeof *report);
    assert_true(compose_one(fixture, &views, ONCE, report));
    return &report->tables[0];
}

/* A column that repeats itself gives its room to the others; what differs once, or is blank once, does not. */
static void what_all_rows_have_is_said_once(void **state)
{
    static const char *const SAME[] = { "2025", "2025", "2025" }, *const OTHER[] = { "2025", "2025", "2024" },
                      *const BLANK[] = { "2025", "", "2025" };
    struct fixture *fixture = *state;
    const struct table *table = table_of_texts(fixture, SAME, 3);
    assert_true(table->column_count == 1 && table->note_count == 1);
    assert_string_equal(table->notes[0], "Như nhau ở mọi dòng, không in thành cột: b: 2025.");
    assert_int_equal(table_of_texts(fixture, SAME, 2)->column_count, 2);
    assert_int_equal(table_of_texts(fixture, OTHER, 3)->column_count, 2);
    assert_int_equal(table_of_texts(fixture, BLANK, 3)->column_count, 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_line_of_the_ledger_leads_to_its_figure_and_back, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_line_about_a_blank_leads_to_the_name_of_its_row, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_table_of_nothing_is_one_sentence, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_column_without_a_figure_is_told_below, fixture_open, fixture_close),
        TEST(what_all_rows_have_is_said_once),
        cmocka_unit_test_setup_teardown(a_cover_is_the_head_of_the_decision, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(the_signature_stands_under_the_last_annex_or_under_each, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(what_the_decision_does_not_issue_is_not_signed, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_decision_without_signer_is_told, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_chairman_as_issuer_has_a_line_of_his_own, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(what_the_decision_leaves_blank_stays_blank, fixture_open, fixture_close),
        TEST(blocks_repeat_for_years_and_the_sources_with_money),
        TEST(the_annex_head_says_what_the_decree_wants),
        TEST(tables_that_are_no_annex_take_no_number_of_one),
        TEST(roles_and_faces_follow_the_rows),
        TEST(a_sum_that_holds_names_its_cells),
        TEST(a_sum_that_does_not_hold_is_marked_and_stands_as_stated),
        TEST(blocks_that_do_not_fit_the_page_go_to_further_parts),
        TEST(bands_that_are_blocks_stay_whole),
        TEST(a_total_whose_column_stands_in_a_later_part_is_not_spread),
        TEST(a_column_grows_to_what_its_numbers_need),
        TEST(a_column_grows_to_the_longest_word_of_its_head),
        TEST(a_remark_is_not_bold_in_the_rows_of_groups),
        TEST(an_ordinal_is_not_broken),
        TEST(a_block_wider_than_the_page_is_split_inside),
        TEST(a_column_grows_to_what_its_numbers_need),
        TEST(a_block_wider_than_the_page_is_split_inside),
        TEST(the_ledger_has_room_for_its_numbers),
        TEST(a_number_wider_than_the_page_leaves_is_refused),
        TEST(a_text_gives_way_to_a_number_rather_than_that_there_is_no_table),
        TEST(a_figure_over_many_columns_spreads_over_them),
        TEST(a_figure_that_no_column_shows_is_an_error),
        TEST(an_unknown_layout_and_one_for_other_rows_are_errors),
        TEST(targets_have_sections_goals_and_notes),
        TEST(columns_that_carry_nothing_give_their_width_away),
        TEST(a_sign_and_its_number_are_read_as_one),
        TEST(on_pages_a_sign_and_its_number_are_one_cell),
        TEST(a_head_over_joined_columns_spans_what_is_left_of_them),
        TEST(sources_without_amounts_are_never_zero),
        TEST(sheet_names_are_unique_and_short),
        TEST(the_control_code_tells_figures_apart),
        TEST(invented_figures_say_so_everywhere),
        TEST(a_fact_that_nobody_supplies_is_told_with_its_line),
        TEST(a_fact_that_is_supplied_may_be_blank_everywhere),
        TEST(a_fact_in_a_head_or_title_must_be_supplied_too),
        TEST(a_cell_keeps_its_origin),
        TEST(a_reference_leads_to_an_item_and_not_to_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
