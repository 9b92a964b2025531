#include "draft/table_draft.h"

#include <string.h>

#include "base/ordinal.h"
#include "base/text.h"
#include "draft/annex_draft.h"
#include "draft/decision_draft.h"
#include "draft/money_draft.h"
#include "draft/phrase.h"
#include "draft/table_columns.h"
#include "draft/table_proof.h"

struct tabling {
    struct drafting *drafting;
    struct funds *funds;
    struct arena *arena;
    struct grid grid;
    struct proof proof;
    struct node *parent, *table;
    const char *id, *where;
    size_t block;
    size_t row;       /* the row being written */
    const char **ids; /* of the rows */
};

static const char *cell_place(const struct tabling *at, size_t column)
{
    return arena_printf(at->arena, "bảng %ld, dòng %ld, ô %zu", at->drafting->source->blocks[at->block].number,
                        at->grid.rows[at->row].row->number, at->grid.table->first_column + column + 1);
}

static const char *row_place(const struct tabling *at)
{
    return arena_printf(at->arena, "bảng %ld, dòng %ld", at->drafting->source->blocks[at->block].number,
                        at->grid.rows[at->row].row->number);
}

static const char *fund_of_column(struct tabling *at, const struct grid_column *column)
{
    if (!column->fund)
        return NULL;
    const char *place = original_place(at->arena, &at->drafting->source->blocks[at->block]);
    const char *id = fund_named(at->funds, column->fund, at->where, place, true, true);
    fund_set_abbr(at->funds, id, column->fund);
    return id;
}

/* One figure of a row. `element` is amount or stated. */
static void add_figure(struct tabling *at, struct node *row, const char *element, size_t column)
{
    const struct grid_row *printed = &at->grid.rows[at->row];
    const struct grid_column *head = &at->grid.columns[column];
    const char *text = printed->cells[column];
    if (!*text)
        return;
    bool spans = proof_spans_year(&at->proof, at->row, column);
    bool sum = !head->year && !head->fund;
    struct node *figure = node_add(row, sum ? "stated" : element, NULL);
    node_set(figure, "phase", head->phase);
    node_set(figure, "year", head->year);
    if (!spans)
        node_set(figure, "source", fund_of_column(at, head));
    figure->at = cell_place(at, column);
    if (phrase_is("^[-–]$", text, at->arena)) {
        node_set(figure, "as", "dash");
        return;
    }
    const struct digits *number = proof_number(&at->proof, at->row, column);
    figure->text = number->value;
    if (!number->value) {
        node_set(figure, "as", "lost");
        node_doubt(figure, "ô «%s» không phải số: nhập số, hoặc as=\"…\"", text);
    } else if (!proof_sure(&at->proof, at->row, column) && !spans) {
        node_doubt(figure, "số «%s»: dấu chấm, dấu phẩy có thể hiểu hai cách", text);
    }
}

static void add_figures(struct tabling *at, struct node *row, const char *element)
{
    for (size_t i = 0; i < at->grid.column_count; i++)
        if (at->grid.columns[i].kind == COLUMN_MONEY)
            add_figure(at, row, element, i);
}

/* "- Sở Công Thương - Cục Quản lý thị trường": an agency to a dash, where the cell is a list. */
static void add_agencies(struct tabling *at, struct node *row, const char *element, size_t column)
{
    const char *text = at->grid.rows[at->row].cells[column];
    if (!*text)
        return;
    bool list = phrase_is("^- ?", text, at->arena);
    text += list ? 1 + (text[1] == ' ') : 0;
    while (text) {
        const char *next = list ? strstr(text, " - ") : NULL;
        const char *agency =
            phrase_trim(arena_copy(at->arena, text, next ? (size_t)(next - text) : strlen(text)), " ", at->arena);
        node_add(row, element, agency)->at = cell_place(at, column);
        text = next ? next + 3 : NULL;
    }
}

static void add_texts(struct tabling *at, struct node *row)
{
    for (size_t i = 0; i < at->grid.column_count; i++) {
        const struct grid_column *column = &at->grid.columns[i];
        const char *text = at->grid.rows[at->row].cells[i];
        if ((column->kind != COLUMN_TEXT && column->kind != COLUMN_UNKNOWN) || !*text)
            continue;
        struct node *node = node_add(row, "text", text);
        node_set(node, "name", table_text_name(&at->grid, i, at->arena));
        node->at = cell_place(at, i);
    }
}

