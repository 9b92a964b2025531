#include "input/results_read.h"

#include "base/text.h"
#include "input/amount_read.h"
#include "input/limits.h"
#include "input/measure_read.h"

struct results_reader {
    struct results *results;
    bool provisional;
    enum basis basis; /* of the document */
    struct arena *arena;
    struct findings *findings;
};

static enum basis read_basis(const struct results_reader *reader, struct xml_node node)
{
    const char *basis = xml_attribute(node, "basis");
    if (!basis)
        return reader->basis;
    return strcmp(basis, "cumulative") == 0 ? BASIS_CUMULATIVE : BASIS_PERIOD;
}

static enum value_status read_status(const struct results_reader *reader, struct xml_node node)
{
    const char *status = xml_attribute(node, "status");
    if (!status)
        return reader->provisional ? STATUS_PROVISIONAL : STATUS_FINAL;
    if (strcmp(status, "not-reported") == 0)
        return STATUS_NOT_REPORTED;
    return strcmp(status, "provisional") == 0 ? STATUS_PROVISIONAL : STATUS_FINAL;
}

/* A value is reported or has a number, never both or neither; a target without number is reported in words. */
static void check_number(const struct results_reader *reader, struct xml_node node, const struct result_value *value,
                         const char *subject)
{
    const char *missing = measure_lacks(node, &value->measure);
    bool number = xml_attribute(node, "value") || xml_attribute(node, "low") || xml_attribute(node, "high");
    if (value->status == STATUS_NOT_REPORTED && number)
        finding_add_about(reader->findings, FINDING_NUMBER_NOT_REPORTED, value->place, ABOUT(subject), subject, NULL);
    else if (value->status != STATUS_NOT_REPORTED && missing && (number || !*value->note))
        finding_add_about(reader->findings, FINDING_VALUE_MISSING, value->place, ABOUT(subject), subject, missing, NULL);
}

/* Of an estimate; what is no period has been told by the schema. */
static struct forecast read_forecast(struct xml_node node)
{
    struct forecast forecast = { 0 };
    bool estimate = xml_is(node, "estimate") || xml_is(node, "estimated");
    return estimate && forecast_parse(&forecast, xml_text(node, "period")) ? forecast : (struct forecast){ 0 };
}

static void read_value(const struct results_reader *reader, struct xml_node node, struct result_value *value)
{
    *value = (struct result_value){ .place = xml_place(node),
                                    .forecast = read_forecast(node),
                                    .target = xml_attribute(node, "target"),
                                    .indicator = xml_attribute(node, "indicator"),
                                    .measure = measure_read(node),
                                    .basis = read_basis(reader, node),
                                    .status = read_status(reader, node),
                                    .data_source = xml_attribute(node, "dataSource"),
                                    .note = xml_content(node) };
    const char *subject = value->target ? value->target : value->indicator;
    measure_check_numbers(node, &value->measure, subject, reader->findings);
    if (!subject) /* nobody looks at it further */
        finding_add(reader->findings, FINDING_VALUE_OF_NOTHING, value->place, xml_name(node), NULL);
    else
        check_number(reader, node, value, subject);
}

static enum phase read_phase(struct xml_node node)
{
    if (xml_is(node, "carriedIn"))
        return PHASE_CARRIED_IN;
    return xml_is(node, "allocated") ? PHASE_ALLOCATED : PHASE_DISBURSED;
}

static int budget_year(const struct results_reader *reader, struct xml_node node, struct forecast forecast)
{
    if (forecast.span)
        return forecast.last.year;
    return xml_attribute(node, "year") ? xml_year(node, "year") : reader->results->period.year;
}

