/* The workbook as another program reads it: tests/support/xlsx_cells.py prints its facts, a line each. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "../support/sample_report.h"
#include "base/text.h"
#include "render/renderers.h"
#include "render/xlsx/xlsx_chart.h"
#include "render/xlsx/xlsx_formula.h"
#include "render/xlsx/xlsx_guard.h"
#include "render/xlsx/xlsx_page.h"
#include "report/wrap.h"

struct fixture {
    struct arena arena;
    struct findings findings;
    struct render_context context;
    struct report *report;
    char folder[64];
    const char *path;
};

static int set_up(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){ .folder = "/tmp/phuluc-xlsx-XXXXXX" };
    if (!mkdtemp(fixture.folder))
        return -1;
    fixture.findings = findings_in(&fixture.arena);
    fixture.context = (struct render_context){ .metrics = sample_metrics(),
                                               .arena = &fixture.arena,
                                               .findings = &fixture.findings };
    fixture.report = sample_report(&fixture.arena, sample_metrics());
    fixture.path = arena_printf(&fixture.arena, "%s/a.xlsx", fixture.folder);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    unlink(fixture->path);
    bool left = rmdir(fixture->folder) != 0; /* a temporary file of the library would keep it */
    arena_release(&fixture->arena);
    return left ? -1 : 0;
}

static const char *output_of(struct fixture *fixture, const char *command)
{
    char buffer[4096];
    struct text text = text_in(&fixture->arena);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    for (size_t size; (size = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        text_addn(&text, buffer, size);
    assert_int_equal(pclose(pipe), 0);
    return text_str(&text);
}

static const char *cells(struct fixture *fixture)
{
    assert_true(render_xlsx(fixture->report, fixture->path, &fixture->context));
    return arena_printf(&fixture->arena, "\n%s",
                        output_of(fixture, arena_printf(&fixture->arena,
                                                        "/usr/bin/python3 tests/support/xlsx_cells.py %s",
                                                        fixture->path)));
}

static void assert_line(struct fixture *fixture, const char *text, const char *line)
{
    if (!strstr(text, arena_printf(&fixture->arena, "\n%s\n", line)))
        fail_msg("not found: %s\nin:\n%s", line, text);
}

#define LINES(fixture, text, ...) \
    do { \
        static const char *const lines[] = { __VA_ARGS__ }; \
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) \
            assert_line((fixture), (text), lines[i]); \
    } while (0)

static void numbers_are_numbers_with_formats(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!C8\tnumber\t1924.5", "PL1!C8\tformat\t#,##0.0_ ;-#,##0.0_ ;\"-\"_ ", "PL1!D8\tnumber\t0",
          "PL1!D8\tformat\t#,##0_ ;-#,##0_ ;\"-\"_ ", "PL1!E8\tnumber\t-80", "PL1!F9\tnumber\t9438726037",
          "Chỉ tiêu!B3\tnumber\t2025", "Chỉ tiêu!B3\tformat\t0_ ", "Chỉ tiêu!B4\tnumber\t55",
          "Chỉ tiêu!B4\tformat\t#,##0\"%\"_ ");
    assert_true(fixture->findings.count == 0);
}

static void sums_are_formulas_with_their_value(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!G8\tformula\t=SUM(C8:F8)", "PL1!G8\tnumber\t2300", "PL1!G9\tformula\t=D9+F9",
          "PL1!G9\tnumber\t9438726137", "PL1!E7\tformula\t=SUM(E8:E9)", "PL1!E7\tnumber\t1297");
}

static void a_figure_that_does_not_hold_is_a_constant_with_a_comment(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    assert_null(strstr(text, "PL1!G17\tformula"));
    LINES(fixture, text, "PL1!G17\tnumber\t1717",
          "PL1!G17\tformat\t#,##0\" (*)\"_ ;-#,##0\" (*)\"_ ;\"- (*)\"_ ", "PL1!G17\tfont\tTimes New Roman\t11\tb\t-",
          "PL1!G17\tstyle\tright\ttop\t-\tLRTB\tfill",
          "PL1!G17\tcomment\tphuluc\tQuyết định ghi 1.717; cộng các dòng được 9.438.728.437, chênh 9.438.726.720.");
}

static void a_lost_figure_is_text(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!C9\ttext\t[…]", "PL1!C9\tstyle\tright\ttop\twrap\tLRTB\tfill",
          "PL1!C9\tcomment\tphuluc\tÔ bị mất trong bản quét.");
}

static void text_that_looks_like_a_formula_stays_text(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!B9\ttext\t=Hỗ trợ «A & B» <xây dựng>");
}

static void head_lines_stand_above_the_grid(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!A1\ttext\tPhụ lục I", "PL1!A1\tfont\tTimes New Roman\t14\tb\t-",
          "PL1!A1\tstyle\tcenter\tcenter\twrap\t----\t-", "PL1!A2\tfont\tTimes New Roman\t14\tb\t-",
          "PL1!A3\tfont\tTimes New Roman\t13\t-\ti", "PL1!A4\ttext\tĐơn vị tính: triệu đồng",
          "PL1!A4\tfont\tTimes New Roman\t12\t-\ti", "PL1!A4\tstyle\tright\tcenter\twrap\t----\t-",
          "Chỉ tiêu!A1\ttext\tCHỈ TIÊU ĐẾN NĂM 2025", "Chỉ tiêu!A2\ttext\tChỉ tiêu");
}

