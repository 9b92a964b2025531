#include "draft/indicators_draft.h"

#include <string.h>

#include "base/text.h"
#include "draft/phrase.h"

enum {
    PERCENT = 100,
    ENOUGH = 60, /* % of the pairs of a name that the target has to hold */
    AHEAD = 15   /* points that the next name has to be behind */
};

/* The words of a text in small letters, abbreviations in full. */
struct words {
    const char **items;
    size_t count, capacity;
};

static const struct {
    const char *shorter, *words;
} ABBREVIATIONS[] = {
#define ABBREVIATION(shorter, words) { shorter, words },
#include "draft/words.def"
#undef ABBREVIATION
};

static const char *in_full(const char *word)
{
    for (size_t i = 0; i < sizeof ABBREVIATIONS / sizeof *ABBREVIATIONS; i++)
        if (strcmp(ABBREVIATIONS[i].shorter, word) == 0)
            return ABBREVIATIONS[i].words;
    return word;
}

static bool is_separator(char c)
{
    return strchr(" ,.;:()/%-+\"'", c) != NULL;
}

static void add_words(struct words *words, const char *text, bool whole, struct arena *arena)
{
    while (*text) {
        size_t length = 0;
        while (text[length] && !is_separator(text[length]))
            length++;
        const char *word = arena_copy(arena, text, length);
        const char *full = whole ? word : in_full(word);
        if (full != word)
            add_words(words, full, true, arena);
        else if (length) {
            const char **item = ARENA_PUSH(arena, words->items, words->count, words->capacity);
            *item = word;
        }
        text += length + (text[length] != '\0');
    }
}

static struct words words_of(const char *text, struct arena *arena)
{
    struct words words = { 0 };
    add_words(&words, utf8_lower(arena, text), false, arena);
    return words;
}

static bool has_pair(const struct words *words, const char *first, const char *second)
{
    for (size_t i = 0; i + 1 < words->count; i++)
        if (strcmp(words->items[i], first) == 0 && strcmp(words->items[i + 1], second) == 0)
            return true;
    return false;
}

/* How much of a name is in the text, in %. */
static size_t share_of(const struct words *name, const struct words *text)
{
    size_t pairs = 0;
    for (size_t i = 0; i + 1 < name->count; i++)
        pairs += has_pair(text, name->items[i], name->items[i + 1]);
    return name->count > 1 ? pairs * PERCENT / (name->count - 1) : 0;
}

/* NULL where no name, or more than one, fits. */
static const struct indicator *indicator_for(const struct drafting *drafting, const struct node *target)
{
    const struct catalogue *catalogue = drafting->catalogue;
    const char *unit = node_get(target, "unit");
    struct words text = words_of(target->text, drafting->arena);
    const struct indicator *best = NULL;
    size_t most = 0, next = 0;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = &catalogue->indicators[i];
        if (!unit || !text_equal(indicator->unit, unit))
            continue;
        struct words name = words_of(indicator->name, drafting->arena);
        size_t share = share_of(&name, &text);
        next = share > most ? most : share > next ? share : next;
        best = share > most ? indicator : best;
        most = share > most ? share : most;
    }
    return most >= ENOUGH && most >= next + AHEAD ? best : NULL;
}

static void choose(const struct drafting *drafting, struct node *section, struct text *chosen)
{
    for (size_t i = 0; i < section->child_count; i++) {
        struct node *target = section->children[i];
        const struct indicator *indicator = target->text ? indicator_for(drafting, target) : NULL;
        if (!indicator)
            continue;
        node_set(target, "indicator", indicator->id);
        text_addf(chosen, "%s%s = %s", chosen->length ? ", " : "", node_get(target, "id"), indicator->id);
    }
}

void draft_indicators(struct drafting *drafting)
{
    struct text chosen = text_in(drafting->arena);
    for (size_t i = 0; i < drafting->plan->child_count; i++) {
        struct node *targets = drafting->plan->children[i];
        for (size_t s = 0; strcmp(targets->name, "targets") == 0 && s < targets->child_count; s++)
            choose(drafting, targets->children[s], &chosen);
    }
    if (chosen.length)
        node_doubt(drafting->plan, "mã chỉ tiêu (indicator) chọn theo tên trong danh mục, đối chiếu từng mã: %s", text_str(&chosen));
}
