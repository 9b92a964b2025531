/* A workbook of the library, read back whole, and damaged in every way that a disk can. */
#include "../support/check.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include "render/xlsx/xlsx_pack.h"
#include "render/xlsx/xlsx_zip.h"

struct workbook_file {
    struct arena arena;
    struct xlsx_parts parts;
    char path[40];
    unsigned char bytes[65536];
    size_t size;
};

static void make_workbook(struct workbook_file *fixture)
{
    enum { ROWS = 400 };
    xlsx_parts_open(&fixture->parts, &fixture->arena);
    lxw_workbook *workbook = workbook_new(fixture->path);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "PL1");
    for (unsigned row = 0; row < ROWS; row++) {
        worksheet_write_number(sheet, row, 0, row * 7919 % 1000, NULL);
        worksheet_write_string(sheet, row, 1, arena_printf(&fixture->arena, "Nội dung %u", row), NULL);
    }
    assert_int_equal(workbook_close(workbook), LXW_NO_ERROR);
    xlsx_parts_close();
}

static int set_up(void **state)
{
    static struct workbook_file fixture;
    fixture = (struct workbook_file){ .path = "/tmp/phuluc-zip-XXXXXX" };
    int descriptor = mkstemp(fixture.path);
    *state = &fixture;
    if (descriptor < 0 || close(descriptor) != 0)
        return -1;
    make_workbook(&fixture);
    FILE *file = fopen(fixture.path, "rb");
    assert_non_null(file);
    fixture.size = fread(fixture.bytes, 1, sizeof fixture.bytes, file);
    assert_true(fixture.size > 8192 && fixture.size < sizeof fixture.bytes);
    return fclose(file);
}

static int tear_down(void **state)
{
    struct workbook_file *fixture = *state;
    unlink(fixture->path);
    arena_release(&fixture->arena);
    return 0;
}

static bool holds(const struct workbook_file *fixture)
{
    return xlsx_zip_holds(fixture->bytes, fixture->size, &fixture->parts);
}

/* 10 parts: types, relations (2), sheet, workbook, texts, theme, styles, core and app properties. */
static void a_whole_workbook_holds_its_parts(void **state)
{
    struct workbook_file *fixture = *state;
    bool whole;
    assert_true(fixture->parts.count == 10);
    assert_false(fixture->parts.lost);
    assert_true(holds(fixture));
    assert_int_equal(xlsx_zip_check(fixture->path, &fixture->parts, &whole), 0);
    assert_true(whole);
}

static void a_file_that_is_not_there_is_an_error(void **state)
{
    struct workbook_file *fixture = *state;
    bool whole;
    assert_int_equal(xlsx_zip_check("/nonexistent/a.xlsx", &fixture->parts, &whole), ENOENT);
    assert_false(whole);
}

/* Where the library says only that closing failed. */
static void what_the_disk_said_is_kept(void **state)
{
    struct workbook_file *fixture = *state;
    struct xlsx_parts parts;
    for (int full = 1; full >= 0; full--) {
        xlsx_parts_open(&parts, &fixture->arena);
        xlsx_pack_begin();
        lxw_workbook *workbook = workbook_new(full ? "/dev/full" : "/dev/null");
        workbook_add_worksheet(workbook, "PL1");
        lxw_error error = workbook_close(workbook);
        xlsx_parts_close();
        assert_true((error != LXW_NO_ERROR) == full);
        assert_int_equal(xlsx_pack_error(), full ? ENOSPC : 0);
    }
}

static void a_workbook_cut_anywhere_is_refused(void **state)
{
    struct workbook_file *fixture = *state;
    bool whole;
    for (size_t size = fixture->size; size-- > 0;)
        assert_false(xlsx_zip_holds(fixture->bytes, size, &fixture->parts));
    assert_int_equal(truncate(fixture->path, (off_t)fixture->size - 1), 0);
    assert_int_equal(xlsx_zip_check(fixture->path, &fixture->parts, &whole), 0);
    assert_false(whole);
}

/*
 * Not looked at in the directory: who made the member and the number of its disk (2 bytes each), its attributes (2 and 4).
 * Nothing that reads workbooks looks at them. A bit of packed data may change without changing what it unpacks to, where
 * a code is given to a letter that does not occur.
 */