static void set_facts(struct tabling *at, struct node *row)
{
    for (size_t i = 0; i < at->grid.column_count; i++) {
        const char *text = at->grid.rows[at->row].cells[i];
        struct digits number;
        if (!*text)
            continue;
        switch (at->grid.columns[i].kind) {
        case COLUMN_START: node_set(row, "start", text); break;
        case COLUMN_END: node_set(row, "end", text); break;
        case COLUMN_UNIT: node_set(row, "unit", text); break;
        case COLUMN_QUANTITY:
            number = digits_of(text, at->arena);
            node_set(row, "quantity", number.value);
            if (!number.value || number.unclear || number.grouped)
                node_doubt(row, "số lượng «%s» có thể hiểu hai cách, hoặc không phải số", text);
            break;
        default: break;
        }
    }
}

/* A row whose cells are out of their columns: its figures stay out, too. */
static void doubt_shifted(struct tabling *at, struct node *row)
{
    struct text cells = text_in(at->arena);
    for (size_t i = 0; i < at->grid.column_count; i++)
        text_addf(&cells, "%s%s", i ? " | " : "", at->grid.rows[at->row].cells[i]);
    node_doubt(
        row,
        "các ô của dòng không hợp với cột (bản quét có thể làm lệch cột): nhập số theo ý nghĩa, ô mất ghi as=\"lost\"; các ô: %s",
        text_str(&cells));
}

static const char *row_id(struct tabling *at, size_t row, const char *parent)
{
    const struct grid_row *printed = &at->grid.rows[row];
    const char *no = phrase_trim(printed->no, ".)( ", at->arena);
    if (strcmp(no, "đ") == 0)
        no = "dd";
    bool usable = *no && phrase_is("^[a-z0-9.]+$", no, at->arena);
    const char *id = arena_printf(at->arena, "%s-%s", parent, usable ? no : arena_printf(at->arena, "d%zu", row + 1));
    for (size_t i = 0; i < row; i++)
        if (at->ids[i] && strcmp(at->ids[i], id) == 0)
            return arena_printf(at->arena, "%s-%zu", id, row + 1);
    return id;
}

static void add_item(struct tabling *at, struct node *parent, const char *parent_id);

/* The rows that are inside one, which follow it. */
static void add_children(struct tabling *at, struct node *row, const char *id, size_t depth)
{
    while (at->row + 1 < at->grid.row_count) {
        const struct grid_row *next = &at->grid.rows[at->row + 1];
        if (next->kind == GRID_TOTAL || next->kind == GRID_WORDS || next->depth <= depth)
            return;
        at->row++;
        add_item(at, row, id);
    }
}

/* What only activities have: agencies, a schedule, a quantity. Leads come first. */
static void add_activity(struct tabling *at, struct node *row, bool shifted)
{
    if (!shifted)
        set_facts(at, row);
    for (size_t i = 0; i < at->grid.column_count; i++)
        if (at->grid.columns[i].kind == COLUMN_LEAD)
            add_agencies(at, row, "lead", i);
    for (size_t i = 0; i < at->grid.column_count; i++)
        if (at->grid.columns[i].kind == COLUMN_PARTNER)
            add_agencies(at, row, "partner", i);
}

static void add_item(struct tabling *at, struct node *parent, const char *parent_id)
{
    const struct grid_row *printed = &at->grid.rows[at->row];
    bool line = at->grid.by_fund, group = !line && printed->kind == GRID_GROUP;
    struct node *row = node_add(parent, line ? "line" : group ? "group" : "activity", NULL);
    const char *id = at->ids[at->row] = row_id(at, at->row, parent_id);
    node_set(row, "id", id);
    node_set(row, "no", *printed->no ? printed->no : NULL);
    node_set(row, "title", *printed->title ? printed->title : NULL);
    row->at = row_place(at);
    if (line)
        node_set(row, "source", fund_named(at->funds, printed->title, at->where, row->at, true, true));
    if (!*printed->title)
        node_doubt(row, "dòng không có tên");
    if (!*printed->no && printed->depth)
        node_doubt(row, "dòng không có số thứ tự: không rõ là dòng con của dòng trên, dòng ngang hàng hay đề mục");
    if (!line && !group)
        add_activity(at, row, printed->shifted);
    if (printed->shifted)
        doubt_shifted(at, row);
    else
        add_figures(at, row, printed->parent || group ? "stated" : "amount");
    add_texts(at, row);
    add_children(at, row, id, printed->depth);
}

/* "(I+II+III)": the rows that the label names, if all are there. */
static const char *named_rows(struct tabling *at, const char *label)
{
    struct phrase found;
    struct text out = text_in(at->arena);
    if (!phrase_find(&found, "\\(([^()]*\\+[^()]*)\\)", label, 0, at->arena))
        return NULL;
    const char *names = phrase_group(&found, 1, at->arena);
    while (*names) {
        size_t length = strcspn(names, "+");
        const char *no = phrase_trim(arena_copy(at->arena, names, length), " .", at->arena), *id = NULL;
        for (size_t i = 0; i < at->grid.row_count; i++)
            if (at->grid.rows[i].depth == 0 && at->ids[i] && strcmp(at->grid.rows[i].no, no) == 0)
                id = at->ids[i];
        if (!id)
            return NULL;
        text_addf(&out, "%s%s", out.length ? " " : "", id);
        names += length + (names[length] == '+');
    }
    return text_str(&out);
}