static void a_title_is_broken_where_print_breaks_it(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->tables[1].title = "MỤC TIÊU CỤ THỂ CỦA KẾ HOẠCH PHÁT TRIỂN THƯƠNG MẠI 2021 – 2025";
    LINES(fixture, cells(fixture), "Chỉ tiêu!A1\ttext\tMỤC TIÊU CỤ THỂ CỦA KẾ HOẠCH\nPHÁT TRIỂN THƯƠNG MẠI 2021 – 2025");
}

static void only_head_and_notes_are_merged(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text,
          "PL1\tmerges\tA19:G19\tA1:G1\tA20:G20\tA2:G2\tA3:G3\tA4:G4\tA5:A6\tB5:B6\tC5:D5\tE5:F5\tG5:G6",
          "Chỉ tiêu\tmerges\tA1:B1");
}

static void a_figure_over_several_columns_is_centred_across_them(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!C10\tnumber\t1234.5", "PL1!C10\tstyle\tcenterContinuous\ttop\t-\tL-TB\t-",
          "PL1!D10\tstyle\tcenterContinuous\ttop\t-\t-RTB\t-");
    assert_null(strstr(text, "PL1!D10\tnumber"));
}

static void long_text_over_several_columns_goes_on_in_the_next_row(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text,
          "PL1!A11\ttext\tKinh phí của các nhiệm vụ trên được cân đối trong dự toán ngân sách hằng năm của",
          "PL1!A11\tstyle\tleft\ttop\t-\tL-T-\t-",
          "PL1!A12\ttext\tcác sở, ngành, địa phương và huy động từ các nguồn hợp pháp khác theo quy định",
          "PL1!A13\tstyle\tleft\ttop\t-\tL--B\t-", "PL1!G13\tstyle\tleft\ttop\t-\t-R-B\t-");
}

static void a_cell_over_several_rows_keeps_its_text_in_the_first(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!B15\ttext\tMột nội dung đứng chung cho hai hàng liền nhau của bảng",
          "PL1!B15\tstyle\tleft\ttop\twrap\tLRT-\t-", "PL1!B16\tstyle\tleft\ttop\twrap\tLR-B\t-",
          "PL1!15\theight\t44.25");
}

static void the_page_is_set_up(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->tables[1].landscape = true;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1\ttitles\t$5:$6\tNone", "PL1\tarea\tA1:G20", "PL1\tfreeze\tC7",
          "PL1\tpage\t9\tportrait\tNone\tNone\tNone\tTrue\t77", "PL1\tmargins\t1.1811\t0.7874\t0.7874\t0.7874",
          "PL1\tfooter\t1 && 2: mã kiểm tra 0a1b2c3d\tTrang &P/&N", "Chỉ tiêu\ttitles\t$2:$2\tNone",
          "Chỉ tiêu\tpage\t9\tlandscape\tNone\tNone\tNone\tTrue\tNone", "active\tPL1");
}

static void names_and_properties_are_set(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture);
    LINES(fixture, text, "name\tphu_luc_i\t'PL1'!$A$7:$G$17", "name\tbang_chi_tieu\t'Chỉ tiêu'!$A$3:$B$4",
          "properties\tPhụ lục \"mẫu\" <1 & 2>\tQuyết định số 3192/QĐ-UBND\tSở Công Thương\t2020-11-18 00:00:00");
}

/* 20 mm are 76 pixels; a digit is 8 of them. */
static void columns_are_at_least_as_wide_as_in_print(void **state)
{
    struct fixture *fixture = *state;
    const char *text = cells(fixture), *at = strstr(text, "\nPL1!C\twidth\t");
    assert_non_null(at);
    assert_true(strtol(at + strlen("\nPL1!C\twidth\t"), NULL, 10) >= 9);
    at = strstr(text, "\nPL1!F\twidth\t"); /* widened for 9.438.726.037 */
    assert_non_null(at);
    assert_true(strtol(at + strlen("\nPL1!F\twidth\t"), NULL, 10) >= 12);
}

static const char *digest(struct fixture *fixture)
{
    assert_true(render_xlsx(fixture->report, fixture->path, &fixture->context));
    return output_of(fixture, arena_printf(&fixture->arena, "sha256sum < %s", fixture->path));
}

