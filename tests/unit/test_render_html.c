#include <errno.h>
#include <libxml/parser.h>

#include "../support/rendering.h"
#include "../support/sample_report.h"
#include "render/renderers.h"

static void assert_well_formed(const char *page)
{
    xmlDoc *doc = xmlReadMemory(page, (int)strlen(page), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    assert_non_null(doc);
    xmlFreeDoc(doc);
}

/* Every page is read as XML too: what is not well-formed fails whatever the test is about. */
static const char *render(struct rendering *rendering, const struct report *report)
{
    assert_true(render_html(report, rendering->path, &rendering->context));
    const char *page = rendering_text(rendering);
    assert_well_formed(page);
    return page;
}

static const char *render_sample(struct rendering *rendering)
{
    return render(rendering, sample_report(&rendering->arena, sample_metrics()));
}

static const char *render_table(struct rendering *rendering, struct table *table)
{
    struct report report = { .id = "a", .tables = table, .table_count = 1 };
    return render(rendering, &report);
}

static void assert_says(const char *page, const char *part)
{
    if (!strstr(page, part))
        fail_msg("not found: %s\nin:\n%s", part, page);
}

static void assert_silent(const char *page, const char *part)
{
    if (strstr(page, part))
        fail_msg("found: %s\nin:\n%s", part, page);
}

static size_t count(const char *page, const char *part)
{
    size_t found = 0;
    for (const char *at = page; (at = strstr(at, part)); at += strlen(part))
        found++;
    return found;
}

/* ---- the page ---- */

static void the_page_says_what_it_is(void **state)
{
    const char *page = render_sample(*state);
    assert_true(strncmp(page, "<!DOCTYPE html>\n<html ", 22) == 0);
    assert_says(page, " lang=\"vi\" xml:lang=\"vi\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>");
    assert_says(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    assert_says(page, "<meta name=\"author\" content=\"Sở Công Thương\"/>");
    assert_says(page, "<meta name=\"dcterms.date\" content=\"2020-11-18\"/>");
    assert_says(page, "<li><a href=\"#pl1-kinh-phi\">TỔNG HỢP");
    assert_says(page, "<section id=\"pl1-kinh-phi\">");
    assert_says(page, "<p class=\"control\">1 &amp; 2: mã kiểm tra 0a1b2c3d</p>");
}

static void the_page_needs_nothing_but_itself(void **state)
{
    const char *page = render_sample(*state);
    assert_silent(page, "<script");
    assert_silent(page, "<link");
    assert_silent(page, "src=");
    assert_silent(page, "url(");
    assert_silent(page, "@import");
    assert_silent(page, "href=\"http");
}

static void the_control_line_is_printed_on_every_page(void **state)
{
    struct report report = { .id = "a", .control_line = "Mã: \"7\\</style>&\n" };
    const char *page = render(*state, &report);
    assert_says(page, "@bottom-left{font:10pt \"Times New Roman\",\"Liberation Serif\",serif;"
                      "content:\"Mã\\3a  \\22 7\\5c \\3c \\2f style\\3e \\26 \\a \"}}\n</style>");
}

static void a_table_has_its_caption(void **state)
{
    const char *page = render_sample(*state);
    assert_says(page, "<caption><div class=\"heading\">\n<h2 id=\"pl1-kinh-phi:title\"><span class=\"annex\">Phụ lục I</span> "
                      "<span class=\"title\">TỔNG HỢP");
    assert_says(page, "</h2>\n<p class=\"basis\">(Kèm theo Quyết định số 3192/QĐ-UBND");
    assert_says(page, "<p class=\"unit\">Đơn vị tính: triệu đồng</p>\n</div></caption>");
    assert_says(page, "<h2 id=\"chi-tieu:title\"><span class=\"title\">CHỈ TIÊU ĐẾN NĂM 2025</span></h2>\n</div></caption>");
    assert_says(page, "<p class=\"note\">(*) Số ghi trong quyết định");
}

static void a_wide_table_can_be_scrolled_by_keyboard(void **state)
{
    assert_says(render_sample(*state), "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                                       "aria-labelledby=\"pl1-kinh-phi:title\">\n<table");
}

static void parts_of_one_table_have_ids_of_their_own(void **state)
{
    struct rendering *rendering = *state;
    struct table tables[3];
    struct report report = { .id = "a", .tables = tables, .table_count = 3 };
    for (size_t i = 0; i < 3; i++)
        tables[i] = *sample_grid(&rendering->arena, 2, 1);
    const char *page = render(rendering, &report);
    assert_says(page, "<section id=\"grid\"");
    assert_says(page, "<section id=\"grid:2\">\n<div class=\"scroll open\" role=\"region\" tabindex=\"0\" "
                      "aria-labelledby=\"grid:2:title\"");
    assert_says(page, "<tr id=\"grid:3:r1\">");
    assert_says(page, "<li><a href=\"#grid:3\">Bảng</a></li>");
}

static void a_report_without_tables_is_a_page(void **state)
{
    struct report report = { .id = "trống" };
    const char *page = render(*state, &report);
    assert_says(page, "<title>trống</title>");
    assert_says(page, "<main id=\":main\">\n</main>");
}

static void a_table_may_lack_a_head_or_rows(void **state)
{
    struct rendering *rendering = *state;
    struct table *headless = sample_grid(&rendering->arena, 2, 1), *empty = sample_grid(&rendering->arena, 1, 1);
    headless->head_rows = 0;
    headless->rows[0].role = ROLE_BODY;
    const char *page = render_table(rendering, headless);
    assert_silent(page, "<thead>");
    assert_says(page, "<tbody>\n<tr id=\"grid:r1\"><td></td></tr>\n<tr id=\"grid:r2\">");
    page = render_table(rendering, empty);
    assert_says(page, "</thead>\n</table>");
}

/* ---- escaping ---- */

#define HOSTILE "</p>\"'&amp;<script>x\n]]>--"

static void nothing_from_the_report_is_markup(void **state)
{
    struct rendering *rendering = *state;
    const char *notes[] = { HOSTILE };
    struct table *table = sample_grid(&rendering->arena, 2, 1);
    struct report report = { .id = HOSTILE, .title = HOSTILE, .author = HOSTILE, .subject = HOSTILE, .language = HOSTILE,
                             .control_line = HOSTILE, .tables = table, .table_count = 1 };
    table->id = table->sheet = table->bookmark = table->annex = table->title = table->basis = table->unit = HOSTILE;
    table->notes = notes;
    table->note_count = 1;
    table->key_columns = 1;
    sample_text(table, 0, 0, HOSTILE);
    sample_text(table, 1, 0, HOSTILE)->remark = HOSTILE;
    const char *page = render(rendering, &report);
    assert_silent(page, "<script");
    assert_silent(page, "</p>\"");
    assert_says(page, "<title>&lt;/p&gt;&quot;'&amp;amp;&lt;script&gt;x ]]&gt;--</title>");
    assert_says(page, "content=\"&lt;/p&gt;&quot;'&amp;amp;&lt;script&gt;x ]]&gt;--\"/>");
    assert_says(page, ">&lt;/p&gt;&quot;'&amp;amp;&lt;script&gt;x<br/>]]&gt;--</th>");
}

static void lines_of_a_cell_stay_lines(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 1);
    sample_text(table, 1, 0, "- một\n- hai");
    assert_says(render_table(rendering, table), "<td class=\"t\">- một<br/>- hai</td>");
}

/* ---- heads ---- */

static void heads_say_what_they_are_the_head_of(void **state)
{
    const char *page = render_sample(*state);
    assert_says(page, "<colgroup><col style=\"width:6.2%\"/></colgroup>\n<colgroup><col style=\"width:31.2%\"/></colgroup>\n"
                      "<colgroup><col style=\"width:12.4%\"/><col style=\"width:12.4%\"/></colgroup>\n");
    assert_says(page, "<thead>\n<tr><th scope=\"col\" rowspan=\"2\" class=\"c b\">STT</th>"
                      "<th scope=\"col\" rowspan=\"2\" class=\"c b l\">Nội dung, nhiệm vụ</th>"
                      "<th scope=\"colgroup\" colspan=\"2\" class=\"c b\">Năm 2021</th>");
    assert_says(page, "</tr>\n<tr><th scope=\"col\" class=\"c b\">NSTW</th><th scope=\"col\" class=\"c b\">NSĐP</th>"
                      "<th scope=\"col\" class=\"c b\">NSTW</th>");
}

static void a_head_inside_a_column_group_is_one_of_columns(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 4, 4);
    table->head_rows = 3;
    table->rows[1].role = table->rows[2].role = ROLE_HEAD;
    sample_text(table, 0, 0, "Cả bảng");
    sample_span(table, 0, 0, 1, 4);
    sample_text(table, 1, 0, "Nửa");
    sample_span(table, 1, 0, 1, 2);
    const char *page = render_table(rendering, table);
    assert_says(page, "<th scope=\"colgroup\" colspan=\"4\"");
    assert_says(page, "<th scope=\"col\" colspan=\"2\" class=\"t\">Nửa</th><td></td><td></td></tr>");
    assert_true(count(page, "<colgroup>") == 1 && count(page, "<col ") == 4);
}

