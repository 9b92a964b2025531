#include "form/form_results.h"

#include "base/file.h"
#include "base/xml_text.h"
#include "model/results.h"

/* The document while it is written. */
struct writer {
    const struct form_group *group;
    const struct fill_in_book *all; /* the form of the whole plan: the order of the rows */
    struct form_results results;
    struct text out;
    int status, basis; /* of the document */
    struct arena *arena;
};

/* A row and who answered it. */
struct answered {
    size_t number; /* of the form, from 1 */
    struct form_answer *answer;
    const struct fill_in_sheet *sheet;
    struct fill_in_row *row;
};

static struct fill_in_cell *cell_of(const struct answered *at, const char *key)
{
    return fill_in_cell(at->sheet, at->row, key);
}

/* Ends a line, which was written from that cell. */
static void end_line(struct writer *w, const struct answered *at, struct fill_in_cell *cell)
{
    struct form_line *line = ARENA_PUSH(w->arena, w->results.lines, w->results.line_count, w->results.line_capacity);
    *line = at ? (struct form_line){ .answer = at->answer, .sheet = at->sheet, .row = at->row, .cell = cell } : (struct form_line){ 0 };
    text_add(&w->out, "\n");
}

static void add_origin(struct writer *w, const struct answered *at, const struct fill_in_cell *cell)
{
    xml_add_attribute(&w->out, "origin",
                      arena_printf(w->arena, "b%zu:%s", at->number, form_where(at->sheet, at->row, cell, w->arena)));
}

/* The row of the form from number `from` on that has it filled in. */
static bool find_answer(const struct writer *w, const char *sheet, const char *row, struct answered *found)
{
    for (size_t i = 0; i < w->group->count; i++) {
        struct form_answer *answer = w->group->answers[i];
        const struct fill_in_sheet *on = fill_in_sheet(answer->book, sheet);
        struct fill_in_row *at = on ? fill_in_row(on, row) : NULL;
        *found = (struct answered){ i + 1, answer, on, at };
        if (at && form_row_is_filled(on, at))
            return true;
    }
    return false;
}

static const char *number_text(const struct writer *w, const struct fill_in_cell *cell)
{
    char number[DEC_TEXT_SIZE];
    return cell && fill_in_is_filled(cell) ? arena_string(w->arena, dec_format(number, cell->number)) : NULL;
}

/* Only where it is another than that of the document. */
static const char *status_of(const struct writer *w, int state)
{
    bool provisional = w->status == FORM_PROVISIONAL;
    if (state == FORM_STATE_NOT_REPORTED)
        return "not-reported";
    if (state == FORM_STATE_PROVISIONAL && !provisional)
        return "provisional";
    return state == FORM_STATE_FINAL && provisional ? "final" : NULL;
}

static void add_value(struct writer *w, const struct answered *at)
{
    struct fill_in_cell *state = cell_of(at, "state"), *value = cell_of(at, "value"), *note = cell_of(at, "note");
    int op = form_choice(FORM_OP, cell_of(at, "op")->text), basis = form_choice(FORM_BASIS, cell_of(at, "basis")->text);
    const char *number = number_text(w, value);
    struct fill_in_cell *cell = number ? value : state->text ? state : note;
    text_add(&w->out, "  <value");
    xml_add_attribute(&w->out, "target", at->row->id);
    if (op > OP_EQ)
        xml_add_attribute(&w->out, "op", op_token((enum op)op));
    xml_add_attribute(&w->out, op == OP_RANGE ? "low" : "value", number);
    xml_add_attribute(&w->out, "high", number_text(w, cell_of(at, "high")));
    xml_add_attribute(&w->out, "outOf", number_text(w, cell_of(at, "outOf")));
    if (basis >= 0 && basis != w->basis)
        xml_add_attribute(&w->out, "basis", basis_token((enum basis)basis));
    xml_add_attribute(&w->out, "status", status_of(w, form_choice(FORM_STATE, state->text)));
    xml_add_attribute(&w->out, "dataSource", cell_of(at, "dataSource")->text);
    add_origin(w, at, cell);
    text_add(&w->out, note->text ? ">" : "/>");
    if (note->text) {
        xml_add_text(&w->out, note->text);
        text_add(&w->out, "</value>");
    }
    end_line(w, at, cell);
}

