#include "base/numfmt.h"

#include "base/text.h"

/* "%" stands close to its number, a word does not. */
static const char *gap_before(const char *suffix)
{
    return *suffix == '%' ? "" : " ";
}

static void add_whole(struct text *out, const char *digits, size_t count, bool plain)
{
    size_t first = plain ? count : count % 3; /* how many stand before groups of three */
    text_addn(out, digits, first);
    for (size_t i = first; i < count; i += 3) {
        if (i)
            text_add(out, ".");
        text_addn(out, digits + i, 3);
    }
}

/* Decimals as asked for; more only where dropping them would change the value. */
static void add_fraction(struct text *out, const char *digits, unsigned decimals)
{
    size_t count = strlen(digits);
    while (count > decimals && digits[count - 1] == '0')
        count--;
    if (!count && !decimals)
        return;
    text_add(out, ",");
    text_addn(out, digits, count);
    for (; count < decimals; count++)
        text_add(out, "0");
}

const char *numfmt_print(struct arena *arena, struct numfmt format, struct dec value, struct numfmt_parts *parts)
{
    *parts = (struct numfmt_parts){ 1, 0, 1 };
    if (format.dash && !value.units)
        return "-";
    char buffer[DEC_TEXT_SIZE];
    const char *digits = dec_format(buffer, value);
    struct text out = text_in(arena);
    if (*digits == '-') {
        text_add(&out, "-");
        digits++;
    }
    size_t whole = strcspn(digits, ".");
    add_whole(&out, digits, whole, format.plain);
    parts->tail = (uint32_t)out.length;
    add_fraction(&out, digits[whole] ? digits + whole + 1 : "", format.decimals);
    parts->decimals = (uint32_t)out.length - parts->tail;
    if (format.suffix) {
        text_add(&out, gap_before(format.suffix));
        text_add(&out, format.suffix);
    }
    parts->end = (uint32_t)out.length;
    return text_str(&out);
}

const char *numfmt_text(struct arena *arena, struct numfmt format, struct dec value)
{
    struct numfmt_parts parts;
    return numfmt_print(arena, format, value, &parts);
}

/* Letters stand in quotes; a double quote cannot and is escaped outside of them. */
static void add_literal(struct text *out, const char *literal)
{
    bool open = false;
    for (; *literal; literal++) {
        bool quote = *literal == '"';
        if (quote == open)
            text_add(out, "\"");
        open = !quote;
        text_add(out, quote ? "\\" : "");
        text_addn(out, literal, 1);
    }
    text_add(out, open ? "\"" : "");
}

static void add_section(struct text *out, struct numfmt format)
{
    text_add(out, format.plain ? "0" : "#,##0");
    if (format.decimals)
        text_add(out, ".");
    for (unsigned i = 0; i < format.decimals; i++)
        text_add(out, "0");
    if (format.suffix)
        add_literal(out, arena_printf(out->arena, "%s%s", gap_before(format.suffix), format.suffix));
}

const char *numfmt_excel(struct arena *arena, struct numfmt format)
{
    struct text out = text_in(arena);
    add_section(&out, format);
    if (format.dash) {
        text_add(&out, ";-");
        add_section(&out, format);
        text_add(&out, ";\"-\"");
    }
    return text_str(&out);
}