static void two_runs_are_byte_identical_whatever_clock_and_locale(void **state)
{
    struct fixture *fixture = *state;
    const char *first = digest(fixture);
    sleep(1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setenv("TZ", "Asia/Ho_Chi_Minh", 1);
    const char *second = digest(fixture);
    unsetenv("LC_ALL");
    unsetenv("TZ");
    assert_string_equal(first, second);
}

static void a_report_without_a_date_is_the_same_too(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->as_of = (struct date){ 0 };
    const char *first = digest(fixture);
    sleep(1);
    assert_string_equal(first, digest(fixture));
}

static void a_number_of_more_than_fifteen_digits_is_text(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = &fixture->report->tables[0];
    sample_number(table, SAMPLE_FIRST, 3, &fixture->arena, 1234567890123456, 0);
    sample_number(table, SAMPLE_FIRST, 6, &fixture->arena, 12345678901257560, 1);
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!D8\ttext\t1.234.567.890.123.456");
    assert_null(strstr(text, "PL1!G8\tformula"));
    assert_true(fixture->findings.count == 1 + 1);
    assert_int_equal(fixture->findings.items[0].code, FINDING_NUMBER_TOO_LONG);
    assert_string_equal(fixture->findings.items[0].args[0], "1.234.567.890.123.456");
    assert_string_equal(fixture->findings.items[0].args[1], "PL1");
}

/* Runs the renderer with stderr caught: the library must not have been asked. */
static void assert_refused(struct fixture *fixture, enum finding_code code)
{
    char said[256] = "";
    int saved = dup(2), caught[2];
    assert_int_equal(pipe(caught), 0);
    dup2(caught[1], 2);
    bool good = render_xlsx(fixture->report, fixture->path, &fixture->context);
    dup2(saved, 2);
    close(saved);
    close(caught[1]);
    ssize_t size = read(caught[0], said, sizeof said - 1);
    close(caught[0]);
    assert_false(good);
    assert_true(size == 0);
    assert_true(fixture->findings.count > 0);
    assert_int_equal(fixture->findings.items[fixture->findings.count - 1].code, code);
    assert_int_equal(access(fixture->path, F_OK), -1);
}

static void sheet_names_that_excel_refuses_never_reach_the_library(void **state)
{
    static const char *const NAMES[] = { "",        "Biểu 01/BC", "a:b",  "a*b",     "a?b",     "[a]", "a\\b",
                                         "'trích",  "trích'",     "PL1",  "pl1",     "History", "HISTORY",
                                         "Tên trang tính dài hơn ba mươi mốt chữ" };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        fixture->report->tables[1].sheet = NAMES[i];
        assert_refused(fixture, FINDING_BAD_SHEET_NAME);
    }
    fixture->report->tables[0].sheet = "Chỉ tiêu";
    fixture->report->tables[1].sheet = "CHỈ TIÊU";
    assert_refused(fixture, FINDING_BAD_SHEET_NAME);
    fixture->report->tables[1].sheet = "Ba mươi mốt chữ tiếng Việt đủ ộ";
    assert_true(utf8_length(fixture->report->tables[1].sheet) == 31);
    LINES(fixture, cells(fixture), "name\tbang_ba_muoi_mot_chu_tieng_viet_du_o\t'Ba mươi mốt chữ tiếng Việt đủ ộ'!$A$3:$B$4");
}

static void an_apostrophe_in_a_sheet_name_is_quoted(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->tables[1].sheet = "Đắk R'lấp";
    const char *text = cells(fixture);
    LINES(fixture, text, "name\tbang_dak_r_lap\t'Đắk R''lấp'!$A$3:$B$4", "Đắk R'lấp\ttitles\t$2:$2\tNone");
}

static char *long_text(struct fixture *fixture, size_t length)
{
    char *text = arena_alloc(&fixture->arena, length + 1, 1);
    for (size_t i = 0; i < length; i++)
        text[i] = i % 8 == 7 ? ' ' : 'a';
    return text;
}

static void text_that_is_too_long_for_a_cell_is_refused(void **state)
{
    struct fixture *fixture = *state;
    table_cell(&fixture->report->tables[1], 1, 0)->text = long_text(fixture, 32768);
    assert_refused(fixture, FINDING_TEXT_TOO_LONG);
    assert_string_equal(fixture->findings.items[0].args[0], "aaaaaaa aaaaaaa aaaaaaa aaaaaaa aaaaaaa ");
    assert_string_equal(fixture->findings.items[0].args[1], "Chỉ tiêu");
    table_cell(&fixture->report->tables[1], 1, 0)->text = long_text(fixture, 32767);
    table_cell(&fixture->report->tables[1], 1, 0)->remark = long_text(fixture, 32767);
    table_measure(&fixture->report->tables[1], sample_metrics(), &fixture->arena);
    assert_non_null(strstr(cells(fixture), "\nChỉ tiêu!3\theight\t408.75\n"));
}

/* A cell counts characters: the letters of Vietnamese take up to three bytes each. */
static void text_of_letters_of_many_bytes_fills_a_cell(void **state)
{
    struct fixture *fixture = *state;
    struct text text = text_in(&fixture->arena);
    for (int i = 0; i < 32768; i++)
        text_add(&text, i % 8 == 7 ? " " : "ế");
    struct cell *cell = table_cell(&fixture->report->tables[1], 1, 0);
    cell->text = text_str(&text);
    assert_refused(fixture, FINDING_TEXT_TOO_LONG);
    text.data[--text.length] = '\0';
    cell->text = cell->remark = text_str(&text);
    table_measure(&fixture->report->tables[1], sample_metrics(), &fixture->arena);
    assert_non_null(strstr(cells(fixture), text_str(&text)));
}

static void a_control_line_that_is_too_long_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->control_line = long_text(fixture, 300);
    assert_refused(fixture, FINDING_LIBRARY_REFUSED);
}

