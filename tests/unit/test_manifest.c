#include "../support/check.h"

#include <malloc.h>
#include <unistd.h>

#include "publish/manifest.h"

/* SHA-256 of "abc", as FIPS 180-4 gives it. */
static const char DIGEST_OF_ABC[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

struct case_state {
    struct arena arena;
    struct findings findings;
    char folder[40];
    const char *path;
};

static int set_up(void **state)
{
    static struct case_state fixture;
    fixture = (struct case_state){ .folder = "/tmp/phuluc-manifest-XXXXXX" };
    fixture.findings = findings_in(&fixture.arena);
    *state = &fixture;
    if (!mkdtemp(fixture.folder))
        return -1;
    fixture.path = arena_printf(&fixture.arena, "%s/manifest.json", fixture.folder);
    return 0;
}

static int tear_down(void **state)
{
    struct case_state *fixture = *state;
    unlink(fixture->path);
    arena_release(&fixture->arena);
    return rmdir(fixture->folder);
}

static void write_all(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static struct manifest_report report_of(struct case_state *fixture, const char *name, const char *input)
{
    struct manifest_report report = { .name = name, .program = "p", .templates = "t", .options = "--formats pdf",
                                      .remake = true };
    write_all(fixture->path, "abc");
    struct manifest_entry entry = { .path = input };
    assert_int_equal(digest_file(entry.digest, fixture->path), 0);
    manifest_add_entry(&report.inputs, &entry, &fixture->arena);
    entry.path = "annex/a.pdf";
    manifest_add_entry(&report.outputs, &entry, &fixture->arena);
    return report;
}

static struct manifest written_and_read(struct case_state *fixture, const struct manifest *manifest)
{
    struct manifest back = { 0 };
    assert_true(manifest_write(manifest, fixture->path, &fixture->findings));
    assert_whole(manifest_read(&back, fixture->path, &fixture->arena), 0);
    return back;
}

static void what_is_written_is_read_again(void **state)
{
    struct case_state *fixture = *state;
    struct manifest manifest = { 0 };
    struct manifest_report report = report_of(fixture, "annex/a", "kế hoạch \"1\".xml");
    manifest_put(&manifest, &report, &fixture->arena);
    struct manifest back = written_and_read(fixture, &manifest);
    const struct manifest_report *found = manifest_find(&back, "annex/a");
    assert_non_null(found);
    assert_string_equal(found->program, "p");
    assert_string_equal(found->templates, "t");
    assert_string_equal(found->options, "--formats pdf");
    assert_true(found->remake);
    assert_whole((int64_t)found->inputs.count, 1);
    assert_string_equal(found->inputs.items[0].path, "kế hoạch \"1\".xml");
    assert_string_equal(found->inputs.items[0].digest, DIGEST_OF_ABC);
    assert_string_equal(found->outputs.items[0].path, "annex/a.pdf");
    assert_string_equal(found->outputs.items[0].digest, DIGEST_OF_ABC);
    assert_null(manifest_find(&back, "annex/b"));
}

static void a_report_takes_the_place_of_its_older_self_and_names_are_sorted(void **state)
{
    struct case_state *fixture = *state;
    struct manifest manifest = { 0 };
    struct manifest_report b = report_of(fixture, "annex/b", "b.xml"), a = report_of(fixture, "annex/a", "a.xml");
    manifest_put(&manifest, &b, &fixture->arena);
    manifest_put(&manifest, &a, &fixture->arena);
    b.remake = false;
    manifest_put(&manifest, &b, &fixture->arena);
    struct manifest back = written_and_read(fixture, &manifest);
    assert_whole((int64_t)back.count, 2);
    assert_string_equal(back.reports[0].name, "annex/a");
    assert_string_equal(back.reports[1].name, "annex/b");
    assert_false(back.reports[1].remake);
}

static void an_input_whose_name_is_no_utf8_is_kept(void **state)
{
    struct case_state *fixture = *state;
    struct manifest manifest = { 0 };
    struct manifest_report report = report_of(fixture, "annex/a", "\xff.xml");
    manifest_put(&manifest, &report, &fixture->arena);
    struct manifest back = written_and_read(fixture, &manifest);
    assert_whole((int64_t)back.count, 1);
    assert_whole((int64_t)back.reports[0].inputs.count, 1);
    assert_string_equal(back.reports[0].inputs.items[0].path, "%FF.xml");
    assert_string_equal(back.reports[0].inputs.items[0].digest, DIGEST_OF_ABC);
}

static void what_is_not_ours_is_empty(void **state)
{
    static const char *const TEXTS[] = {
        "", "{", "null", "[]", "{}", "{\"reports\": 7}", "{\"reports\": [7, {}, {\"name\": \"annex/a\"}]}",
        "{\"reports\": [{\"name\": \"a\", \"program\": \"\", \"templates\": \"\", \"options\": \"\", \"remake\": false,"
        " \"inputs\": [{\"path\": \"x\"}], \"outputs\": []}]}",
        "{\"reports\": [{\"name\": \"a\", \"program\": \"\", \"templates\": \"\", \"options\": \"\", \"remake\": false,"
        " \"inputs\": [], \"outputs\": [{\"path\": \"x\", \"sha256\": \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9c"
        "b410ff61f20015adba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}]}]}",
    };
    struct case_state *fixture = *state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct manifest manifest = { 0 };
        write_all(fixture->path, TEXTS[i]);
        assert_whole(manifest_read(&manifest, fixture->path, &fixture->arena), 0);
        assert_whole((int64_t)manifest.count, 0);
    }
    unlink(fixture->path);
    struct manifest manifest = { 0 };
    assert_whole(manifest_read(&manifest, fixture->path, &fixture->arena), 0);
    assert_whole((int64_t)manifest.count, 0);
}

static void a_manifest_that_cannot_be_written_is_a_finding(void **state)
{
    struct case_state *fixture = *state;
    struct manifest manifest = { 0 };
    assert_false(manifest_write(&manifest, "/proc/phuluc/manifest.json", &fixture->findings));
    assert_whole((int64_t)fixture->findings.count, 1);
}

/* It is written after each of hundreds of reports. */
static void writing_it_again_and_again_takes_no_memory(void **state)
{
    struct case_state *fixture = *state;
    struct manifest manifest = { 0 };
    for (int i = 0; i < 200; i++) {
        struct manifest_report report = report_of(fixture, arena_printf(&fixture->arena, "annex/%d", i), "a.xml");
        manifest_put(&manifest, &report, &fixture->arena);
    }
    assert_true(manifest_write(&manifest, fixture->path, &fixture->findings));
    size_t before = mallinfo2().uordblks;
    for (int i = 0; i < 20; i++)
        assert_true(manifest_write(&manifest, fixture->path, &fixture->findings));
    assert_true(mallinfo2().uordblks <= before + 4096);
}

static void what_is_removed_is_not_found_and_the_others_are(void **state)
{
    static const char *const NAMES[] = { "annex/a", "annex/b", "annex/c" };
    struct case_state *fixture = *state;
    struct manifest manifest = { 0 };
    for (size_t i = 0; i < 3; i++) {
        struct manifest_report report = report_of(fixture, NAMES[i], "x.xml");
        manifest_put(&manifest, &report, &fixture->arena);
    }
    manifest_remove(&manifest, "annex/a");
    manifest_remove(&manifest, "annex/x");
    assert_null(manifest_find(&manifest, "annex/a"));
    assert_string_equal(manifest_find(&manifest, "annex/b")->name, "annex/b");
    assert_string_equal(manifest_find(&manifest, "annex/c")->name, "annex/c");
    manifest_remove(&manifest, "annex/c");
    assert_whole((int64_t)manifest.count, 1);
    struct manifest_report again = report_of(fixture, "annex/a", "y.xml");
    manifest_put(&manifest, &again, &fixture->arena);
    assert_string_equal(manifest_find(&manifest, "annex/a")->inputs.items[0].path, "y.xml");
    assert_whole((int64_t)manifest.count, 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_written_is_read_again),
        TEST(a_report_takes_the_place_of_its_older_self_and_names_are_sorted),
        TEST(an_input_whose_name_is_no_utf8_is_kept),
        TEST(what_is_not_ours_is_empty),
        TEST(a_manifest_that_cannot_be_written_is_a_finding),
        TEST(what_is_removed_is_not_found_and_the_others_are),
        TEST(writing_it_again_and_again_takes_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