static void add_total(struct tabling *at, struct node *table, size_t count)
{
    const struct grid_row *printed = &at->grid.rows[at->row];
    struct node *total = node_add(table, "total", NULL);
    const char *of = named_rows(at, printed->title);
    node_setf(total, "id", count ? "%s-total-%zu" : "%s-total", at->id, count + 1);
    node_set(total, "label", printed->title);
    node_set(total, "of", of);
    total->at =
        arena_printf(at->arena, "bảng %ld, dòng %ld", at->drafting->source->blocks[at->block].number, printed->row->number);
    if (!of && strchr(printed->title, '+'))
        node_doubt(total, "nhãn nêu các dòng được cộng: thêm of=\"…\"");
    add_figures(at, total, "stated");
    if (!total->child_count)
        node_doubt(total, "dòng tổng không có số nào đọc được");
}

/* "Tổng dự toán kinh phí: 5.500.000.000 đồng (năm tỷ năm trăm triệu đồng)." in one cell. */
static void add_total_in_words(struct tabling *at, struct node *table, size_t count)
{
    const struct grid_row *printed = &at->grid.rows[at->row];
    struct found_money money;
    struct node *total = node_add(table, "total", NULL);
    node_setf(total, "id", count ? "%s-total-%zu" : "%s-total", at->id, count + 1);
    total->at =
        arena_printf(at->arena, "bảng %ld, dòng %ld", at->drafting->source->blocks[at->block].number, printed->row->number);
    if (!money_find(&money, printed->title, 0, at->arena)) {
        node_set(total, "label", printed->title);
        node_doubt(total, "dòng tổng không có số nào đọc được");
        return;
    }
    node_set(total, "label", text_collapse(at->arena, arena_copy(at->arena, printed->title, money.from)));
    struct node *stated = node_add(total, "stated", NULL);
    stated->at = total->at;
    if (!node_get(at->table, "moneyUnit") || strcmp(node_get(at->table, "moneyUnit"), money.unit) != 0)
        node_set(stated, "unit", money.unit);
    money_set(stated, &money);
    money_doubt(stated, &money);
}

static void add_rows(struct tabling *at)
{
    size_t totals = 0;
    for (at->row = 0; at->row < at->grid.row_count; at->row++) {
        switch (at->grid.rows[at->row].kind) {
        case GRID_TOTAL: add_total(at, at->table, totals++); break;
        case GRID_WORDS: add_total_in_words(at, at->table, totals++); break;
        default: add_item(at, at->table, at->id);
        }
    }
}

/* What stands above a table: the annex that it is in, its name, its unit of money. */
struct above {
    bool in_annex;
    struct annex_heading annex;
    const char *title, *unit;
    size_t title_end; /* the block behind the title; 0: there is no title */
};

/* The name of an annex: what stands between its number and its table. */
static void take_annex_title(struct tabling *at, struct above *above, size_t annex)
{
    struct text title = text_in(at->arena);
    size_t i = annex + 1;
    text_addf(&title, "%s", above->annex.title ? above->annex.title : "");
    for (; i < at->block; i++) {
        const char *text = at->drafting->source->blocks[i].text;
        if (*text == '(' || annex_is_unit(text, at->arena))
            break;
        text_addf(&title, "%s%s", title.length ? " " : "", text);
    }
    above->title = title.length ? text_str(&title) : NULL;
    above->title_end = i;
}

static struct above look_above(struct tabling *at)
{
    struct above above = { 0 };
    const struct original *source = at->drafting->source;
    for (size_t i = at->block; i-- > 0 && source->blocks[i].text && at->block - i < 9;) {
        const char *text = source->blocks[i].text;
        above.in_annex = annex_heading_of(&above.annex, text, at->arena);
        if (above.in_annex) {
            take_annex_title(at, &above, i);
            return above;
        }
        if (!above.unit && annex_is_unit(text, at->arena))
            above.unit = money_unit(text, at->arena);
        if (!above.title && at->block - i < 4 && phrase_is("^\\*? ?bảng ", text, at->arena)) {
            above.title = phrase_trim(text, "* :.", at->arena);
            above.title_end = i + 1;
        }
        if (marker_of(text, at->arena).kind == MARKER_ROMAN)
            break;
    }
    return above;
}

/* Units in the heads of columns; NULL where none or two are named. */
static const char *unit_in_heads(const struct grid *grid)
{
    const char *unit = NULL;
    for (size_t i = 0; i < grid->column_count; i++) {
        const char *own = grid->columns[i].unit;
        if (own && unit && strcmp(own, unit) != 0)
            return NULL;
        unit = own ? own : unit;
    }
    return unit;
}

