#include "../support/check.h"

#include "publish/transport.h"

/* What a worker says comes out in the parent as if it had been said there. */
static void findings_come_back_as_they_were(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    struct findings sent = findings_in(&arena), got = findings_in(&arena);
    struct made made = { 0 };
    struct finding *finding = finding_add(&sent, FINDING_SUM_DIFFERS, (struct place){ "kế hoạch.xml", 12 }, "Tổng \"I\"",
                                          "1\n2", "", "4", NULL);
    finding->subject = "pl1-I";
    finding->year = "2021";
    finding->stated = "1";
    finding->computed = "2";
    finding->plan = "p";
    finding->source = "TW";
    finding->accepted = "vì thế";
    finding_add(&sent, FINDING_NOTHING_TO_DO, (struct place){ NULL, 0 }, NULL);
    char *text = transport_pack(&sent, &made);
    assert_true(transport_unpack(text, &made, &arena, &got));
    free(text);
    assert_whole((int64_t)got.count, 2);
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
    char *text = transport_pack(&sent, &made);
    assert_true(transport_unpack(text, &taken, &arena, &got));
    free(text);
    assert_whole((int64_t)got.count, 1);
    assert_string_equal(got.items[0].place.file, all);
    assert_string_equal(got.items[0].args[0], all);
    assert_whole((int64_t)taken.count, 1);
    assert_string_equal(taken.files[0].name, "annex/a.pdf");
    assert_string_equal(taken.files[0].path, all);
    assert_string_equal(taken.files[0].temporary, "\xff.tmp");
    arena_release(&arena);
}

static void what_is_no_answer_is_refused_and_adds_nothing(void **state)
{
    static const char *const TEXTS[] = {
        "", "{", "[]", "{\"findings\":[]}", "{\"files\":[]}", "{\"findings\":[],\"files\":[[\"a\",\"b\"]]}",
        "{\"findings\":[],\"files\":[[\"a\",\"b\",\"c\"],7]}", "{\"findings\":[7],\"files\":[]}",
        "{\"findings\":[{\"code\":100000,\"line\":0,\"texts\":[0,0,0,0,0,0,0,0,0,0,0,0]}],\"files\":[]}",
        "{\"findings\":[{\"code\":-1,\"line\":0,\"texts\":[0,0,0,0,0,0,0,0,0,0,0,0]}],\"files\":[]}",
        "{\"findings\":[{\"code\":1,\"line\":0,\"texts\":[0]}],\"files\":[]}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct arena arena = ARENA_INIT;
        struct findings findings = findings_in(&arena);
        struct made made = { 0 };
        assert_false(transport_unpack(TEXTS[i], &made, &arena, &findings));
        assert_whole((int64_t)(findings.count + made.count), 0);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_come_back_as_they_were),
        cmocka_unit_test(names_may_be_any_bytes),
        cmocka_unit_test(what_is_no_answer_is_refused_and_adds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
