/*
 * The PDF as other programs see it: qpdf, poppler, mupdf and the PDF/A validator of PDFBox must be installed. Fonts are
 * those in build/fonts.
 */
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/sample_report.h"
#include "../support/scratch.h"
#include "base/text.h"
#include "render/renderers.h"
#include "report/page/paginate.h"
#include "report/truetype.h"
#include "report/wrap.h"

static const char LETTERS[] = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
                              "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆFGHIÌỈĨÍỊJKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVWXYỲỶỸÝỴZ";
enum { LETTER_COUNT = 186 };

static const struct metrics *metrics;
static char folder[] = "/tmp/phuluc-pdf-XXXXXX";

static int open_all(void **state)
{
    (void)state;
    static struct arena fonts;
    findings = findings_in(&fonts);
    metrics = metrics_open("build/fonts", &fonts, &findings);
    return metrics && mkdtemp(folder) ? 0 : -1;
}

static const char *output_of(const char *format, const char *argument)
{
    struct text command = text_in(&arena), output = text_in(&arena);
    for (; *format; format++) /* a format of its own: every '@' is the argument */
        text_addn(&command, *format == '@' ? argument : format, *format == '@' ? strlen(argument) : 1);
    FILE *pipe = popen(text_str(&command), "r");
    assert_non_null(pipe);
    char part[4096];
    for (size_t size; (size = fread(part, 1, sizeof part, pipe)) > 0;)
        text_addn(&output, part, size);
    if (pclose(pipe) != 0)
        fail_msg("%s failed: %s", text_str(&command), text_str(&output));
    return text_str(&output);
}

static int close_all(void **state)
{
    (void)state;
    output_of("rm -r '@'", folder);
    arena_release(&arena);
    return 0;
}

static bool render(const struct report *report, const char *path)
{
    struct render_context context = { metrics, "build", &arena, &findings, NULL };
    return render_pdf(report, path, &context);
}

static const char *rendered(const struct report *report)
{
    const char *path = arena_printf(&arena, "%s/%s.pdf", folder, report->id);
    assert_true(render(report, path));
    assert_true(findings.count == 0);
    return path;
}

static struct report report_of(struct table *table)
{
    table_measure(table, metrics, &arena);
    return (struct report){ .id = "thu", .title = "Phụ lục «A & B» <1>", .author = "Sở Công Thương tỉnh Thái Bình",
                            .subject = "Kế hoạch phát triển thương mại điện tử", .language = "vi",
                            .as_of = { 2020, 11, 18 }, .control_code = "0a1b2c3d",
                            .control_line = "Mã kiểm tra: 0a1b2c3d", .tables = table, .table_count = 1 };
}

/*
 * One letter a cell, all letters in each face. Rows and columns are whole half points wide and high, so that at 144 dots
 * an inch every letter falls on the dots in the same way.
 */
enum { LETTER_COLUMNS = 31, LETTER_ROWS = LETTER_COUNT / LETTER_COLUMNS * FACE_COUNT };

static struct table *all_letters(void)
{
    struct table *table = sample_grid(&arena, LETTER_ROWS, LETTER_COLUMNS);
    table->id = "chu";
    table->bookmark = "Bảng chữ cái";
    table->head_rows = 0;
    table->font_size = 10000;
    table->rows[0].role = ROLE_BODY;
    table->rows[7].bookmark = "Chữ đậm";
    for (size_t column = 0; column < LETTER_COLUMNS; column++)
        table->columns[column].width = 14500;
    size_t place = 0;
    for (int face = 0; face < FACE_COUNT; face++)
        for (const char *at = LETTERS; *at; place++) {
            const char *start = at;
            utf8_next(&at);
            const char *letter = arena_copy(&arena, start, (size_t)(at - start));
            sample_text(table, place / LETTER_COLUMNS, place % LETTER_COLUMNS, letter)->face = (enum face)face;
        }
    assert_true(place == (size_t)LETTER_ROWS * LETTER_COLUMNS);
    return table;
}

static size_t count_lines_with(const char *text, const char *part)
{
    size_t count = 0;
    for (; (text = strstr(text, part)) != NULL; text = strchr(text, '\n'))
        count++;
    return count;
}

