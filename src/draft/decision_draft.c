#include "draft/decision_draft.h"

#include <string.h>

#include "base/text.h"
#include "draft/phrase.h"
#include "draft/references_draft.h"

/* The first block from one on whose text fits; the count if there is none. */
static size_t find_block(const struct drafting *drafting, const char *pattern, size_t from)
{
    const struct original *source = drafting->source;
    for (size_t i = from; i < source->count; i++)
        if (source->blocks[i].text && phrase_is(pattern, source->blocks[i].text, drafting->arena))
            return i;
    return source->count;
}

static bool is_there(const struct drafting *drafting, size_t block)
{
    return block < drafting->source->count;
}

static const char *text_at(const struct drafting *drafting, size_t block)
{
    return is_there(drafting, block) && drafting->source->blocks[block].text ? drafting->source->blocks[block].text : "";
}

/* Digits that a scan may have set apart: "13 64" is no number yet. */
static void add_number(struct drafting *drafting, struct node *decision)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    size_t block = find_block(drafting, "^số ?: ?[0-9 ]*/ ?[^ ]+", 0);
    bool head = is_there(drafting, block);
    if (!head)
        block = find_block(drafting, "kèm theo quyết định số ?[0-9 ]*/", 0);
    const char *text = text_at(drafting, block);
    if (!phrase_find(&found, "số ?:? ?([0-9 ]*)/ ?([^ ,;)]+)", text, 0, arena)) {
        struct node *number = node_add(decision, "codeNumber", NULL);
        node_doubt(number, "không thấy số của quyết định: nhập số, hoặc printed=\"no\" nếu văn bản để trống");
        node_doubt(node_add(decision, "codeNotation", NULL), "không thấy ký hiệu của quyết định");
        return;
    }
    const char *digits = phrase_group(&found, 1, arena);
    struct node *number = node_add(decision, "codeNumber", *digits ? digits : NULL);
    if (!*digits) {
        node_set(number, "printed", "no");
        node_doubt(number, "chỗ này để trống số: để nguyên, hoặc nhập số và knownFrom nếu biết từ nơi khác");
    } else if (!head) {
        node_doubt(number, "số lấy ở câu «kèm theo», không thấy dòng «Số:»");
    } else if (strchr(digits, ' ') ||
               original_has_joint(&drafting->source->blocks[block], found.groups[1].from, found.groups[1].to)) {
        node_doubt(number, "các chữ số bị cắt rời trong văn bản («%s»): đối chiếu bản gốc", text);
    }
    draft_at(drafting, number, block);
    struct node *notation = node_add(decision, "codeNotation", phrase_group(&found, 2, arena));
    draft_at(drafting, notation, block);
}

/* "Bà Rịa – Vũng Tàu, ngày 14 tháng 01 năm 2021" */
static const char *add_day(struct drafting *drafting, struct node *decision)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    size_t at, block = find_block(drafting, "^[^,;:]{2,60}, ?ngày [0-9 ]*tháng [0-9 ]*năm [0-9 ]{4,}$", 0);
    const char *text = text_at(drafting, block);
    const char *date = draft_date(text, &at, arena);
    struct node *issued = node_add(decision, "issuedDate", date), *place = node_new(arena, "place");
    node_adopt(decision, place);
    if (!is_there(drafting, block)) {
        node_set(issued, "printed", "no");
        node_doubt(issued, "không thấy dòng địa danh và ngày: nhập ngày, hoặc giữ printed=\"no\" nếu văn bản để trống");
        node_set(place, "absent", "yes");
        node_doubt(place, "không thấy địa danh: nhập, hoặc giữ absent=\"yes\" nếu văn bản không in");
        return NULL;
    }
    if (!date)
        node_doubt(issued, "không đọc được ngày ở «%s»", text);
    else if (original_has_joint(&drafting->source->blocks[block], at, strlen(text)))
        node_doubt(issued, "các chữ số của ngày bị cắt rời trong văn bản («%s»): đối chiếu bản gốc", text);
    draft_at(drafting, issued, block);
    if (phrase_find(&found, "^([^,]*),", text, 0, arena))
        place->text = phrase_group(&found, 1, arena);
    if (place->text && phrase_is("cộng h(òa|oà)|việt nam|độc lập|hạnh phúc", place->text, arena))
        node_doubt(place, "địa danh lẫn với quốc hiệu, tiêu ngữ: sửa");
    draft_at(drafting, place, block);
    return date;
}

