#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "calc/amount_words.h"

static const struct words_style BINH_DINH = { .commas = true, .even = true, .capital = true };
static const struct words_style DONG_NAI = { .capital = true };

static void assert_words(int64_t dong, struct words_style style, const char *expected)
{
    struct arena arena = ARENA_INIT;
    assert_string_equal(amount_in_words(&arena, dong, style), expected);
    arena_release(&arena);
}

static void assert_reads(const char *words, int64_t expected)
{
    int64_t dong = -1;
    if (!amount_of_words(&dong, words) || dong != expected)
        fail_msg("«%s» reads as %lld, not %lld", words, (long long)dong, (long long)expected);
}

/* The words of the decisions themselves. */
static void writes_amounts_as_the_decisions_do(void **state)
{
    (void)state;
    assert_words(6860000000, BINH_DINH, "Sáu tỷ, tám trăm sáu mươi triệu đồng chẵn");
    assert_words(3785000000, BINH_DINH, "Ba tỷ, bảy trăm tám mươi lăm triệu đồng chẵn");
    assert_words(3075000000, BINH_DINH, "Ba tỷ, không trăm bảy mươi lăm triệu đồng chẵn");
    assert_words(5500000000, DONG_NAI, "Năm tỷ năm trăm triệu đồng");
    assert_words(1000000000, DONG_NAI, "Một tỷ đồng");
    assert_words(4000000000, DONG_NAI, "Bốn tỷ đồng");
    assert_words(500000000, DONG_NAI, "Năm trăm triệu đồng");
}

static void writes_the_small_words_right(void **state)
{
    (void)state;
    struct words_style plain = { .le = false }, le = { .le = true };
    assert_words(0, plain, "không đồng");
    assert_words(5, plain, "năm đồng");
    assert_words(15, plain, "mười lăm đồng");
    assert_words(21, plain, "hai mươi mốt đồng");
    assert_words(14, plain, "mười bốn đồng");
    assert_words(34, plain, "ba mươi tư đồng");
    assert_words(11, plain, "mười một đồng");
    assert_words(105, plain, "một trăm linh năm đồng");
    assert_words(105, le, "một trăm lẻ năm đồng");
    assert_words(1005, plain, "một nghìn không trăm linh năm đồng");
    assert_words(1205000000, plain, "một tỷ hai trăm linh năm triệu đồng");
    assert_words(-20, plain, "âm hai mươi đồng");
    assert_words(1000000000000, plain, "một nghìn tỷ đồng");
}

static void reads_every_spelling_in_use(void **state)
{
    (void)state;
    assert_reads("năm tỷ năm trăm triệu đồng", 5500000000);
    assert_reads("NĂM TỈ NĂM TRĂM TRIỆU ĐỒNG", 5500000000);
    assert_reads("Ba tỷ, không trăm bảy mươi lăm triệu đồng chẵn", 3075000000);
    assert_reads("Ba tỉ không trăm bẩy mươi nhăm triệu đồng chẵn.", 3075000000);
    assert_reads("hai mươi mốt ngàn", 21000);
    assert_reads("hai mươi một nghìn", 21000);
    assert_reads("ba mươi bốn", 34);
    assert_reads("ba mươi tư", 34);
    assert_reads("hai mươi năm", 25);
    assert_reads("một trăm lẻ năm nghìn đồng", 105000);
    assert_reads("một trăm linh năm nghìn đồng", 105000);
    assert_reads("hai nghìn năm trăm tỷ", 2500000000000);
}

static void refuses_what_is_no_number(void **state)
{
    static const char *const WRONG[] = { "", "đồng", "hai ba", "trăm", "một trăm năm", "năm nghìn hai triệu",
                                         "tỷ", "mươi hai", "một linh hai", "năm tỷ đô la", "một triệu một triệu",
                                         "chín tỷ tỷ tỷ đồng", "linh năm", "hai đồng ba" };
    (void)state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        int64_t dong = 0;
        if (amount_of_words(&dong, WRONG[i]))
            fail_msg("«%s» was read as %lld", WRONG[i], (long long)dong);
    }
}

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void check_round_trip(int64_t dong)
{
    for (unsigned bits = 0; bits < 16; bits++) {
        struct words_style style = { bits & 1, bits & 2, bits & 4, bits & 8 };
        struct arena arena = ARENA_INIT;
        assert_reads(amount_in_words(&arena, dong, style), dong);
        arena_release(&arena);
    }
}

static void words_read_back_as_the_amount_over_the_whole_range(void **state)
{
    static const int64_t EDGES[] = { 0, 1, -1, 999, 1000, 1001, 999999999, 1000000000, 1000000001, INT64_MAX,
                                     INT64_MIN, 1000000000000000000, 1000000001000000000 };
    uint64_t seed = 20201118;
    (void)state;
    for (size_t i = 0; i < sizeof EDGES / sizeof *EDGES; i++)
        check_round_trip(EDGES[i]);
    for (int i = 0; i < 5000; i++) {
        uint64_t random = next_random(&seed);
        check_round_trip((int64_t)(random >> (random & 63)));
        check_round_trip(-(int64_t)(random >> (1 + (random & 31))));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_amounts_as_the_decisions_do),
        cmocka_unit_test(writes_the_small_words_right),
        cmocka_unit_test(reads_every_spelling_in_use),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(words_read_back_as_the_amount_over_the_whole_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
