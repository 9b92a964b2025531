/*
 * libFuzzer's way in:
 *
 *     phuluc-fuzz HARNESS [OPTION...] [FOLDER|FILE...]
 *
 * Runs in the source tree's top folder. The harness is named first; what follows is libFuzzer's.
 */
#include "fuzz.h"

#include <dirent.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include "input/xml.h"

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

static struct arena kept = ARENA_INIT;
static struct library library;
static const struct harness *harness;
static char folder[] = "/tmp/phuluc-fuzz-XXXXXX";

void fuzz_assert(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "fuzz: %s\n", what);
    abort();
}

/* Of processor time: sanitizers are slow, but a machine that is shared makes nothing hang. */
enum { SECONDS_EACH = 20 };

static void is_out_of_time(int number)
{
    (void)number;
    static const char SAID[] = "fuzz: one input takes too much processor time\n";
    (void)!write(STDERR_FILENO, SAID, sizeof SAID - 1);
    abort();
}

static void start_clock(void)
{
    const struct itimerval limit = { .it_value = { SECONDS_EACH, 0 } };
    fuzz_assert(setitimer(ITIMER_PROF, &limit, NULL) == 0, "no clock");
}

static void remove_folder(void)
{
    rmdir(folder);
}

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    const char *name = *count > 1 ? (*arguments)[1] : "";
    for (harness = HARNESSES; harness->name && strcmp(harness->name, name) != 0; harness++)
        ;
    if (!harness->name) {
        fprintf(stderr, "usage: phuluc-fuzz HARNESS [OPTION...] [FOLDER|FILE...]\nharnesses:");
        for (const struct harness *each = HARNESSES; each->name; each++)
            fprintf(stderr, " %s", each->name);
        fprintf(stderr, "\n");
        exit(64);
    }
    (*arguments)[1] = (*arguments)[0];
    ++*arguments;
    --*count;
    struct findings findings = findings_in(&kept);
    struct places places = { "templates", "build", "templates/catalogue.xml" };
    xml_start();
    fuzz_assert(signal(SIGPROF, is_out_of_time) != SIG_ERR, "no clock");
    fuzz_assert(load_library(&library, &places, true, &kept, &findings) && findings.count == 0,
                "templates/ cannot be used");
    fuzz_assert(mkdtemp(folder) != NULL && atexit(remove_folder) == 0, "no folder for files");
    return 0;
}

struct slurp fuzz_file(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    struct slurp file = { .path = "fuzz.xml", .length = size };
    if (size)
        file.data = arena_copy(&fuzz->arena, (const char *)data, size);
    return file;
}

const char *fuzz_path(struct fuzz *fuzz, const char *suffix, const uint8_t *data, size_t size)
{
    const char *path = arena_printf(&fuzz->arena, "%s/fuzz%s", fuzz->folder, suffix);
    FILE *file = fopen(path, "wb");
    fuzz_assert(file && fwrite(data, 1, size, file) == size && fclose(file) == 0, "no room for a file");
    return path;
}

const char *fuzz_string(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
    return arena_copy(&fuzz->arena, (const char *)data, size);
}

static void assert_of(bool holds, const char *what, const char *line)
{
    if (!holds)
        fprintf(stderr, "%s", line);
    fuzz_assert(holds, what);
}

static void judge_line(const char *line)
{
    size_t offset, length = strlen(line);
    assert_of(length && line[length - 1] == '\n' && strchr(line, '\n') == line + length - 1, "a message of several lines",
              line);
    enum utf8_fault fault = utf8_check(line, length - 1, &offset); /* decomposed letters are shown as they are */
    assert_of(fault == UTF8_OK || fault == UTF8_NOT_NFC, "a message that is not UTF-8, or hides something", line);
}

/* What is wrong with a document of our own stands at a line, unless it is the whole of it; what others send has parts, cells, tables. */
static bool needs_line(const struct finding *finding)
{
    const char *file = finding->place.file, *suffix = file ? strrchr(file, '.') : NULL;
    return suffix && strcmp(suffix, ".xml") == 0 && finding->code != FINDING_FILE_EMPTY && finding->code != FINDING_UTF16;
}

void fuzz_judge(struct fuzz *fuzz, bool refused)
{
    bool error = false;
    for (size_t i = 0; i < fuzz->findings.count; i++) {
        const struct finding *finding = &fuzz->findings.items[i];
        const char *line = finding_line(&fuzz->arena, finding, LANGUAGE_VI);
        judge_line(line);
        judge_line(finding_line(&fuzz->arena, finding, LANGUAGE_EN));
        if (finding_severity(finding) == SEVERITY_ERROR) {
            error = true;
            assert_of(!needs_line(finding) || finding->place.line > 0, "an error without a line", line);
        }
    }
    fuzz_assert(!refused || error, "refused without a word");
}

static void empty_folder(void)
{
    DIR *files = opendir(folder);
    for (struct dirent *file; files && (file = readdir(files)) != NULL;)
        if (file->d_name[0] != '.')
            unlinkat(dirfd(files), file->d_name, 0);
    if (files)
        closedir(files);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz fuzz = { .library = &library, .folder = folder };
    fuzz.findings = findings_in(&fuzz.arena);
    start_clock();
    harness->run(&fuzz, data, size);
    arena_release(&fuzz.arena);
    empty_folder();
    return 0;
}

/* Of documents every third change is one of bytes: what is no longer XML must be refused as well. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    size_t changed = 0;
    if (harness->kind == INPUT_XML && seed % 3)
        changed = xml_mutate(data, size, most, seed);
    else if (harness->kind == INPUT_PACKAGE)
        changed = zip_mutate(data, size, most, seed);
    return changed ? changed : LLVMFuzzerMutate(data, size, most);
}
