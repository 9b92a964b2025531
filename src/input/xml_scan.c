#include "input/xml_scan.h"

#include <ctype.h>
#include <errno.h>

#include "base/text.h"
#include "input/limits.h"

struct scan {
    const char *at;
    size_t depth, elements, namespaces;
    size_t length;         /* of the text of the element being read, so far */
    bool blank;            /* its last character was white space */
    enum limit limit;      /* the one that is passed */
    const char *passed_at; /* NULL if none is */
};

static bool starts(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Past the next `end`; NULL if it never comes. */
static const char *past(const char *text, const char *end)
{
    const char *found = strstr(text, end);
    return found ? found + strlen(end) : NULL;
}

/* Past a comment or processing instruction, text itself if it is none; NULL if it does not end. */
static const char *past_remark(const char *text)
{
    if (starts(text, "<!--"))
        return past(text + strlen("<!--"), "-->");
    return starts(text, "<?") ? past(text, "?>") : text;
}

const char *xml_first_tag(const char *text)
{
    while (text && (text = strchr(text, '<')) != NULL) {
        const char *next = past_remark(text);
        if (next == text)
            return text;
        text = next;
    }
    return NULL;
}

long xml_line_of(const char *text, const char *at)
{
    long line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

static void require(struct scan *scan, bool kept, enum limit limit, const char *at)
{
    if (kept || scan->passed_at)
        return;
    scan->passed_at = at;
    scan->limit = limit;
}

/* Past one character or one reference to a character. */
static const char *past_character(const char *text, const char *end)
{
    enum { REFERENCE_MAX = 12 };
    const char *next = text + 1;
    if (*text == '&') {
        size_t left = (size_t)(end - text);
        const char *semicolon = memchr(text, ';', left < REFERENCE_MAX ? left : (size_t)REFERENCE_MAX);
        return semicolon ? semicolon + 1 : next;
    }
    while (next < end && ((unsigned char)*next & 0xc0) == 0x80)
        next++;
    return next;
}

static void count_text(struct scan *scan, const char *text, const char *end)
{
    const char *start = text;
    while (text < end) {
        bool blank = is_blank(*text);
        scan->length += !(blank && scan->blank);
        scan->blank = blank;
        text = past_character(text, end);
    }
    require(scan, scan->length <= XML_TEXT_MAX, LIMIT_XML_TEXT_MAX, start);
}

static void new_text(struct scan *scan)
{
    scan->length = 0;
    scan->blank = true;
}

/* A quoted value; it ends where a tag starts, too: there must be none in it. */
static const char *scan_value(struct scan *scan, const char *at)
{
    const char stop[] = { *at, '<', '\0' };
    const char *start = at + 1, *end = start + strcspn(start, stop);
    new_text(scan);
    count_text(scan, start, end);
    return *end == *at ? end + 1 : end;
}

/* From behind a '<' to behind the '>', or to what must not stand in a tag. */
static void scan_start_tag(struct scan *scan)
{
    size_t attributes = 0;
    const char *tag = scan->at, *at = tag, *name = at;
    while (*at && *at != '>' && *at != '<' && !scan->passed_at) {
        size_t length = strcspn(at, " \t\r\n=\"'<>");
        if (length) {
            name = at;
            at += length;
            require(scan, length <= XML_NAME_MAX, LIMIT_XML_NAME_MAX, name);
        } else if (*at == '"' || *at == '\'') {
            scan->namespaces += starts(name, "xmlns");
            require(scan, ++attributes <= XML_ATTRIBUTES_MAX, LIMIT_XML_ATTRIBUTES_MAX, tag);
            at = scan_value(scan, at);
        } else {
            at++;
        }
    }
    require(scan, ++scan->elements <= XML_ELEMENTS_MAX, LIMIT_XML_ELEMENTS_MAX, tag);
    require(scan, scan->namespaces <= XML_NAMESPACES_MAX, LIMIT_XML_NAMESPACES_MAX, tag);
    scan->depth += at[-1] != '/';
    require(scan, scan->depth <= XML_DEPTH_MAX, LIMIT_XML_DEPTH_MAX, tag);
    scan->at = at + (*at == '>');
    new_text(scan);
}

static void scan_cdata(struct scan *scan)
{
    const char *start = scan->at + strlen("<![CDATA["), *next = past(start, "]]>");
    if (next)
        count_text(scan, start, next - strlen("]]>"));
    scan->at = next;
}

/* At a '<'. */
static void scan_markup(struct scan *scan)
{
    const char *next = past_remark(scan->at);
    if (next != scan->at) {
        scan->at = next;
    } else if (starts(scan->at, "<![CDATA[")) {
        scan_cdata(scan);
    } else if (scan->at[1] == '/' || scan->at[1] == '!') {
        scan->depth -= scan->at[1] == '/' && scan->depth > 0;
        scan->at = past(scan->at, ">");
        new_text(scan);
    } else {
        scan->at++;
        scan_start_tag(scan);
    }
}

bool xml_scan(const char *text, const char *path, struct findings *findings)
{
    struct scan scan = { .at = text, .blank = true };
    while (scan.at && *scan.at && !scan.passed_at) {
        const char *tag = scan.at + strcspn(scan.at, "<");
        count_text(&scan, scan.at, tag);
        scan.at = tag;
        if (*tag && !scan.passed_at)
            scan_markup(&scan);
    }
    if (scan.passed_at)
        limit_passed(scan.limit, (struct place){ path, xml_line_of(text, scan.passed_at) }, findings);
    return !scan.passed_at;
}

/* The character that a reference stands for, and where it ends; 0 if it is none that XML allows. */
static uint32_t referenced(const char *text, const char **end)
{
    bool hex = text[2] == 'x';
    const char *digits = text + (hex ? 3 : 2);
    char *after;
    errno = 0;
    unsigned long c = isxdigit((unsigned char)*digits) ? strtoul(digits, &after, hex ? 16 : 10) : 0;
    bool allowed = c >= ' ' && c <= 0x10ffff && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff && !errno;
    if (!allowed || *after != ';')
        return 0;
    *end = after + 1;
    return (uint32_t)c;
}

static void add_newlines(struct text *out, const char *from, const char *to)
{
    for (; from < to; from++)
        if (*from == '\n')
            text_add(out, "\n");
}

/* What stands at a '<' and is no tag is passed over: comments are dropped, what is in a CDATA section is no reference. */
static const char *add_markup(struct text *out, const char *at)
{
    const char *next = past_remark(at);
    if (next != at) {
        next = next ? next : at + strlen(at);
        add_newlines(out, at, next);
        return next;
    }
    next = starts(at, "<![CDATA[") ? past(at, "]]>") : at + 1;
    next = next ? next : at + strlen(at);
    text_addn(out, at, (size_t)(next - at));
    return next;
}

/* Most files have nothing but tags and texts; the declaration at the start is as good as a tag. */
static bool is_plain(const char *text)
{
    return !strstr(text, "&#") && !strstr(text, "<!") && !(*text && strstr(text + 1, "<?"));
}

const char *xml_plain(struct arena *arena, const char *text)
{
    if (is_plain(text))
        return text;
    struct text out = text_in(arena);
    while (*text) {
        size_t length = strcspn(text, "<&");
        text_addn(&out, text, length);
        text += length;
        uint32_t c = starts(text, "&#") ? referenced(text, &text) : 0;
        if (c)
            text_add_codepoint(&out, c);
        else if (*text == '<')
            text = add_markup(&out, text);
        else if (*text)
            text_addn(&out, text++, 1);
    }
    return text_str(&out);
}
