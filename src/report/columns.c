#include "report/columns.h"

#include "base/text.h"
#include "report/grid.h"

struct expander {
    const struct view *view;
    const struct metrics *metrics;
    mpt font_size;
    struct arena *arena;
    bool inner; /* each item of an inner block is a unit of its own, not only that of an outermost one */
    bool tight; /* flexible columns keep half of what the layout wants for them: better than no table at all */
    struct leaf *leaves;
    size_t count, capacity;
    int units;
    size_t numbers; /* columns so far, with those that are left out */
    struct parts *parts;
    const struct head *shared; /* of a column that joins the next one, which stands under it, too; or NULL */
};

struct place_in_head {
    const struct head *head;
    struct figure_key key;
    int unit; /* -1 outside blocks */
};

const char *fill_template(const struct layout_text *text, const struct view *view, struct figure_key key, bool *empty,
                          struct arena *arena)
{
    struct text out = text_in(arena);
    *empty = false;
    for (size_t i = 0; i < text->count; i++) {
        const struct layout_piece *piece = &text->pieces[i];
        if (piece->text) {
            text_add(&out, piece->text);
            continue;
        }
        struct value value = view_head(view, piece->fact, key, arena);
        if (value.kind == VALUE_TEXT)
            text_add(&out, value.text);
        else if (value.kind == VALUE_NUMBER)
            text_add(&out, numfmt_text(arena, value.format, value.number));
        else
            *empty = true;
    }
    return text_str(&out);
}

static const struct head *new_head(struct expander *expander, const struct layout_node *node, struct place_in_head place)
{
    if (!node->has_head)
        return place.head;
    bool empty;
    struct head *head = arena_alloc(expander->arena, 1, sizeof *head);
    head->text = fill_template(&node->head, expander->view, place.key, &empty, expander->arena);
    head->parent = place.head;
    head->depth = place.head ? place.head->depth + 1 : 0;
    return head;
}

static void expand(struct expander *expander, const struct layout_node *nodes, size_t count, struct place_in_head place);

/* "XXXVIII" in pieces would be read as other numbers; what is longer than any ordinal may be broken. */
static bool is_ordinal(const struct leaf *leaf, const struct value *value)
{
    enum { LONGEST = 8 };
    bool ordinals = leaf->fact == FACT_ROW_NO || leaf->fact == FACT_TARGET_NO;
    return ordinals && value->kind == VALUE_TEXT && strlen(value->text) <= LONGEST;
}

static mpt widest_word(const struct expander *expander, enum face face, const char *text)
{
    mpt widest = 0;
    for (size_t length; *text; text += length + (text[length] != '\0')) {
        length = strcspn(text, " \n");
        mpt width = metrics_width(expander->metrics, face, expander->font_size, text, length);
        widest = width > widest ? width : widest;
    }
    return widest + 2 * CELL_PADDING_X;
}

/* What the column's widest number needs, or the longest of the words in place of one; 0 if it has neither. */
static mpt widest_number(const struct expander *expander, const struct leaf *leaf)
{
    mpt widest = 0;
    enum face face = leaf->node->bold ? FACE_BOLD : FACE_REGULAR;
    for (size_t item = 0; item < expander->view->item_count; item++) {
        const struct value *value = view_lookup(expander->view, &(struct fact_ref){ item, leaf->fact, leaf->key });
        bool instead = value->kind == VALUE_TEXT && leaf->node->align == ALIGN_RIGHT; /* of a figure */
        mpt words = instead && !expander->tight ? widest_word(expander, face, value->text) : 0;
        widest = words > widest ? words : widest;
        bool number = value->kind == VALUE_NUMBER && !value->format.suffix;
        if (!number && !is_ordinal(leaf, value))
            continue;
        const char *text = number ? numfmt_text(expander->arena, value->format, value->number) : value->text;
        mpt room = number_room(expander->metrics, expander->font_size, text);
        widest = room > widest ? room : widest;
    }
    return widest;
}

