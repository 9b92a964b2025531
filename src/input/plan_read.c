#include "input/plan_reader.h"

#include "base/text.h"

void tell_crowded(struct plan_reader *reader, struct place place, int limit)
{
    if (!reader->crowded)
        finding_add(reader->findings, FINDING_TOO_MANY, place, arena_printf(reader->arena, "%d", limit), NULL);
    reader->crowded = true;
}

const char *read_id(struct plan_reader *reader, struct xml_node node)
{
    const char *id = xml_text(node, "id");
    struct place place = xml_place(node);
    if (reader->ids.count >= IDS_MAX) {
        tell_crowded(reader, place, IDS_MAX);
        return id;
    }
    size_t *known = *id ? map_at(&reader->ids, id) : NULL;
    if (known && *known)
        finding_add_about(reader->findings, FINDING_DUPLICATE_ID, place, ABOUT(id), id,
                          arena_printf(reader->arena, "%zu", *known - 1), NULL);
    else if (known) {
        *known = (size_t)place.line + 1;
        const char **listed = ARENA_PUSH(reader->scratch, reader->id_list, reader->id_count, reader->id_capacity);
        *listed = id;
    }
    return id;
}

const char **split_ids(struct plan_reader *reader, const char *text, size_t *count)
{
    const char **ids = NULL;
    size_t capacity = 0;
    while (*text) {
        size_t length = strcspn(text, " ");
        const char **id = ARENA_PUSH(reader->arena, ids, *count, capacity);
        *id = arena_copy(reader->arena, text, length);
        text += length + (text[length] == ' ');
    }
    return ids;
}

const char **read_texts(struct plan_reader *reader, struct xml_node parent, const char *name, size_t *count)
{
    const char **texts = arena_alloc(reader->arena, xml_count(parent, name), sizeof *texts);
    struct xml_node child;
    *count = 0;
    for (bool more = xml_first(&child, parent); more; more = xml_next(&child))
        if (xml_is(child, name))
            texts[(*count)++] = xml_content(child);
    return texts;
}

static void read_period(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    struct xml_node node;
    if (!xml_child(&node, root, "period"))
        return;
    plan->first_year = xml_year(node, "first");
    plan->last_year = xml_year(node, "last");
    if (!plan->first_year || !plan->last_year)
        return;
    if (plan->first_year > plan->last_year || plan->last_year - plan->first_year >= PLAN_YEARS_MAX) {
        finding_add(reader->findings, FINDING_PERIOD_REVERSED, xml_place(node),
                    arena_printf(reader->arena, "%d-%d", plan->first_year, plan->last_year),
                    arena_printf(reader->arena, "%d", PLAN_YEARS_MAX), NULL);
        plan->first_year = plan->last_year = 0;
    }
}

static void check_repeal(struct plan_reader *reader, const struct relation *relation, const struct repeal *repeal)
{
    struct findings *findings = reader->findings;
    for (const struct repeal *other = relation->repeals; other < repeal; other++)
        if (strcmp(other->ref, repeal->ref) == 0)
            finding_add_about(findings, FINDING_REPEAL_TWICE, repeal->place, ABOUT(repeal->ref), repeal->ref,
                              arena_printf(reader->arena, "%ld", other->place.line), NULL);
    if (relation->replaces)
        finding_add_about(findings, FINDING_REPEAL_REPLACING, repeal->place, ABOUT(repeal->ref), repeal->ref,
                          relation->plan, NULL);
}

static void read_repeals(struct plan_reader *reader, struct relation *relation, struct xml_node node)
{
    size_t count = xml_count(node, "repealed");
    struct xml_node child;
    if (count > IDS_MAX) {
        tell_crowded(reader, relation->place, IDS_MAX);
        return;
    }
    relation->repeals = arena_alloc(reader->arena, count, sizeof *relation->repeals);
    for (bool more = xml_first(&child, node); more; more = xml_next(&child)) {
        if (!xml_is(child, "repealed"))
            continue;
        struct repeal *repeal = &relation->repeals[relation->repeal_count++];
        *repeal = (struct repeal){ xml_place(child), xml_text(child, "ref") };
        check_repeal(reader, relation, repeal);
    }
}