static void a_report_without_tables_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->table_count = 0;
    assert_refused(fixture, FINDING_LIBRARY_REFUSED);
}

static void a_table_that_no_sheet_holds_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->tables[1].row_count = 1000000; /* 1,048,576 are a sheet's */
    assert_refused(fixture, FINDING_TABLE_TOO_LARGE);
    const struct finding *finding = &fixture->findings.items[fixture->findings.count - 1];
    assert_string_equal(finding->args[0], "Chỉ tiêu");
    assert_string_equal(finding->args[1], "1000000");
}

static void long_properties_and_missing_texts_are_no_fault(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = &fixture->report->tables[1];
    fixture->report->title = long_text(fixture, 400);
    fixture->report->control_line = NULL;
    fixture->report->author = NULL;
    table->title = NULL;
    table->head_rows = 0;
    table->rows[0].role = ROLE_BODY;
    const char *text = cells(fixture);
    LINES(fixture, text, "Chỉ tiêu\tmerges", "Chỉ tiêu\ttitles\tNone\tNone");
}

static void a_table_of_one_column_needs_no_merging(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 1, 1);
    table->title = "MỘT CỘT";
    table->columns[0].width = 100000;
    table->key_columns = 1;
    sample_text(table, 0, 0, "Cột");
    fixture->report->tables[1] = *table;
    LINES(fixture, cells(fixture), "Bảng\tmerges", "Bảng!A1\ttext\tMỘT CỘT", "Bảng!A2\ttext\tCột");
}

static void a_full_disk_is_a_finding(void **state)
{
    struct fixture *fixture = *state;
    int saved = dup(2), null = open("/dev/null", O_WRONLY);
    dup2(null, 2); /* the library says it too */
    bool good = render_xlsx(fixture->report, "/dev/full", &fixture->context);
    dup2(saved, 2);
    close(saved);
    close(null);
    assert_false(good);
    assert_true(fixture->findings.count == 1);
    assert_int_equal(fixture->findings.items[0].code, FINDING_XLSX_FAILED);
    assert_string_equal(fixture->findings.items[0].args[0], "/dev/full");
    assert_int_equal(fixture->findings.items[0].error, ENOSPC);
}

static void a_missing_folder_is_a_finding(void **state)
{
    struct fixture *fixture = *state;
    assert_false(render_xlsx(fixture->report, "/nonexistent/a.xlsx", &fixture->context));
    assert_int_equal(fixture->findings.items[0].code, FINDING_WRITE_FAILED);
}

/* strtod() rounds correctly, so it is the judge. */
static void numbers_are_the_nearest_doubles(void **state)
{
    uint64_t seed = 20201118;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char text[DEC_TEXT_SIZE];
        double number = 0;
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        struct dec value = { (int64_t)(seed >> 14) % 1000000000000000, (unsigned)(seed % 19) };
        value.units = seed & 1 << 13 ? -value.units : value.units;
        assert_true(xlsx_number(&number, value));
        assert_true(number == strtod(dec_format(text, value), NULL));
    }
}

static void digits_are_counted_without_zeros_at_the_end(void **state)
{
    double number = 0;
    (void)state;
    assert_true(xlsx_number(&number, (struct dec){ 0, 18 }) && number == 0);
    assert_true(xlsx_number(&number, (struct dec){ 999999999999999, 0 }) && number == 999999999999999.0);
    assert_true(xlsx_number(&number, (struct dec){ 1234567890123450000, 4 }) && number == 123456789012345.0);
    assert_true(xlsx_number(&number, (struct dec){ 9000000000000000000, 0 }) && number == 9e18);
    assert_false(xlsx_number(&number, (struct dec){ 1000000000000001, 0 }));
    assert_false(xlsx_number(&number, (struct dec){ INT64_MIN, 18 }));
}

static void formulas_sum_runs_and_add_single_cells(void **state)
{
    static const struct { size_t count; struct cell_ref terms[6]; const char *formula; } CASES[] = {
        { 1, { { 1, 0 } }, "=A2" },
        { 2, { { 1, 0 }, { 3, 0 } }, "=A2+A4" },
        { 2, { { 1, 0 }, { 2, 0 } }, "=SUM(A2:A3)" },
        { 4, { { 1, 2 }, { 2, 2 }, { 3, 2 }, { 5, 2 } }, "=SUM(C2:C4)+C6" },
        { 3, { { 4, 0 }, { 4, 1 }, { 4, 2 } }, "=SUM(A5:C5)" },
        { 5, { { 1, 0 }, { 3, 0 }, { 4, 0 }, { 4, 1 }, { 4, 2 } }, "=A2+SUM(A4:A5)+SUM(B5:C5)" },
        { 2, { { 1, 0 }, { 1, 0 } }, "=A2+A2" },
        { 2, { { 2, 0 }, { 1, 0 } }, "=A3+A2" },
        { 0, { { 0, 0 } }, NULL },
    };
    static unsigned rows[] = { 0, 1, 2, 3, 4, 5 };
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 6, 3);
    struct book book = { .arena = &fixture->arena };
    struct xlsx_sheet sheet = { .book = &book, .table = table, .rows = rows };
    for (size_t r = 1; r < 6; r++)
        for (size_t c = 0; c < 3; c++)
            sample_number(table, r, c, &fixture->arena, 1, 0);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct cell cell = { .terms = CASES[i].terms, .term_count = (uint32_t)CASES[i].count };
        const char *formula = xlsx_formula(&sheet, &cell);
        assert_true(text_equal(formula, CASES[i].formula));
    }
}