static void the_label_is_the_head_of_its_row(void **state)
{
    const char *page = render_sample(*state);
    assert_says(page, "<tr id=\"pl1-kinh-phi:r2\"><td class=\"c\">1</td><th scope=\"row\" class=\"t\">Triển khai");
    assert_says(page, "<tr id=\"pl1-kinh-phi:r9\" class=\"total\"><th scope=\"row\" colspan=\"2\" class=\"c b\">Tổng cộng: "
                      "(I+II)</th>");
    assert_says(page, "<tr id=\"pl1-kinh-phi:r6\"><th scope=\"row\" colspan=\"7\" class=\"b t\">II. Phát triển hạ tầng</th>");
    /* One label for two rows; a table without key columns. */
    assert_says(page, "<td></td><th scope=\"row\" rowspan=\"2\" class=\"t\">Một nội dung");
    assert_says(page, "<tr id=\"pl1-kinh-phi:r8\"><td></td><td class=\"r n k\"><data value=\"8\" data-tail=\",5\">8</data></td>");
    assert_says(page, "<tr id=\"chi-tieu:r1\"><td class=\"t\">Dân số mua sắm trực tuyến</td>");
}

static void a_row_without_a_label_is_named_by_its_number(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 3);
    table->key_columns = 2;
    sample_text(table, 1, 0, "a");
    assert_says(render_table(rendering, table), "<tr id=\"grid:r1\"><th scope=\"row\" class=\"t\">a</th><td></td><td></td></tr>");
}