static void read_relation(struct plan_reader *reader, struct xml_node node)
{
    struct plan *plan = reader->plan;
    struct relation *relation = &plan->relations[plan->relation_count++];
    *relation = (struct relation){ .place = xml_place(node),
                                   .replaces = strcmp(xml_text(node, "kind"), "replaces") == 0,
                                   .plan = xml_text(node, "plan") };
    if (!date_parse(&relation->effective, xml_text(node, "effective")))
        relation->effective = (struct date){ 0 };
    if (!xml_attribute(node, "effective"))
        finding_add_about(reader->findings, FINDING_MISSING_ATTRIBUTE, relation->place, ABOUT(relation->plan), "relation",
                          "effective", NULL);
    read_repeals(reader, relation, node);
}

/* Both plans are in force: there is no day from which one takes the place of the other. */
static void read_carried_out(struct plan_reader *reader, struct xml_node node)
{
    struct plan *plan = reader->plan;
    plan->carries_out[plan->carries_out_count++] = (struct carried_out){ xml_place(node), xml_text(node, "plan") };
    if (xml_attribute(node, "effective"))
        finding_add(reader->findings, FINDING_UNEXPECTED_ATTRIBUTE, xml_place(node), "relation kind=\"carries-out\"",
                    "effective", "kind, plan", NULL);
}

static void read_relations(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    size_t count = xml_count(root, "relation");
    plan->relations = arena_alloc(reader->arena, count, sizeof *plan->relations);
    plan->carries_out = arena_alloc(reader->arena, count, sizeof *plan->carries_out);
    struct xml_node node;
    for (bool more = xml_first(&node, root); more; more = xml_next(&node)) {
        if (!xml_is(node, "relation"))
            continue;
        if (strcmp(xml_text(node, "kind"), "carries-out") == 0)
            read_carried_out(reader, node);
        else
            read_relation(reader, node);
    }
}

static void read_head(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    plan->place = xml_place(root);
    plan->id = read_id(reader, root);
    plan->unit = unit_code_known(xml_text(root, "unit"));
    plan->programme = xml_attribute(root, "programme");
    plan->illustrative = strcmp(xml_text(root, "status"), "illustrative") == 0;
    if (!date_parse(&plan->as_of, xml_text(root, "asOf")))
        plan->as_of = (struct date){ 0 };
    struct xml_node node;
    if (xml_child(&node, root, "decision"))
        read_decision(reader, node);
}

static void read_rest(struct plan_reader *reader, struct xml_node root)
{
    read_sources(reader, root);
    read_measures(reader, root);
    read_past_results(reader, root);
    read_targets(reader, root);
    read_prose(reader, root);
    read_tables(reader, root);
    read_statements(reader, root);
    if (!reader->crowded)
        check_references(reader);
}

const struct plan *plan_read_apart(struct slurp *file, const struct xml_schema *schema, const struct catalogue *catalogue,
                                   struct plan_arenas arenas, struct findings *findings)
{
    bool valid;
    size_t before = findings->count;
    struct xml_doc *doc = xml_open(file, schema, "plan", "urn:phuluc:plan:1", &valid, findings);
    if (!doc)
        return NULL;
    struct arena scratch = ARENA_INIT;
    struct plan *plan = arena_alloc(arenas.rest, 1, sizeof *plan);
    struct plan_reader reader = { .plan = plan,
                                  .catalogue = catalogue,
                                  .arena = arenas.head,
                                  .scratch = &scratch,
                                  .findings = findings,
                                  .malformed = !valid,
                                  .ids = map_of_texts(&scratch),
                                  .unknown_sources = map_of_texts(&scratch) };
    struct xml_node root = xml_root(doc, arenas.head);
    read_head(&reader, root);
    read_period(&reader, root);
    read_relations(&reader, root);
    reader.arena = arenas.rest;
    read_rest(&reader, xml_root(doc, arenas.rest));
    valid = catalogue_check(catalogue, plan, findings) && valid;
    arena_release(&scratch);
    xml_close(doc);
    return valid && !findings_have_error_since(findings, before) ? plan : NULL;
}

const struct plan *plan_read(struct slurp *file, const struct xml_schema *schema, const struct catalogue *catalogue,
                             struct arena *arena, struct findings *findings)
{
    return plan_read_apart(file, schema, catalogue, (struct plan_arenas){ arena, arena }, findings);
}
