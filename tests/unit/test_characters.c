#include "../support/check.h"

#include "base/syllable.h"
#include "base/text.h"
#include "input/characters.h"
#include "input/old_encoding.h"

static bool is_syllable(const char *word)
{
    struct spelling spelling = { 0 };
    while (*word)
        spelling_add_unicode(&spelling, utf8_next(&word));
    return spelling_is_syllable(&spelling);
}

static void syllables_are_known_by_their_spelling(void **state)
{
    static const char *const GOOD[] = { "nghiêng", "Ủy", "uỷ", "QUYẾT", "định", "gì", "giếng", "khuỷu", "thuở", "yêu", "ước",
                                        "hoà", "hòa", "quốc", "ghế", "kỹ", "ngoằn", "xoong", "a", "ý" };
    static const char *const BAD[] = { "", "kông", "ngiêng", "cẻ", "gế", "bac", "bàc", "bảp", "xyz", "françois", "müller",
                                       "saùch", "hoá́", "nghiêngh", "w", "ăn1", "đ", "th" };
    (void)state;
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++)
        if (!is_syllable(GOOD[i]))
            fail_msg("%s", GOOD[i]);
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        if (is_syllable(BAD[i]))
            fail_msg("%s", BAD[i]);
}

/* The encoding that is found, or "". */
static const char *encoding(struct arena *arena, const char *text)
{
    struct findings findings = findings_in(arena);
    bool found = old_encoding_check(text, "a.xml", &findings);
    assert_whole(found, findings.count > 0);
    return found ? findings.items[0].args[1] : "";
}

/* What the code tables make of the same sentence, byte by byte as Latin-1; from TCVN 5712:1993 and the table of VNI. */
static void old_encodings_are_known_by_their_words(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_string_equal(encoding(&arena, "KÕ ho¹ch ph¸t triÓn th­¬ng m¹i ®iÖn tö"), "TCVN3 (ABC)");
    assert_string_equal(encoding(&arena, "KÕ HO¹CH PH¸T TRIÓN"), "TCVN3 (ABC)");
    assert_string_equal(encoding(&arena, "<place>CÇn Th¬</place>"), "TCVN3 (ABC)");
    assert_string_equal(encoding(&arena, "title=\"«Ng©n s¸ch»\""), "TCVN3 (ABC)");
    assert_string_equal(encoding(&arena, "Keá hoaïch phaùt trieån thöông maïi ñieän töû"), "VNI");
    assert_string_equal(encoding(&arena, "KEÁ HOAÏCH"), "VNI");
    assert_string_equal(encoding(&arena, "Ngaân saùch"), "VNI");
    arena_release(&arena);
}

static void other_languages_and_signs_are_no_old_encoding(void **state)
{
    static const char *const TEXTS[] = {
        "Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu, khoá hoà uỷ quý, lô-gíc, ki-lô-gam",
        "Agence Française de Développement, Société Générale, François Noël, où, ça, hôtel, goût, maïs, Île",
        "Müller, Zürich, Malmö, São Tomé, Córdoba, Åre, Düsseldorf, Łódź, Reykjavík, Guðmundur",
        "±5 %, 10 m², 3 × 4, N·m, ½, 30 °C, © «an» 2021, µm, dài×rộng, 1ª, Nº 5, §3, ¶, Microsoft®, 5¢, £3, ¥",
        "CÇn", /* one word alone can be a name */
        "",
    };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        if (*encoding(&arena, TEXTS[i]))
            fail_msg("%s", TEXTS[i]);
    arena_release(&arena);
}

static bool has_small_letters(const void *data, uint32_t codepoint)
{
    (void)data;
    return codepoint < 0x80 || codepoint == 0x1ec7 || codepoint == 0xb0 || codepoint == 0x2022;
}

/* Ids and lines of what is found where the fonts have ệ, ° and • beside ASCII. */
static void expect_found(struct fixture *fixture, const char *text, const char *expected)
{
    struct alphabet alphabet = { has_small_letters, NULL };
    bool good = characters_check(text, &alphabet, "a.xml", &fixture->findings);
    assert_whole(good, fixture->findings.count == 0);
    assert_findings(fixture, expected);
}

