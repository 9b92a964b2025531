#include "base/syllable.h"

#include <utf8proc.h>

/* Longer ones first where one starts with the other. */
static const char *const INITIALS[] = { "ngh", "ng", "nh", "th", "tr", "ch", "kh", "ph", "gh", "gi", "qu", "b", "c", "d",
                                        "D",   "g",  "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v", "x", "" };
static const char *const RIMES[] = {
    "Ac",  "Am",   "An",   "Ang", "Ap",  "At",   "Bc",   "Bm",   "Bn",  "Bng",  "Bp",   "Bt",   "Bu",   "By",  "E",
    "Ech", "Em",   "En",   "Enh", "Ep",  "Et",   "Eu",   "O",    "Oc",  "Oi",   "Om",   "On",   "Ong",  "Op",  "Ot",
    "P",   "Pi",   "Pm",   "Pn",  "Pp",  "Pt",   "U",    "UPc",  "UPi", "UPm",  "UPn",  "UPng", "UPp",  "UPt", "UPu",
    "Ua",  "Uc",   "Ui",   "Ung", "Ut",  "Uu",   "a",    "ac",   "ach", "ai",   "am",   "an",   "ang",  "anh", "ao",
    "ap",  "at",   "au",   "ay",  "e",   "ec",   "em",   "en",   "eng", "eo",   "ep",   "et",   "i",    "iEc", "iEm",
    "iEn", "iEng", "iEp",  "iEt", "iEu", "ia",   "ich",  "im",   "in",  "inh",  "ip",   "it",   "iu",   "o",   "oAc",
    "oAm", "oAn",  "oAng", "oAt", "oa",  "oac",  "oach", "oai",  "oam", "oan",  "oang", "oanh", "oao",  "oap", "oat",
    "oay", "oc",   "oe",   "oen", "oeo", "oet",  "oi",   "om",   "on",  "ong",  "ooc",  "oong", "op",   "ot",  "u",
    "uBn", "uBng", "uBt",  "uBy", "uE",  "uEch", "uEn",  "uEnh", "uOc", "uOi",  "uOm",  "uOn",  "uOng", "uOt", "uP",
    "ua",  "uc",   "ui",   "um",  "un",  "ung",  "up",   "ut",   "uy",  "uyEn", "uyEt", "uya",  "uych", "uyn", "uynh",
    "uyp", "uyt",  "uyu",  "y",   "yEm", "yEn",  "yEng", "yEt",  "yEu", "ych",  "yn",   "ynh",  "yt",
};

void spelling_add(struct spelling *spelling, char letter, enum tone tone)
{
    bool known = (letter >= 'a' && letter <= 'z') || (letter && strchr("ABDEOPU", letter));
    if (!known || spelling->length + 1 >= SPELLING_SIZE) {
        spelling->foreign = true;
        return;
    }
    spelling->letters[spelling->length++] = letter;
    spelling->letters[spelling->length] = '\0';
    spelling_add_tone(spelling, tone);
}

void spelling_add_tone(struct spelling *spelling, enum tone tone)
{
    if (tone == TONE_LEVEL)
        return;
    spelling->tone = tone;
    spelling->tones++;
}

/* The letter with a mark that makes another letter of it; '\0' if the two do not go together. */
static char marked(char letter, utf8proc_int32_t mark)
{
    enum { CIRCUMFLEX = 0x302, BREVE = 0x306, HORN = 0x31b };
    const char *from = mark == CIRCUMFLEX ? "aeo" : mark == BREVE ? "a" : "ou";
    const char *to = mark == CIRCUMFLEX ? "BEO" : mark == BREVE ? "A" : "PU";
    const char *at = strchr(from, letter);
    bool known = mark == CIRCUMFLEX || mark == BREVE || mark == HORN;
    if (!known || !letter || !at)
        return '\0';
    return to[at - from];
}

static enum tone tone_of(utf8proc_int32_t mark)
{
    enum { GRAVE = 0x300, ACUTE = 0x301, TILDE = 0x303, HOOK = 0x309, DOT_BELOW = 0x323 };
    switch (mark) {
    case GRAVE: return TONE_HUYEN;
    case HOOK: return TONE_HOI;
    case TILDE: return TONE_NGA;
    case ACUTE: return TONE_SAC;
    case DOT_BELOW: return TONE_NANG;
    default: return TONE_LEVEL;
    }
}

void spelling_add_unicode(struct spelling *spelling, uint32_t letter)
{
    enum { PARTS = 4, CAPITAL_D_STROKE = 0x110, SMALL_D_STROKE = 0x111 };
    utf8proc_int32_t parts[PARTS];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)letter, parts, PARTS, UTF8PROC_DECOMPOSE, &boundary);
    if (letter == CAPITAL_D_STROKE || letter == SMALL_D_STROKE) {
        spelling_add(spelling, 'D', TONE_LEVEL);
        return;
    }
    utf8proc_int32_t base = count > 0 ? utf8proc_tolower(parts[0]) : 0;
    char plain = '\0';
    if (base >= 'a' && base <= 'z')
        plain = (char)base;
    enum tone tone = TONE_LEVEL;
    for (utf8proc_ssize_t i = 1; i < count && i < PARTS; i++) {
        if (tone_of(parts[i]))
            tone = tone_of(parts[i]);
        else
            plain = marked(plain, parts[i]);
    }
    spelling_add(spelling, plain, tone);
}

static bool is_one_of(const char *text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, list[i]) == 0)
            return true;
    return false;
}

/* k, gh and ngh are written before e, ê, i and y; c, g and ng before the other vowels, and g before i. */
static bool goes_before(const char *initial, const char *rime)
{
    bool front = *rime && strchr("eEiy", *rime);
    if (strcmp(initial, "k") == 0 || strcmp(initial, "gh") == 0 || strcmp(initial, "ngh") == 0)
        return front;
    if (strcmp(initial, "g") == 0)
        return !front || *rime == 'i';
    return !front || (strcmp(initial, "c") != 0 && strcmp(initial, "ng") != 0);
}

/* What ends in a stop has one of two tones. */
static bool goes_with(const char *rime, enum tone tone)
{
    char last = rime[strlen(rime) - 1];
    bool stop = last == 'c' || last == 'p' || last == 't' || (last == 'h' && rime[strlen(rime) - 2] == 'c');
    return !stop || tone == TONE_SAC || tone == TONE_NANG;
}

bool spelling_is_syllable(const struct spelling *spelling)
{
    const char *text = spelling->letters;
    if (spelling->foreign || spelling->tones > 1)
        return false;
    for (size_t i = 0; i < sizeof INITIALS / sizeof *INITIALS; i++) {
        const char *rime = text + strlen(INITIALS[i]);
        if (strncmp(text, INITIALS[i], strlen(INITIALS[i])) == 0 && goes_before(INITIALS[i], rime) &&
            is_one_of(rime, RIMES, sizeof RIMES / sizeof *RIMES) && goes_with(rime, spelling->tone))
            return true;
    }
    return false;
}