/* A sum over another table names its sheet; where that is written to a file of its own, the figure stays a number. */
static void a_formula_over_another_sheet_names_it(void **state)
{
    static unsigned rows[] = { 4, 5 };
    struct fixture *fixture = *state;
    struct table *tables = arena_alloc(&fixture->arena, 2, sizeof *tables), *apart = sample_grid(&fixture->arena, 2, 2);
    for (int i = 0; i < 2; i++) {
        tables[i] = *sample_grid(&fixture->arena, 2, 2);
        tables[i].sheet = i ? "Của 'tôi'" : "Cộng";
        sample_number(&tables[i], 1, 1, &fixture->arena, 1, 0);
        sample_number(&tables[i], 1, 0, &fixture->arena, 1, 0);
    }
    sample_number(apart, 1, 1, &fixture->arena, 1, 0);
    struct book book = { .arena = &fixture->arena };
    struct report report = { .tables = tables, .table_count = 2 };
    struct xlsx_sheet sheets[] = { { .book = &book, .report = &report, .table = &tables[0], .rows = rows },
                                   { .book = &book, .report = &report, .table = &tables[1], .rows = rows } };
    struct formula_piece pieces[] = { { .cell = { 1, 1 }, .table = &tables[1] }, { .text = "+" }, { .cell = { 1, 0 } } };
    struct cell cell = { .formula = pieces, .formula_count = 3 };
    sheets[0].all = sheets[1].all = sheets;
    assert_string_equal(xlsx_formula(&sheets[0], &cell), "='Của ''tôi'''!B6+A6");
    pieces[0].table = apart;
    assert_null(xlsx_formula(&sheets[0], &cell));
}

static void a_formula_too_long_for_a_cell_is_none(void **state)
{
    enum { TERMS = 3000 };
    static unsigned rows[] = { 0, 1 };
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 2, 1);
    struct book book = { .arena = &fixture->arena };
    struct xlsx_sheet sheet = { .book = &book, .table = table, .rows = rows };
    struct cell_ref *terms = arena_alloc(&fixture->arena, TERMS, sizeof *terms);
    struct cell cell = { .terms = terms, .term_count = TERMS };
    sample_number(table, 1, 0, &fixture->arena, 1, 0);
    for (size_t i = 0; i < TERMS; i++)
        terms[i].row = 1;
    assert_null(xlsx_formula(&sheet, &cell));
}

static void names_that_differ_only_in_signs_stay_apart(void **state)
{
    struct fixture *fixture = *state;
    struct table tables[] = { { .sheet = "bảng-1" }, { .sheet = "A.b" }, { .sheet = "a_B" } };
    struct report report = { .tables = tables, .table_count = 3 };
    assert_string_equal(xlsx_name(&fixture->arena, &report, 0), "bang_bang_1");
    assert_string_equal(xlsx_name(&fixture->arena, &report, 1), "bang_a_b__2");
    assert_string_equal(xlsx_name(&fixture->arena, &report, 2), "bang_a_b__3");
}

static void a_code_of_a_character_stands_for_itself(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(xlsx_escaped(&fixture->arena, "mã _x0041_ và _x41_, _xyz"), "mã _x005F_x0041_ và _x41_, _xyz");
    assert_string_equal(xlsx_escaped(&fixture->arena, "_x004"), "_x004");
}

static void commas_of_a_column_stand_under_each_other(void **state)
{
    struct fixture *fixture = *state;
    struct cell whole = { .kind = CELL_NUMBER, .columns = 1, .text = "300", .parts = { 3, 0, 3 } };
    struct cell tenth = { .kind = CELL_NUMBER, .columns = 1, .text = "0,5", .format.decimals = 1, .parts = { 1, 2, 4 } };
    tenth.parts.end = 3;
    struct cell dash = { .kind = CELL_NUMBER, .columns = 1, .text = "-", .format.dash = true, .parts = { 1, 0, 1 } };
    const struct xlsx_room none = { 0 }, one = { .decimals = 1 }, two = { .decimals = 2 };
    assert_string_equal(xlsx_pattern(&fixture->arena, &whole, &none), "#,##0");
    assert_string_equal(xlsx_pattern(&fixture->arena, &whole, &two), "#,##0_,_0_0");
    assert_string_equal(xlsx_pattern(&fixture->arena, &tenth, &two), "#,##0.0_0");
    assert_string_equal(xlsx_pattern(&fixture->arena, &dash, &one), "#,##0_,_0;-#,##0_,_0;\"-\"_,_0");
}

