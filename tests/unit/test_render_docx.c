#include <errno.h>
#include <libxml/parser.h>
#include <zip.h>

#include "../support/rendering.h"
#include "../support/sample_report.h"
#include "base/text.h"
#include "render/docx/docx_package.h"
#include "render/renderers.h"
#include "report/wrap.h"

/* A part of the document that was written; a part of XML must be well-formed. */
static const char *part_of(struct rendering *rendering, const char *name)
{
    zip_t *zip = zip_open(rendering->path, ZIP_RDONLY, NULL);
    zip_stat_t status;
    assert_non_null(zip);
    if (zip_stat(zip, name, 0, &status) != 0)
        fail_msg("no part %s", name);
    char *text = arena_alloc(&rendering->arena, status.size + 1, 1);
    zip_file_t *file = zip_fopen(zip, name, 0);
    assert_true(zip_fread(file, text, status.size) == (zip_int64_t)status.size);
    zip_fclose(file);
    zip_discard(zip);
    xmlDoc *doc = xmlReadMemory(text, (int)status.size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    assert_non_null(doc);
    xmlFreeDoc(doc);
    return text;
}

static const char *render(struct rendering *rendering, const struct report *report)
{
    assert_true(render_docx(report, rendering->path, &rendering->context));
    assert_whole((int64_t)rendering->findings.count, 0);
    return part_of(rendering, "word/document.xml");
}

static struct report report_of(struct rendering *rendering, struct table *table)
{
    table_measure(table, sample_metrics(), &rendering->arena);
    return (struct report){ .id = "a", .title = "A", .language = "vi", .tables = table, .table_count = 1 };
}

static void assert_says(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("not found: %s\nin:\n%s", part, text);
}

static size_t count(const char *text, const char *part)
{
    size_t found = 0;
    for (const char *at = text; (at = strstr(at, part)); at += strlen(part))
        found++;
    return found;
}

/* ---- texts ---- */

static void letters_of_xml_stand_for_themselves(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 1);
    sample_text(table, 1, 0, "a < b & c > \"d\"\n]]> ' %s");
    struct report report = report_of(rendering, table);
    report.control_line = "Mã <1> & 2";
    const char *text = render(rendering, &report);
    assert_says(text, "a &lt; b &amp; c &gt; &quot;d&quot;</w:t><w:br/><w:t xml:space=\"preserve\">]]&gt; ' %s");
    assert_says(part_of(rendering, "word/footer1.xml"), "Mã &lt;1&gt; &amp; 2");
    assert_says(part_of(rendering, "word/footer2.xml"), "Mã &lt;1&gt; &amp; 2");
}

/* Long texts are written in pieces: no letter is cut where one ends. */
static void a_long_text_keeps_every_letter(void **state)
{
    struct rendering *rendering = *state;
    for (int shift = 0; shift < 3; shift++) {
        struct text long_one = text_in(&rendering->arena);
        text_addn(&long_one, "aaa", (size_t)shift);
        for (int i = 0; i < 5000; i++)
            text_add(&long_one, "ệ");
        struct table *table = sample_grid(&rendering->arena, 2, 1);
        sample_text(table, 1, 0, text_str(&long_one));
        struct report report = report_of(rendering, table);
        const char *text = render(rendering, &report);
        assert_true(count(text, "ệ") == 5000);
        assert_says(text, text_str(&long_one));
    }
}

static void negative_numbers_have_a_minus_sign(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 3, 1);
    sample_number(table, 1, 0, &rendering->arena, -805, 1);
    sample_number(table, 2, 0, &rendering->arena, 0, 0);
    struct report report = report_of(rendering, table);
    const char *text = render(rendering, &report);
    assert_says(text, ">" MINUS "80,5<");
    assert_says(text, ">-<");
}

