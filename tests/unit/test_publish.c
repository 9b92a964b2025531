#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publish.h"

struct fixture {
    struct arena arena;
    struct findings findings;
    char folder[64];
};

static int set_up(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){ .folder = "/tmp/phuluc-publish-XXXXXX" };
    fixture.findings = findings_in(&fixture.arena);
    *state = &fixture;
    return mkdtemp(fixture.folder) ? 0 : -1;
}

static const char *path_of(struct fixture *fixture, const char *name)
{
    return arena_printf(&fixture->arena, "%s/%s", fixture->folder, name);
}

/* Files and folders in a folder, hidden ones too. */
static int count_entries(const char *folder)
{
    int count = 0;
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(directory);
    return count;
}

static void remove_all(const char *folder, struct arena *arena)
{
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        const char *path = arena_printf(arena, "%s/%s", folder, entry->d_name);
        if (entry->d_type == DT_DIR)
            remove_all(path, arena);
        else
            unlink(path);
    }
    if (directory)
        closedir(directory);
    rmdir(folder);
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    remove_all(fixture->folder, &fixture->arena);
    arena_release(&fixture->arena);
    return 0;
}

static const char *read_all(struct fixture *fixture, const char *path)
{
    char buffer[256] = "";
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    size_t size = fread(buffer, 1, sizeof buffer - 1, file);
    fclose(file);
    return arena_copy(&fixture->arena, buffer, size);
}

static void write_all(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void assert_finding(struct fixture *fixture, enum finding_code code, const char *part)
{
    assert_true(fixture->findings.count == 1);
    assert_int_equal(fixture->findings.items[0].code, code);
    const struct finding *finding = &fixture->findings.items[0];
    const char *told = arena_printf(&fixture->arena, "%s: %s", finding->place.file,
                                    finding_what(&fixture->arena, finding, LANGUAGE_EN));
    if (!strstr(told, part))
        fail_msg("%s", told);
}

static void a_text_appears_whole_in_folders_made_for_it(void **state)
{
    struct fixture *fixture = *state;
    const char *path = path_of(fixture, "annex/năm 2021/a.txt");
    assert_true(publish_text(path, "nội dung\n", &fixture->arena, &fixture->findings));
    assert_string_equal(read_all(fixture, path), "nội dung\n");
    assert_int_equal(count_entries(path_of(fixture, "annex/năm 2021")), 1);
    assert_true(publish_text(path, "mới\n", &fixture->arena, &fixture->findings));
    assert_string_equal(read_all(fixture, path), "mới\n");
    assert_true(fixture->findings.count == 0);
}

static void a_bare_name_is_published_in_the_working_folder(void **state)
{
    struct fixture *fixture = *state;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(fixture->folder), 0);
    bool good = publish_text("a.txt", "x", &fixture->arena, &fixture->findings);
    assert_int_equal(chdir(before), 0);
    assert_true(good);
    assert_string_equal(read_all(fixture, path_of(fixture, "a.txt")), "x");
}

static void nothing_stands_under_the_final_name_before_the_commit(void **state)
{
    struct fixture *fixture = *state;
    struct publication publication;
    const char *path = path_of(fixture, "a.xlsx");
    assert_true(publish_open(&publication, path, &fixture->arena, &fixture->findings));
    write_all(publication.temporary, "x");
    assert_int_equal(access(path, F_OK), -1);
    assert_true(publish_commit(&publication, &fixture->findings));
    assert_string_equal(read_all(fixture, path), "x");
    assert_int_equal(count_entries(fixture->folder), 1);
}

static void the_temporary_file_is_hidden_in_the_final_folder(void **state)
{
    struct fixture *fixture = *state;
    struct publication publication;
    assert_true(publish_open(&publication, path_of(fixture, "a.xlsx"), &fixture->arena, &fixture->findings));
    assert_string_equal(publication.temporary,
                        path_of(fixture, arena_printf(&fixture->arena, ".a.xlsx.%ld.tmp", (long)getpid())));
}

static void what_is_abandoned_leaves_the_older_file(void **state)
{
    struct fixture *fixture = *state;
    struct publication publication;
    const char *path = path_of(fixture, "a.txt");
    write_all(path, "cũ");
    assert_true(publish_open(&publication, path, &fixture->arena, &fixture->findings));
    write_all(publication.temporary, "mới");
    publish_abandon(&publication);
    publish_abandon(&publication);
    assert_string_equal(read_all(fixture, path), "cũ");
    assert_int_equal(count_entries(fixture->folder), 1);
}