static void read_amount(const struct results_reader *reader, struct xml_node node, enum money_unit unit,
                        struct result_money *money)
{
    const char *text = xml_content(node);
    struct forecast forecast = read_forecast(node);
    struct dec number;
    *money = (struct result_money){ .place = xml_place(node),
                                    .forecast = forecast,
                                    .phase = read_phase(node),
                                    .source = xml_attribute(node, "source"),
                                    .of = xml_attribute(node, "of"),
                                    .year = budget_year(reader, node, forecast),
                                    .basis = read_basis(reader, node),
                                    .status = read_status(reader, node) };
    struct amount_at at = { .place = money->place, .subject = reader->results->id, .source = money->source };
    if (*text && money->status == STATUS_NOT_REPORTED)
        finding_add_about(reader->findings, FINDING_NUMBER_NOT_REPORTED, money->place, ABOUT(at.subject), xml_name(node),
                          NULL);
    else if (*text)
        money->reported = amount_read(&money->dong, &number, text, unit, at, reader->findings);
    else if (money->status != STATUS_NOT_REPORTED)
        finding_add_about(reader->findings, FINDING_VALUE_MISSING, money->place, ABOUT(at.subject), xml_name(node),
                          xml_name(node), NULL);
}

static size_t count_children(struct xml_node parent)
{
    size_t count = 0;
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        count++;
    return count;
}

/* More than any report has; beyond that comparing all with all would take for ever. */
static bool is_crowded(const struct results_reader *reader, struct xml_node root, size_t amounts)
{
    if (count_children(root) + amounts <= RESULT_FIGURES_MAX)
        return false;
    finding_add(reader->findings, FINDING_RESULTS_TOO_MANY, reader->results->place,
                arena_printf(reader->arena, "%d", RESULT_FIGURES_MAX), NULL);
    return true;
}

static void read_money(const struct results_reader *reader, struct xml_node money)
{
    struct results *results = reader->results;
    enum money_unit unit = money_unit_parse(xml_text(money, "moneyUnit"));
    struct xml_node node;
    results->money = arena_alloc(reader->arena, count_children(money), sizeof *results->money);
    results->money_estimates = arena_alloc(reader->arena, xml_count(money, "estimated"), sizeof *results->money_estimates);
    for (bool more = xml_first(&node, money); more; more = xml_next(&node))
        read_amount(reader, node, unit,
                    xml_is(node, "estimated") ? &results->money_estimates[results->money_estimate_count++]
                                              : &results->money[results->money_count++]);
}

static void read_assessment(const struct results_reader *reader, struct xml_node node, struct assessment *assessment)
{
    struct xml_node paragraph;
    *assessment = (struct assessment){ .kind = assessment_kind_parse(xml_attribute(node, "kind")) };
    assessment->paragraphs = arena_alloc(reader->arena, xml_count(node, "p"), sizeof *assessment->paragraphs);
    for (bool more = xml_first(&paragraph, node); more; more = xml_next(&paragraph))
        if (xml_is(paragraph, "p"))
            assessment->paragraphs[assessment->count++] = xml_content(paragraph);
}

static void read_body(const struct results_reader *reader, struct xml_node root)
{
    struct results *results = reader->results;
    struct xml_node money, node;
    bool has_money = xml_child(&money, root, "money");
    size_t amounts = has_money ? count_children(money) : 0;
    if (is_crowded(reader, root, amounts))
        return;
    results->values = arena_alloc(reader->arena, xml_count(root, "value"), sizeof *results->values);
    results->estimates = arena_alloc(reader->arena, xml_count(root, "estimate"), sizeof *results->estimates);
    results->assessments = arena_alloc(reader->arena, xml_count(root, "assessment"), sizeof *results->assessments);
    results->notes = arena_alloc(reader->arena, xml_count(root, "note"), sizeof *results->notes);
    for (bool more = xml_first(&node, root); more; more = xml_next(&node)) {
        if (xml_is(node, "value"))
            read_value(reader, node, &results->values[results->value_count++]);
        else if (xml_is(node, "estimate"))
            read_value(reader, node, &results->estimates[results->estimate_count++]);
        else if (xml_is(node, "assessment"))
            read_assessment(reader, node, &results->assessments[results->assessment_count++]);
        else if (xml_is(node, "note"))
            results->notes[results->note_count++] = xml_content(node);
    }
    if (has_money)
        read_money(reader, money);
}