static void figures_that_do_not_hold_have_a_mark(void **state)
{
    struct fixture *fixture = *state;
    struct cell cell = { .kind = CELL_NUMBER, .columns = 1, .text = "300", .parts = { 3, 0, 3 }, .marked = true };
    const struct xlsx_room marks = { .marks = true }, both = { .decimals = 1, .marks = true };
    assert_string_equal(xlsx_pattern(&fixture->arena, &cell, &marks), "#,##0\"[*]\"");
    assert_string_equal(xlsx_pattern(&fixture->arena, &cell, &both), "#,##0_,_0\"[*]\"");
    cell.format.suffix = "đồng";
    assert_string_equal(xlsx_pattern(&fixture->arena, &cell, &marks), "#,##0\" đồng[*]\"");
    cell.format = (struct numfmt){ .dash = true };
    assert_string_equal(xlsx_pattern(&fixture->arena, &cell, &marks), "#,##0\"[*]\";-#,##0\"[*]\";\"-[*]\"");
    cell.marked = false;
    cell.format.dash = false;
    assert_string_equal(xlsx_pattern(&fixture->arena, &cell, &marks), "#,##0_(_0_)");
}

static void what_a_pattern_has_no_room_for_is_left_out(void **state)
{
    struct fixture *fixture = *state;
    struct cell cell = { .kind = CELL_NUMBER, .columns = 1, .text = "3\"", .parts = { 1, 0, 1 } };
    const struct xlsx_room none = { 0 };
    assert_string_equal(xlsx_pattern(&fixture->arena, &cell, &none), "#,##0");
    cell.text = "3";
    cell.format.suffix = long_text(fixture, 300);
    assert_string_equal(xlsx_pattern(&fixture->arena, &cell, &none), "#,##0");
}

static void a_chart_whose_title_is_too_long_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct chart chart = { .kind = CHART_BULLET, .title = long_text(fixture, 300) };
    fixture->report->tables[1].charts = &chart;
    fixture->report->tables[1].chart_count = 1;
    assert_refused(fixture, FINDING_TEXT_TOO_LONG);
}

/* Each part has as many bars as the room allows, none is lost, and only those behind the first are called further parts. */
static void a_chart_that_is_too_high_is_cut_into_parts(void **state)
{
    struct fixture *fixture = *state;
    enum { CATEGORIES = 100, ROOM = 700 };
    static const struct cell_ref CELLS[CATEGORIES];
    const struct chart_series series = { "Kết quả", CELLS };
    const struct chart chart = { .kind = CHART_BULLET, .title = "Đạt bao nhiêu", .categories = CELLS,
                                 .category_count = CATEGORIES, .series = &series, .series_count = 1 };
    size_t first = 0, parts = 0;
    for (; first < CATEGORIES; parts++) {
        struct chart part = xlsx_chart_part(&chart, first, ROOM, &fixture->arena);
        assert_true(part.category_count > 0 && xlsx_chart_least(&part) <= ROOM);
        assert_true(part.categories == CELLS + first && part.series[0].cells == CELLS + first);
        assert_string_equal(part.title, first ? "Đạt bao nhiêu (tiếp theo)" : "Đạt bao nhiêu");
        first += part.category_count;
    }
    assert_int_equal(first, CATEGORIES);
    assert_true(parts > 1);
}

static void rows_of_totals_have_names(void **state)
{
    struct fixture *fixture = *state;
    struct cell cells[][1] = { { { .kind = CELL_TEXT, .text = "Nội dung" } }, { { .kind = CELL_TEXT, .text = "Tổng cộng:" } },
                               { { .kind = CELL_TEXT, .text = "Cộng" } }, { { .kind = CELL_TEXT, .text = "Cộng" } } };
    struct row rows[] = { { .role = ROLE_HEAD, .cells = cells[0] }, { .role = ROLE_TOTAL, .cells = cells[1] },
                          { .role = ROLE_TOTAL, .cells = cells[2] }, { .role = ROLE_TOTAL, .cells = cells[3] } };
    struct table table = { .id = "t", .annex = "Bảng tổng hợp 1", .key_columns = 1, .column_count = 1, .head_rows = 1,
                           .row_count = 4, .rows = rows };
    struct report report = { .tables = &table, .table_count = 1 };
    assert_string_equal(xlsx_total_name(&fixture->arena, &report, 0, 1), "bang_tong_hop_1__tong_cong");
    assert_string_equal(xlsx_total_name(&fixture->arena, &report, 0, 2), "bang_tong_hop_1__cong_2");
    assert_string_equal(xlsx_total_name(&fixture->arena, &report, 0, 3), "bang_tong_hop_1__cong_3");
}

