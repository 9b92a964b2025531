#include "model/fact.h"

static const struct fact FACTS[FACT_COUNT] = {
#define FACT(symbol, name, kind, each, block, vi, en) \
    [FACT_##symbol] = { name, KIND_##kind, EACH_##each, BLOCK_##block, { vi, en } },
#include "model/fact.def"
#undef FACT
};

static const char *const EACH_TOKENS[EACH_COUNT] = { [EACH_ANY] = "any",         [EACH_ROW] = "row",
                                                     [EACH_TARGET] = "target",   [EACH_SOURCE] = "source",
                                                     [EACH_REMARK] = "remark",
                                                     [EACH_REPORT] = "report",   [EACH_SUMMARY] = "summary", [EACH_BUDGET] = "budget",
                                                     [EACH_WORK] = "work",       [EACH_GAP] = "gap",
                                                     [EACH_CHECK] = "check",     [EACH_UNIT] = "unit",
                                                     [EACH_MONTH] = "month",     [EACH_INDICATOR] = "indicator",
                                                     [EACH_CHANGE] = "change",   [EACH_DUE] = "due" };

const struct fact *fact_get(enum fact_id id)
{
    return &FACTS[id];
}

bool fact_lookup(enum fact_id *id, const char *name)
{
    for (size_t i = 0; i < FACT_COUNT; i++)
        if (strcmp(FACTS[i].name, name) == 0) {
            *id = (enum fact_id)i;
            return true;
        }
    return false;
}

bool fact_fits_block(enum fact_id id, bool in_years, bool in_sources)
{
    switch (FACTS[id].block) {
    case BLOCK_ANYWHERE: return true;
    case BLOCK_NO: return !in_years && !in_sources;
    case BLOCK_YEAR: return in_years && !in_sources;
    case BLOCK_SOURCE: return !in_years && in_sources;
    case BLOCK_BOTH: return in_years && in_sources;
    case BLOCK_IN_YEARS: return in_years;
    case BLOCK_IN_SOURCES: return in_sources;
    }
    return false;
}

const char *fact_block_words(enum fact_block block, enum language language)
{
    static const char *const WORDS[][2] = {
        [BLOCK_ANYWHERE] = { "ở mọi chỗ", "anywhere" },
        [BLOCK_NO] = { "ngoài khối năm và khối nguồn", "outside blocks of years and sources" },
        [BLOCK_YEAR] = { "trong khối năm, ngoài khối nguồn", "in a block of years, outside blocks of sources" },
        [BLOCK_SOURCE] = { "trong khối nguồn, ngoài khối năm", "in a block of sources, outside blocks of years" },
        [BLOCK_BOTH] = { "trong khối năm và khối nguồn lồng nhau", "in a block of years and a block of sources" },
        [BLOCK_IN_YEARS] = { "trong khối năm", "in a block of years" },
        [BLOCK_IN_SOURCES] = { "trong khối nguồn", "in a block of sources" },
    };
    return WORDS[block][language];
}

const char *each_token(enum each each)
{
    return EACH_TOKENS[each];
}

enum each each_parse(const char *token)
{
    for (int each = EACH_ROW; each < EACH_COUNT; each++)
        if (each != EACH_REPORT && strcmp(EACH_TOKENS[each], token) == 0)
            return (enum each)each;
    return EACH_ROW;
}

bool fact_fits_each(enum fact_id id, enum each each, bool *of_row)
{
    enum each own = FACTS[id].each;
    *of_row = own != EACH_ANY && own != EACH_REPORT;
    return own == EACH_ANY || own == each || (own == EACH_REPORT && each > EACH_REPORT);
}
