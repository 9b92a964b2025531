#include "base/text.h"
#include "input/xml_fault.h"

/* Codes of our own, in the place of one of the library's. */
enum { SYNTAX_CURLY_QUOTE = -1, SYNTAX_NO_END_TAG = -2 };

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
    return last && (last->code == FINDING_MALFORMED || last->code == FINDING_ENTITY) && last->place.line == place.line &&
           text_equal(last->place.file, place.file);
}

/* Faults of one place, after which tags still close as they opened. */
static bool is_local(int code)
{
    switch (code) {
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_HYPHEN_IN_COMMENT:
    case XML_ERR_MISPLACED_CDATA_END:
    case XML_ERR_RESERVED_XML_NAME:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_NS_ERR_UNDEFINED_NAMESPACE: return true;
    default: return false;
    }
}

/* Tags that do not match, or a file that ends too early or too late. */
static bool is_about_nesting(int code)
{
    switch (code) {
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
    case XML_ERR_DOCUMENT_END: return true;
    default: return false;
    }
}

/* Word makes curly quotes of straight ones; the parser has stopped at the first. */
static bool is_curly_quote(const xmlParserCtxt *parser)
{
    static const char *const QUOTES[] = { "“", "”", "„", "‘", "’" };
    for (size_t i = 0; parser && parser->input && i < sizeof QUOTES / sizeof *QUOTES; i++)
        if (strncmp((const char *)parser->input->cur, QUOTES[i], strlen(QUOTES[i])) == 0)
            return true;
    return false;
}

/* An element farther out has that name: its end tag is right, and the one of the element being read is missing. */
static bool is_open(const xmlParserCtxt *parser, const xmlChar *name)
{
    for (int i = 0; parser && name && i + 1 < parser->nameNr; i++)
        if (xmlStrEqual(parser->nameTab[i], name))
            return true;
    return false;
}

/* The code in xml_syntax.def: the library's, or one of those that tell more. */
static int syntax_code(xmlErrorPtr error)
{
    const xmlParserCtxt *parser = error->ctxt;
    if (error->code == XML_ERR_ATTRIBUTE_NOT_STARTED && is_curly_quote(parser))
        return SYNTAX_CURLY_QUOTE;
    if (error->code == XML_ERR_TAG_NAME_MISMATCH && is_open(parser, error->str2 ? (const xmlChar *)error->str2 : NULL))
        return SYNTAX_NO_END_TAG;
    return error->code;
}

static void report_syntax(struct xml_fault_context *context, struct place place, xmlErrorPtr error)
{
    struct arena *arena = context->findings->arena;
    int code = syntax_code(error);
    if (findings_full(context->findings, FINDING_MALFORMED, place.file)) {
        finding_add(context->findings, FINDING_MALFORMED, place, NULL);
        return;
    }
    for (size_t i = 0; i < sizeof SYNTAX / sizeof *SYNTAX; i++)
        if (SYNTAX[i].code == code) {
            finding_add(context->findings, FINDING_MALFORMED, place, fill(arena, SYNTAX[i].what_vi, error),
                        fill(arena, SYNTAX[i].remedy_vi, error), fill(arena, SYNTAX[i].what_en, error),
                        fill(arena, SYNTAX[i].remedy_en, error), NULL);
            return;
        }
    const char *message = text_collapse(arena, error->message ? error->message : "?");
    finding_add(context->findings, FINDING_MALFORMED, place, message, "sửa thẻ, dấu ngoặc hoặc dấu nháy ở dòng này",
                message, "correct the tag, bracket or quote on this line", NULL);
}

void xml_fault_parse(void *data, xmlErrorPtr error)
{
    struct xml_fault_context *context = data;
    struct place place = { context->file, error->line };
    bool entity = error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY ||
                  error->code == XML_ERR_ENTITY_LOOP;
    if ((error->level < XML_ERR_ERROR && !entity) || is_consequence(context->findings, place) ||
        (context->broken && is_about_nesting(error->code)))
        return;
    if (entity) {
        finding_add(context->findings, FINDING_ENTITY, place, error->str1 ? error->str1 : "…", NULL);
    } else {
        report_syntax(context, place, error);
        context->broken = context->broken || !is_local(error->code);
    }
}