static void a_note_in_the_table_is_no_head(void **state)
{
    assert_says(render_sample(*state), "<tr id=\"pl1-kinh-phi:r5\" class=\"note\"><td colspan=\"7\" class=\"i t\">Kinh phí của");
}

/* ---- groups ---- */

static void a_group_is_a_row_group_with_its_head(void **state)
{
    struct rendering *rendering = *state;
    struct report *report = sample_report(&rendering->arena, sample_metrics());
    report->tables[0].rows[SAMPLE_GROUP].role = ROLE_GROUP;
    const char *page = render(rendering, report);
    assert_says(page, "</thead>\n<tbody>\n<tr id=\"pl1-kinh-phi:r1\" class=\"group\"><td class=\"b t\">I</td>"
                      "<th scope=\"rowgroup\" class=\"b t\">Tuyên truyền");
    assert_says(page, "</tr>\n</tbody>\n<tbody>\n<tr id=\"pl1-kinh-phi:r9\" class=\"total\">");
    assert_true(count(page, "<tbody>") == 3);
}

static struct table *grouped(struct arena *arena, size_t rows, const enum row_role *roles, const unsigned *levels)
{
    struct table *table = sample_grid(arena, rows + 1, 2);
    table->key_columns = 1;
    for (size_t r = 0; r < rows; r++) {
        table->rows[r + 1].role = roles[r];
        table->rows[r + 1].level = levels[r];
        sample_text(table, r + 1, 0, "x");
    }
    return table;
}

static void a_row_outside_groups_stands_outside_them(void **state)
{
    static const enum row_role ROLES[] = { ROLE_BODY, ROLE_GROUP, ROLE_BODY, ROLE_GROUP, ROLE_BODY, ROLE_TOTAL, ROLE_BODY,
                                           ROLE_BODY, ROLE_TOTAL, ROLE_TOTAL };
    static const unsigned LEVELS[] = { 0, 0, 1, 1, 2, 2, 0, 0, 0, 0 };
    struct rendering *rendering = *state;
    const char *page = render_table(rendering, grouped(&rendering->arena, 10, ROLES, LEVELS));
    assert_true(count(page, "<tbody>") == 5 && count(page, "</tbody>") == 5);
    assert_says(page, "<tbody>\n<tr id=\"grid:r2\" class=\"group\"");
    assert_says(page, "<tbody>\n<tr id=\"grid:r4\" class=\"group\"");
    assert_says(page, "<tbody>\n<tr id=\"grid:r7\">");
    assert_says(page, "<tbody>\n<tr id=\"grid:r9\" class=\"total\"");
}

