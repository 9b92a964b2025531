#include "draft/money_draft.h"

#include <string.h>

#include "base/amount_words.h"
#include "base/dec.h"
#include "base/text.h"
#include "draft/phrase.h"

#define NUMBER_WORDS "([0-9][0-9.,]*) ?(tỷ|tỉ|triệu|nghìn|ngàn)? ?đồng"

const char *money_unit(const char *text, struct arena *arena)
{
    struct phrase found;
    if (!phrase_find(&found, "(tỷ|tỉ|triệu|tr\\.?|nghìn|ngàn|1\\.?000\\.?000|1\\.?000)? ?đồng", text, 0, arena) &&
        !phrase_find(&found, "(^|[ (])(tr\\.?|1\\.?000\\.?000|1\\.?000)đ([) ]|$)", text, 0, arena))
        return NULL;
    const char *scale = phrase_group(&found, 0, arena);
    if (phrase_is("^[ (]*(tỷ|tỉ)", scale, arena))
        return "billion-dong";
    if (phrase_is("^[ (]*(tr|1\\.?000\\.?000)", scale, arena))
        return "million-dong";
    return phrase_is("^[ (]*(ng|1)", scale, arena) ? "thousand-dong" : "dong";
}

static unsigned power_of(const char *unit)
{
    return strcmp(unit, "billion-dong") == 0    ? 9
           : strcmp(unit, "million-dong") == 0  ? 6
           : strcmp(unit, "thousand-dong") == 0 ? 3
                                                : 0;
}

static const struct {
    const char *pattern, *op;
} OPS[] = {
    { "khoảng|ước|xấp xỉ", "about" },
    { "gần", "almost" },
    { "hơn", "over" },
    { "trên", "above" },
    { "không quá|tối đa", "at-most" },
    { "ít nhất|tối thiểu", "at-least" },
    { "dưới|thấp hơn|nhỏ hơn|ít hơn|kém hơn", "below" },
    /* Behind what they turn round. */
    { "không dưới|không thấp hơn|không nhỏ hơn|không ít hơn", "at-least" },
    { "không trên|không hơn|không cao hơn|không lớn hơn|không nhiều hơn|không vượt quá", "at-most" },
};

static void take_op(struct found_money *money, const char *text, struct arena *arena)
{
    struct phrase found;
    const char *before = arena_copy(arena, text, money->from);
    for (size_t i = 0; i < sizeof OPS / sizeof *OPS; i++)
        if (phrase_find(&found, arena_printf(arena, "(^|[^a-z])(%s) $", OPS[i].pattern), before, 0, arena)) {
            money->op = OPS[i].op;
            money->from = found.groups[2].from;
        }
}

/* "(bằng chữ: Năm tỷ năm trăm triệu đồng)" */
static void take_words(struct found_money *money, const char *text, struct arena *arena)
{
    struct phrase found;
    int64_t said, stated;
    struct dec number;
    if (!phrase_find(&found, "^ ?\\( ?(bằng chữ ?:? ?)?([^()0-9]*đồng[^()0-9]*)\\)", text + money->to, 0, arena))
        return;
    money->words = phrase_group(&found, 2, arena);
    money->to += found.groups[0].to;
    bool read = amount_of_words(&said, money->words) && money->number.value && dec_parse(&number, money->number.value) &&
                dec_shift_to_whole(&stated, number, power_of(money->unit));
    money->proved = read && said == stated;
    money->differs = !money->proved;
}

bool money_find(struct found_money *money, const char *text, size_t from, struct arena *arena)
{
    struct phrase found;
    size_t length;
    if (!phrase_find(&found, NUMBER_WORDS, text, from, arena))
        return false;
    *money = (struct found_money){ .from = found.groups[1].from, .to = found.groups[0].to };
    money->number = digits_at(text + money->from, &length, arena);
    money->number.unclear |= text[money->from + length] != ' ' && length != found.groups[1].to - found.groups[1].from;
    money->unit = money_unit(arena_copy(arena, text + money->from + length, money->to - money->from - length), arena);
    money->unit = money->unit ? money->unit : "dong";
    take_op(money, text, arena);
    take_words(money, text, arena);
    return true;
}

void money_set(struct node *figure, const struct found_money *money)
{
    if (money->op && strcmp(money->op, "about") == 0)
        node_set(figure, "about", "yes");
    else
        node_set(figure, "op", money->op);
    node_set(figure, "words", money->words);
    figure->text = money->number.value;
    if (!money->number.value)
        node_doubt(figure, "không đọc được số «%s»", money->number.shown);
    if (money->differs)
        node_doubt(figure, "số «%s» và chữ «%s» khác nhau, hoặc không đọc được chữ", money->number.shown, money->words);
}

