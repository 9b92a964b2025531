/*
 * Amounts of money in Vietnamese words, both ways, over the whole range of int64_t đồng.
 *
 * No law fixes the reading; the switches cover what decisions do: Bình Định writes "Ba tỷ, không trăm bảy mươi lăm triệu
 * đồng chẵn", Đồng Nai "Năm tỷ năm trăm triệu đồng". Groups after the first are padded ("không trăm"), 1 after tens is
 * mốt, 4 tư, 5 lăm; a thousand million is tỷ, and beyond it numbers of tỷ are read again: "một nghìn tỷ", "một tỷ tỷ".
 */
#ifndef PHULUC_BASE_AMOUNT_WORDS_H
#define PHULUC_BASE_AMOUNT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct words_style {
    bool commas;  /* between groups: "Sáu tỷ, tám trăm sáu mươi triệu" */
    bool even;    /* "chẵn" after amounts of whole thousands */
    bool le;      /* "lẻ" instead of "linh": "một trăm lẻ năm" */
    bool capital; /* first letter */
};

/* "Sáu tỷ, tám trăm sáu mươi triệu đồng chẵn" */
const char *amount_in_words(struct arena *arena, int64_t dong, struct words_style style);

/*
 * Reads an amount in words: any case, with or without commas, "./.", đồng, đồng Việt Nam and chẵn; tỷ/tỉ, nghìn/ngàn, linh/lẻ,
 * tư/bốn, lăm/nhăm/năm, mốt/một, bảy/bẩy; "hai tỷ rưỡi", "một phẩy năm tỷ". False if the words are no number ("mười năm",
 * "mười mốt", "bốn lăm", "một trăm linh", "31 tỷ") or do not fit.
 */
bool amount_of_words(int64_t *dong, const char *words) __attribute__((warn_unused_result));

#endif