/* A device takes every byte, says nothing, and keeps none: it stands for a disk that loses what it was given. */
static void a_workbook_that_does_not_read_back_is_refused(void **state)
{
    struct fixture *fixture = *state;
    assert_false(render_xlsx(fixture->report, "/dev/null", &fixture->context));
    assert_int_equal(fixture->findings.items[fixture->findings.count - 1].code, FINDING_XLSX_NOT_WHOLE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* A row of a sheet is at most 409 points high. */
static void a_text_higher_than_a_row_can_be_gets_a_wider_column(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 3, 1);
    struct text words = text_in(&fixture->arena);
    for (int i = 0; i < 400; i++)
        text_add(&words, "nội dung ");
    sample_text(table, 1, 0, "ngắn");
    table_measure(table, sample_metrics(), &fixture->arena);
    unsigned plain = xlsx_column_pixels(table, 0, false, sample_metrics(), &fixture->arena);
    sample_text(table, 2, 0, text_str(&words));
    table_measure(table, sample_metrics(), &fixture->arena);
    unsigned wide = xlsx_column_pixels(table, 0, false, sample_metrics(), &fixture->arena);
    mpt width = (mpt)(wide * 750 * 100 / 104);
    assert_true(wide > plain);
    assert_true(xlsx_text_height(sample_metrics(), FACE_REGULAR, table->font_size, width, text_str(&words),
                                 &fixture->arena) <= 408750);
    assert_true(xlsx_text_height(sample_metrics(), FACE_REGULAR, table->font_size, width * 4 / 5, text_str(&words),
                                 &fixture->arena) > 408750);
}

/* A screen draws texts wider: a column keeps its room for that where the text would take another line, else it may be tight. */
static void a_tight_column_has_no_more_room_than_its_texts_need(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 2, 1);
    mpt full = metrics_width(sample_metrics(), FACE_REGULAR, table->font_size, "Tổng cộng", strlen("Tổng cộng"));
    table->columns[0].width = full + 2 * CELL_PADDING_X;
    sample_text(table, 1, 0, "Tổng cộng");
    unsigned plain = xlsx_column_pixels(table, 0, false, sample_metrics(), &fixture->arena);
    assert_int_equal(xlsx_column_pixels(table, 0, true, sample_metrics(), &fixture->arena), plain);
    sample_text(table, 1, 0, "Cộng");
    assert_true(xlsx_column_pixels(table, 0, true, sample_metrics(), &fixture->arena) < plain);
}

/* Five edges inside: the sides meet at one, each rule ends at two. */
static void a_cover_is_the_first_sheet(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->cover = sample_cover();
    const char *text = cells(fixture);
    assert_true(strstr(text, "\nBìa\tmerges") < strstr(text, "\nPL1\tmerges"));
    LINES(fixture, text, "Bìa\tmerges\tA1:C1\tA4:C4\tA6:F6\tD1:F1\tD4:F4", "Bìa!A1\ttext\tUBND TỈNH",
          "Bìa!D1\ttext\tĐộc lập", "Bìa!A4\ttext\tSố: 01/QĐ-UBND", "Bìa!D4\ttext\tngày 02 tháng 3 năm 2020",
          "Bìa!D4\tfont\tTimes New Roman\t13\t-\ti", "Bìa!A6\ttext\tQUYẾT ĐỊNH",
          "Bìa!A6\tstyle\tcenter\ttop\twrap\t----\t-", "Bìa!B2\tstyle\tleft\tcenter\t-\t--T-\t-",
          "Bìa!E2\tstyle\tleft\tcenter\t-\t--T-\t-");
    assert_true(fixture->findings.count == 0);
}

static void a_cover_alone_is_a_workbook(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->cover = sample_cover();
    fixture->report->table_count = 0;
    assert_line(fixture, cells(fixture), "Bìa!A6\ttext\tQUYẾT ĐỊNH");
}

/* The first table has columns A to G, 160 mm, and ends with its second note in row 20. */
static void a_signature_stands_under_the_notes_on_the_right(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->tables[0].signature = sample_signature();
    fixture->report->tables[1].signature = sample_signature();
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!D22\ttext\tKT. CHỦ TỊCH", "PL1!D24\ttext\tNguyễn Văn A",
          "Chỉ tiêu!B6\ttext\tKT. CHỦ TỊCH", "Chỉ tiêu!B8\ttext\tNguyễn Văn A");
    assert_true(fixture->findings.count == 0);
}

/* Of a number and a text the text is parted where the right side begins, and the column of the number is not made wider. */
static void a_column_of_text_is_parted_for_a_signature(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = &fixture->report->tables[1];
    table->columns[0].width = MM(10);
    table->columns[1].width = MM(150);
    for (size_t r = table->head_rows; r < table->row_count; r++)
        sample_text(table, r, 1, "Lời nhận xét")->align = ALIGN_LEFT;
    table->signature = sample_signature();
    const char *text = cells(fixture);
    LINES(fixture, text, "Chỉ tiêu!C6\ttext\tKT. CHỦ TỊCH", "Chỉ tiêu!C8\ttext\tNguyễn Văn A", "Chỉ tiêu\tarea\tA1:C8");
    assert_non_null(strstr(text, "\tB2:C2\tB3:C3\tB4:C4"));
    const char *at = strstr(text, "\nChỉ tiêu!A\twidth\t");
    assert_non_null(at);
    assert_true(strtol(at + strlen("\nChỉ tiêu!A\twidth\t"), NULL, 10) <= 6); /* 10 mm are 38 pixels */
    assert_true(fixture->findings.count == 0);
}

/* Rows 7 and 8 on the sheet are the heading of the group and its first row. */
static void rows_fold_under_the_heading_of_their_group(void **state)
{
    struct fixture *fixture = *state;
    fixture->report->tables[0].rows[SAMPLE_FIRST].level = 1;
    fixture->report->tables[0].rows[SAMPLE_LOST].level = 9;
    LINES(fixture, cells(fixture), "PL1\toutline\tabove\t8:1\t9:7", "Chỉ tiêu\toutline\tabove");
}

