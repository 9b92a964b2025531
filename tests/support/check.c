#include "check.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "input/catalogue_read.h"
#include "input/layout_read.h"
#include "input/plan_read.h"

void check_dec(struct dec found, const char *expected, const char *file, int line)
{
    char buffer[DEC_TEXT_SIZE];
    const char *text = dec_format(buffer, found);
    if (strcmp(text, expected) != 0) {
        print_error("found %s, expected %s\n", text, expected);
        _fail(file, line);
    }
}

void check_whole(int64_t found, int64_t expected, const char *file, int line)
{
    if (found != expected) {
        print_error("found %lld, expected %lld\n", (long long)found, (long long)expected);
        _fail(file, line);
    }
}

void check_date(struct date found, int year, int month, int day, const char *file, int line)
{
    if (found.year != year || found.month != month || found.day != day) {
        print_error("found %d-%d-%d, expected %d-%d-%d\n", found.year, found.month, found.day, year, month, day);
        _fail(file, line);
    }
}

struct slurp *file_at(struct fixture *fixture, const char *path)
{
    struct slurp *file = arena_alloc(&fixture->arena, 1, sizeof *file);
    *file = xml_slurp(path, &fixture->findings);
    return file;
}

int fixture_open(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    if (!fixture)
        return -1;
    fixture->findings = findings_in(&fixture->arena);
    xml_start();
    fixture->plan_schema = xml_schema_open("templates/schema/plan.xsd", &fixture->findings);
    fixture->layout_schema = xml_schema_open("templates/schema/layout.xsd", &fixture->findings);
    fixture->catalogue_schema = xml_schema_open("templates/schema/catalogue.xsd", &fixture->findings);
    fixture->catalogue =
        catalogue_read(file_at(fixture, "templates/catalogue.xml"), fixture->catalogue_schema, &fixture->arena, &fixture->findings);
    *state = fixture;
    return fixture->plan_schema && fixture->layout_schema && fixture->catalogue ? 0 : -1;
}

int fixture_close(void **state)
{
    struct fixture *fixture = *state;
    xml_schema_close(fixture->plan_schema);
    xml_schema_close(fixture->layout_schema);
    xml_schema_close(fixture->catalogue_schema);
    xml_stop();
    arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

void check_findings(struct fixture *fixture, const char *expected, const char *file, int line)
{
    struct text found = text_in(&fixture->arena);
    findings_sort(&fixture->findings);
    for (size_t i = 0; i < fixture->findings.count; i++) {
        const struct finding *finding = &fixture->findings.items[i];
        text_addf(&found, "%s%s:%ld", i ? " " : "", finding_id(finding->code), finding->place.line);
    }
    if (strcmp(text_str(&found), expected) != 0) {
        print_error("found    %s\nexpected %s\n", text_str(&found), expected);
        for (size_t i = 0; i < fixture->findings.count; i++)
            print_error("%s\n", finding_what(&fixture->arena, &fixture->findings.items[i], LANGUAGE_EN));
        _fail(file, line);
    }
    fixture->findings = findings_in(&fixture->arena);
}

const char *plan_around(struct fixture *fixture, const char *body)
{
    return arena_printf(
        &fixture->arena,
        "<plan xmlns=\"urn:phuluc:plan:1\" id=\"ke-hoach\" unit=\"92\" asOf=\"2021-01-15\"><decision plan=\"attached\">"
        "<typeName>Quyết định</typeName><codeNumber>1</codeNumber><codeNotation>QĐ-UBND</codeNotation>"
        "<issuedDate>2021-01-15</issuedDate><place>Cần Thơ</place><organName>Ủy ban nhân dân thành phố Cần Thơ</organName>"
        "<subject>Kế hoạch</subject><planName>Kế hoạch</planName><recipients absent=\"yes\"/></decision>"
        "<period first=\"2021\" last=\"2023\"/><source id=\"TW\" code=\"central\" name=\"Trung ương\" abbr=\"TW\"/>"
        "<source id=\"DP\" code=\"local\" name=\"Địa phương\" abbr=\"ĐP\"/>"
        "<source id=\"DN\" code=\"enterprise\" name=\"Doanh nghiệp\" abbr=\"DN\"/>\n%s</plan>\n",
        body);
}

const char *table_around(struct fixture *fixture, const char *rows)
{
    return plan_around(fixture, arena_printf(&fixture->arena,
                                             "<table id=\"bang\" annex=\"I\" layout=\"activities-by-year-and-source\" "
                                             "moneyUnit=\"million-dong\" title=\"Kinh phí\">\n%s</table>\n",
                                             rows));
}

const char *temporary_file(struct fixture *fixture, const char *data, size_t length)
{
    char *path = arena_string(&fixture->arena, "/tmp/phuluc-test-XXXXXX.xml");
    int descriptor = mkstemps(path, 4);
    assert_true(descriptor >= 0);
    while (length) {
        ssize_t written = write(descriptor, data, length);
        assert_true(written > 0);
        data += written;
        length -= (size_t)written;
    }
    assert_whole(close(descriptor), 0);
    return path;
}

/* What a reader promises: nothing without an error, and nothing used with one. */
static void check_promise(const struct fixture *fixture, bool made)
{
    assert_true(made != findings_reach(&fixture->findings, SEVERITY_ERROR));
}

const struct plan *plan_of(struct fixture *fixture, const char *text)
{
    const char *path = temporary_file(fixture, text, strlen(text));
    const struct plan *plan =
        plan_read(file_at(fixture, path), fixture->plan_schema, fixture->catalogue, &fixture->arena, &fixture->findings);
    unlink(path);
    check_promise(fixture, plan != NULL);
    return plan;
}

struct layout *layout_of(struct fixture *fixture, const char *text)
{
    const char *path = temporary_file(fixture, text, strlen(text));
    struct layout *layout = layout_read(file_at(fixture, path), fixture->layout_schema, &fixture->arena, &fixture->findings);
    unlink(path);
    check_promise(fixture, layout != NULL);
    return layout;
}

size_t row_at(const struct plan_table *table, const char *id)
{
    int row = table_row(table, id);
    assert_true(row != NO_ROW);
    return (size_t)row;
}

const struct figure *figure_at_cell(const struct plan *plan, size_t table, const char *cell)
{
    char id[64], source[64], year[64];
    assert_true(sscanf(cell, "%63s %63s %63s", id, source, year) == 3);
    const struct plan_row *row = &plan->tables[table].rows[row_at(&plan->tables[table], id)];
    const struct figure *figure =
        row_figure(row, plan_source(plan, source), *year == '-' ? 0 : (int)strtol(year, NULL, 10));
    assert_non_null(figure);
    return figure;
}

uint64_t chance_next(struct chance *chance)
{
    chance->state += 0x9e3779b97f4a7c15; /* splitmix64 */
    uint64_t mixed = chance->state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

int64_t chance_between(struct chance *chance, int64_t least, int64_t most)
{
    uint64_t range = (uint64_t)most - (uint64_t)least + 1;
    uint64_t pick = range ? chance_next(chance) % range : chance_next(chance);
    return (int64_t)((uint64_t)least + pick);
}

int done_alone(int (*work)(void))
{
    pid_t process = fork();
    if (process == 0)
        _exit(work());
    int status = 0;
    assert_int_equal(waitpid(process, &status, 0), process);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}
