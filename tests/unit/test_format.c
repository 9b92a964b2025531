#include "../support/check.h"

#include "base/format.h"
#include "base/text.h"

enum { ROOM = 200 };

/* Against the library's own, in every room from none to more than enough. */
__attribute__((format(printf, 1, 2))) static void same_as_printf(const char *format, ...)
{
    for (size_t room = 0; room < ROOM; room++) {
        char found[ROOM] = "unchanged", expected[ROOM] = "unchanged";
        va_list args, again;
        va_start(args, format);
        va_copy(again, args);
        int length = vsnprintf(room ? expected : NULL, room, format, args);
        assert_whole((int64_t)format_print(found, room, format, again), length);
        assert_string_equal(found, expected);
        va_end(again);
        va_end(args);
    }
}

static void strings_and_numbers_are_printed_as_printf_prints_them(void **state)
{
    (void)state;
    same_as_printf("không có gì");
    same_as_printf("%s", "");
    same_as_printf("%s|%s và %s", "a", "Bà Rịa – Vũng Tàu", "c");
    same_as_printf("%.*s|%.*s|%.*s", 3, "abcdef", 0, "abc", -1, "whole");
    same_as_printf("%c%%%c", 'x', 'y');
    same_as_printf("%d %d %d %d", 0, -7, INT32_MAX, INT32_MIN);
    same_as_printf("%u %u", 0u, UINT32_MAX);
    same_as_printf("%ld %ld %lu", INT64_MAX, INT64_MIN, UINT64_MAX);
    same_as_printf("%lld %lld %llu", (long long)INT64_MAX, (long long)INT64_MIN, (unsigned long long)UINT64_MAX);
    same_as_printf("%zu %zu", (size_t)0, SIZE_MAX);
    same_as_printf("%02d-%02d-%04d %05u %09zu", 3, 12, 2021, 70000u, (size_t)44);
    same_as_printf("%02d %03d %02d %04lld", -1, -12, 123, -5LL);
}

static void what_it_does_not_know_the_library_prints(void **state)
{
    (void)state;
    same_as_printf("%d %x %s %d", 1, 255u, "behind", 2);
    same_as_printf("%s %-3s| %s", "a", "b", "c");
    same_as_printf("%04X %02x%02X", 0x1eu, 7u, 200u);
    same_as_printf("%*s| %5d %+d %d", 6, "right", 42, 7, 8);
    same_as_printf("%.4s| %010zu %zd", "abcdefgh", (size_t)1234, (ptrdiff_t)-3);
    same_as_printf("%.2f and %s", 1.25, "behind");
}

static void a_string_grows_by_what_is_printed(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    struct text text = text_in(&arena), expected = text_in(&arena);
    for (int i = 0; i < ROOM; i++) {
        char digits[ROOM];
        snprintf(digits, sizeof digits, "%d, ", i);
        text_addf(&text, "%d, ", i);
        text_add(&expected, digits);
    }
    assert_string_equal(text_str(&text), text_str(&expected));
    assert_whole((int64_t)text.length, (int64_t)expected.length);
    const char *longer = arena_printf(&arena, "%s%s", text_str(&text), text_str(&text));
    assert_whole((int64_t)strlen(longer), 2 * (int64_t)expected.length);
    assert_memory_equal(longer + expected.length, expected.data, expected.length);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_and_numbers_are_printed_as_printf_prints_them),
        cmocka_unit_test(what_it_does_not_know_the_library_prints),
        cmocka_unit_test(a_string_grows_by_what_is_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