/* Forwards and back; a link to a table that is in another file is none. */
static void a_link_leads_to_the_cell_on_its_sheet(void **state)
{
    struct fixture *fixture = *state;
    struct table *tables = fixture->report->tables, elsewhere = tables[0];
    const struct link there = { &tables[1], { 2, 1 } }, back = { &tables[0], { SAMPLE_FIRST, 6 } },
                      away = { &elsewhere, { 1, 1 } };
    table_cell(&tables[0], SAMPLE_FIRST, 6)->link = &there;
    table_cell(&tables[0], SAMPLE_FIRST, 4)->link = &away;
    table_cell(&tables[1], 2, 0)->link = &back;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!G8\tlink\t'Chỉ tiêu'!B4", "PL1!G8\tformula\t=SUM(C8:F8)", "PL1!G8\tnumber\t2300",
          "Chỉ tiêu!A4\tlink\t'PL1'!G8", "Chỉ tiêu!A4\ttext\tTỷ lệ");
    assert_null(strstr(text, "PL1!E8\tlink"));
}

/* A long label is broken over lines, which LibreOffice does not do with the text of a link. */
static void a_label_s_link_hangs_on_the_number_of_its_row(void **state)
{
    struct fixture *fixture = *state;
    struct table *tables = fixture->report->tables;
    const struct link there = { &tables[1], { 2, 0 } }, back = { &tables[0], { SAMPLE_FIRST, 1 } };
    table_cell(&tables[0], SAMPLE_FIRST, 1)->link = &there;
    table_cell(&tables[1], 2, 0)->link = &back;
    const char *text = cells(fixture);
    LINES(fixture, text, "PL1!A8\tlink\t'Chỉ tiêu'!A4", "Chỉ tiêu!A4\tlink\t'PL1'!A8");
    assert_null(strstr(text, "PL1!B8\tlink"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_link_leads_to_the_cell_on_its_sheet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_label_s_link_hangs_on_the_number_of_its_row, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows_fold_under_the_heading_of_their_group, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_signature_stands_under_the_notes_on_the_right, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_column_of_text_is_parted_for_a_signature, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_cover_is_the_first_sheet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_cover_alone_is_a_workbook, set_up, tear_down),
        TEST(numbers_are_the_nearest_doubles),
        TEST(digits_are_counted_without_zeros_at_the_end),
        TEST(formulas_sum_runs_and_add_single_cells),
        TEST(a_formula_over_another_sheet_names_it),
        TEST(a_formula_too_long_for_a_cell_is_none),
        TEST(names_that_differ_only_in_signs_stay_apart),
        TEST(a_code_of_a_character_stands_for_itself),
        TEST(commas_of_a_column_stand_under_each_other),
        TEST(figures_that_do_not_hold_have_a_mark),
        TEST(rows_of_totals_have_names),
        TEST(what_a_pattern_has_no_room_for_is_left_out),
        TEST(a_chart_whose_title_is_too_long_is_refused),
        TEST(a_chart_that_is_too_high_is_cut_into_parts),
        TEST(numbers_are_numbers_with_formats),
        TEST(sums_are_formulas_with_their_value),
        TEST(a_figure_that_does_not_hold_is_a_constant_with_a_comment),
        TEST(a_lost_figure_is_text),
        TEST(text_that_looks_like_a_formula_stays_text),
        TEST(head_lines_stand_above_the_grid),
        TEST(a_title_is_broken_where_print_breaks_it),
        TEST(only_head_and_notes_are_merged),
        TEST(a_figure_over_several_columns_is_centred_across_them),
        TEST(long_text_over_several_columns_goes_on_in_the_next_row),
        TEST(a_cell_over_several_rows_keeps_its_text_in_the_first),
        TEST(the_page_is_set_up),
        TEST(names_and_properties_are_set),
        TEST(columns_are_at_least_as_wide_as_in_print),
        TEST(two_runs_are_byte_identical_whatever_clock_and_locale),
        TEST(a_report_without_a_date_is_the_same_too),
        TEST(a_number_of_more_than_fifteen_digits_is_text),
        TEST(sheet_names_that_excel_refuses_never_reach_the_library),
        TEST(an_apostrophe_in_a_sheet_name_is_quoted),
        TEST(text_that_is_too_long_for_a_cell_is_refused),
        TEST(text_of_letters_of_many_bytes_fills_a_cell),
        TEST(a_control_line_that_is_too_long_is_refused),
        TEST(a_report_without_tables_is_refused),
        TEST(a_table_that_no_sheet_holds_is_refused),
        TEST(long_properties_and_missing_texts_are_no_fault),
        TEST(a_table_of_one_column_needs_no_merging),
        TEST(a_text_higher_than_a_row_can_be_gets_a_wider_column),
        TEST(a_tight_column_has_no_more_room_than_its_texts_need),
        TEST(a_full_disk_is_a_finding),
        TEST(a_workbook_that_does_not_read_back_is_refused),
        TEST(a_missing_folder_is_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