static void add_values(struct writer *w)
{
    const struct fill_in_sheet *sheet = fill_in_sheet(w->all, FORM_TARGETS);
    struct answered at;
    for (size_t r = 0; sheet && r < sheet->row_count; r++)
        if (sheet->rows[r].id && find_answer(w, FORM_TARGETS, sheet->rows[r].id, &at))
            add_value(w, &at);
}

static void add_amount(struct writer *w, const struct answered *at, const char *element)
{
    struct fill_in_cell *cell = cell_of(at, element), *state = cell_of(at, "state");
    int chosen = form_choice(FORM_STATE, state->text);
    bool missing = chosen == FORM_STATE_NOT_REPORTED;
    if (missing && strcmp(element, "disbursed") == 0)
        cell = state;
    else if (!fill_in_is_filled(cell))
        return;
    const char *id = at->row->id, *slash = strchr(id, '/');
    text_addf(&w->out, "    <%s", element);
    xml_add_attribute(&w->out, "source", slash[1] ? slash + 1 : NULL);
    xml_add_attribute(&w->out, "of", slash > id ? arena_copy(w->arena, id, (size_t)(slash - id)) : NULL);
    xml_add_attribute(&w->out, "status", missing && cell != state ? NULL : status_of(w, chosen));
    add_origin(w, at, cell);
    if (cell == state)
        text_add(&w->out, "/>");
    else
        text_addf(&w->out, ">%s</%s>", number_text(w, cell), element);
    end_line(w, at, cell);
}

static void add_money(struct writer *w)
{
    const struct fill_in_sheet *sheet = fill_in_sheet(w->all, FORM_MONEY);
    bool open = false;
    struct answered at;
    for (size_t r = 0; sheet && r < sheet->row_count; r++) {
        if (!sheet->rows[r].id || !find_answer(w, FORM_MONEY, sheet->rows[r].id, &at))
            continue;
        if (!open) {
            text_add(&w->out, "  <money moneyUnit=\"million-dong\">");
            end_line(w, NULL, NULL);
        }
        open = true;
        add_amount(w, &at, "carriedIn");
        add_amount(w, &at, "allocated");
        add_amount(w, &at, "disbursed");
    }
    if (!open)
        return;
    text_add(&w->out, "  </money>");
    end_line(w, NULL, NULL);
}

static void add_paragraph(struct writer *w, const struct answered *at, const char *element, const char *indent)
{
    struct fill_in_cell *cell = cell_of(at, "text");
    text_addf(&w->out, "%s<%s", indent, element);
    add_origin(w, at, cell);
    text_add(&w->out, ">");
    xml_add_text(&w->out, cell->text);
    text_addf(&w->out, "</%s>", element);
    end_line(w, at, cell);
}

static bool is_of_part(const char *id, const char *part)
{
    size_t length = strlen(part);
    return strncmp(id, part, length) == 0 && id[length] == '.';
}

/* All paragraphs of a part, of each form in turn. */
static void add_part(struct writer *w, const char *part, const char *element, const char *indent, bool *open)
{
    for (size_t i = 0; i < w->group->count; i++) {
        struct form_answer *answer = w->group->answers[i];
        const struct fill_in_sheet *sheet = fill_in_sheet(answer->book, FORM_WORDS);
        for (size_t r = 0; sheet && r < sheet->row_count; r++) {
            struct answered at = { i + 1, answer, sheet, &sheet->rows[r] };
            if (!at.row->id || !is_of_part(at.row->id, part) || !form_row_is_filled(sheet, at.row))
                continue;
            if (open && !*open) {
                text_addf(&w->out, "  <assessment kind=\"%s\">", part);
                end_line(w, NULL, NULL);
                *open = true;
            }
            add_paragraph(w, &at, element, indent);
        }
    }
}

static void add_words(struct writer *w)
{
    static const char *const PARTS[] = { "general", "shortcoming", "cause", "proposal" };
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        bool open = false;
        add_part(w, PARTS[i], "p", "    ", &open);
        if (open) {
            text_add(&w->out, "  </assessment>");
            end_line(w, NULL, NULL);
        }
    }
    add_part(w, "note", "note", "  ", NULL);
}