static void what_the_fonts_lack_is_told_by_line(void **state)
{
    struct fixture *fixture = *state;
    expect_found(fixture, "<a>\nệ °C •</a>", "");
    expect_found(fixture, "<a>\n✓ ☑\n&#x2103;\n</a>", "IN-073:2 IN-073:3");
    expect_found(fixture, "<!-- ✓ --><?x ✓?><a>\n</a>", "");
    expect_found(fixture, "e\xcc\x82\xcc\xa3", "IN-006:1"); /* the marks go when the letters are composed */
    expect_found(fixture, "e\xe2\x80\x8b", "IN-007:1");
}

static void a_remedy_is_offered_where_there_is_one(void **state)
{
    struct fixture *fixture = *state;
    static const struct { const char *text, *remedy; } CASES[] = {
        { "\xe2\x84\x83", "thay bằng «°C»" },
        { "\xef\x82\xb7", "thay bằng «•»" },
        { "\xe2\x80\xaf", "thay bằng dấu cách thường" },
        { "\xe2\x84\x96", "thay bằng «No»" },
        { "\xd0\xb0", "thay bằng ký tự khác, có trong phông chữ ấy" },
    };
    struct alphabet alphabet = { has_small_letters, NULL };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        fixture->findings = findings_in(&fixture->arena);
        assert_false(characters_check(CASES[i].text, &alphabet, "a.xml", &fixture->findings));
        assert_string_equal(finding_remedy(&fixture->arena, &fixture->findings.items[0], LANGUAGE_VI), CASES[i].remedy);
    }
    fixture->findings = findings_in(&fixture->arena);
}

static void a_whole_file_of_decomposed_letters_is_told_once(void **state)
{
    struct fixture *fixture = *state;
    struct text text = text_in(&fixture->arena);
    for (int i = 0; i < 10; i++)
        text_add(&text, "a\xcc\x81\n");
    expect_found(fixture, text_str(&text),
                 "IN-006:1 IN-006:2 IN-006:3 IN-006:4 IN-006:5 IN-006:6 IN-006:7 IN-006:8 IN-006:9 IN-006:10");
    text_add(&text, "a\xcc\x81\n");
    expect_found(fixture, text_str(&text), "IN-069:1");
}

static void an_icelandic_letter_is_told_in_vietnamese_words_only(void **state)
{
    struct fixture *fixture = *state;
    struct alphabet all = { NULL, NULL };
    static const struct { const char *text; bool good; } CASES[] = {
        { "QÐ-UBND", false }, { "Ðiều 1", false }, { "nghị ðịnh", false }, { "2021/NÐ-CP", false }, { "Q&#208;", false },
        { "Guðmundur", true }, { "Sigurðsson, Ðorð", true }, { "QĐ-UBND", true }, { "<!-- QÐ -->", true },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        fixture->findings = findings_in(&fixture->arena);
        if (characters_check(CASES[i].text, &all, "a.xml", &fixture->findings) != CASES[i].good)
            fail_msg("%s", CASES[i].text);
    }
    fixture->findings = findings_in(&fixture->arena);
}

static void utf_16_is_known_with_and_without_its_mark(void **state)
{
    struct fixture *fixture = *state;
    static const struct { const char *bytes; size_t length; const char *found; } CASES[] = {
        { "\xff\xfe<\0a\0/\0>\0", 10, "IN-070:0" }, { "\xfe\xff\0<\0a\0/\0>", 10, "IN-070:0" },
        { "<\0a\0/\0>\0", 8, "IN-070:0" },           { "\0\0\0<\0\0\0a", 8, "IN-070:0" },
        { "<a>\0</a>", 8, "IN-007:1" },                { "<a>\n\x01\x02\n\x03</a>", 12, "IN-007:2 IN-007:3" },
        { "<a>\xff\n\xff\xff</a>", 11, "IN-005:1" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        bool clean = true;
        char *bytes = arena_copy(&fixture->arena, CASES[i].bytes, CASES[i].length);
        bool ok = bytes_check(bytes, CASES[i].length, "a.xml", &clean, &fixture->findings);
        assert_true(!ok || !clean);
        assert_findings(fixture, CASES[i].found);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(syllables_are_known_by_their_spelling),
        cmocka_unit_test(old_encodings_are_known_by_their_words),
        cmocka_unit_test(other_languages_and_signs_are_no_old_encoding),
        TEST(what_the_fonts_lack_is_told_by_line),
        TEST(a_remedy_is_offered_where_there_is_one),
        TEST(a_whole_file_of_decomposed_letters_is_told_once),
        TEST(an_icelandic_letter_is_told_in_vietnamese_words_only),
        TEST(utf_16_is_known_with_and_without_its_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
