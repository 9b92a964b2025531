#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/amount_words.h"

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
    assert_reads("hai tỷ rưỡi", 2500000000);
    assert_reads("một nghìn rưỡi đồng", 1500);
    assert_reads("một trăm rưỡi triệu đồng", 150000000);
    assert_reads("một phẩy năm tỷ đồng", 1500000000);
    assert_reads("hai phẩy không năm triệu", 2050000);
    assert_reads("mười phẩy hai mươi lăm tỷ", 10250000000);
    assert_reads("hai mươi mốt phẩy không lăm triệu đồng", 21050000);
    assert_reads("một nghìn không trăm hai mươi tư triệu đồng", 1024000000);
    assert_reads("hai mươi ngàn năm trăm triệu", 20500000000);
    assert_reads("một nghìn triệu hai trăm nghìn đồng", 1000200000);
    assert_reads("hai nghìn triệu rưỡi", 2000500000);
    assert_reads("Ba tỷ đồng chẵn./.", 3000000000);
    assert_reads("Ba tỷ đồng Việt Nam", 3000000000);
}

static void refuses_what_is_no_number(void **state)
{
    static const char *const WRONG[] = { "", "đồng", "hai ba", "trăm", "một trăm năm", "năm nghìn hai triệu",
                                         "tỷ", "mươi hai", "một linh hai", "năm tỷ đô la", "một triệu một triệu",
                                         "chín tỷ tỷ tỷ đồng", "linh năm", "hai đồng ba", "mười năm triệu", "mười mốt", "bốn lăm",
                                         "31 tỷ", "một trăm linh mốt", "hai rưỡi", "hai tỷ rưỡi ba", "một phẩy tỷ",
                                         "phẩy năm tỷ", "một phẩy năm", "một phẩy năm tỷ ba triệu", "ba tỷ Việt Nam",
                                         "một trăm linh đồng", "một trăm linh không", "hai mươi không triệu", "mười không",
                                         "hai trăm rưỡi một", "một phẩy lăm tỷ", "một phẩy mốt tỷ",
                                         "hai tỷ rưỡi phẩy năm triệu", "năm nghìn linh hai triệu", "năm nghìn nghìn triệu",
                                         "một tỷ hai nghìn triệu", "ba triệu hai nghìn triệu", "hai nghìn triệu triệu",
                                         "một phẩy lăm năm tỷ" };
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

/* Each word of an amount in any of its spellings, in any case, with or without commas, đồng and chẵn. */
static const char *respelt(struct arena *arena, const char *words, uint64_t *seed)
{
    static const char *const SAME[][3] = { { "tỷ", "tỉ", "tỷ" },     { "nghìn", "ngàn", "nghìn" }, { "linh", "lẻ", "linh" },
                                           { "tư", "bốn", "tư" },    { "lăm", "nhăm", "năm" },     { "mốt", "một", "mốt" },
                                           { "bảy", "bẩy", "bảy" } };
    static const char *const ENDS[] = { " đồng", " đồng chẵn", " chẵn", "", " đồng.", ", đồng" };
    struct text out = text_in(arena);
    char *copy = arena_string(arena, words), *rest = NULL;
    bool ten = false; /* "mười lăm" is never "mười năm" */
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        const char *spelt = word;
        if (strcmp(word, "đồng") == 0)
            break;
        for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
            if (strcmp(word, SAME[i][0]) == 0)
                spelt = SAME[i][next_random(seed) % (ten ? 2 : 3)];
        ten = strcmp(word, "mười") == 0;
        uint64_t way = next_random(seed) % 8;
        if (way == 0)
            spelt = utf8_upper(arena, spelt);
        text_addf(&out, "%s%s", out.length ? way == 1 ? "  " : way == 2 ? ", " : " " : "", spelt);
    }
    text_add(&out, ENDS[next_random(seed) % (sizeof ENDS / sizeof *ENDS)]);
    return text_str(&out);
}

static void every_spelling_of_an_amount_reads_as_the_amount(void **state)
{
    uint64_t seed = 4025;
    (void)state;
    for (int i = 0; i < 2000; i++) {
        struct arena arena = ARENA_INIT;
        uint64_t random = next_random(&seed);
        int64_t dong = (int64_t)(random >> (1 + random % 63));
        assert_reads(respelt(&arena, amount_in_words(&arena, dong, (struct words_style){ .le = false }), &seed), dong);
        arena_release(&arena);
    }
}

/* The words of the four decisions that write amounts in words or could, however they are typed. */
static void reads_words_however_they_are_typed(void **state)
{
    (void)state;
    assert_reads("  Năm   tỷ năm trăm triệu đồng  ", 5500000000);
    assert_reads("NĂM TỶ NĂM TRĂM TRIỆU ĐỒNG CHẴN.", 5500000000);
    assert_reads("Sáu tỷ tám trăm sáu mươi triệu", 6860000000);
    assert_reads("sáu tỉ, tám trăm, sáu mươi triệu đồng", 6860000000);
    assert_reads("Hai tỷ hai trăm hai mươi tư triệu năm trăm nghìn đồng", 2224500000);
    assert_reads("hai tỉ hai trăm hai mươi bốn triệu năm trăm ngàn đồng chẵn", 2224500000);
    assert_reads("bảy mươi nhăm triệu", 75000000);
    assert_reads("bẩy mươi lăm triệu", 75000000);
    assert_reads("mười lăm", 15);
    assert_reads("mười nhăm", 15);
    assert_reads("chín mươi mốt", 91);
    assert_reads("chín mươi một", 91);
    assert_reads("không đồng", 0);
    assert_reads("âm hai mươi đồng", -20);
}

static void leaves_the_amount_alone_where_it_reads_none(void **state)
{
    int64_t dong = 42;
    (void)state;
    assert_false(amount_of_words(&dong, "năm tỷ đô la"));
    assert_false(amount_of_words(&dong, "mười chín tỷ tỷ"));         /* beyond int64 */
    assert_false(amount_of_words(&dong, "5.500.000.000 đồng"));
    assert_true(dong == 42);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_amounts_as_the_decisions_do),
        cmocka_unit_test(writes_the_small_words_right),
        cmocka_unit_test(reads_every_spelling_in_use),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(words_read_back_as_the_amount_over_the_whole_range),
        cmocka_unit_test(every_spelling_of_an_amount_reads_as_the_amount),
        cmocka_unit_test(reads_words_however_they_are_typed),
        cmocka_unit_test(leaves_the_amount_alone_where_it_reads_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