static void add_origins(struct writer *w)
{
    for (size_t i = 0; i < w->group->count; i++) {
        const struct form_answer *answer = w->group->answers[i];
        text_add(&w->out, "  <origin");
        xml_add_attribute(&w->out, "id", arena_printf(w->arena, "b%zu", i + 1));
        xml_add_attribute(&w->out, "file", utf8_shown(w->arena, file_name(answer->path)));
        xml_add_attribute(&w->out, "sha256", answer->sha256);
        xml_add_attribute(&w->out, "by", answer->respondent);
        text_add(&w->out, "/>");
        end_line(w, NULL, NULL);
    }
}

static struct date issued(const struct form_answer *answer)
{
    static const char *const PARTS[] = { "year", "month", "day" };
    int numbers[3];
    for (size_t i = 0; i < 3; i++)
        numbers[i] = (int)form_entry(answer->book, FORM_COVER, PARTS[i], "answer")->number.units;
    return (struct date){ numbers[0], numbers[1], numbers[2] };
}

static void add_head(struct writer *w)
{
    static const char *const STATUS[] = { "final", "provisional", "illustrative" };
    const struct form_request *request = &w->group->request;
    struct answered at = { 1, w->group->answers[0], fill_in_sheet(w->group->answers[0]->book, FORM_COVER), NULL };
    const char *supersedes = form_entry(at.answer->book, FORM_COVER, "supersedes", "answer")->text;
    const char *period = period_text(w->arena, request->period), *day = date_token(w->arena, issued(at.answer));
    enum regime regime = office_regime(request->office, request->period);
    w->results.id = supersedes ? arena_printf(w->arena, "%s-%s-%s", request->plan->id, period, day)
                               : arena_printf(w->arena, "%s-%s", request->plan->id, period);
    text_add(&w->out, "<results xmlns=\"urn:phuluc:results:1\"");
    xml_add_attribute(&w->out, "id", w->results.id);
    xml_add_attribute(&w->out, "plan", request->plan->id);
    xml_add_attribute(&w->out, "unit", request->plan->unit);
    xml_add_attribute(&w->out, "period", period);
    xml_add_attribute(&w->out, "regime", regime_token(regime));
    xml_add_attribute(&w->out, "cutOff", date_token(w->arena, period_last_day(request->period, regime)));
    xml_add_attribute(&w->out, "issued", day);
    xml_add_attribute(&w->out, "basis", basis_token((enum basis)w->basis));
    xml_add_attribute(&w->out, "supersedes", supersedes);
    xml_add_attribute(&w->out, "status", STATUS[w->status]);
    text_add(&w->out, ">");
    at.row = fill_in_row(at.sheet, "year");
    end_line(w, &at, cell_of(&at, "answer"));
}

struct form_results form_results_write(const struct form_group *group, const struct fill_in_book *all, struct arena *arena)
{
    const struct fill_in_book *first = group->answers[0]->book;
    struct writer w = { .group = group,
                        .all = all,
                        .out = text_in(arena),
                        .status = form_choice(FORM_STATUS, form_entry(first, FORM_COVER, "status", "answer")->text),
                        .basis = form_choice(FORM_BASIS, form_entry(first, FORM_COVER, "basis", "answer")->text),
                        .arena = arena };
    text_add(&w.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    end_line(&w, NULL, NULL);
    text_add(&w.out,
             "<!-- Lập bằng phuluc import từ biểu đã điền; số sai thì sửa trong biểu rồi đọc lại, không sửa ở đây. -->");
    end_line(&w, NULL, NULL);
    add_head(&w);
    add_origins(&w);
    add_values(&w);
    add_money(&w);
    add_words(&w);
    text_add(&w.out, "</results>");
    end_line(&w, NULL, NULL);
    w.results.text = text_str(&w.out);
    return w.results;
}

const char *form_results_marked(const struct form_results *results, struct arena *arena)
{
    struct text out = text_in(arena);
    const char *line = results->text;
    for (size_t i = 0; *line; i++) {
        const char *end = strchr(line, '\n');
        size_t length = end ? (size_t)(end - line) + 1 : strlen(line);
        if (i < results->line_count && results->lines[i].doubt)
            text_addf(&out, "%.*s<?doubt %s?>\n", (int)strspn(line, " "), line, results->lines[i].doubt);
        text_addf(&out, "%.*s", (int)length, line);
        line += length;
    }
    return text_str(&out);
}
