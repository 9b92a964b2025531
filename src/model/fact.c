#include "model/fact.h"

static const struct fact FACTS[FACT_COUNT] = {
#define FACT(symbol, name, kind, each, block, vi, en) \
    [FACT_##symbol] = { name, KIND_##kind, EACH_##each, BLOCK_##block, { vi, en } },
#include "model/fact.def"
#undef FACT
};

static const char *const EACH_TOKENS[EACH_COUNT] = {
    [EACH_ANY] = "any",       [EACH_ROW] = "row",         [EACH_TARGET] = "target",
    [EACH_SOURCE] = "source", [EACH_AMOUNT] = "amount",   [EACH_REMARK] = "remark",
    [EACH_REPORT] = "report", [EACH_SUMMARY] = "summary", [EACH_BUDGET] = "budget",
    [EACH_WORK] = "work",     [EACH_GAP] = "gap",         [EACH_CHECK] = "check",
    [EACH_UNIT] = "unit",     [EACH_MONTH] = "month",     [EACH_INDICATOR] = "indicator",
    [EACH_CHANGE] = "change", [EACH_DUE] = "due"
};

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

bool fact_fits_block(enum fact_id id, unsigned blocks)
{
    switch (FACTS[id].block) {
    case BLOCK_ANYWHERE: return true;
    case BLOCK_NO: return !blocks;
    case BLOCK_YEAR: return blocks == IN_YEARS;
    case BLOCK_SOURCE: return blocks == IN_SOURCES;
    case BLOCK_BOTH: return blocks == (IN_YEARS | IN_SOURCES);
    case BLOCK_IN_YEARS: return blocks & IN_YEARS;
    case BLOCK_IN_SOURCES: return blocks & IN_SOURCES;
    case BLOCK_IN_QUARTERS: return blocks & IN_QUARTERS;
    case BLOCK_IN_PHASES: return blocks & IN_PHASES;
    case BLOCK_IN_MEASURES: return blocks & IN_MEASURES;
    case BLOCK_IN_UNITS: return blocks & IN_UNITS;
    case BLOCK_KEYED: return false;
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
        [BLOCK_IN_QUARTERS] = { "trong khối quý", "in a block of quarters" },
        [BLOCK_IN_PHASES] = { "trong khối phase", "in a block of phases" },
        [BLOCK_IN_MEASURES] = { "trong khối measure", "in a block of measures" },
        [BLOCK_IN_UNITS] = { "trong khối đơn vị", "in a block of units" },
        [BLOCK_KEYED] = { "qua text, measure, phase, source hay kỳ của cột, không qua fact",
                          "by text, measure, phase, source or period of a column, not by fact" },
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

bool fact_is_of_item(enum fact_id id)
{
    return FACTS[id].each != EACH_ANY && FACTS[id].each != EACH_REPORT;
}

bool fact_fits_each(enum fact_id id, enum each each, bool *of_row)
{
    enum each own = FACTS[id].each;
    *of_row = fact_is_of_item(id);
    return own == EACH_ANY || own == each || (own == EACH_REPORT && each > EACH_REPORT);
}