static void a_file_that_was_never_written_cannot_be_committed(void **state)
{
    struct fixture *fixture = *state;
    struct publication publication;
    const char *path = path_of(fixture, "a.txt");
    write_all(path, "cũ");
    assert_true(publish_open(&publication, path, &fixture->arena, &fixture->findings));
    assert_false(publish_commit(&publication, &fixture->findings));
    assert_finding(fixture, FINDING_WRITE_FAILED, "No such file");
    assert_string_equal(read_all(fixture, path), "cũ");
}

/* A limit on the size of files fails the write as a full disk does, after the file was opened. */
static void a_full_disk_leaves_the_older_file_and_no_rest(void **state)
{
    struct fixture *fixture = *state;
    const char *path = path_of(fixture, "a.txt");
    struct rlimit before, low;
    write_all(path, "cũ");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    low = before;
    low.rlim_cur = 4;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &low), 0);
    bool good = publish_text(path, "dài hơn bốn byte", &fixture->arena, &fixture->findings);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(good);
    assert_finding(fixture, FINDING_WRITE_FAILED, "File too large");
    assert_string_equal(read_all(fixture, path), "cũ");
    assert_int_equal(count_entries(fixture->folder), 1);
}

/* The superuser may write anywhere; the test steps down for the moment. */
static void a_read_only_folder_is_a_finding(void **state)
{
    enum { NOBODY = 65534 };
    struct fixture *fixture = *state;
    const char *path = path_of(fixture, "a.txt");
    bool superuser = geteuid() == 0;
    write_all(path, "cũ");
    assert_int_equal(chmod(path, 0644), 0);
    assert_int_equal(chmod(fixture->folder, 0555), 0);
    if (superuser)
        assert_int_equal(seteuid(NOBODY), 0);
    bool good = publish_text(path, "mới", &fixture->arena, &fixture->findings);
    if (superuser)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod(fixture->folder, 0755), 0);
    assert_false(good);
    assert_finding(fixture, FINDING_WRITE_FAILED, "Permission denied");
    assert_string_equal(read_all(fixture, path), "cũ");
}

static void a_folder_that_cannot_be_made_is_a_finding(void **state)
{
    struct fixture *fixture = *state;
    assert_false(publish_text("/proc/phuluc/a.txt", "x", &fixture->arena, &fixture->findings));
    assert_finding(fixture, FINDING_OUTPUT_FAILED, "/proc/phuluc");
}

static void a_file_where_a_folder_should_be_is_a_finding(void **state)
{
    struct fixture *fixture = *state;
    write_all(path_of(fixture, "annex"), "x");
    assert_false(publish_text(path_of(fixture, "annex/a.txt"), "x", &fixture->arena, &fixture->findings));
    assert_finding(fixture, FINDING_OUTPUT_FAILED, "Not a directory");
}

static void a_folder_where_the_file_should_be_is_a_finding(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(mkdir(path_of(fixture, "a.txt"), 0755), 0);
    assert_false(publish_text(path_of(fixture, "a.txt"), "x", &fixture->arena, &fixture->findings));
    assert_finding(fixture, FINDING_WRITE_FAILED, "Is a directory");
    assert_int_equal(count_entries(fixture->folder), 1);
}

static void a_path_without_a_name_is_a_finding(void **state)
{
    struct fixture *fixture = *state;
    struct publication publication;
    assert_false(publish_open(&publication, path_of(fixture, ""), &fixture->arena, &fixture->findings));
    assert_finding(fixture, FINDING_OUTPUT_FAILED, "Is a directory");
    publish_abandon(&publication);
}

static void a_device_under_the_temporary_name_is_not_published(void **state)
{
    struct fixture *fixture = *state;
    struct publication publication;
    const char *path = path_of(fixture, "a.txt");
    assert_true(publish_open(&publication, path, &fixture->arena, &fixture->findings));
    assert_int_equal(symlink("/dev/full", publication.temporary), 0);
    assert_false(publish_commit(&publication, &fixture->findings));
    assert_true(fixture->findings.count == 1);
    assert_int_equal(count_entries(fixture->folder), 0);
}

