#include "command/withheld.h"

#include "base/text.h"

/* As many names as a line has room for; the manifest has all. */
enum { NAMES_MOST = 8 };

static bool is_told(const struct delivery *delivery, size_t at)
{
    const struct withheld *own = &delivery->withheld[at];
    for (size_t i = 0; i < at; i++)
        if (delivery->withheld[i].what == own->what && strcmp(delivery->withheld[i].file, own->file) == 0)
            return true;
    return false;
}

/* The names of all reports that fared like the one at `first` because of the same file. */
static const char *names_of(const struct delivery *delivery, size_t first, enum language language)
{
    const struct withheld *own = &delivery->withheld[first];
    struct text names = text_in(delivery->arena);
    size_t count = 0;
    for (size_t i = first; i < delivery->withheld_count; i++) {
        const struct withheld *other = &delivery->withheld[i];
        if (other->what != own->what || strcmp(other->file, own->file) != 0)
            continue;
        if (count++ < NAMES_MOST)
            text_addf(&names, "%s%s", count > 1 ? ", " : "", other->report);
    }
    if (count > NAMES_MOST)
        text_addf(&names, language == LANGUAGE_EN ? " and %zu more" : " và %zu báo cáo khác", count - NAMES_MOST);
    return text_str(&names);
}

void withheld_tell(struct delivery *delivery)
{
    static const enum finding_code CODES[] = { [WITHHELD_KEPT] = FINDING_REPORTS_KEPT,
                                               [WITHHELD_NOT_MADE] = FINDING_REPORTS_NOT_MADE,
                                               [WITHHELD_PARTIAL] = FINDING_REPORTS_PARTIAL,
                                               [WITHHELD_GONE] = FINDING_INPUT_GONE };
    for (size_t i = 0; i < delivery->withheld_count; i++)
        if (!is_told(delivery, i))
            finding_add(delivery->findings, CODES[delivery->withheld[i].what],
                        (struct place){ delivery->withheld[i].file, 0 }, names_of(delivery, i, LANGUAGE_VI),
                        names_of(delivery, i, LANGUAGE_EN), NULL);
}
