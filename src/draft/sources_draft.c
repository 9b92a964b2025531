#include "draft/sources_draft.h"

#include <string.h>

#include "base/text.h"
#include "draft/phrase.h"

static const struct {
    const char *id, *code, *pattern;
} KINDS[] = {
#define SOURCE_NAME(id, code, pattern) { id, code, pattern },
#include "draft/words.def"
};

size_t fund_kinds(const char *name, const char **id, const char **code, struct arena *arena)
{
    size_t count = 0;
    *id = *code = NULL;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if (!phrase_is(KINDS[i].pattern, name, arena))
            continue;
        if (!count++) {
            *id = KINDS[i].id;
            *code = KINDS[i].code;
        }
    }
    return count;
}

static struct fund *fund_of(struct funds *funds, const char *id)
{
    for (size_t i = 0; i < funds->count; i++)
        if (strcmp(funds->items[i].id, id) == 0)
            return &funds->items[i];
    return NULL;
}

static void add_label(struct funds *funds, struct fund *fund, const char *name, const char *where, const char *at)
{
    if (text_same_name(funds->arena, fund->name, name))
        return;
    for (size_t i = 0; i < fund->label_count; i++)
        if (strcmp(fund->labels[i].name, name) == 0 && strcmp(fund->labels[i].where, where) == 0)
            return;
    struct fund_label *label = ARENA_PUSH(funds->arena, fund->labels, fund->label_count, fund->label_capacity);
    *label = (struct fund_label){ name, where, at };
}

const char *fund_named(struct funds *funds, const char *name, const char *where, const char *at, bool money, bool must)
{
    const char *id, *code;
    size_t kinds = fund_kinds(name, &id, &code, funds->arena);
    if (kinds != 1 && !must)
        return NULL;
    if (kinds != 1) {
        for (size_t i = 0; i < funds->count; i++)
            if (text_same_name(funds->arena, funds->items[i].name, name))
                return funds->items[i].id;
        id = arena_printf(funds->arena, "N%zu", funds->count + 1);
        code = "other";
    }
    struct fund *fund = fund_of(funds, id);
    if (!fund) {
        fund = ARENA_PUSH(funds->arena, funds->items, funds->count, funds->capacity);
        *fund = (struct fund){ .id = id,
                               .code = code,
                               .name = text_with_capital(funds->arena, name),
                               .at = at,
                               .unsure = kinds != 1 };
    } else {
        add_label(funds, fund, name, where, at);
    }
    fund->money |= money;
    return id;
}

void fund_set_abbr(struct funds *funds, const char *id, const char *abbr)
{
    struct fund *fund = fund_of(funds, id);
    if (fund && !fund->abbr)
        fund->abbr = abbr;
}

#define NAME_START "(các )?(nguồn|vốn|ngân sách|kinh phí|tài trợ|đóng góp|hỗ trợ|huy động)"

/* Where the next name of a list begins: "A, B (C, D) và E"; what begins with no word for money belongs to the name before. */
static size_t name_end(const char *list, size_t *skip, struct arena *arena)
{
    struct phrase end;
    if (!phrase_find(&end, "([,;()] ?|,? và (các )?)" NAME_START, list, 0, arena)) {
        *skip = 0;
        return strlen(list);
    }
    *skip = end.groups[1].to - end.groups[1].from;
    return end.groups[1].from;
}

static void read_list(struct funds *funds, struct drafting *drafting, const char *list, size_t block)
{
    struct arena *arena = funds->arena;
    const char *at = original_place(arena, &drafting->source->blocks[block]), *where = draft_where(drafting, block);
    while (*list) {
        size_t skip, length = name_end(list, &skip, arena);
        const char *name = phrase_trim(arena_copy(arena, list, length), " .:()", arena);
        /* "vốn ngân sách nhà nước (…)": what the parentheses have are the sources. */
        bool opens = list[length] == '(' || (list[length] == ' ' && list[length + 1] == '(');
        if (!opens && phrase_is("^" NAME_START, name, arena))
            (void)fund_named(funds, name, where, at, false, true);
        list += length + skip;
    }
}

void funds_read_lists(struct funds *funds, struct drafting *drafting)
{
    struct arena *arena = funds->arena;
    struct phrase found;
    for (size_t i = drafting->plan_start; i < drafting->source->count; i++) {
        const char *text = drafting->source->blocks[i].text;
        if (text &&
            phrase_find(&found, "^.*(nguồn vốn|nguồn kinh phí|kinh phí)[^:]*(từ các nguồn|bao gồm|gồm) ?: ?([^:]*)$", text,
                        0, arena) &&
            !phrase_is("[0-9] ?(triệu|tỷ|nghìn|đồng)", text, arena) && utf8_length(text) > 60)
            read_list(funds, drafting, phrase_group(&found, 3, arena), i);
    }
}

static void add_fund(const struct fund *fund, struct node *parent)
{
    struct node *node = node_add(parent, "source", NULL);
    node_set(node, "id", fund->id);
    node_set(node, "code", fund->code);
    node_set(node, "name", fund->name);
    node_set(node, "abbr", fund->abbr);
    node_set(node, "money", fund->money ? NULL : "no");
    node->at = fund->at;
    if (fund->unsure)
        node_doubt(
            node, "không rõ nguồn «%s» thuộc loại nào: sửa code (central, local, enterprise, credit, international, other)",
            fund->name);
    for (size_t i = 0; i < fund->label_count; i++) {
        struct node *label = node_add(node, "label", fund->labels[i].name);
        node_set(label, "where", fund->labels[i].where);
        label->at = fund->labels[i].at;
    }
}

/* The first one whose rows are sources. */
static const char *layout_of_sources(const struct layouts *layouts)
{
    for (size_t i = 0; i < layouts->count; i++)
        if (layouts->items[i]->each == EACH_SOURCE)
            return layouts->items[i]->id;
    return NULL;
}

/* A plan whose text has no amount says how it is paid for instead. */
static void add_no_amounts(struct drafting *drafting, struct node *parent)
{
    for (size_t i = drafting->plan_start; i < drafting->source->count; i++) {
        const char *text = drafting->source->blocks[i].text;
        if (!text ||
            !phrase_is("(nguồn vốn|nguồn kinh phí|kinh phí).*(từ các nguồn|bao gồm|gồm) ?:", text, drafting->arena))
            continue;
        struct node *node = node_add(parent, "noAmounts", marker_of(text, drafting->arena).rest);
        node_set(node, "id", "sources");
        node_set(node, "layout", layout_of_sources(drafting->layouts));
        node_set(node, "where", draft_where(drafting, i));
        draft_at(drafting, node, i);
        return;
    }
    node_doubt(parent, "không thấy số tiền nào: nhập noAmounts với câu nói về nguồn vốn, nếu văn bản không nêu tiền");
}

void funds_add(const struct funds *funds, struct drafting *drafting, struct node *parent)
{
    bool money = false;
    for (size_t i = 0; i < funds->count; i++) {
        add_fund(&funds->items[i], parent);
        money |= funds->items[i].money;
    }
    if (!money)
        add_no_amounts(drafting, parent);
}