static void is_valid_for_archives(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    const char *path = rendered(&report);
    const char *said = output_of("j=/usr/share/java; java -cp $j/preflight.jar:$j/pdfbox2.jar:$j/fontbox2.jar:$j/xmpbox.jar:"
                                 "$j/commons-logging.jar:$j/commons-io.jar:$j/javax.activation.jar:$j/jaxb-api.jar "
                                 "org.apache.pdfbox.preflight.Validator_A1b '@' 2>&1", path);
    if (!strstr(said, "is a valid PDF/A-1b file"))
        fail_msg("%s", said);
}

static void is_sound_for_qpdf(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    const char *path = rendered(&report);
    const char *said = output_of("qpdf --check '@' 2>&1", path);
    assert_non_null(strstr(said, "PDF Version: 1.4"));
    assert_non_null(strstr(said, "No syntax or stream encoding errors found"));
}

static void embeds_every_face_it_uses(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    const char *said = output_of("pdffonts '@' 2>&1", rendered(&report));
    assert_true(count_lines_with(said, "+LiberationSerif") == 4);
    assert_true(count_lines_with(said, "Identity-H       yes yes yes") == 4);
}

static void embeds_no_face_it_does_not_use(void **state)
{
    (void)state;
    struct table *table = sample_grid(&arena, 2, 2);
    sample_text(table, 1, 0, "đồng")->face = FACE_BOLD;
    struct report report = report_of(table);
    report.control_line = NULL;
    const char *said = output_of("pdffonts '@' 2>&1", rendered(&report));
    assert_true(count_lines_with(said, "LiberationSerif") == 1);
    assert_non_null(strstr(said, "LiberationSerif-Bold "));
}

static void gives_all_letters_back_as_text(void **state)
{
    (void)state;
    struct table *table = sample_grid(&arena, 9, 1);
    table->columns[0].width = MM(160);
    /* pdftotext joins and breaks lines as it likes: only the letters count */
    for (size_t row = 1; row < 9; row++) {
        size_t half = strlen(LETTERS) / 2;
        while (((unsigned char)LETTERS[half] & 0xc0) == 0x80 || LETTERS[half] != 'A')
            half++;
        const char *text = row % 2 ? arena_copy(&arena, LETTERS, half) : LETTERS + half;
        sample_text(table, row, 0, text)->face = (enum face)((row - 1) / 2);
    }
    struct report report = report_of(table);
    const char *said = output_of("pdftotext -enc UTF-8 '@' - | tr -d ' \\n\\f'", rendered(&report));
    struct text expected = text_in(&arena);
    for (int face = 0; face < FACE_COUNT; face++)
        text_add(&expected, LETTERS);
    assert_non_null(strstr(said, text_str(&expected)));
}

/* ---- pictures: text extraction is right even where boxes are printed ---- */

struct picture {
    unsigned width, height;
    const unsigned char *grey;
};

static struct picture draw(const char *path)
{
    output_of("pdftoppm -r 144 -gray -singlefile '@' '@'", path);
    FILE *file = fopen(arena_printf(&arena, "%s.pgm", path), "rb");
    struct picture picture;
    assert_non_null(file);
    assert_true(fscanf(file, "P5 %u %u 255", &picture.width, &picture.height) == 2 && fgetc(file) == '\n');
    size_t size = (size_t)picture.width * picture.height;
    unsigned char *grey = arena_alloc(&arena, size, 1);
    assert_true(fread(grey, 1, size, file) == size);
    fclose(file);
    picture.grey = grey;
    return picture;
}

/* Upper left dot of the letter's box, inside its borders. */
static const unsigned char *letter_at(const struct picture *picture, const struct mark *mark)
{
    enum { DOTS_PER_PT = 2, BORDER_DOTS = 2 };
    size_t x = (size_t)(mark->x - CELL_PADDING_X) * DOTS_PER_PT / MPT_PER_PT + BORDER_DOTS;
    size_t y = (size_t)(mark->y - mark->size) * DOTS_PER_PT / MPT_PER_PT;
    return picture->grey + y * picture->width + x;
}

enum { LETTER_WIDTH = 26, LETTER_HEIGHT = 25 };

static bool same_picture(const struct picture *picture, const unsigned char *a, const unsigned char *b)
{
    for (size_t y = 0; y < LETTER_HEIGHT; y++)
        if (memcmp(a + y * picture->width, b + y * picture->width, LETTER_WIDTH) != 0)
            return false;
    return true;
}

