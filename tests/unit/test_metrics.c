#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <unistd.h>

#include "base/text.h"
#include "report/metrics.h"
#include "report/truetype.h"

#define FONTS "build/fonts"
#define REGULAR FONTS "/LiberationSerif-Regular.ttf"

static const char LETTERS[] = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz";

struct world {
    struct arena arena;
    struct findings findings;
};

static int set_up(void **state)
{
    static struct world world;
    world = (struct world){ .arena = ARENA_INIT };
    world.findings = findings_in(&world.arena);
    *state = &world;
    return 0;
}

static int tear_down(void **state)
{
    struct world *world = *state;
    arena_release(&world->arena);
    return 0;
}

static const struct metrics *open_shipped(struct world *world)
{
    const struct metrics *metrics = metrics_open(FONTS, &world->arena, &world->findings);
    assert_non_null(metrics);
    assert_true(world->findings.count == 0);
    return metrics;
}

static void measures_as_the_font_file_says(void **state)
{
    const struct metrics *metrics = open_shipped(*state);
    /* 909 and 1024 of 2048 units */
    assert_true(metrics->advance(metrics, FACE_REGULAR, 'a') == 444);
    assert_true(metrics->advance(metrics, FACE_REGULAR, '0') == 500);
    assert_true(metrics->advance(metrics, FACE_BOLD, 'a') == 500);
    assert_true(metrics->advance(metrics, FACE_REGULAR, 0x1EA1) == 444);
    assert_true(metrics->ascent == 891 && metrics->descent == 216);
}

static void adds_up_the_advances_of_a_text(void **state)
{
    const struct metrics *metrics = open_shipped(*state);
    assert_true(metrics_width(metrics, FACE_REGULAR, 10000, "0000", 4) == 20000);
    assert_true(metrics_width(metrics, FACE_REGULAR, 10000, "0000", 2) == 10000);
    assert_true(metrics_width(metrics, FACE_REGULAR, 10000, "", 0) == 0);
    assert_true(metrics_width(metrics, FACE_REGULAR, 10000, "ạạ", strlen("ạạ")) == 8880);
}

static void leaves_fifteen_percent_between_lines(void **state)
{
    (void)state;
    assert_true(metrics_line_height(10000) == 11500);
}

static void covers_every_vietnamese_letter_in_every_face(void **state)
{
    struct world *world = *state;
    const struct metrics *metrics = open_shipped(world);
    const char *upper = utf8_upper(&world->arena, LETTERS);
    for (int face = 0; face < FACE_COUNT; face++) {
        const char *small = LETTERS, *large = upper;
        for (uint32_t code; (code = utf8_next(&small)) != 0;)
            assert_true(metrics->covers(metrics, (enum face)face, code));
        for (uint32_t code; (code = utf8_next(&large)) != 0;)
            assert_true(metrics->covers(metrics, (enum face)face, code));
    }
}

static void knows_what_the_faces_lack(void **state)
{
    const struct metrics *metrics = open_shipped(*state);
    assert_false(metrics->covers(metrics, FACE_REGULAR, 0x2713));
    assert_false(metrics->covers(metrics, FACE_REGULAR, 0x4E2D));
    assert_false(metrics->covers(metrics, FACE_REGULAR, 0x1F600));
    assert_true(metrics->advance(metrics, FACE_REGULAR, 0x2713) > 0);
}

/* ---- hostile files ---- */

static unsigned char *load(struct world *world, size_t *size)
{
    FILE *file = fopen(REGULAR, "rb");
    assert_non_null(file);
    unsigned char *bytes = arena_alloc(&world->arena, 1 << 20, 1);
    *size = fread(bytes, 1, 1 << 20, file);
    assert_true(fclose(file) == 0 && *size > 1000);
    return bytes;
}

static const struct truetype *read_bytes(struct world *world, const unsigned char *bytes, size_t size)
{
    char path[] = "/tmp/phuluc-font-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_true(write(descriptor, bytes, size) == (ssize_t)size);
    close(descriptor);
    const struct truetype *face = truetype_read(path, &world->arena, &world->findings);
    unlink(path);
    return face;
}

static void refuses(struct world *world, const unsigned char *bytes, size_t size)
{
    size_t before = world->findings.count;
    assert_null(read_bytes(world, bytes, size));
    assert_true(world->findings.count == before + 1);
    assert_true(world->findings.items[before].code == FINDING_FONT_UNREADABLE);
}

