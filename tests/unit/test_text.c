#include "../support/check.h"

#include <utf8proc.h>

#include "base/json.h"
#include "base/text.h"

static void check_text(const char *text, size_t length, enum utf8_fault fault, size_t where)
{
    size_t offset = 0;
    assert_whole(utf8_check(text, length, &offset), fault);
    if (fault != UTF8_OK)
        assert_whole((int64_t)offset, (int64_t)where);
}

#define CHECK(text, fault, where) check_text((text), sizeof(text) - 1, (fault), (where))

static void vietnamese_in_composed_form_is_accepted(void **state)
{
    (void)state;
    CHECK("", UTF8_OK, 0);
    CHECK("Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu, 1.924,5 triệu đồng; “truy suất”…", UTF8_OK, 0);
    CHECK("ẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴĐđăâêôơư", UTF8_OK, 0);
    CHECK("tab\tline\nreturn\r", UTF8_OK, 0);
    CHECK("\xf0\x9f\x98\x80", UTF8_OK, 0);
}

static void a_name_for_machines_has_no_marks(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    assert_string_equal(text_machine_name(&arena, "Phụ lục I", '-'), "phu-luc-i");
    assert_string_equal(text_machine_name(&arena, "Bảng tổng hợp 1 (tiếp theo)", '_'), "bang_tong_hop_1_tiep_theo");
    assert_string_equal(text_machine_name(&arena, "  Đường, ĐẤT – Ở!", '_'), "duong_dat_o");
    assert_string_equal(text_machine_name(&arena, "…", '-'), "");
    arena_release(&arena);
}

static void decomposed_text_is_found_where_it_starts(void **state)
{
    (void)state;
    CHECK("a\xcc\x81", UTF8_NOT_NFC, 0);                    /* á as a + acute */
    CHECK("Kho\xc3\xa1 ho\xcc\xa3" "c", UTF8_NOT_NFC, 7);   /* ọ as o + dot below */
    CHECK("\xc3\xaa\xcc\xa3", UTF8_NOT_NFC, 0);             /* ệ as ê + dot below */
    CHECK("\xe1\xba\xb9\xcc\x82", UTF8_NOT_NFC, 0);         /* ệ as ẹ + circumflex */
    CHECK("\xe2\x84\xab", UTF8_NOT_NFC, 0);                 /* the ångström sign is a letter */
}

/* Every character in front of and behind a letter and itself: said to be composed only if composing changes nothing. */
static void text_is_composed_if_composing_leaves_it(void **state)
{
    enum { LAST = 0x2fff };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (uint32_t codepoint = 0x80; codepoint <= LAST; codepoint++) {
        struct text text = text_in(&arena);
        size_t offset;
        text_add(&text, "a");
        text_add_codepoint(&text, codepoint);
        text_add_codepoint(&text, codepoint);
        text_add(&text, "e");
        bool same = strcmp(utf8_compose(&arena, text_str(&text)), text_str(&text)) == 0;
        if (utf8_is_composed(text_str(&text), text.length, &offset) != same)
            fail_msg("U+%04X", (unsigned)codepoint);
        arena_release(&arena);
    }
}

static void broken_utf8_is_found_where_it_starts(void **state)
{
    (void)state;
    CHECK("ab\xff", UTF8_INVALID, 2);
    CHECK("\xc3", UTF8_INVALID, 0);
    CHECK("a\xe1\xbb", UTF8_INVALID, 1);
    CHECK("\xc0\xaf", UTF8_INVALID, 0);         /* overlong */
    CHECK("\xe0\x80\xaf", UTF8_INVALID, 0);
    CHECK("\xed\xa0\x80", UTF8_INVALID, 0);     /* surrogate */
    CHECK("\xf4\x90\x80\x80", UTF8_INVALID, 0); /* beyond U+10FFFF */
    CHECK("Tr\xfd\xf5ng", UTF8_INVALID, 2);
}