void money_doubt(struct node *figure, const struct found_money *money)
{
    if (money->number.value && (money->number.unclear || (money->number.grouped && !money->proved)))
        node_doubt(figure, "số «%s»: dấu chấm, dấu phẩy có thể hiểu hai cách", money->number.shown);
}

/* The words before an amount, without the marks of a list and "là:". */
static const char *label_of(const char *text, size_t from, size_t to, bool first, struct arena *arena)
{
    const char *label = arena_copy(arena, text + from, to - from);
    struct phrase found;
    if (first)
        label = marker_of(text_collapse(arena, label), arena).rest;
    if (phrase_find(&found, "[, ]*(là|gồm|với số tiền|số tiền|đạt)? ?:? ?$", label, 0, arena))
        label = phrase_before(&found, arena);
    label = phrase_trim(label, " ,;:.–-", arena);
    if (!first && phrase_find(&found, "^(trong đó|gồm|bao gồm)[ :,]*", label, 0, arena))
        label = phrase_after(&found, arena);
    return label;
}

/* An amount that was written. */
struct written {
    struct node *prose, *stated;
    struct found_money money;
    bool total; /* it names itself a total */
};

struct writing {
    struct written *amounts;
    size_t amount_count, amount_capacity;
    struct drafting *drafting;
    struct funds *funds;
    struct node *parent, *prose;
    const char *where;
    size_t last_block, count;
};

static struct node *prose_for(struct writing *at, size_t block, const char *unit)
{
    const char *where = draft_where(at->drafting, block);
    if (at->prose && strcmp(at->where, where) == 0 && block - at->last_block < 6)
        return at->prose;
    at->prose = node_add(at->parent, "prose", NULL);
    node_setf(at->prose, "id", "prose-%zu", ++at->count);
    node_set(at->prose, "where", where);
    node_set(at->prose, "moneyUnit", unit);
    draft_at(at->drafting, at->prose, block);
    at->where = where;
    return at->prose;
}

/* A period other than the plan's. */
static bool names_part_of_period(const char *label, const struct drafting *drafting)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    if (phrase_is("(mỗi|hằng|hàng|từng|một) năm|năm 20[0-9]{2}|quý [i1-4]|bình quân", label, arena))
        return true;
    return phrase_find(&found, "(20[0-9]{2}) ?(-|–|đến|đến năm) ?(20[0-9]{2})", label, 0, arena) &&
           (strcmp(phrase_group(&found, 1, arena), arena_printf(arena, "%d", drafting->first)) != 0 ||
            strcmp(phrase_group(&found, 3, arena), arena_printf(arena, "%d", drafting->last)) != 0);
}

/* What the words around an amount say and its attributes do not. */
static void doubt_words(struct node *stated, const char *label, const char *behind, const struct drafting *drafting)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    if (names_part_of_period(label, drafting) || phrase_is("^ ?(/ ?năm|mỗi năm|một năm)", behind, arena))
        node_doubt(stated,
                   "số của một năm hay một phần của giai đoạn: thêm year, hoặc xóa thẻ nếu không phải số của cả giai đoạn");
    else if (phrase_is("^ ?/|^ (một|mỗi|trên một) ", behind, arena))
        node_doubt(stated, "mức cho mỗi đơn vị, không phải số của cả giai đoạn: xóa thẻ nếu đúng thế");
    if (phrase_is("(^|[^0-9.,])[0-9]{1,3}([.,][0-9]+)*( (triệu|tỷ|tỉ))?( đồng)?( đến)?$", label, arena))
        node_doubt(stated, "có thể là một khoảng: chỉ nhập số sau");
    if (phrase_find(&found, "ít nhất|tối thiểu|không (dưới|quá|vượt|thấp|cao)|tối đa|tăng thêm|giảm", label, 0, arena))
        node_doubt(stated, "chữ «%s» không đứng ngay trước số: xem lại op", phrase_group(&found, 0, arena));
}

