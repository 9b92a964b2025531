#include "../support/check.h"

#include <unistd.h>

#include "publish/transport.h"

static struct record_reader reader_of(const struct text *fields)
{
    return record_reader_of(&(struct record){ RECORD_MADE, fields->data, fields->length });
}

/* What a worker says comes out in the parent as if it had been said there. */
static void findings_come_back_as_they_were(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    struct findings sent = findings_in(&arena), got = findings_in(&arena);
    struct about about = { .subject = "pl1-I", .year = "2021", .stated = "1", .computed = "2", .plan = "p", .source = "TW" };
    struct finding *finding = finding_add_about(&sent, FINDING_SUM_DIFFERS, (struct place){ "kế hoạch.xml", 12 }, about,
                                                "Tổng \"I\"", "1\n2", "", "4", NULL);
    finding->accepted = "vì thế";
    finding_add(&sent, FINDING_NOTHING_TO_DO, (struct place){ NULL, 0 }, NULL);
    finding_errno(&sent, FINDING_WRITE_FAILED, (struct place){ "a.pdf", 0 }, 28);
    struct text fields = text_in(&arena);
    transport_add_findings(&fields, &sent, 0);
    struct record_reader reader = reader_of(&fields);
    assert_true(transport_read_findings(&reader, &got));
    assert_whole((int64_t)got.count, 3);
    assert_whole(got.items[2].error, 28);
    assert_string_equal(got.items[0].place.file, "kế hoạch.xml");
    assert_whole(got.items[0].place.line, 12);
    assert_string_equal(got.items[0].args[0], "Tổng \"I\"");
    assert_string_equal(got.items[0].args[1], "1\n2");
    assert_string_equal(got.items[0].args[2], "");
    assert_string_equal(got.items[0].args[3], "4");
    assert_string_equal(got.items[0].subject, "pl1-I");
    assert_string_equal(got.items[0].year, "2021");
    assert_string_equal(got.items[0].stated, "1");
    assert_string_equal(got.items[0].computed, "2");
    assert_string_equal(got.items[0].plan, "p");
    assert_string_equal(got.items[0].source, "TW");
    assert_string_equal(got.items[0].accepted, "vì thế");
    assert_whole(got.items[1].code, FINDING_NOTHING_TO_DO);
    assert_null(got.items[1].place.file);
    assert_null(got.items[1].args[0]);
    assert_null(got.items[1].accepted);
    arena_release(&arena);
}

static void names_may_be_any_bytes(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    struct findings sent = findings_in(&arena), got = findings_in(&arena);
    char all[256];
    for (int i = 0; i < 255; i++)
        all[i] = (char)(i + 1);
    all[255] = '\0';
    struct made_file file = { "annex/a.pdf", all, "\xff.tmp" };
    struct made made = { &file, 1, 1 }, taken = { 0 };
    finding_add(&sent, FINDING_WRITE_FAILED, (struct place){ all, 0 }, all, NULL);
    struct text fields = text_in(&arena);
    transport_add_findings(&fields, &sent, 0);
    transport_add_made(&fields, &made);
    struct record_reader reader = reader_of(&fields);
    assert_true(transport_read_findings(&reader, &got));
    assert_true(transport_read_made(&reader, &taken, &arena));
    assert_whole((int64_t)got.count, 1);
    assert_string_equal(got.items[0].place.file, all);
    assert_string_equal(got.items[0].args[0], all);
    assert_whole((int64_t)taken.count, 1);
    assert_string_equal(taken.files[0].name, "annex/a.pdf");
    assert_string_equal(taken.files[0].path, all);
    assert_string_equal(taken.files[0].temporary, "\xff.tmp");
    arena_release(&arena);
}

static void entries_of_the_manifest_come_back_as_they_were(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    struct manifest_entry input = { "\xff.xml", "ab" }, outputs[] = { { "annex/a.pdf", "cd" }, { "annex/a.xlsx", "ef" } };
    struct manifest_report sent = { .name = "annex/a", .program = "p", .templates = "t", .options = "--x", .remake = true,
                                    .inputs = { &input, 1, 1 }, .outputs = { outputs, 2, 2 } }, got;
    struct text fields = text_in(&arena);
    transport_add_report(&fields, &sent);
    struct record_reader reader = reader_of(&fields);
    assert_true(transport_read_report(&reader, &got, &arena));
    assert_string_equal(got.name, "annex/a");
    assert_string_equal(got.program, "p");
    assert_string_equal(got.templates, "t");
    assert_string_equal(got.options, "--x");
    assert_true(got.remake);
    assert_whole((int64_t)got.inputs.count, 1);
    assert_string_equal(got.inputs.items[0].path, "\xff.xml");
    assert_string_equal(got.inputs.items[0].digest, "ab");
    assert_whole((int64_t)got.outputs.count, 2);
    assert_string_equal(got.outputs.items[1].path, "annex/a.xlsx");
    assert_string_equal(got.outputs.items[1].digest, "ef");
    arena_release(&arena);
}

/* Each beginning of a record, and the record with each of its bytes changed: never more than was sent, nothing half read. */
static void what_is_cut_or_damaged_adds_nothing(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    struct findings sent = findings_in(&arena);
    struct made_file file = { "a", "b", "c" };
    const struct made made = { &file, 1, 1 };
    struct text fields = text_in(&arena);
    finding_add(&sent, FINDING_NOTHING_TO_DO, (struct place){ "x", 1 }, "y", NULL);
    transport_add_findings(&fields, &sent, 0);
    transport_add_made(&fields, &made);
    for (size_t length = 0; length < fields.length; length++) {
        struct findings got = findings_in(&arena);
        struct made taken = { 0 };
        struct record_reader reader = record_reader_of(&(struct record){ RECORD_MADE, fields.data, length });
        assert_false(transport_read_findings(&reader, &got) && transport_read_made(&reader, &taken, &arena));
        assert_true(got.count <= 1);
        assert_whole((int64_t)taken.count, 0);
    }
    for (size_t at = 0; at < fields.length; at++) {
        struct findings got = findings_in(&arena);
        struct made taken = { 0 };
        fields.data[at] = (char)~fields.data[at];
        struct record_reader reader = reader_of(&fields);
        if (transport_read_findings(&reader, &got))
            (void)!transport_read_made(&reader, &taken, &arena);
        fields.data[at] = (char)~fields.data[at];
        assert_true(got.count <= 1 && taken.count <= 1);
    }
    arena_release(&arena);
}

static void records_are_cut_from_a_stream(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    char bytes[64];
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    record_add_text(&fields, "abc");
    assert_true(record_send(ends[1], 5, &fields));
    ssize_t length = read(ends[0], bytes, sizeof bytes);
    close(ends[0]);
    close(ends[1]);
    assert_true(length > 0);
    struct record record;
    for (size_t have = 0; have < (size_t)length; have++)
        assert_whole((int64_t)record_first(&record, bytes, have), 0);
    assert_whole((int64_t)record_first(&record, bytes, sizeof bytes), length);
    assert_whole(record.kind, 5);
    struct record_reader reader = record_reader_of(&record);
    assert_string_equal(record_text(&reader, &arena), "abc");
    assert_false(reader.short_of);
    assert_null(record_text(&reader, &arena));
    assert_true(reader.short_of);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_come_back_as_they_were),
        cmocka_unit_test(names_may_be_any_bytes),
        cmocka_unit_test(entries_of_the_manifest_come_back_as_they_were),
        cmocka_unit_test(what_is_cut_or_damaged_adds_nothing),
        cmocka_unit_test(records_are_cut_from_a_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