/* A name as names are compared, any dash a hyphen: "Bà Rịa – Vũng Tàu". */
static const char *unit_key(struct arena *arena, const char *name)
{
    struct text out = text_in(arena);
    for (const char *at = name; *at;) {
        const char *from = at;
        uint32_t letter = utf8_next(&at);
        if (letter == 0x2013 || letter == 0x2014)
            text_add(&out, "-");
        else
            text_addn(&out, from, (size_t)(at - from));
    }
    return text_name_key(arena, text_str(&out));
}

/* The unit whose name stands in the text, in any case, on that day; the longest name if one is in another. */
static const struct unit *unit_in(const struct drafting *drafting, const char *text, struct date day)
{
    const struct catalogue *catalogue = drafting->catalogue;
    const struct unit *found = NULL;
    const char *key = unit_key(drafting->arena, text);
    for (size_t i = 0; i < catalogue->unit_count; i++) {
        const struct unit *unit = &catalogue->units[i];
        if (day.year && catalogue_unit(catalogue, unit->code, day) != unit)
            continue;
        const char *name = unit_key(drafting->arena, unit->name);
        if (strstr(key, name) && (!found || strlen(unit->name) > strlen(found->name)))
            found = unit;
    }
    return found;
}

/* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÀ RỊA – VŨNG TÀU": the words are known, the name is the catalogue's, in its case. */
static const char *organ_in_words(const struct drafting *drafting, const char *text, const struct unit *unit, bool *sure)
{
    struct arena *arena = drafting->arena;
    bool chair = phrase_is("^chủ tịch", text, arena), city = phrase_is("nhân dân thành phố", text, arena);
    *sure = unit && phrase_is("^(chủ tịch )?(ủy|uỷ) ban nhân dân (tỉnh|thành phố) ", text, arena);
    if (!*sure)
        return text;
    return arena_printf(arena, "%s %s %s", chair ? "Chủ tịch Ủy ban nhân dân" : "Ủy ban nhân dân",
                        city ? "thành phố" : "tỉnh", unit->name);
}

static size_t add_organ(struct drafting *drafting, struct node *decision, struct date day, const struct unit **unit)
{
    struct arena *arena = drafting->arena;
    size_t title = find_block(drafting, "^quyết định$", 0);
    size_t block = find_block(drafting, "^(chủ tịch )?(ủy|uỷ) ban nhân dân ", is_there(drafting, title) ? title : 0);
    const char *text = text_at(drafting, block);
    bool sure = false;
    if (is_there(drafting, block) && (is_there(drafting, title) || block < 6) && phrase_is_capitals(text)) {
        *unit = unit_in(drafting, text, day);
        draft_at(drafting, node_add(decision, "organName", organ_in_words(drafting, text, *unit, &sure)), block);
        if (!sure)
            node_doubt(decision->children[decision->child_count - 1], "tên cơ quan ban hành: sửa chữ hoa, chữ thường");
        return block;
    }
    /* No head: the plan says whose decision it was attached to. */
    struct phrase found;
    block = find_block(drafting, "kèm theo quyết định .* của ", 0);
    const char *organ = NULL;
    if (phrase_find(&found, " của ([^()]*)", text_at(drafting, block), 0, arena))
        organ = phrase_trim(phrase_group(&found, 1, arena), " .", arena);
    *unit = organ ? unit_in(drafting, organ, day) : NULL;
    struct node *node = node_add(decision, "organName", organ);
    node_doubt(node, organ ? "cơ quan ban hành lấy ở câu «kèm theo»: viết đủ tên" : "không thấy cơ quan ban hành");
    if (organ)
        draft_at(drafting, node, block);
    return drafting->source->count;
}

/* The same words elsewhere in the text in small letters; NULL if they are in capitals only. */
static const char *recased(const struct drafting *drafting, const char *capitals)
{
    struct arena *arena = drafting->arena;
    const char *key = utf8_lower(arena, capitals);
    for (size_t i = 0; i < drafting->source->count; i++) {
        const char *text = text_at(drafting, i), *lower = utf8_lower(arena, text);
        const char *at = *text && !phrase_is_capitals(text) ? strstr(lower, key) : NULL;
        if (at && strlen(lower) == strlen(text))
            return arena_copy(arena, text + (at - lower), strlen(key));
    }
    return NULL;
}