/* An id that no other table has: "pl2", "phu-luc", "budget", "bang-3". */
static const char *table_id(const struct tabling *at, const char *annex, size_t number)
{
    const char *id = at->grid.by_fund ? "budget" : arena_printf(at->arena, "bang-%zu", number);
    int position;
    if (annex)
        id = ordinal_of(&position, annex, NULL) ? arena_printf(at->arena, "pl%d", position) : "phu-luc";
    for (size_t i = 0; i < at->parent->child_count; i++) {
        const char *other = node_get(at->parent->children[i], "id");
        if (other && strcmp(other, id) == 0)
            return arena_printf(at->arena, "%s-%zu", id, number);
    }
    return id;
}

static void set_unit(struct tabling *at, const char *printed)
{
    if (!grid_count(&at->grid, COLUMN_MONEY))
        return;
    const char *heads = unit_in_heads(&at->grid), *unit = printed ? printed : heads;
    node_set(at->table, "moneyUnit", unit);
    if (!unit)
        node_doubt(at->table, "không rõ đơn vị tiền của bảng: thêm moneyUnit");
    else if (heads && printed && strcmp(heads, printed) != 0)
        node_doubt(at->table, "đầu bảng và dòng «Đơn vị tính» ghi hai đơn vị khác nhau");
}

static void set_table(struct tabling *at, const struct above *above, size_t number)
{
    struct node *table = at->table;
    const char *annex = above->in_annex ? above->annex.no : NULL, *name = above->annex.name;
    bool sure = true;
    at->where = annex ? arena_printf(at->arena, "%s%s%s", name ? name : "Phụ lục", *annex ? " " : "", annex)
                      : draft_where(at->drafting, at->block);
    at->id = table_id(at, annex, number);
    node_set(table, "id", at->id);
    node_set(table, "annex", annex);
    node_set(table, "annexName", annex ? name : NULL);
    if (!annex)
        node_set(table, "where", at->where);
    else if (name && above->annex.title)
        node_doubt(table, "«%s %s» có thể là bảng trong thân văn bản: khi đó bỏ annex, annexName, nhập where", name, annex);
    node_set(table, "layout", table_layout(&at->grid, at->drafting->layouts, at->arena));
    set_unit(at, above->unit);
    if (above->title)
        node_set(table, "title", draft_title(at->drafting, above->title, &sure));
    if (!sure)
        node_doubt(table, "tên bảng in chữ hoa («%s»): sửa chữ hoa, chữ thường", above->title);
    if (above->title_end)
        annex_add_subtitles(at->drafting, table, above->title_end, at->block);
    draft_at(at->drafting, table, at->block);
}

static void draft_table(struct drafting *drafting, struct funds *funds, struct node *parent, size_t block, size_t number)
{
    struct tabling at = { .drafting = drafting,
                          .funds = funds,
                          .arena = drafting->arena,
                          .block = block,
                          .parent = parent };
    if (!table_read(&at.grid, drafting->source->blocks[block].table, at.arena)) {
        node_doubt(drafting->plan, "%s không nhận ra đầu bảng: nhập cả bảng",
                   original_place(at.arena, &drafting->source->blocks[block]));
        return;
    }
    at.ids = arena_alloc(at.arena, at.grid.row_count + 1, sizeof *at.ids);
    at.table = node_add(parent, "table", NULL);
    struct above above = look_above(&at);
    set_table(&at, &above, number);
    at.proof = proof_of(&at.grid, &drafting->said, node_get(at.table, "moneyUnit"), at.arena);
    if (!node_get(at.table, "layout"))
        table_add_columns(at.table, &at.grid, funds);
    add_rows(&at);
    annex_add_footnotes(drafting, at.table, block);
    table_doubt_columns(at.table, &at.grid);
}

void draft_tables(struct drafting *drafting, struct funds *funds, struct node *parent)
{
    size_t number = 0, money = 0;
    for (size_t i = 0; i < drafting->source->count; i++)
        if (drafting->source->blocks[i].table)
            draft_table(drafting, funds, parent, i, ++number);
    for (size_t i = 0; i < parent->child_count; i++)
        money += strcmp(parent->children[i]->name, "table") == 0 && node_get(parent->children[i], "moneyUnit");
    for (size_t i = 0; i < parent->child_count && money > 1; i++)
        if (strcmp(parent->children[i]->name, "table") == 0 && node_get(parent->children[i], "moneyUnit") &&
            node_get(parent->children[i], "where"))
            node_doubt(
                parent->children[i],
                "có nhiều bảng tiền: bảng này nhắc lại bảng khác thì thêm repeats, cộng với nhau thì counts=\"yes\"");
}
