#include "base/text.h"
#include "input/xml_fault.h"

struct syntax {
    int code;
    const char *what_vi, *remedy_vi, *what_en, *remedy_en;
};

static const struct syntax SYNTAX[] = {
#define SYNTAX(code, vi, vi_remedy, en, en_remedy) { code, vi, vi_remedy, en, en_remedy },
#include "input/xml_syntax.def"
#undef SYNTAX
};

/* Puts the names and the number that come with the error into a sentence. */
static const char *fill(struct arena *arena, const char *sentence, xmlErrorPtr error)
{
    struct text out = text_in(arena);
    for (; *sentence; sentence++) {
        bool hole = sentence[0] == '{' && sentence[1] >= '0' && sentence[1] <= '2' && sentence[2] == '}';
        if (!hole)
            text_addn(&out, sentence, 1);
        else if (sentence[1] == '2')
            text_addf(&out, "%d", error->int1);
        else
            text_add(&out, sentence[1] == '0' ? (error->str1 ? error->str1 : "…") : (error->str2 ? error->str2 : "…"));
        if (hole)
            sentence += 2;
    }
    return text_str(&out);
}

/* What follows from a fault on the same line would only confuse. */
static bool is_consequence(const struct findings *findings, struct place place)
{
    const struct finding *last = findings->count ? &findings->items[findings->count - 1] : NULL;
    return last && (last->code == FINDING_MALFORMED || last->code == FINDING_ENTITY) &&
           last->place.line == place.line && text_equal(last->place.file, place.file);
}

static void report_syntax(struct xml_fault_context *context, struct place place, xmlErrorPtr error)
{
    struct arena *arena = context->findings->arena;
    for (size_t i = 0; i < sizeof SYNTAX / sizeof *SYNTAX; i++)
        if (SYNTAX[i].code == error->code) {
            finding_add(context->findings, FINDING_MALFORMED, place, fill(arena, SYNTAX[i].what_vi, error),
                        fill(arena, SYNTAX[i].remedy_vi, error), fill(arena, SYNTAX[i].what_en, error),
                        fill(arena, SYNTAX[i].remedy_en, error), NULL);
            return;
        }
    const char *message = text_collapse(arena, error->message ? error->message : "?");
    finding_add(context->findings, FINDING_MALFORMED, place, message, "sửa thẻ, dấu ngoặc hoặc dấu nháy ở dòng này",
                message, "mend the tag, bracket or quote on this line", NULL);
}

void xml_fault_parse(void *data, xmlErrorPtr error)
{
    struct xml_fault_context *context = data;
    struct place place = { context->file, error->line };
    bool entity = error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY ||
                  error->code == XML_ERR_ENTITY_LOOP;
    if ((error->level < XML_ERR_ERROR && !entity) || is_consequence(context->findings, place))
        return;
    if (entity)
        finding_add(context->findings, FINDING_ENTITY, place, error->str1 ? error->str1 : "…", NULL);
    else
        report_syntax(context, place, error);
}