static size_t ink(const struct picture *picture, const unsigned char *at)
{
    size_t dark = 0;
    for (size_t y = 0; y < LETTER_HEIGHT; y++)
        for (size_t x = 0; x < LETTER_WIDTH; x++)
            dark += at[y * picture->width + x] < 128;
    return dark;
}

static void draws_every_letter_unlike_all_others(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    report.control_line = NULL;
    struct pages pages;
    assert_true(paginate(&pages, &report, metrics, &arena, &findings));
    struct picture picture = draw(rendered(&report));
    const unsigned char *letters[LETTER_COUNT * FACE_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < pages.items[0].mark_count; i++)
        if (pages.items[0].marks[i].kind == MARK_TEXT)
            letters[count++] = letter_at(&picture, &pages.items[0].marks[i]);
    assert_true(count == (size_t)LETTER_COUNT * FACE_COUNT);
    for (size_t i = 0; i < count; i++) {
        assert_true(ink(&picture, letters[i]) > 5);
        for (size_t j = 0; j < i; j++)
            if (same_picture(&picture, letters[i], letters[j]))
                fail_msg("letters %zu and %zu look the same", j, i);
    }
}

/* ---- what it says of itself ---- */

static void tells_title_author_subject_and_dates(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    const char *said = output_of("TZ=Asia/Ho_Chi_Minh pdfinfo -isodates '@' 2>&1", rendered(&report));
    assert_non_null(strstr(said, "Phụ lục «A & B» <1>\n"));
    assert_non_null(strstr(said, "Sở Công Thương tỉnh Thái Bình\n"));
    assert_non_null(strstr(said, "Kế hoạch phát triển thương mại điện tử\n"));
    assert_non_null(strstr(said, "CreationDate:    2020-11-1"));
    assert_true(count_lines_with(said, "T") > 2);
    said = output_of("pdfinfo -meta '@' 2>&1", rendered(&report));
    assert_non_null(strstr(said, "Phụ lục «A &amp; B» &lt;1&gt;"));
    assert_non_null(strstr(said, "2020-11-18T00:00:00+07:00"));
}

/* What a document and its outline are called ends where PDF/A-1 ends a string; on the pages it stands whole. */
static void a_title_longer_than_a_string_of_the_file_is_cut_there_only(void **state)
{
    (void)state;
    enum { LETTERS_LONG = 40000, UNITS = 32766 };
    struct report report = report_of(all_letters());
    struct text title = text_in(&arena);
    for (int i = 0; i < LETTERS_LONG; i++)
        text_add(&title, "ế");
    report.title = report.author = report.subject = report.tables[0].title = report.tables[0].bookmark = text_str(&title);
    const char *path = rendered(&report);
    struct text cut = text_in(&arena);
    text_addn(&cut, title.data, (UNITS - 1) * strlen("ế"));
    text_add(&cut, "…");
    assert_non_null(strstr(output_of("mutool show '@' outline 2>&1", path), text_str(&cut)));
    assert_non_null(strstr(output_of("pdfinfo '@' 2>&1", path), text_str(&cut)));
    assert_non_null(strstr(output_of("pdfinfo -meta '@' 2>&1", path), text_str(&cut)));
    assert_true(strtol(output_of("pdftotext -enc UTF-8 '@' - | grep -o ế | wc -l", path), NULL, 10) >= LETTERS_LONG);
    output_of("qpdf --check '@'", path);
}

static void tells_its_language_and_identifier(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    const char *said = output_of("qpdf --qdf --object-streams=disable '@' - | grep -a -e '/Lang' -e '/ID '",
                                 rendered(&report));
    assert_non_null(strstr(said, "/Lang (vi)"));
    assert_non_null(strstr(said, "/ID [<"));
}

static void has_an_outline(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    const char *said = output_of("mutool show '@' outline 2>&1", rendered(&report));
    assert_non_null(strstr(said, "\"Bảng chữ cái\""));
    assert_non_null(strstr(said, "\"Chữ đậm\""));
}

static void shows_the_sample_report(void **state)
{
    (void)state;
    struct report *report = sample_report(&arena, metrics);
    const char *said = output_of("pdftotext -layout -enc UTF-8 '@' -", rendered(report));
    assert_non_null(strstr(said, "1.924,5"));
    assert_non_null(strstr(said, "Tổng cộng: (I+II)"));
    assert_non_null(strstr(said, "Đơn vị tính: triệu đồng"));
}