static void no_group_begins_under_a_cell_that_reaches_into_it(void **state)
{
    static const enum row_role ROLES[] = { ROLE_BODY, ROLE_BODY, ROLE_GROUP, ROLE_GROUP };
    static const unsigned LEVELS[] = { 0, 0, 0, 0 };
    struct rendering *rendering = *state;
    struct table *table = grouped(&rendering->arena, 4, ROLES, LEVELS);
    sample_span(table, 2, 1, 2, 1);
    const char *page = render_table(rendering, table);
    assert_silent(page, "<tbody>\n<tr id=\"grid:r3\"");
    assert_says(page, "<tbody>\n<tr id=\"grid:r4\"");
}

/* ---- cells ---- */

static void a_number_has_its_text_and_its_value(void **state)
{
    const char *page = render_sample(*state);
    assert_says(page, "<td class=\"r n k\"><data value=\"1924.5\">1.924,5</data></td><td class=\"r n\"><data value=\"0\">-</data>"
                      "</td><td class=\"r n\"><data value=\"-80\">-80</data></td>");
    assert_says(page, "<data value=\"9438726037\" data-tail=\",5\">9.438.726.037</data>");
    assert_says(page, "<data value=\"55\">55%</data>");
    assert_says(page, "<td colspan=\"2\" class=\"r n\"><data value=\"1234.5\">1.234,5</data></td>");
}

static void commas_stand_under_each_other(void **state)
{
    struct rendering *rendering = *state;
    struct arena *arena = &rendering->arena;
    struct table *table = sample_grid(arena, 5, 2);
    sample_number(table, 1, 0, arena, 300, 0);
    sample_number(table, 2, 0, arena, 192455, 2);
    sample_number(table, 3, 0, arena, 5, 1);
    sample_number(table, 4, 0, arena, 0, 0);
    sample_number(table, 1, 1, arena, 15, 1);
    sample_format(sample_number(table, 2, 1, arena, 7, 0), arena, (struct numfmt){ .suffix = "đồng" });
    sample_number(table, 3, 1, arena, 8, 0)->align = ALIGN_CENTRE;
    const char *page = render_table(rendering, table);
    assert_says(page, "<data value=\"300\" data-tail=\",55\">300</data>");
    assert_says(page, "<data value=\"1924.55\">1.924,55</data>");
    assert_says(page, "<data value=\"0.5\" data-tail=\"5\">0,5</data>");
    assert_says(page, "<data value=\"0\" data-tail=\",55\">-</data>");
    assert_says(page, "<data value=\"1.5\">1,5</data>");
    assert_says(page, "<data value=\"7\">7 đồng</data>");
    assert_says(page, "<data value=\"8\">8</data>");
}

static void an_empty_cell_is_empty(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 3);
    table_cell(table, 1, 1)->face = FACE_BOLD;
    assert_says(render_table(rendering, table), "<tr id=\"grid:r1\"><td></td><td></td><td></td></tr>");
}

/* Every row fills the grid once: cells, their spans, and what hangs down from above. */
static void every_column_of_every_row_is_there(void **state)
{
    const char *page = render_sample(*state);
    assert_true(count(page, "<tr") == SAMPLE_ROWS + 3);
    assert_true(count(page, "<th ") == 9 + 5 + 1 + 1 + 2);
}

static void faces_are_classes(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 3);
    sample_text(table, 1, 0, "x")->face = FACE_BOLD_ITALIC;
    sample_text(table, 1, 1, "x")->face = FACE_ITALIC;
    sample_text(table, 1, 2, "x")->align = ALIGN_CENTRE;
    assert_says(render_table(rendering, table), "<td class=\"b i t\">x</td><td class=\"i t\">x</td><td class=\"c\">x</td>");
}

/* ---- remarks ---- */