/* "80" beside "80,5": set in by the comma and the digit behind it, each half as wide as 12 pt type is high. */
static void commas_stand_under_each_other(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 3, 1);
    table->font_size = 12000;
    sample_number(table, 1, 0, &rendering->arena, 805, 1);
    sample_number(table, 2, 0, &rendering->arena, 80, 0);
    struct report report = report_of(rendering, table);
    const char *text = render(rendering, &report);
    assert_says(text, "<w:ind w:right=\"240\"/><w:jc w:val=\"right\"/></w:pPr><w:r><w:t xml:space=\"preserve\">80</w:t>");
    assert_true(count(text, "<w:ind ") == 1);
}

/* ---- tables ---- */

static void spans_are_cells_that_go_on(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 4, 3);
    sample_text(table, 1, 0, "hai hàng, hai cột");
    sample_span(table, 1, 0, 2, 2);
    sample_text(table, 1, 2, "ba hàng");
    sample_span(table, 1, 2, 3, 1);
    struct report report = report_of(rendering, table);
    const char *text = render(rendering, &report);
    assert_true(count(text, "<w:vMerge w:val=\"restart\"/>") == 2);
    assert_true(count(text, "<w:vMerge w:val=\"continue\"/>") == 3);
    assert_true(count(text, "<w:gridSpan w:val=\"2\"/>") == 2);
    assert_true(count(text, "<w:tc>") == 3 + 2 + 2 + 3);
}

static void a_link_leads_to_the_bookmark_of_its_cell(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 3, 2);
    struct link link = { table, { 2, 1 } };
    sample_text(table, 1, 0, "dẫn tới")->link = &link;
    sample_text(table, 2, 1, "đích");
    struct report report = report_of(rendering, table);
    const char *text = render(rendering, &report);
    assert_says(text, "<w:hyperlink w:anchor=\"o_1_3_2\"");
    assert_says(text, "<w:bookmarkStart w:id=\"0\" w:name=\"o_1_3_2\"/>");
    assert_true(count(text, "<w:bookmarkStart ") == 1 && count(text, "<w:bookmarkEnd ") == 1);
}

static void a_head_that_would_fill_the_page_does_not_repeat(void **state)
{
    struct rendering *rendering = *state;
    for (int tall = 0; tall <= 1; tall++) {
        struct table *table = sample_grid(&rendering->arena, 2, 1);
        sample_text(table, 0, 0, "Nội dung");
        struct report report = report_of(rendering, table);
        table->rows[0].height = tall ? PAGE_LONG / 2 : 20000;
        assert_true((count(render(rendering, &report), "<w:tblHeader/>") == 1) == !tall);
    }
}

/* ---- pages ---- */