const char *draft_title(const struct drafting *drafting, const char *text, bool *sure)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    *sure = !phrase_is_capitals(text);
    if (*sure)
        return text;
    const char *whole = recased(drafting, text);
    if (whole)
        return text_with_capital(arena, whole);
    if (!phrase_find(&found, "kế hoạch ", text, 0, arena))
        return text;
    const char *name = recased(drafting, text + found.groups[0].from);
    if (!name)
        return text;
    return text_with_capital(arena, arena_printf(arena, "%s%s%s", utf8_lower(arena, phrase_before(&found, arena)),
                                            found.groups[0].from ? " " : "", name));
}

/* The paragraphs from one to another as one text. */
static const char *paragraphs(const struct drafting *drafting, size_t from, size_t end)
{
    struct text out = text_in(drafting->arena);
    for (size_t i = from; i < end; i++)
        if (drafting->source->blocks[i].text)
            text_addf(&out, "%s%s", out.length ? " " : "", drafting->source->blocks[i].text);
    return text_str(&out);
}

/* What a plan calls itself. */
#define PLAN_WORDS "kế hoạch|chương trình|đề án"

/* The name of the plan that follows its heading: up to the parenthesis "(Ban hành kèm theo …)". */
static const char *plan_title(struct drafting *drafting, size_t *block)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    size_t heading = find_block(drafting, "^(" PLAN_WORDS ")$", 0);
    *block = heading;
    if (!is_there(drafting, heading))
        return NULL;
    drafting->plan_start = heading;
    size_t end = heading + 1;
    while (end < heading + 5 && *text_at(drafting, end) && utf8_length(text_at(drafting, end)) < 250 &&
           !phrase_is(end == heading + 1 ? "^\\(|^[ivx0-9]+\\. |[:;.]$"
                                         : "^\\(|^(căn cứ|thực hiện|nhằm|để|triển khai|[ivx0-9]+\\.) |[:;.]$",
                      text_at(drafting, end), arena))
        end++;
    const char *title = paragraphs(drafting, heading + 1, end);
    if (phrase_find(&found, "\\( ?(ban hành )?kèm theo.*", title, 0, arena))
        title = phrase_before(&found, arena);
    return *title ? title : NULL;
}

/* "KẾ HOẠCH" and "Phát triển …" are two lines in print and one name. */
static const char *plan_name(const struct drafting *drafting, size_t heading, const char *title, bool *sure)
{
    struct arena *arena = drafting->arena;
    const char *word = text_with_capital(arena, utf8_lower(arena, text_at(drafting, heading)));
    const char *first = phrase_is_capitals(title) ? utf8_upper(arena, word) : word;
    const char *whole = arena_printf(arena, "%s %s", first, title);
    const char *cased = draft_title(drafting, whole, sure);
    if (!*sure && cased == whole)
        return cased;
    const char *rest = cased + strlen(word) + 1, *after = rest;
    struct text letter = text_in(arena);
    text_add_codepoint(&letter, utf8_next(&after));
    return arena_printf(arena, "%s %s%s", word, utf8_lower(arena, text_str(&letter)), after);
}

static void add_subject(struct drafting *drafting, struct node *decision, const char *subject, const char *name,
                        size_t block)
{
    bool sure = true;
    if (!*subject) {
        struct node *node = node_add(decision, "subject", name);
        node_doubt(node, "không thấy trích yếu của quyết định%s", name ? ": lấy tên kế hoạch" : "");
        return;
    }
    struct node *node = node_add(decision, "subject", draft_title(drafting, subject, &sure));
    draft_at(drafting, node, block);
    if (!sure)
        node_doubt(node, "trích yếu in chữ hoa («%s»): sửa chữ hoa, chữ thường", subject);
}