static void control_characters_are_found(void **state)
{
    (void)state;
    CHECK("a\x00" "b", UTF8_CONTROL, 1);
    CHECK("\x0b", UTF8_CONTROL, 0);
    CHECK("ab\x7f", UTF8_CONTROL, 2);
    CHECK("\xc2\x85", UTF8_CONTROL, 0);
    CHECK("a\xef\xbb\xbf", UTF8_CONTROL, 1); /* a byte order mark inside a text */
    CHECK("\xef\xbf\xbe", UTF8_CONTROL, 0);
    CHECK("a\xe2\x80\x8b", UTF8_CONTROL, 1); /* zero width space */
    CHECK("\xe2\x80\xae" "cba", UTF8_CONTROL, 0); /* from right to left */
    CHECK("\xe2\x81\xa6", UTF8_CONTROL, 0);
    CHECK("th\xc2\xadng", UTF8_CONTROL, 2); /* soft hyphen */
    CHECK("\xe2\x80\xa8", UTF8_CONTROL, 0); /* line separator */
    CHECK("a\xc2\xa0" "b", UTF8_OK, 0);      /* a no-break blank is a blank */
}

static void bytes_that_are_no_text_are_stepped_over_one_by_one(void **state)
{
    static const char TEXT[] = "\xe1\xbb\x87\xff\xe1\xbb";
    static const struct { bool valid; uint32_t codepoint; size_t offset; } STEPS[] = {
        { true, 0x1ec7, 3 }, { false, 0, 4 }, { false, 0, 5 }, { false, 0, 6 },
    };
    const char *at = TEXT, *end = TEXT + sizeof TEXT - 1;
    (void)state;
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        uint32_t codepoint;
        assert_whole(utf8_step(&at, end, &codepoint), STEPS[i].valid);
        assert_whole(codepoint, STEPS[i].codepoint);
        assert_whole(at - TEXT, (int64_t)STEPS[i].offset);
    }
}

static void signs_have_a_plain_form(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_string_equal(utf8_plain(&arena, 0x2103), "°C");
    assert_string_equal(utf8_plain(&arena, 0x202f), " ");
    assert_string_equal(utf8_plain(&arena, 0xff21), "A");
    assert_string_equal(utf8_plain(&arena, 'a'), "");
    assert_string_equal(utf8_plain(&arena, 0x2713), "");
    assert_true(utf8_is_letter(0x1ec7) && utf8_is_letter('Z') && !utf8_is_letter('-') && !utf8_is_letter(0xd7));
    assert_true(utf8_is_capital(0x110) && !utf8_is_capital(0x111));
    arena_release(&arena);
}

/* Any bytes at all: the check ends, and says a place inside the text. */
static void any_bytes_are_judged(void **state)
{
    struct chance chance = { 5 };
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char bytes[24];
        size_t length = (size_t)chance_between(&chance, 0, sizeof bytes), offset = 0;
        for (size_t b = 0; b < length; b++)
            bytes[b] = (char)chance_between(&chance, b % 3 ? 0x80 : 0, b % 3 ? 0xbf : 0xff);
        enum utf8_fault fault = utf8_check(bytes, length, &offset);
        assert_true(fault == UTF8_OK || offset < length);
    }
}

static void steps_over_letters_not_bytes(void **state)
{
    const char *text = "Đệ😀x", *at = text;
    (void)state;
    assert_whole(utf8_next(&at), 0x110);
    assert_whole(utf8_next(&at), 0x1ec7);
    assert_whole(utf8_next(&at), 0x1f600);
    assert_whole(utf8_next(&at), 'x');
    assert_whole(utf8_next(&at), 0);
    assert_whole(utf8_next(&at), 0);
    assert_whole((int64_t)utf8_length(text), 4);
    assert_whole((int64_t)utf8_length(""), 0);
}