static void add_amount(struct writing *at, size_t block, const struct found_money *money, const char *label, bool alone)
{
    struct arena *arena = at->drafting->arena;
    struct node *prose = prose_for(at, block, money->unit);
    struct node *stated = node_add(prose, "stated", NULL);
    const char *id, *code;
    at->last_block = block;
    draft_at(at->drafting, stated, block);
    size_t kinds = fund_kinds(label, &id, &code, arena);
    bool total = phrase_is("^(tổng|dự toán|kinh phí thực hiện|nhu cầu)", label, arena);
    if (!total && kinds == 1)
        node_set(stated, "source", fund_named(at->funds, label, draft_where(at->drafting, block), stated->at, true, false));
    else if (!total)
        node_doubt(stated, "không rõ số này của nguồn nào: thêm source, hoặc để trống nếu là mọi nguồn");
    node_set(stated, "label", *label ? label : NULL);
    if (strcmp(node_get(prose, "moneyUnit"), money->unit) != 0)
        node_set(stated, "unit", money->unit);
    money_set(stated, money);
    *(struct written *)ARENA_PUSH(arena, at->amounts, at->amount_count, at->amount_capacity) =
        (struct written){ prose, stated, *money, total };
    doubt_words(stated, label, at->drafting->source->blocks[block].text + money->to, at->drafting);
    /* Where one names its source and is short, the words between two amounts are its name. */
    if (!alone && ((!total && kinds != 1) || utf8_length(label) > 100))
        node_doubt(stated, "đoạn này nêu nhiều số tiền: đối chiếu tên của số này");
    if (original_has_joint(&at->drafting->source->blocks[block], money->from, money->to))
        node_doubt(stated, "các chữ số bị cắt rời trong văn bản");
}

/* "d) Nguồn kinh phí hợp pháp khác …" among items with amounts: a source of which only the name is known. */
static bool only_names_fund(const struct writing *at, size_t block, struct marker marker)
{
    bool item = marker.kind == MARKER_LETTER || marker.kind == MARKER_DASH;
    return item && at->prose && block - at->last_block < 3 && utf8_length(marker.rest) < 120 &&
           phrase_is("^(các )?(nguồn|vốn|ngân sách|kinh phí|đóng góp|tài trợ)[^0-9]*$", marker.rest, at->drafting->arena);
}

static void read_paragraph(struct writing *at, size_t block, const char *text)
{
    struct arena *arena = at->drafting->arena;
    struct found_money money, next;
    size_t from = 0;
    bool more = money_find(&money, text, 0, arena), first = true;
    while (more) {
        more = money_find(&next, text, money.to, arena);
        add_amount(at, block, &money, label_of(text, from, money.from, first, arena), first && !more);
        from = money.to;
        money = next;
        first = false;
    }
    struct marker marker = marker_of(text, arena);
    if (first && only_names_fund(at, block, marker)) {
        (void)fund_named(at->funds, phrase_trim(marker.rest, " ;.", arena), draft_where(at->drafting, block),
                         original_place(arena, &at->drafting->source->blocks[block]), false, true);
        at->last_block = block;
    }
    if (first && phrase_is("(^|[^a-z])[0-9][0-9.,]* ((nghìn|ngàn|trăm) )?(triệu|tỷ|tỉ)([^a-z]|$)", text, arena))
        node_doubt(at->drafting->plan, "%s có số tiền không ghi «đồng», chưa nhập: «%s»",
                   original_place(arena, &at->drafting->source->blocks[block]), phrase_excerpt(text, arena));
}

static bool is_sure(const struct found_money *money)
{
    return money->number.value && !money->number.unclear && (!money->number.grouped || money->proved);
}

/* The amounts behind a total that is sure, in the same unit and place, prove each other if they add up to it. */
static void prove_parts(struct writing *at, size_t total)
{
    const struct written *whole = &at->amounts[total];
    struct dec sum = { 0 }, stated, value;
    size_t end = total + 1;
    bool fits = whole->total && is_sure(&whole->money);
    for (; fits && end < at->amount_count; end++) {
        const struct written *part = &at->amounts[end];
        if (part->prose != whole->prose || part->total || strcmp(part->money.unit, whole->money.unit) != 0)
            break;
        fits = part->money.number.value && dec_parse(&value, part->money.number.value) && dec_add(&sum, sum, value);
    }
    if (!fits || end < total + 3 || !dec_parse(&stated, whole->money.number.value) || dec_cmp(sum, stated) != 0)
        return;
    for (size_t i = total + 1; i < end; i++)
        at->amounts[i].money.proved = true;
}

/* What is proved here is so in tables too; what is not is doubted. */
static void settle(struct writing *at)
{
    for (size_t i = 0; i < at->amount_count; i++)
        prove_parts(at, i);
    for (size_t i = 0; i < at->amount_count; i++) {
        const struct found_money *money = &at->amounts[i].money;
        money_doubt(at->amounts[i].stated, money);
        if (money->proved && is_sure(money))
            said_add(&at->drafting->said, money->number.shown, money->unit);
    }
}

void draft_prose(struct drafting *drafting, struct funds *funds, struct node *parent)
{
    struct writing at = { .drafting = drafting, .funds = funds, .parent = parent };
    for (size_t i = drafting->plan_start; i < drafting->source->count; i++)
        if (drafting->source->blocks[i].text &&
            !phrase_is("đơn vị tính", drafting->source->blocks[i].text, drafting->arena))
            read_paragraph(&at, i, drafting->source->blocks[i].text);
    settle(&at);
}