static void add_titles(struct drafting *drafting, struct node *decision, size_t organ)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    bool sure = true;
    size_t title = find_block(drafting, "^quyết định$", 0), heading;
    const char *plan = plan_title(drafting, &heading), *name = plan ? plan_name(drafting, heading, plan, &sure) : NULL;
    bool headed = is_there(drafting, title) && is_there(drafting, organ);
    const char *subject = headed ? paragraphs(drafting, title + 1, organ) : "";
    add_subject(drafting, decision, subject, name, title + 1);
    struct node *node = node_add(decision, "planName", name);
    if (name) {
        if (!sure)
            node_doubt(node, "tên kế hoạch in chữ hoa («%s»): sửa chữ hoa, chữ thường", plan);
        draft_at(drafting, node, heading);
    } else if (phrase_find(&found, "(" PLAN_WORDS ") .*", subject, 0, arena)) {
        drafting->within = true;
        drafting->plan_start = find_block(drafting, "^điều 1", 0);
        node->text = text_with_capital(arena, phrase_group(&found, 0, arena));
        draft_at(drafting, node, title + 1);
    } else {
        node_doubt(node, "không thấy tên kế hoạch");
    }
}

/* Places that cite the decision under other numbers than its head: one of them is damaged, or a slip. */
static void compare_numbers(const struct node *decision)
{
    struct node *number = NULL;
    for (size_t i = 0; i < decision->child_count; i++) {
        struct node *child = decision->children[i];
        if (strcmp(child->name, "codeNumber") == 0)
            number = child;
        const char *cited = strcmp(child->name, "citedAs") == 0 ? node_get(child, "number") : NULL;
        if (cited && number && number->text && strcmp(cited, number->text) != 0)
            node_doubt(number, "đầu văn bản ghi số %s, %s ghi số %s: nhập số đúng", number->text, node_get(child, "where"),
                       cited);
    }
}

/* "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", the name. */
static void add_signer(struct drafting *drafting, struct node *decision)
{
    struct arena *arena = drafting->arena;
    const char *position = "^(quyền )?(phó )?(chủ tịch|giám đốc|bộ trưởng|thứ trưởng|trưởng ban)$";
    size_t block = find_block(drafting, "^(tm|kt|tl|tuq)\\. ", 0), first = block;
    while (is_there(drafting, block)) {
        size_t next = block;
        while (phrase_is("^(tm|kt|tl|tuq)\\. ", text_at(drafting, next), arena))
            next++;
        if (phrase_is(position, text_at(drafting, next), arena)) {
            struct node *signer = node_add(decision, "signer", NULL);
            for (size_t i = block; i < next; i++)
                node_add(signer, "authority", text_at(drafting, i));
            node_add(signer, "position", text_at(drafting, next));
            struct node *name = node_add(signer, "fullName", text_at(drafting, next + 1));
            if (!phrase_is("^[^ 0-9.,:;]+( [^ 0-9.,:;]+){1,4}$", name->text, arena) || phrase_is_capitals(name->text))
                node_doubt(name, "chưa chắc đây là họ tên người ký");
            draft_at(drafting, signer, block);
            return;
        }
        block = find_block(drafting, "^(tm|kt|tl|tuq)\\. ", next);
    }
    struct node *signer = node_add(decision, "signer", NULL);
    node_add(signer, "position", NULL);
    node_add(signer, "fullName", NULL);
    node_doubt(signer,
               is_there(drafting, first) ? "không tách được quyền hạn, chức vụ, họ tên người ký" : "không thấy người ký");
}

static void add_recipients(struct drafting *drafting, struct node *decision)
{
    struct arena *arena = drafting->arena;
    size_t block = find_block(drafting, "^(nơi|noi) nhận ?:?", 0);
    struct node *recipients = node_add(decision, "recipients", NULL);
    if (!is_there(drafting, block)) {
        node_set(recipients, "absent", "yes");
        node_doubt(recipients, "không thấy nơi nhận: nhập, hoặc giữ absent=\"yes\" nếu văn bản không in");
        return;
    }
    for (size_t i = block + 1; marker_of(text_at(drafting, i), arena).kind == MARKER_DASH; i++) {
        struct node *recipient =
            node_add(recipients, "recipient", phrase_trim(marker_of(text_at(drafting, i), arena).rest, " ;.", arena));
        draft_at(drafting, recipient, i);
    }
    if (!recipients->child_count)
        node_doubt(recipients, "không tách được từng nơi nhận");
    draft_at(drafting, recipients, block);
}