static void capitals_of_every_vietnamese_letter(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_string_equal(utf8_upper(&arena, "Tổng hợp kinh phí: đồng, ưu đãi, Ỹ"), "TỔNG HỢP KINH PHÍ: ĐỒNG, ƯU ĐÃI, Ỹ");
    assert_string_equal(utf8_lower(&arena, "TỔNG HỢP: ĐỒNG, ƯU ĐÃI"), "tổng hợp: đồng, ưu đãi");
    assert_string_equal(utf8_upper(&arena, ""), "");
    arena_release(&arena);
}

static void composing_gives_the_composed_form(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_string_equal(utf8_compose(&arena, "Kế hoa\xcc\xa3" "ch"), "Kế hoạch");
    assert_string_equal(utf8_compose(&arena, "Kế hoạch"), "Kế hoạch");
    assert_string_equal(utf8_compose(&arena, "\xff"), "\xff");
    arena_release(&arena);
}

static void white_space_is_folded(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_string_equal(text_collapse(&arena, "  a \t b\r\n\nc  "), "a b c");
    assert_string_equal(text_collapse(&arena, " \n\t "), "");
    assert_string_equal(text_collapse(&arena, "a\xc2\xa0 b"), "a\xc2\xa0 b"); /* a no-break space is text */
    arena_release(&arena);
}

static void a_text_grows_as_needed(void **state)
{
    struct arena arena = ARENA_INIT;
    struct text text = text_in(&arena);
    (void)state;
    assert_string_equal(text_str(&text), "");
    for (int i = 0; i < 1000; i++) {
        text_addf(&text, "%d,", i);
        assert_whole((int64_t)strlen(text_str(&text)), (int64_t)text.length);
    }
    assert_memory_equal(text_str(&text), "0,1,2,3,", 8);
    assert_string_equal(text_str(&text) + text.length - 8, "998,999,");
    text_addn(&text, "xyz", 2);
    text_add(&text, "");
    assert_string_equal(text_str(&text) + text.length - 4, "9,xy");
    arena_release(&arena);
}

static void numbers_are_added_in_decimal(void **state)
{
    struct arena arena = ARENA_INIT;
    struct text text = text_in(&arena);
    (void)state;
    text_add_number(&text, 0);
    text_add(&text, " ");
    text_add_number(&text, 1070);
    text_add(&text, " ");
    text_add_number(&text, UINT64_MAX);
    assert_string_equal(text_str(&text), "0 1070 18446744073709551615");
    arena_release(&arena);
}

/* Each byte at each place in a text of up to three words of the machine. */
static void plain_text_ends_where_a_byte_is_not_plain(void **state)
{
    enum { LONGEST = 24 };
    (void)state;
    for (size_t at = 0; at < LONGEST; at++)
        for (int byte = 0; byte < 256; byte++) {
            char text[LONGEST];
            memset(text, byte % 2 ? ' ' : '~', sizeof text);
            text[at] = (char)byte;
            bool plain = byte >= ' ' && byte <= '~';
            assert_whole((int64_t)utf8_plain_run(text, sizeof text), plain ? LONGEST : (int64_t)at);
            assert_whole((int64_t)utf8_plain_run(text, at), (int64_t)at);
        }
}

static void names_that_are_no_utf8_can_be_shown(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    const char *valid = "thư mục/kế hoạch.xml";
    assert_ptr_equal(utf8_shown(&arena, valid), valid);
    assert_string_equal(utf8_shown(&arena, "th\xff m\xe1\xbb" "c/a"), "th%FF m%E1%BBc/a");
    assert_string_equal(utf8_shown(&arena, "a\x1b[31m \u202elmx"), "a%1B[31m %E2%80%AElmx");
    assert_string_equal(utf8_shown(&arena, ""), "");
    arena_release(&arena);
}

static void nothing_equals_nothing_only(void **state)
{
    (void)state;
    assert_true(text_equal(NULL, NULL));
    assert_false(text_equal(NULL, ""));
    assert_false(text_equal("", NULL));
    assert_true(text_equal("a", "a"));
    assert_false(text_equal("a", "b"));
}