static struct date read_date(struct xml_node node, const char *attribute)
{
    struct date date;
    return date_parse(&date, xml_text(node, attribute)) ? date : (struct date){ 0 };
}

static const char *regime_words(enum regime regime, enum language language)
{
    if (regime == REGIME_ND09)
        return language == LANGUAGE_EN ? "Decree 09/2019 (nd09)" : "Nghị định 09/2019/NĐ-CP (nd09)";
    return language == LANGUAGE_EN ? "the calendar (calendar)" : "theo lịch (calendar)";
}

static bool has_final(const struct results *results)
{
    for (size_t i = 0; i < results->value_count; i++)
        if (results->values[i].status == STATUS_FINAL)
            return true;
    for (size_t i = 0; i < results->money_count; i++)
        if (results->money[i].status == STATUS_FINAL)
            return true;
    return false;
}

/* The dates must say what the period and the regime say. */
static void check_dates(const struct results_reader *reader)
{
    const struct results *results = reader->results;
    struct arena *arena = reader->arena;
    if (!results->period.year || !results->cut_off.year || !results->issued.year)
        return; /* told already */
    struct date last = period_last_day(results->period, results->regime);
    if (!date_equal(last, results->cut_off)) {
        const char *what =
            arena_printf(arena, "%s → %s", period_text(arena, results->period), date_token(arena, results->cut_off));
        finding_add_about(reader->findings, FINDING_CUT_OFF, results->place, ABOUT(results->id), what,
                          regime_words(results->regime, LANGUAGE_VI), date_token(arena, last),
                          regime_words(results->regime, LANGUAGE_EN), NULL);
    } else if (date_cmp(results->issued, results->cut_off) < 0 && has_final(results)) {
        finding_add_about(reader->findings, FINDING_ISSUED_BEFORE_CUT_OFF, results->place, ABOUT(results->id),
                          date_token(arena, results->issued), date_token(arena, results->cut_off), NULL);
    }
}

static void read_head(struct results_reader *reader, struct xml_node root)
{
    struct results *results = reader->results;
    const char *status = xml_text(root, "status");
    *results = (struct results){ .place = xml_place(root),
                                 .id = xml_text(root, "id"),
                                 .plan = xml_text(root, "plan"),
                                 .unit = unit_code_known(xml_text(root, "unit")),
                                 .regime = regime_parse(xml_text(root, "regime")),
                                 .cut_off = read_date(root, "cutOff"),
                                 .issued = read_date(root, "issued"),
                                 .supersedes = xml_attribute(root, "supersedes"),
                                 .illustrative = strcmp(status, "illustrative") == 0 };
    if (!period_parse(&results->period, xml_text(root, "period")))
        results->period = (struct period){ 0 };
    reader->provisional = strcmp(status, "provisional") == 0;
    reader->basis = strcmp(xml_text(root, "basis"), "cumulative") == 0 ? BASIS_CUMULATIVE : BASIS_PERIOD;
}

void results_read(struct results_list *list, struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                  struct findings *findings)
{
    bool valid;
    size_t before = findings->count;
    struct xml_doc *doc = xml_open(file, schema, "results", "urn:phuluc:results:1", &valid, findings);
    if (!doc)
        return;
    struct results_reader reader = { .arena = arena, .findings = findings };
    reader.results = arena_alloc(arena, 1, sizeof *reader.results);
    struct xml_node root = xml_root(doc, arena);
    read_head(&reader, root);
    read_body(&reader, root);
    check_dates(&reader);
    xml_close(doc);
    reader.results->faulty = !valid || findings_have_error_since(findings, before);
    struct results **added = ARENA_PUSH(arena, list->items, list->count, list->capacity);
    *added = reader.results;
}