static void a_table_that_lies_is_a_section_that_lies(void **state)
{
    struct rendering *rendering = *state;
    struct table *tables = arena_alloc(&rendering->arena, 3, sizeof *tables);
    for (size_t i = 0; i < 3; i++) {
        tables[i] = *sample_grid(&rendering->arena, 2, 2);
        table_measure(&tables[i], sample_metrics(), &rendering->arena);
    }
    tables[1].landscape = true;
    tables[2].landscape = tables[2].continues = true;
    struct report report = { .id = "a", .tables = tables, .table_count = 3, .cover = sample_cover() };
    const char *text = render(rendering, &report);
    assert_true(count(text, "<w:sectPr>") == 4);
    assert_true(count(text, "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>") == 2);
    assert_true(count(text, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>") == 2);
    assert_true(count(text, "<w:pgNumType w:start=\"1\"/><w:titlePg/>") == 3); /* the last part counts on */
    assert_says(text, "QUYẾT ĐỊNH");
}

static void the_first_page_has_room_for_signing(void **state)
{
    struct rendering *rendering = *state;
    struct report report = report_of(rendering, sample_grid(&rendering->arena, 2, 1));
    report.sign_room = true;
    const char *text = render(rendering, &report);
    assert_says(text, "<w:body><w:p><w:pPr><w:spacing w:line=\"794\" w:lineRule=\"exact\"/>"); /* 14 mm in twips */
}

/* ---- the file ---- */

static void members_have_the_date_of_the_report(void **state)
{
    struct rendering *rendering = *state;
    struct report report = report_of(rendering, sample_grid(&rendering->arena, 2, 1));
    report.as_of = (struct date){ 2021, 2, 8 };
    render(rendering, &report);
    assert_says(part_of(rendering, "docProps/core.xml"), "2021-02-08T00:00:00Z");
    FILE *file = fopen(rendering->path, "rb");
    unsigned char head[14];
    assert_true(file && fread(head, 1, sizeof head, file) == sizeof head);
    fclose(file);
    assert_whole(head[12] | head[13] << 8, (2021 - 1980) << 9 | 2 << 5 | 8); /* zip: day in the header of a member */
}

static const char *bytes_of(struct rendering *rendering, size_t *size)
{
    enum { MOST = 1 << 20 };
    char *bytes = arena_alloc(&rendering->arena, MOST, 1);
    FILE *file = fopen(rendering->path, "rb");
    assert_non_null(file);
    *size = fread(bytes, 1, MOST, file);
    fclose(file);
    assert_true(*size > 0 && *size < MOST);
    return bytes;
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct rendering *rendering = *state;
    struct report *report = sample_report(&rendering->arena, sample_metrics());
    size_t size, again;
    render(rendering, report);
    const char *first = bytes_of(rendering, &size);
    render(rendering, report);
    const char *second = bytes_of(rendering, &again);
    assert_whole((int64_t)size, (int64_t)again);
    assert_memory_equal(first, second, size);
}

static const struct finding *only_finding(const struct rendering *rendering)
{
    assert_whole((int64_t)rendering->findings.count, 1);
    return &rendering->findings.items[0];
}

static void a_full_disk_is_a_finding(void **state)
{
    struct rendering *rendering = *state;
    struct report report = report_of(rendering, sample_grid(&rendering->arena, 2, 1));
    assert_false(render_docx(&report, "/dev/full", &rendering->context));
    assert_int_equal(only_finding(rendering)->code, FINDING_WRITE_FAILED);
    assert_whole(only_finding(rendering)->error, ENOSPC);
}

static void more_columns_than_word_opens_are_refused(void **state)
{
    struct rendering *rendering = *state;
    for (size_t columns = 63; columns <= 64; columns++) {
        struct table *table = sample_grid(&rendering->arena, 2, columns);
        for (size_t c = 0; c < columns; c++)
            table->columns[c].width = 7000;
        struct report report = report_of(rendering, table);
        assert_true(render_docx(&report, rendering->path, &rendering->context) == (columns == 63));
    }
    assert_int_equal(only_finding(rendering)->code, FINDING_DOCX_COLUMNS);
    assert_string_equal(only_finding(rendering)->args[1], "64");
}

/* A part without bytes, as one is whose memory ran out. */
static void a_part_that_failed_makes_no_document(void **state)
{
    struct rendering *rendering = *state;
    struct docx_package package = { .arena = &rendering->arena };
    docx_part(&package, DOCX_PICTURE, "word/media/chart1.emf");
    struct place place = { rendering->path, 0 };
    assert_false(docx_write(&package, (struct date){ 2021, 2, 8 }, rendering->path, place, &rendering->findings));
    docx_release(&package);
    assert_int_equal(only_finding(rendering)->code, FINDING_DOCX_FAILED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, rendering_open, rendering_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(letters_of_xml_stand_for_themselves),
        TEST(a_long_text_keeps_every_letter),
        TEST(negative_numbers_have_a_minus_sign),
        TEST(commas_stand_under_each_other),
        TEST(spans_are_cells_that_go_on),
        TEST(a_link_leads_to_the_bookmark_of_its_cell),
        TEST(a_head_that_would_fill_the_page_does_not_repeat),
        TEST(a_table_that_lies_is_a_section_that_lies),
        TEST(the_first_page_has_room_for_signing),
        TEST(members_have_the_date_of_the_report),
        TEST(two_runs_give_the_same_bytes),
        TEST(a_full_disk_is_a_finding),
        TEST(more_columns_than_word_opens_are_refused),
        TEST(a_part_that_failed_makes_no_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
