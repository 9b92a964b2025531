#include "../support/check.h"

#include "base/shortened.h"

enum { MOST = 40 };

static void what_has_room_is_left_as_it_is(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_string_equal(text_cut("", MOST, &arena), "");
    assert_string_equal(text_cut("Kế hoạch phát triển thương mại điện tử", MOST, &arena),
                        "Kế hoạch phát triển thương mại điện tử");
    arena_release(&arena);
}

static void a_longer_one_ends_with_a_phrase_or_a_word(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_string_equal(text_cut("Đào tạo, tập huấn cho doanh nghiệp, hợp tác xã, hộ kinh doanh", MOST, &arena),
                        "Đào tạo, tập huấn cho doanh nghiệp…");
    assert_string_equal(text_cut("Kế hoạch phát triển thương mại điện tử tỉnh Thái Bình", MOST, &arena),
                        "Kế hoạch phát triển thương mại điện tử…");
    arena_release(&arena);
}

static void one_that_no_blank_parts_ends_with_a_letter(void **state)
{
    struct arena arena = ARENA_INIT;
    (void)state;
    assert_string_equal(text_cut("ửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửử", MOST, &arena),
                        "ửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửửử…");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_room_is_left_as_it_is),
        cmocka_unit_test(a_longer_one_ends_with_a_phrase_or_a_word),
        cmocka_unit_test(one_that_no_blank_parts_ends_with_a_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
