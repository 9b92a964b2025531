#include "base/xml_text.h"

void xml_add_text(struct text *out, const char *text)
{
    for (; *text; text++)
        if (*text == '&')
            text_add(out, "&amp;");
        else if (*text == '<')
            text_add(out, "&lt;");
        else if (*text == '"')
            text_add(out, "&quot;");
        else
            text_addn(out, text, 1);
}

void xml_add_attribute(struct text *out, const char *name, const char *value)
{
    if (!value)
        return;
    text_addf(out, " %s=\"", name);
    xml_add_text(out, value);
    text_add(out, "\"");
}