static void a_remark_is_a_footnote_with_a_way_back(void **state)
{
    const char *page = render_sample(*state);
    assert_says(page, "<td id=\"pl1-kinh-phi:r3:c3\" class=\"r m k\">[…]<sup><a role=\"doc-noteref\" href=\"#pl1-kinh-phi:n1\" "
                      "aria-label=\"Ghi chú 1\">[1]</a></sup></td>");
    assert_says(page, "<data value=\"1717\">1.717 (*)</data><sup><a role=\"doc-noteref\" href=\"#pl1-kinh-phi:n2\"");
    assert_says(page, "<ol class=\"remarks\">\n<li id=\"pl1-kinh-phi:n1\">Ô bị mất trong bản quét.\n<div class=\"back\">"
                      "<a role=\"doc-backlink\" href=\"#pl1-kinh-phi:r3:c3\">↑ 2 · Năm 2021 · NSTW</a>\n</div></li>");
    assert_says(page, ">↑ Tổng cộng: (I+II) · Tổng cộng</a>");
    assert_true(count(page, "<ol ") == 1);
}

static void equal_remarks_are_one(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 3);
    const char *words[] = { "Mất.", "Khác.", "Mất." };
    for (size_t c = 0; c < 3; c++)
        sample_text(table, 1, c, "x")->remark = arena_string(&rendering->arena, words[c]);
    const char *page = render_table(rendering, table);
    assert_true(count(page, "<li id=") == 2 && count(page, "href=\"#grid:n1\"") == 2);
    assert_says(page, "href=\"#grid:r1:c1\">↑</a>\n<a role=\"doc-backlink\" href=\"#grid:r1:c3\">↑</a>\n</div>");
}

static void ways_back_to_many_cells_are_shown_on_demand(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 6);
    for (size_t c = 0; c < 6; c++)
        sample_text(table, 1, c, "x")->remark = "Mất.";
    const char *page = render_table(rendering, table);
    assert_says(page, "r1:c3\">↑</a>\n<details><summary>và 3 ô khác</summary>\n<a role=\"doc-backlink\" href=\"#grid:r1:c4\">");
    assert_true(count(page, "doc-backlink") == 6);
}

static void a_figure_over_several_columns_is_named_by_their_common_head(void **state)
{
    struct rendering *rendering = *state;
    struct report *report = sample_report(&rendering->arena, sample_metrics());
    table_cell(&report->tables[0], SAMPLE_SPREAD, 2)->remark = "Cả năm.";
    assert_says(render(rendering, report), ">↑ Kinh phí chung cả hai nguồn · Năm 2021</a>");
}

static void a_mark_without_words_is_a_star(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 1);
    sample_number(table, 1, 0, &rendering->arena, 5, 0)->marked = true;
    table_cell(table, 1, 0)->remark = "";
    const char *page = render_table(rendering, table);
    assert_says(page, "<td class=\"r n m k\"><data value=\"5\">5</data><sup>[*]</sup></td>");
    assert_silent(page, "<ol");
}

static void a_remark_about_a_head_leads_there(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 2);
    sample_text(table, 0, 1, "Năm")->remark = "In mờ.";
    const char *page = render_table(rendering, table);
    assert_says(page, "<th id=\"grid:h1:c2\" scope=\"col\"");
    assert_says(page, "href=\"#grid:h1:c2\">↑</a>");
}

/* ---- the file ---- */

static void two_runs_give_the_same_page(void **state)
{
    assert_string_equal(render_sample(*state), render_sample(*state));
}

static void a_full_disk_is_a_finding(void **state)
{
    struct rendering *rendering = *state;
    const struct report *report = sample_report(&rendering->arena, sample_metrics());
    assert_false(render_html(report, "/dev/full", &rendering->context));
    assert_true(rendering->findings.count == 1);
    assert_int_equal(rendering->findings.items[0].code, FINDING_WRITE_FAILED);
    assert_whole(rendering->findings.items[0].error, ENOSPC);
}

static void a_missing_folder_is_a_finding(void **state)
{
    struct rendering *rendering = *state;
    const struct report *report = sample_report(&rendering->arena, sample_metrics());
    assert_false(render_html(report, "/nonexistent/a.html", &rendering->context));
    assert_int_equal(rendering->findings.items[0].code, FINDING_WRITE_FAILED);
}

static void the_format_is_known_by_its_name(void **state)
{
    (void)state;
    const struct renderer *renderer = renderer_find("html");
    assert_non_null(renderer);
    assert_string_equal(renderer->suffix, ".html");
    assert_true(renderer->render == render_html);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, rendering_open, rendering_close)

