/* How a value that the schema refuses is to be written, read from the library's message. Private to the XML reader. */
#ifndef PHULUC_INPUT_XML_FORM_H
#define PHULUC_INPUT_XML_FORM_H

#include <stdbool.h>

#include "base/arena.h"

/* "một năm, ví dụ 2021", "a year, such as 2021": what is to be written, in Vietnamese and English. */
struct form {
    const char *vi, *en;
};

struct form xml_form(struct arena *arena, const char *message);

/* True if the message is about a number of ours. */
bool xml_form_is_number(const char *message);

/* The text between the first `open` and the next `close`; NULL if there is none. */
const char *xml_between(struct arena *arena, const char *text, const char *open, const char *close);

#endif