static void a_workbook_with_any_other_byte_wrong_is_refused(void **state)
{
    enum { UNSEEN = 2 + 2 + 2 + 4, FEW = 3 };
    struct workbook_file *fixture = *state;
    const unsigned char *end = fixture->bytes + fixture->size - 22;
    size_t directory = end[16] | (size_t)end[17] << 8, passed[2] = { 0 };
    for (size_t i = 0; i < fixture->size; i++) {
        fixture->bytes[i] ^= 1;
        passed[i >= directory] += holds(fixture);
        fixture->bytes[i] ^= 1;
    }
    assert_true(passed[0] <= FEW);
    assert_true(passed[1] == UNSEEN * fixture->parts.count);
}

/* What a write leaves that failed in the middle: the rest stands earlier, or zeros stand in its place. */
static void a_workbook_without_a_block_is_refused(void **state)
{
    enum { BLOCK = 4096 };
    struct workbook_file *fixture = *state;
    unsigned char kept[BLOCK];
    for (size_t at = 0; at + BLOCK <= fixture->size; at += BLOCK) {
        memcpy(kept, fixture->bytes + at, BLOCK);
        memset(fixture->bytes + at, 0, BLOCK);
        assert_false(holds(fixture));
        memcpy(fixture->bytes + at, kept, BLOCK);
    }
    assert_true(holds(fixture));
    memmove(fixture->bytes + BLOCK, fixture->bytes + 2 * BLOCK, fixture->size - 2 * BLOCK);
    assert_false(xlsx_zip_holds(fixture->bytes, fixture->size - BLOCK, &fixture->parts));
}

/* A well-packed workbook of parts that are not those that were made. */
static void other_parts_are_refused(void **state)
{
    struct workbook_file *fixture = *state;
    struct xlsx_parts *parts = &fixture->parts;
    for (size_t i = 0; i < parts->count; i++) {
        parts->items[i].size++;
        assert_false(holds(fixture));
        parts->items[i].size--;
        parts->items[i].crc ^= 1;
        assert_false(holds(fixture));
        parts->items[i].crc ^= 1;
    }
    parts->count--;
    assert_false(holds(fixture));
    parts->count = 0; /* as if the library kept them elsewhere */
    assert_false(holds(fixture));
}

static void a_part_that_memory_ran_out_for_is_refused(void **state)
{
    struct workbook_file *fixture = *state;
    fixture->parts.lost = true;
    assert_false(holds(fixture));
}

static void without_a_workbook_nothing_is_kept_in_memory(void **state)
{
    (void)state;
    assert_null(lxw_tmpfile(NULL));
}

/* The stream does what the library's own temporary file did, and more than a buffer full of it. */
static void a_part_reads_back_what_was_written(void **state)
{
    struct workbook_file *fixture = *state;
    struct xlsx_parts parts;
    char text[64];
    xlsx_parts_open(&parts, &fixture->arena);
    FILE *file = lxw_tmpfile(NULL);
    assert_non_null(file);
    for (int i = 0; i < 100000; i++)
        assert_true(fprintf(file, "%06d", i) == 6);
    assert_int_equal(fseek(file, 6 * 77777, SEEK_SET), 0);
    assert_true(fread(text, 1, 6, file) == 6 && memcmp(text, "077777", 6) == 0);
    assert_int_equal(fseek(file, -6, SEEK_END), 0);
    assert_true(fread(text, 1, sizeof text, file) == 6 && memcmp(text, "099999", 6) == 0 && feof(file));
    assert_int_equal(fseek(file, -1, SEEK_SET), -1);
    assert_int_equal(fclose(file), 0);
    xlsx_parts_close();
    assert_true(parts.count == 1 && parts.items[0].size == 600000);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_whole_workbook_holds_its_parts),
        TEST(a_file_that_is_not_there_is_an_error),
        TEST(what_the_disk_said_is_kept),
        TEST(a_workbook_cut_anywhere_is_refused),
        TEST(a_workbook_with_any_other_byte_wrong_is_refused),
        TEST(a_workbook_without_a_block_is_refused),
        TEST(other_parts_are_refused),
        TEST(a_part_that_memory_ran_out_for_is_refused),
        TEST(without_a_workbook_nothing_is_kept_in_memory),
        TEST(a_part_reads_back_what_was_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
