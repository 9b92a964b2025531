#include "command/commands.h"

#include <string.h>

#include "base/text.h"

static const struct command COMMANDS[] = {
#define COMMAND(symbol, name, takes, operands, needs, vi, en, more_vi, more_en) \
    { name, run_##symbol, takes, operands, needs, { vi, en }, { more_vi, more_en } },
#include "command/commands.def"
#undef COMMAND
};

enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS, EXCEPTIONS_MOST = 3 };

const struct command *commands_all(size_t *count)
{
    *count = COMMAND_COUNT;
    return COMMANDS;
}

static bool fits(enum operands operands, size_t count)
{
    switch (operands) {
    case OPERANDS_NONE: return count == 0;
    case OPERANDS_PATHS: return count > 0;
    case OPERANDS_SUBJECT: return count > 1;
    case OPERANDS_CODE:
    case OPERANDS_NEW_PLAN: return count == 1;
    case OPERANDS_NEW_RESULTS: return count > 1;
    }
    return false;
}

const struct command *command_named(const char *name, size_t operand_count)
{
    const struct command *found = NULL;
    for (const struct command *command = COMMANDS; command < COMMANDS + COMMAND_COUNT; command++) {
        if (strcmp(command->name, name) != 0)
            continue;
        if (fits(command->operands, operand_count))
            return command;
        found = found ? found : command;
    }
    return found;
}

bool command_takes(const struct command *command, unsigned groups)
{
    return !groups || command->takes & groups;
}

bool command_is_supervised(const struct command *command)
{
    return command->takes & TAKES_LIMITS && !(command->takes & TAKES_FILES) && command->run != run_check;
}

const char *operands_words(enum operands operands, enum language language)
{
    static const char *const WORDS[][2] = {
        [OPERANDS_NONE] = { "", "" },
        [OPERANDS_PATHS] = { "ĐƯỜNG-DẪN…", "PATH…" },
        [OPERANDS_SUBJECT] = { "ĐƯỜNG-DẪN… MÃ", "PATH… ID" },
        [OPERANDS_CODE] = { "MÃ-PHÁT-HIỆN", "CODE" },
        [OPERANDS_NEW_PLAN] = { "plan", "plan" },
        [OPERANDS_NEW_RESULTS] = { "results ĐƯỜNG-DẪN…", "results PATH…" },
    };
    return WORDS[operands][language];
}

/* Whether rows of that name differ in what they take: they are told apart by their operands then. */
static bool is_divided(const struct command *command, unsigned groups)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(COMMANDS[i].name, command->name) == 0 &&
            command_takes(&COMMANDS[i], groups) != command_takes(command, groups))
            return true;
    return false;
}

/* Those that take the groups, or those that do not. */
static const char *names_of(unsigned groups, bool taking, enum language language, struct arena *arena)
{
    struct text out = text_in(arena);
    const char *last = "";
    for (const struct command *command = COMMANDS; command < COMMANDS + COMMAND_COUNT; command++) {
        if (command_takes(command, groups) != taking || strcmp(command->name, last) == 0)
            continue;
        last = command->name;
        text_addf(&out, "%s%s", out.length ? ", " : "", command->name);
        if (is_divided(command, groups))
            text_addf(&out, " %s", operands_words(command->operands, language));
    }
    return text_str(&out);
}

const char *commands_taking(unsigned groups, enum language language, struct arena *arena)
{
    const char *every = language == LANGUAGE_EN ? "every command" : "mọi lệnh";
    size_t others = 0;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        others += !command_takes(&COMMANDS[i], groups);
    if (!others)
        return every;
    if (others > EXCEPTIONS_MOST)
        return names_of(groups, true, language, arena);
    return arena_printf(arena, language == LANGUAGE_EN ? "%s but %s" : "%s trừ %s", every,
                        names_of(groups, false, language, arena));
}