static void json_text_is_escaped(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    assert_string_equal(json_quoted(&arena, "annex/Thái Bình"), "\"annex/Thái Bình\"");
    assert_string_equal(json_quoted(&arena, "a\"b\\c\nd"), "\"a\\\"b\\\\c\\nd\"");
    assert_string_equal(json_quoted(&arena, "\xff.xml"), "\"%FF.xml\"");
    arena_release(&arena);
}

/* Each code point there is, and each pair and some triples of bytes, as the library of Unicode reads them. */
static void check_step(const char *bytes)
{
    utf8proc_int32_t expected = 0;
    uint32_t found;
    const char *at = bytes, *next = bytes;
    utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)strlen(bytes), &expected);
    assert_whole(utf8_step(&at, bytes + strlen(bytes), &found), step > 0);
    assert_whole(at - bytes, step > 0 ? step : 1);
    assert_whole(found, step > 0 ? expected : 0);
    assert_whole(utf8_next(&next), step > 0 ? expected : 0xfffd);
    assert_true(next == at);
}

static void every_code_point_is_read(void **state)
{
    (void)state;
    for (utf8proc_int32_t c = 1; c <= 0x10ffff; c++) {
        char bytes[5] = "";
        utf8proc_encode_char(c, (utf8proc_uint8_t *)bytes);
        if (*bytes)
            check_step(bytes);
    }
}

static void bytes_that_are_no_code_point_are_told(void **state)
{
    (void)state;
    static const unsigned char THIRD[] = { 0, 'a', 0x80, 0xbf, 0xc0, 0xe1 };
    for (int first = 0x80; first <= 0xff; first++)
        for (int second = 0; second <= 0xff; second++)
            for (size_t i = 0; i < sizeof THIRD; i++)
                check_step((char[]){ (char)first, (char)second, (char)THIRD[i], '\0' });
    const char *end = "", *half = "\xe1\xba\xa1";
    uint32_t c;
    assert_whole(utf8_next(&end), 0);
    assert_false(utf8_step(&half, half + 2, &c)); /* the third byte is not the text's */
}

static void what_nobody_sees_is_hidden(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
        bool blank = c == '\t' || c == '\n' || c == '\r';
        bool hidden = category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL ||
                      category == UTF8PROC_CATEGORY_ZP || c == 0xfffe || c == 0xffff;
        assert_whole(utf8_is_hidden(c), hidden && !blank);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vietnamese_in_composed_form_is_accepted),
        cmocka_unit_test(a_name_for_machines_has_no_marks),
        cmocka_unit_test(decomposed_text_is_found_where_it_starts),
        cmocka_unit_test(broken_utf8_is_found_where_it_starts),
        cmocka_unit_test(control_characters_are_found),
        cmocka_unit_test(bytes_that_are_no_text_are_stepped_over_one_by_one),
        cmocka_unit_test(signs_have_a_plain_form),
        cmocka_unit_test(any_bytes_are_judged),
        cmocka_unit_test(steps_over_letters_not_bytes),
        cmocka_unit_test(capitals_of_every_vietnamese_letter),
        cmocka_unit_test(composing_gives_the_composed_form),
        cmocka_unit_test(white_space_is_folded),
        cmocka_unit_test(a_text_grows_as_needed),
        cmocka_unit_test(numbers_are_added_in_decimal),
        cmocka_unit_test(plain_text_ends_where_a_byte_is_not_plain),
        cmocka_unit_test(names_that_are_no_utf8_can_be_shown),
        cmocka_unit_test(text_is_composed_if_composing_leaves_it),
        cmocka_unit_test(nothing_equals_nothing_only),
        cmocka_unit_test(json_text_is_escaped),
        cmocka_unit_test(every_code_point_is_read),
        cmocka_unit_test(bytes_that_are_no_code_point_are_told),
        cmocka_unit_test(what_nobody_sees_is_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