static void a_cover_is_a_section_with_two_sides(void **state)
{
    struct rendering *rendering = *state;
    struct report report = *sample_report(&rendering->arena, sample_metrics());
    report.cover = sample_cover();
    const char *page = render(rendering, &report);
    assert_well_formed(page);
    assert_says(page, "<a href=\"#:cover\">Trang đầu</a>");
    assert_says(page, "<section class=\"cover\" id=\":cover\" aria-label=\"Trang đầu\">");
    assert_says(page, "<p class=\"left c b\" style=\"--pt:12.0pt\"><span class=\"line short\">UBND TỈNH</span></p>");
    assert_says(page, "<p class=\"right c i\" style=\"--pt:13.0pt\"><span class=\"line\">ngày 02 tháng 3 năm 2020</span></p>");
    assert_says(page, "<p class=\"whole c b\" style=\"--pt:14.0pt\"><span class=\"line\">QUYẾT ĐỊNH</span></p>");
}

static void a_signature_ends_its_section(void **state)
{
    struct rendering *rendering = *state;
    struct report report = *sample_report(&rendering->arena, sample_metrics());
    report.tables[1].signature = sample_signature();
    const char *page = render(rendering, &report);
    assert_well_formed(page);
    assert_says(page, "<p class=\"right c b\" style=\"--pt:14.0pt\"><span class=\"line\">Nguyễn Văn A</span></p>\n"
                      "</div>\n</div>\n</section>\n</main>");
}

static void a_link_leads_to_the_cell_of_that_id(void **state)
{
    struct rendering *rendering = *state;
    struct report report = *sample_report(&rendering->arena, sample_metrics());
    const struct link there = { &report.tables[1], { 2, 1 } }, back = { &report.tables[0], { SAMPLE_FIRST, 6 } };
    table_cell(&report.tables[0], SAMPLE_FIRST, 6)->link = &there;
    table_cell(&report.tables[1], 2, 1)->link = &back;
    const char *page = render(rendering, &report);
    assert_well_formed(page);
    assert_says(page, "id=\"pl1-kinh-phi:r2:c7\"");
    assert_says(page, "<a class=\"to n\" href=\"#chi-tieu:r2:c2\">");
    assert_says(page, "id=\"chi-tieu:r2:c2\"");
    assert_says(page, "<a class=\"to n\" href=\"#pl1-kinh-phi:r2:c7\">");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_link_leads_to_the_cell_of_that_id, rendering_open, rendering_close),
        cmocka_unit_test_setup_teardown(a_signature_ends_its_section, rendering_open, rendering_close),
        cmocka_unit_test_setup_teardown(a_cover_is_a_section_with_two_sides, rendering_open, rendering_close),
        TEST(the_page_says_what_it_is),
        TEST(the_page_needs_nothing_but_itself),
        TEST(the_control_line_is_printed_on_every_page),
        TEST(a_table_has_its_caption),
        TEST(a_wide_table_can_be_scrolled_by_keyboard),
        TEST(parts_of_one_table_have_ids_of_their_own),
        TEST(a_report_without_tables_is_a_page),
        TEST(a_table_may_lack_a_head_or_rows),
        TEST(nothing_from_the_report_is_markup),
        TEST(lines_of_a_cell_stay_lines),
        TEST(heads_say_what_they_are_the_head_of),
        TEST(a_head_inside_a_column_group_is_one_of_columns),
        TEST(the_label_is_the_head_of_its_row),
        TEST(a_row_without_a_label_is_named_by_its_number),
        TEST(a_note_in_the_table_is_no_head),
        TEST(a_group_is_a_row_group_with_its_head),
        TEST(a_row_outside_groups_stands_outside_them),
        TEST(no_group_begins_under_a_cell_that_reaches_into_it),
        TEST(a_number_has_its_text_and_its_value),
        TEST(commas_stand_under_each_other),
        TEST(an_empty_cell_is_empty),
        TEST(every_column_of_every_row_is_there),
        TEST(faces_are_classes),
        TEST(a_remark_is_a_footnote_with_a_way_back),
        TEST(equal_remarks_are_one),
        TEST(ways_back_to_many_cells_are_shown_on_demand),
        TEST(a_figure_over_several_columns_is_named_by_their_common_head),
        TEST(a_mark_without_words_is_a_star),
        TEST(a_remark_about_a_head_leads_there),
        TEST(two_runs_give_the_same_page),
        TEST(a_full_disk_is_a_finding),
        TEST(a_missing_folder_is_a_finding),
        TEST(the_format_is_known_by_its_name),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xmlCleanupParser();
    return failed;
}