/* Only root can make a link that belongs to somebody else. */
static void a_folder_exchanged_for_a_link_of_somebody_else_gets_nothing(void **state)
{
    enum { NOBODY = 65534 };
    struct fixture *fixture = *state;
    struct publication publication;
    if (geteuid() != 0)
        skip();
    assert_true(publish_folder(path_of(fixture, "elsewhere"), &fixture->arena, &fixture->findings));
    assert_true(publish_open(&publication, path_of(fixture, "annex/a.txt"), &fixture->arena, &fixture->findings));
    write_all(publication.temporary, "của ta");
    assert_int_equal(rename(path_of(fixture, "annex"), path_of(fixture, "moved")), 0);
    assert_int_equal(symlink("elsewhere", path_of(fixture, "annex")), 0);
    assert_int_equal(lchown(path_of(fixture, "annex"), NOBODY, NOBODY), 0);
    write_all(publication.temporary, "của ta"); /* a library that opens the path again goes through the link */
    assert_false(publish_commit(&publication, &fixture->findings));
    assert_finding(fixture, FINDING_OUTPUT_LED_ASTRAY, "annex");
    assert_int_equal(count_entries(path_of(fixture, "elsewhere")), 0);
}

static void what_a_killed_run_left_is_taken_away(void **state)
{
    struct fixture *fixture = *state;
    struct publication publication;
    const char *path = path_of(fixture, "a.txt");
    assert_true(publish_open(&publication, path, &fixture->arena, &fixture->findings));
    write_all(publication.temporary, "nửa chừng, rất dài");
    assert_true(publish_open(&publication, path, &fixture->arena, &fixture->findings));
    assert_int_equal(count_entries(fixture->folder), 0);
}

/* Of other processes, in folders below too; what only looks alike stays, and so does what a link leads to. */
static void what_killed_runs_left_below_is_cleaned_away(void **state)
{
    static const char *const LEFT[] = { "out/.a.pdf.4711.tmp", "out/plan/.01-phu-luc-i.xlsx.12.tmp" };
    static const char *const KEPT[] = { "out/a.pdf", "out/.a.pdf.tmp", "out/.4711.tmp", "out/a.pdf.4711.tmp",
                                        "out/.git/.x.1.tmp", "elsewhere/.b.pdf.4711.tmp", "out/tmp.X4tMv2t5ls" };
    struct fixture *fixture = *state;
    assert_true(publish_folder(path_of(fixture, "out/plan"), &fixture->arena, &fixture->findings));
    assert_true(publish_folder(path_of(fixture, "out/.git"), &fixture->arena, &fixture->findings));
    assert_true(publish_folder(path_of(fixture, "elsewhere"), &fixture->arena, &fixture->findings));
    for (size_t i = 0; i < sizeof LEFT / sizeof *LEFT; i++)
        write_all(path_of(fixture, LEFT[i]), "x");
    for (size_t i = 0; i < sizeof KEPT / sizeof *KEPT; i++)
        write_all(path_of(fixture, KEPT[i]), "x");
    assert_int_equal(symlink("../elsewhere", path_of(fixture, "out/link")), 0);
    publish_clean(path_of(fixture, "out"), 12);
    assert_int_equal(access(path_of(fixture, LEFT[0]), F_OK), 0);
    publish_clean_below(path_of(fixture, "out"), 4711);
    assert_int_equal(access(path_of(fixture, LEFT[0]), F_OK), -1);
    assert_int_equal(access(path_of(fixture, LEFT[1]), F_OK), 0);
    publish_clean_below(path_of(fixture, "out"), 0);
    assert_int_equal(access(path_of(fixture, LEFT[1]), F_OK), -1);
    for (size_t i = 0; i < sizeof KEPT / sizeof *KEPT; i++)
        assert_int_equal(access(path_of(fixture, KEPT[i]), F_OK), 0);
    publish_clean_below(path_of(fixture, "not there"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_text_appears_whole_in_folders_made_for_it),
        TEST(a_bare_name_is_published_in_the_working_folder),
        TEST(nothing_stands_under_the_final_name_before_the_commit),
        TEST(the_temporary_file_is_hidden_in_the_final_folder),
        TEST(what_is_abandoned_leaves_the_older_file),
        TEST(a_file_that_was_never_written_cannot_be_committed),
        TEST(a_full_disk_leaves_the_older_file_and_no_rest),
        TEST(a_read_only_folder_is_a_finding),
        TEST(a_folder_that_cannot_be_made_is_a_finding),
        TEST(a_file_where_a_folder_should_be_is_a_finding),
        TEST(a_folder_where_the_file_should_be_is_a_finding),
        TEST(a_path_without_a_name_is_a_finding),
        TEST(a_device_under_the_temporary_name_is_not_published),
        TEST(a_folder_exchanged_for_a_link_of_somebody_else_gets_nothing),
        TEST(what_a_killed_run_left_is_taken_away),
        TEST(what_killed_runs_left_below_is_cleaned_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