/* What the longest word of the column's own head needs: "STT" in two lines is read as nothing. */
static mpt widest_head_word(const struct expander *expander, const struct leaf *leaf)
{
    return widest_word(expander, FACE_BOLD,
                       leaf->node->has_head && !leaf->node->joins && leaf->head ? leaf->head->text : "");
}

/* The column of signs is as narrow as they allow: "khoảng" is not broken. */
static mpt widest_sign(const struct expander *expander, const struct leaf *leaf)
{
    mpt widest = 0;
    for (size_t item = 0; leaf->node->joins && !expander->tight && item < expander->view->item_count; item++) {
        const struct value *value = view_lookup(expander->view, &(struct fact_ref){ item, leaf->fact, leaf->key });
        mpt width = value->kind == VALUE_TEXT ? widest_word(expander, FACE_REGULAR, value->text) : 0;
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* What a sign and the number behind it need as one cell, of any item; what the layout gives both, or the number alone needs. */
static mpt widest_pair(const struct expander *expander, const struct leaf *sign, const struct leaf *number)
{
    mpt widest = MM(sign->node->width + number->node->width);
    widest = number->width > widest ? number->width : widest;
    for (size_t item = 0; item < expander->view->item_count; item++) {
        const struct value *before = view_lookup(expander->view, &(struct fact_ref){ item, sign->fact, sign->key });
        const struct value *behind = view_lookup(expander->view, &(struct fact_ref){ item, number->fact, number->key });
        if (before->kind != VALUE_TEXT || behind->kind == VALUE_EMPTY)
            continue;
        const char *said = behind->kind == VALUE_NUMBER ? numfmt_text(expander->arena, behind->format, behind->number)
                                                        : behind->text;
        enum row_role role = expander->view->items[item].role;
        bool bold = number->node->bold || role == ROLE_GROUP || role == ROLE_TOTAL;
        mpt room = number_width(expander->metrics, bold ? FACE_BOLD : FACE_REGULAR, expander->font_size,
                                arena_printf(expander->arena, "%s%s%s", before->text, JOINT, said));
        widest = room + 2 * CELL_PADDING_X > widest ? room + 2 * CELL_PADDING_X : widest;
    }
    return widest;
}

/* On pages a column that joins the next one is none of its own: that one has the room of both. */
static void set_read_widths(struct expander *expander)
{
    for (size_t i = 0; i < expander->count; i++) {
        struct leaf *leaf = &expander->leaves[i];
        bool second = i > 0 && leaf[-1].node->joins;
        mpt head = second ? widest_head_word(expander, leaf) : 0;
        leaf->read = leaf->node->joins ? 0 : second ? widest_pair(expander, &leaf[-1], leaf) : leaf->width;
        leaf->read = head > leaf->read ? head : leaf->read;
    }
}

/* The layout's width, or what the numbers or the head need where that is more. In a tight table texts give way to them. */
static void set_width(const struct expander *expander, struct leaf *leaf)
{
    mpt need = widest_number(expander, leaf), head = widest_head_word(expander, leaf);
    mpt joined = leaf > expander->leaves && leaf[-1].node->joins ? leaf[-1].width : 0; /* stands under the same head */
    need = head - joined > need ? head - joined : need;
    mpt sign = widest_sign(expander, leaf);
    need = sign > need ? sign : need;
    leaf->width = MM(leaf->node->width) / (expander->tight && leaf->node->share ? 2 : 1);
    if (need > leaf->width)
        leaf->width = need;
}

/* A column that joins the next one stands under its head. */
static const struct head *leaf_head(struct expander *expander, const struct layout_node *node, struct place_in_head place)
{
    const struct head *head = expander->shared ? expander->shared
                                               : new_head(expander, node->joins ? node + 1 : node, place);
    expander->shared = node->joins ? head : NULL;
    return head;
}

static void add_leaf(struct expander *expander, const struct layout_node *node, struct place_in_head place)
{
    struct leaf *leaf = ARENA_PUSH(expander->arena, expander->leaves, expander->count, expander->capacity);
    struct column_key shows = column_key_of(&expander->view->scope, node, place.key);
    *leaf = (struct leaf){ .node = node,
                           .fact = shows.fact,
                           .key = shows.key,
                           .head = leaf_head(expander, node, place),
                           .number = expander->numbers++,
                           .unit = place.unit };
    if (place.unit != expander->units - 1)
        leaf->unit = expander->units++; /* a single column behind a block may be parted from it */
    set_width(expander, leaf);
}

/* "Lũy kế giải ngân từ đầu năm, Cùng kỳ năm trước" */
static const char *whole_head(const struct head *head, struct arena *arena)
{
    return head->parent ? arena_printf(arena, "%s, %s", whole_head(head->parent, arena), head->text) : head->text;
}

static void tell_left_out(struct expander *expander, const struct layout_node *node, struct place_in_head place,
                          const char *why, bool same)
{
    struct parts *parts = expander->parts;
    const char *head = whole_head(new_head(expander, node, place), expander->arena);
    for (size_t i = 0; i < parts->left_out_count; i++)
        if (strcmp(parts->left_out[i].head, head) == 0)
            return; /* the columns are expanded once more where they are too wide */
    struct left_out *added = ARENA_PUSH(expander->arena, parts->left_out, parts->left_out_count, parts->left_out_capacity);
    *added = (struct left_out){ head, why, same };
}

/* Adds a word that stands for a figure to those that a column has, once. */
static const char *add_word(const char *words, const char *word, struct arena *arena)
{
    for (const char *at = words; at && *at; at += strcspn(at, ",") + (at[strcspn(at, ",")] ? strlen(", ") : 0))
        if (strcspn(at, ",") == strlen(word) && strncmp(at, word, strlen(word)) == 0)
            return words;
    return words ? arena_printf(arena, "%s, %s", words, word) : word;
}

/* True for a column that may be left out, in a table where no item has anything for it but words in place of a figure. */
static bool is_left_out(struct expander *expander, const struct layout_node *node, struct place_in_head place)
{
    struct column_key shows = column_key_of(&expander->view->scope, node, place.key);
    const char *why = NULL;
    for (size_t item = 0; node->optional && item < expander->view->item_count; item++) {
        const struct value *value = view_lookup(expander->view, &(struct fact_ref){ item, shows.fact, shows.key });
        if (value->kind == VALUE_EMPTY)
            continue;
        if (!value->absent)
            return false;
        why = add_word(why, value->text, expander->arena);
    }
    if (why)
        tell_left_out(expander, node, place, why, false);
    return node->optional && expander->view->item_count > 0;
}

/* What a cell prints; NULL for nothing, or if more is to be said of it than that. */
static const char *plain_words(const struct value *value, struct arena *arena)
{
    if (value->kind == VALUE_EMPTY || value->marked || value->remark)
        return NULL;
    return value->kind == VALUE_NUMBER ? numfmt_text(arena, value->format, value->number) : value->text;
}

/* True for a column that is said once where each item has the same for it, in a table of so many that it repeats itself. */
static bool is_said_once(struct expander *expander, const struct layout_node *node, struct place_in_head place)
{
    enum { REPETITION = 3 };
    struct column_key shows = column_key_of(&expander->view->scope, node, place.key);
    const char *all = NULL;
    size_t count = 0;
    for (size_t item = 0; node->once && item < expander->view->item_count; item++) {
        if (expander->view->items[item].role != ROLE_BODY)
            continue;
        const struct value *value = view_lookup(expander->view, &(struct fact_ref){ item, shows.fact, shows.key });
        const char *words = plain_words(value, expander->arena);
        if (!words || (all && strcmp(words, all) != 0))
            return false;
        all = words;
        count++;
    }
    if (count < REPETITION)
        return false;
    tell_left_out(expander, node, place, all, true);
    return true;
}

/* A column that joins the next one goes with it. */
static bool goes_with_next(struct expander *expander, const struct layout_node *node, struct place_in_head place)
{
    return node->joins && is_left_out(expander, node + 1, place);
}

/* A head that names no item is over all of them: "Trong đó" once, not above each source. */
static bool is_common(const struct layout_node *node)
{
    for (size_t i = 0; i < node->head.count; i++)
        if (!node->head.pieces[i].text)
            return false;
    return node->has_head;
}

static void expand_item(struct expander *expander, const struct layout_node *node, struct place_in_head place,
                        bool outermost)
{
    if (outermost || expander->inner)
        place.unit = expander->units++;
    if (!is_common(node))
        place.head = new_head(expander, node, place);
    expand(expander, node->children, node->child_count, place);
}

static void expand_block(struct expander *expander, const struct layout_node *node, struct place_in_head place)
{
    const struct column_scope *scope = &expander->view->scope;
    bool outermost = place.unit < 0;
    if (is_common(node))
        place.head = new_head(expander, node, place);
    for (size_t i = 0; i < column_block_count(scope, node); i++) {
        struct place_in_head inside = place;
        if (column_block_key(&inside.key, scope, node, i))
            expand_item(expander, node, inside, outermost);
    }
}

static void expand(struct expander *expander, const struct layout_node *nodes, size_t count, struct place_in_head place)
{
    for (size_t i = 0; i < count; i++) {
        const struct layout_node *node = &nodes[i];
        if (node->kind == LAYOUT_COLUMN) {
            if (is_left_out(expander, node, place) || goes_with_next(expander, node, place) ||
                is_said_once(expander, node, place))
                expander->numbers++; /* its cell of the number row goes with it */
            else
                add_leaf(expander, node, place);
        } else if (node->kind == LAYOUT_BAND) {
            struct place_in_head inner = place;
            if (node->block && place.unit < 0)
                inner.unit = expander->units++;
            inner.head = new_head(expander, node, place);
            expand(expander, node->children, node->child_count, inner);
        } else {
            expand_block(expander, node, place);
        }
    }
}

static mpt width_of(const struct leaf *leaves, size_t count, int unit)
{
    mpt width = 0;
    for (size_t i = 0; i < count; i++)
        if (leaves[i].unit == unit)
            width += leaves[i].width;
    return width;
}

/* Flexible columns share what the fixed ones leave, by weight; each keeps at least what it needs. */
static void share_width(struct part *part, mpt page)
{
    mpt rest = page, read_rest = page;
    int shares = 0;
    for (size_t i = 0; i < part->count; i++) {
        rest -= part->leaves[i].width;
        read_rest -= part->leaves[i].read;
        shares += part->leaves[i].node->share;
    }
    for (size_t i = 0; shares && i < part->count; i++) {
        part->leaves[i].width += (mpt)((int64_t)rest * part->leaves[i].node->share / shares);
        part->leaves[i].read += (mpt)((int64_t)read_rest * part->leaves[i].node->share / shares);
    }
}

static unsigned head_rows(const struct part *part)
{
    unsigned rows = 1;
    for (size_t i = 0; i < part->count; i++)
        if (part->leaves[i].head->depth + 1 > rows)
            rows = part->leaves[i].head->depth + 1;
    return rows;
}

/* The leading columns and the units first..last. */
static void add_part(struct parts *parts, const struct expander *expander, int first, int last, mpt page)
{
    struct part *part = ARENA_PUSH(expander->arena, parts->items, parts->count, parts->capacity);
    part->leaves = arena_alloc(expander->arena, expander->count, sizeof *part->leaves);
    for (size_t i = 0; i < expander->count; i++) {
        int unit = expander->leaves[i].unit;
        if (unit < 0 || (unit >= first && unit <= last))
            part->leaves[part->count++] = expander->leaves[i];
    }
    part->head_rows = head_rows(part);
    share_width(part, page);
}

static void expand_all(struct expander *expander, const struct layout *layout)
{
    struct place_in_head outside = { NULL, figure_key_of(0, NULL), -1 };
    expander->count = expander->numbers = 0;
    expander->units = 0;
    expand(expander, layout->columns, layout->column_count, outside);
}

/* How much wider the column would be if its cell of the number row were not broken. */
static mpt wider_for_claim(const struct expander *expander, const struct layout *layout, const struct leaf *leaf)
{
    if (leaf->number >= layout->number_count)
        return 0;
    const char *claim = layout->numbers[leaf->number];
    mpt width =
        metrics_width(expander->metrics, FACE_ITALIC, expander->font_size, claim, strlen(claim)) + 2 * CELL_PADDING_X;
    return width > leaf->width ? width - leaf->width : 0;
}

/*
 * "6=7+...+11" in four lines makes the head of every page that much higher: columns are as wide as the cells of the number
 * row where the whole table then fits the page and the flexible columns keep most of their room. Else the cells are broken,
 * as any text is.
 */
static void widen_for_claims(const struct expander *expander, const struct layout *layout, mpt page)
{
    enum { KEPT = 2, OF = 3 };
    mpt width = 0, flexible = 0, wider = 0;
    for (size_t i = 0; i < expander->count; i++) {
        const struct leaf *leaf = &expander->leaves[i];
        width += leaf->width;
        flexible += leaf->node->share ? leaf->width : 0;
        wider += wider_for_claim(expander, layout, leaf);
    }
    mpt rest = page - width, room = flexible + rest;
    if (rest < wider || (flexible && OF * (int64_t)(room - wider) < KEPT * (int64_t)room))
        return;
    for (size_t i = 0; i < expander->count; i++)
        expander->leaves[i].width += wider_for_claim(expander, layout, &expander->leaves[i]);
}

/* True if each unit fits the page beside the leading columns. */
static bool units_fit(const struct expander *expander, mpt page)
{
    mpt keys = width_of(expander->leaves, expander->count, -1);
    for (int unit = 0; unit < expander->units; unit++)
        if (keys + width_of(expander->leaves, expander->count, unit) > page)
            return false;
    return keys <= page;
}

static void split(struct parts *parts, const struct expander *expander, mpt page)
{
    mpt keys = width_of(expander->leaves, expander->count, -1), used = keys;
    int first = 0;
    for (int unit = 0; unit < expander->units; unit++) {
        mpt width = width_of(expander->leaves, expander->count, unit);
        if (used + width > page) {
            add_part(parts, expander, first, unit - 1, page);
            first = unit;
            used = keys;
        }
        used += width;
    }
    add_part(parts, expander, first, expander->units - 1, page);
}

bool columns_expand(struct parts *parts, const struct layout *layout, const struct view *view,
                    const struct metrics *metrics, struct arena *arena, struct findings *findings)
{
    struct expander expander = { .view = view,
                                 .metrics = metrics,
                                 .font_size = layout->font_size * MPT_PER_PT,
                                 .arena = arena,
                                 .parts = parts };
    struct table sheet = { .landscape = layout->landscape };
    mpt page = table_page_width(&sheet);
    expand_all(&expander, layout);
    widen_for_claims(&expander, layout, page);
    if (!units_fit(&expander, page)) {
        expander.inner = true;
        expand_all(&expander, layout);
    }
    if (!units_fit(&expander, page)) {
        expander.tight = true;
        expand_all(&expander, layout);
    }
    if (layout->number_count && layout->number_count != expander.numbers) {
        finding_add_about(findings, FINDING_NUMBERS_COUNT, layout->numbers_place, ABOUT(view->id),
                          arena_printf(arena, "%zu", layout->number_count), arena_printf(arena, "%zu", expander.numbers),
                          NULL);
        return false;
    }
    if (!units_fit(&expander, page)) {
        finding_add(findings, FINDING_COLUMN_TOO_WIDE, layout->place, view->id, NULL);
        return false;
    }
    set_read_widths(&expander);
    split(parts, &expander, page);
    return true;
}