/* "giai đoạn 2021-2025", or the year of a plan of one year. */
static void add_period(struct drafting *drafting, struct node *decision)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    struct node *period = node_add(drafting->plan, "period", NULL);
    struct text names = text_in(arena);
    for (size_t i = 0; i < decision->child_count; i++)
        if (strcmp(decision->children[i]->name, "planName") == 0 || strcmp(decision->children[i]->name, "subject") == 0)
            text_addf(&names, "%s. ", decision->children[i]->text ? decision->children[i]->text : "");
    if (phrase_find(&found, "giai đoạn (từ năm )?([0-9]{4}) ?(-|–|đến( năm)?) ?([0-9]{4})", text_str(&names), 0, arena)) {
        node_set(period, "first", phrase_group(&found, 2, arena));
        node_set(period, "last", phrase_group(&found, 5, arena));
    } else if (phrase_find(&found, "năm ([0-9]{4})", text_str(&names), 0, arena)) {
        node_set(period, "first", phrase_group(&found, 1, arena));
        node_set(period, "last", phrase_group(&found, 1, arena));
    } else {
        node_doubt(period, "không thấy giai đoạn ở tên kế hoạch: nhập first và last");
        return;
    }
    struct dec first, last;
    if (dec_parse(&first, node_get(period, "first")) && dec_parse(&last, node_get(period, "last"))) {
        drafting->first = (int)first.units;
        drafting->last = (int)last.units;
    }
}

static void set_head(struct drafting *drafting, const struct unit *unit, const char *date, const char *name)
{
    struct arena *arena = drafting->arena;
    struct node *plan = drafting->plan;
    const struct catalogue *catalogue = drafting->catalogue;
    const char *place = unit ? text_machine_name(arena, unit->name, '-') : "ke-hoach";
    node_set(plan, "xmlns", "urn:phuluc:plan:1");
    if (drafting->first && drafting->first != drafting->last)
        node_setf(plan, "id", "%s-%d-%d", place, drafting->first, drafting->last);
    else if (drafting->first)
        node_setf(plan, "id", "%s-%d", place, drafting->first);
    else
        node_set(plan, "id", place);
    node_set(plan, "unit", unit ? unit->code : NULL);
    if (!unit)
        node_doubt(plan, "không nhận ra tỉnh, thành phố: thêm unit=\"…\" (mã ở templates/catalogue.xml)");
    for (size_t i = 0; name && i < catalogue->programme_count; i++)
        if (strstr(text_name_key(arena, name), text_name_key(arena, catalogue->programmes[i].name)))
            node_set(plan, "programme", catalogue->programmes[i].code);
    node_set(plan, "asOf", date);
    if (!date)
        node_doubt(plan, "không rõ ngày ban hành: thêm asOf=\"…\", ngày mà mã đơn vị có nghĩa");
}

/* What kind of document it is, by its notation (Nghị định 30/2020/NĐ-CP, Phụ lục III). */
static void set_type(const struct node *decision, struct node *type)
{
    static const char *const TYPES[][2] = { { "QĐ", "Quyết định" },
                                            { "KH", "Kế hoạch" },
                                            { "NQ", "Nghị quyết" },
                                            { "CTr", "Chương trình" },
                                            { "ĐA", "Đề án" } };
    const struct node *notation = decision->children[decision->child_count - 1];
    const char *text = notation->text ? notation->text : "";
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (strncmp(text, TYPES[i][0], strlen(TYPES[i][0])) == 0 && text[strlen(TYPES[i][0])] == '-')
            type->text = TYPES[i][1];
    if (!type->text)
        node_doubt(type, "không rõ tên loại văn bản");
}

void draft_decision(struct drafting *drafting)
{
    struct node *decision = node_add(drafting->plan, "decision", NULL);
    const struct unit *unit = NULL;
    struct date day = { 0 };
    struct node *type = node_add(decision, "typeName", NULL);
    add_number(drafting, decision);
    set_type(decision, type);
    const char *date = add_day(drafting, decision);
    if (date && !date_parse(&day, date))
        day = (struct date){ 0 };
    size_t organ = add_organ(drafting, decision, day, &unit);
    add_titles(drafting, decision, organ);
    add_signer(drafting, decision);
    add_recipients(drafting, decision);
    draft_references(drafting, decision);
    compare_numbers(decision);
    node_set(decision, "plan", drafting->within ? "within" : "attached");
    add_period(drafting, decision);
    const char *name = NULL;
    for (size_t i = 0; i < decision->child_count; i++)
        if (strcmp(decision->children[i]->name, "planName") == 0)
            name = decision->children[i]->text;
    set_head(drafting, unit, date, name);
}
