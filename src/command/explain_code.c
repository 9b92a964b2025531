/* What a finding means, for whoever reads its code at the end of a message. */
#include "base/text.h"
#include "command/query.h"

/* clang-format off */
#define COLUMNS(COLUMN)                                                            \
    COLUMN(code, WORD, finding_id(code))                                           \
    COLUMN(severity, WORD, severity_token(finding_usual_severity(code)))           \
    COLUMN(rule, WORD, finding_rule(code))                                         \
    COLUMN(meaning, WORD, finding_meaning(listing->arena, code, language))         \
    COLUMN(remedy, WORD, finding_advice(listing->arena, code, language))
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_code(struct listing *listing, enum finding_code code, enum language language)
{
    COLUMNS(LISTING_CELL)
}

static const char *in_words(enum finding_code code, enum language language, struct arena *arena)
{
    static const char *const LABELS
        [2][3] = { [LANGUAGE_VI] = { "Nghĩa là", "Phải làm", "Căn cứ" }, [LANGUAGE_EN] = { "Meaning", "Remedy", "Rule" } };
    struct text out = text_in(arena);
    text_addf(&out, "%s (%s)\n", finding_id(code), severity_words(finding_usual_severity(code), language));
    text_addf(&out, "%s: %s\n", LABELS[language][0], finding_meaning(arena, code, language));
    text_addf(&out, "%s: %s\n", LABELS[language][1], finding_advice(arena, code, language));
    text_addf(&out, "%s: %s\n", LABELS[language][2], finding_rule(code));
    return text_str(&out);
}

/* The operand has been looked up when the command line was read. */
struct answer run_explain_code(const struct job *job, struct arena *arena, struct findings *findings)
{
    enum finding_code code = finding_named(job->paths[0]);
    enum language language = job->batch.language;
    if (job->listing == LISTING_TEXT)
        return (struct answer){ .text = in_words(code, language, arena) };
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    list_code(&listing, code, language);
    return query_answer(&listing, job, findings);
}