static void gives_the_same_bytes_twice(void **state)
{
    (void)state;
    struct report *report = sample_report(&arena, metrics);
    const char *path = rendered(report);
    output_of("mv '@' '@.first'", path);
    rendered(report);
    output_of("cmp '@' '@.first'", path);
}

/* What it writes in the fonts' places shows where they came from. */
static void embeds_faces_as_they_were_packed_before(void **state)
{
    (void)state;
    static const char FILE_PACKED[] = "packed when the program was built", SET_PACKED[] = "its glyphs, too";
    const struct metrics *own = metrics_open("build/fonts", &arena, &findings);
    for (int face = 0; face < FACE_COUNT; face++)
        *metrics_face(own, (enum face)face)->packed =
            (struct packed_font){ .file = { (const unsigned char *)FILE_PACKED, sizeof FILE_PACKED - 1 },
                                  .glyph_set = { (const unsigned char *)SET_PACKED, sizeof SET_PACKED - 1 } };
    struct report *report = sample_report(&arena, own);
    const char *path = arena_printf(&arena, "%s/packed.pdf", folder);
    struct render_context context = { own, "build", &arena, &findings, NULL };
    assert_true(render_pdf(report, path, &context));
    assert_non_null(strstr(output_of("grep -a '^packed when the program was built' '@'", path), FILE_PACKED));
    assert_non_null(strstr(output_of("grep -a '^its glyphs, too' '@'", path), SET_PACKED));
}

/* ---- failures ---- */

static void refuses_characters_that_its_faces_lack(void **state)
{
    (void)state;
    struct table *table = sample_grid(&arena, 3, 2);
    sample_text(table, 1, 0, "đạt ✓rồi nhé");
    sample_text(table, 2, 0, "✓ và ⚠");
    struct report report = report_of(table);
    const char *path = arena_printf(&arena, "%s/thieu.pdf", folder);
    assert_false(render(&report, path));
    assert_true(access(path, F_OK) != 0);
    assert_true(findings.count == 2);
    assert_true(findings.items[0].code == FINDING_GLYPH_MISSING);
    assert_string_equal(findings.items[0].args[0], "U+2713 ✓");
    assert_string_equal(findings.items[0].args[1], "✓rồi");
    assert_string_equal(findings.items[0].args[2], "grid");
    assert_string_equal(findings.items[1].args[0], "U+26A0 ⚠");
}

static void assert_fails(const struct report *report, const char *path, int error)
{
    size_t before = findings.count;
    assert_false(render(report, path));
    assert_true(findings.count == before + 1);
    assert_true(findings.items[before].code == FINDING_PDF_FAILED);
    assert_whole(findings.items[before].error, error);
}

static void tells_of_a_path_that_cannot_be_written(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    assert_fails(&report, "/nonexistent/thu.pdf", ENOENT);
    assert_fails(&report, folder, EISDIR);
}

static void tells_of_a_full_disk(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    assert_fails(&report, "/dev/full", ENOSPC);
    struct stat full;
    assert_true(stat("/dev/full", &full) == 0); /* and the device is still there */
}

static void tells_of_a_missing_colour_profile(void **state)
{
    (void)state;
    struct report report = report_of(all_letters());
    struct render_context context = { metrics, "/nonexistent", &arena, &findings, NULL };
    assert_false(render_pdf(&report, arena_printf(&arena, "%s/mau.pdf", folder), &context));
    assert_true(findings.count == 1 && findings.items[0].code == FINDING_FONT_UNREADABLE);
    assert_string_equal(findings.items[0].place.file, "/nonexistent/fonts/sRGB.icc");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(is_valid_for_archives, set_up, tear_down),
        cmocka_unit_test_setup_teardown(is_sound_for_qpdf, set_up, tear_down),
        cmocka_unit_test_setup_teardown(embeds_every_face_it_uses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(embeds_no_face_it_does_not_use, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_all_letters_back_as_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(draws_every_letter_unlike_all_others, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_title_author_subject_and_dates, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_title_longer_than_a_string_of_the_file_is_cut_there_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_its_language_and_identifier, set_up, tear_down),
        cmocka_unit_test_setup_teardown(has_an_outline, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shows_the_sample_report, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_the_same_bytes_twice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(embeds_faces_as_they_were_packed_before, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_characters_that_its_faces_lack, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_of_a_path_that_cannot_be_written, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_of_a_full_disk, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_of_a_missing_colour_profile, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