static void refuses_a_file_that_is_not_there(void **state)
{
    struct world *world = *state;
    assert_null(metrics_open("/nonexistent", &world->arena, &world->findings));
    assert_true(world->findings.count == FACE_COUNT);
    assert_true(world->findings.items[0].code == FINDING_FONT_UNREADABLE);
}

static void refuses_a_directory(void **state)
{
    struct world *world = *state;
    assert_null(truetype_read("/tmp", &world->arena, &world->findings));
    assert_true(world->findings.count == 1);
}

static void refuses_a_file_cut_at_any_length(void **state)
{
    struct world *world = *state;
    size_t size;
    const unsigned char *bytes = load(world, &size);
    for (size_t length = 0; length < 400; length++)
        refuses(world, bytes, length);
    for (size_t length = 400; length < size - 8; length += 397)
        refuses(world, bytes, length);
    assert_non_null(read_bytes(world, bytes, size));
}

static void refuses_a_file_with_one_wrong_byte_in_a_table(void **state)
{
    struct world *world = *state;
    size_t size;
    unsigned char *bytes = load(world, &size);
    for (size_t at = 400; at < size - 8; at += 997) {
        bytes[at] ^= 0x10;
        read_bytes(world, bytes, size); /* padding between tables may change unnoticed */
        bytes[at] ^= 0x10;
    }
    assert_true(world->findings.count >= (size - 408) / 997 * 9 / 10);
}

static uint32_t big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Makes the check sum of directory entry i right again, so that only the bounds checks stand in the way. */
static void mend_check_sum(unsigned char *bytes, size_t i)
{
    unsigned char *entry = bytes + 12 + i * 16;
    const unsigned char *table = bytes + big_endian(entry + 8);
    size_t length = big_endian(entry + 12);
    uint32_t sum = 0;
    for (size_t at = 0; at < length; at++)
        sum += (uint32_t)table[at] << (24 - at % 4 * 8);
    if (memcmp(entry, "head", 4) == 0)
        sum -= big_endian(table + 8);
    for (int byte = 0; byte < 4; byte++)
        entry[4 + byte] = (unsigned char)(sum >> (24 - byte * 8));
}

static bool is_small_table(const unsigned char *entry)
{
    static const char *const TAGS[] = { "head", "hhea", "maxp", "cmap", "OS/2", "post", "hmtx" };
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        if (memcmp(entry, TAGS[i], 4) == 0)
            return true;
    return false;
}

/* Whatever the tables say, nothing outside the file is read; the sanitizers watch. */
static void survives_any_wrong_figure_in_its_tables(void **state)
{
    struct world *world = *state;
    size_t size;
    unsigned char *bytes = load(world, &size);
    uint32_t seed = 20210114;
    size_t tables = (size_t)bytes[4] << 8 | bytes[5];
    for (int round = 0; round < 1500; round++) {
        seed = seed * 1664525u + 1013904223u;
        size_t i = (seed >> 8) % tables;
        unsigned char *entry = bytes + 12 + i * 16;
        if (!is_small_table(entry))
            continue;
        seed = seed * 1664525u + 1013904223u;
        size_t length = big_endian(entry + 12), at = (seed >> 8) % (length < 200 ? length : 200);
        unsigned char *byte = bytes + big_endian(entry + 8) + at, before = *byte;
        *byte = (unsigned char)(seed >> 24);
        mend_check_sum(bytes, i);
        const struct truetype *face = read_bytes(world, bytes, size);
        for (uint32_t code = 0; face && code < TRUETYPE_CODES; code++)
            assert_true(truetype_glyph(face, code) < face->glyph_count);
        *byte = before;
        mend_check_sum(bytes, i);
        arena_release(&world->arena);
        world->findings = findings_in(&world->arena);
        bytes = load(world, &size);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(measures_as_the_font_file_says, set_up, tear_down),
        cmocka_unit_test_setup_teardown(adds_up_the_advances_of_a_text, set_up, tear_down),
        cmocka_unit_test(leaves_fifteen_percent_between_lines),
        cmocka_unit_test_setup_teardown(covers_every_vietnamese_letter_in_every_face, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_what_the_faces_lack, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_file_that_is_not_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_directory, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_file_cut_at_any_length, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_file_with_one_wrong_byte_in_a_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(survives_any_wrong_figure_in_its_tables, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
