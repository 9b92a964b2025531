#include "command/usage.h"

#include "base/text.h"
#include "command/option_rows.h"

enum { HELP_COLUMN = 30 };

static const char *in(enum language language, const char *vi, const char *en)
{
    return language == LANGUAGE_EN ? en : vi;
}

static const struct option_row *option_of(const char *name)
{
    size_t count;
    const struct option_row *row = options_all(&count);
    while (strcmp(row->name, name) != 0)
        row++;
    return row;
}

/* "due --as-of NGÀY ĐƯỜNG-DẪN…" */
static const char *synopsis_of(const struct command *command, enum language language, struct arena *arena)
{
    struct text out = text_in(arena);
    const char *operands = operands_words(command->operands, language);
    text_add(&out, command->name);
    if (command->needs)
        text_addf(&out, " --%s %s", command->needs, option_argument(option_of(command->needs), language, arena));
    text_addf(&out, "%s%s", *operands ? " " : "", operands);
    return text_str(&out);
}

/* What stands on the left, and from the same column on what it means; below it if it does not fit beside it. */
static void add_row(struct text *out, const char *left, const char *help)
{
    int length = (int)utf8_length(left);
    text_add(out, left);
    if (length + 2 <= HELP_COLUMN)
        text_addf(out, "%*s", HELP_COLUMN - length, "");
    else
        text_addf(out, "\n%*s", HELP_COLUMN, "");
    text_addf(out, "%s\n", help);
}

static void add_option(struct text *out, const struct option_row *row, enum language language)
{
    const char *argument = option_argument(row, language, out->arena);
    const char *letter = row->letter ? arena_printf(out->arena, "-%c,", row->letter) : "";
    add_row(out,
            arena_printf(out->arena, "  %-3s --%s%s%s", letter, row->name, argument ? " " : "", argument ? argument : ""),
            row->help[language]);
}

static void add_command(struct text *out, const struct command *command, enum language language)
{
    add_row(out, arena_printf(out->arena, "  phuluc %s", synopsis_of(command, language, out->arena)),
            command->help[language]);
}

/* Options that follow each other and go with the same commands stand below the names of these. */
static void add_options(struct text *out, enum language language)
{
    size_t count;
    const struct option_row *rows = options_all(&count);
    const char *scope, *above = "";
    for (size_t i = 0; i < count; i++, above = scope) {
        scope = commands_taking(rows[i].groups, language, out->arena);
        if (strcmp(scope, above) != 0)
            text_addf(out, "%s:\n", scope);
        add_option(out, &rows[i], language);
    }
}

static const char *usage_of_all(enum language language, struct arena *arena)
{
    struct text out = text_in(arena);
    size_t count;
    const struct command *commands = commands_all(&count);
    text_add(&out, in(language, "phuluc – lập phụ lục từ kế hoạch của tỉnh\n\nCách dùng:\n",
                      "phuluc – annex tables from provincial plan decisions\n\nUsage:\n"));
    for (size_t i = 0; i < count; i++)
        add_command(&out, &commands[i], language);
    text_add(&out,
             in(language, "\nĐƯỜNG-DẪN là tệp XML hoặc thư mục (đọc cả thư mục con).\n\nTùy chọn, theo lệnh dùng được:\n",
                "\nPATH is an XML file or a folder (read recursively).\n\nOptions, by the commands that they go with:\n"));
    add_options(&out, language);
    text_add(
        &out,
        in(language,
           "\nMã kết thúc: 0 xong, không có gì hơn ghi chú · 1 xong, có cảnh báo · 2 có tệp bị từ chối · 3 lỗi hệ thống ·\n"
           "4 một lần chạy khác đang giữ thư mục · 64 dùng sai dòng lệnh · 128+n tín hiệu n\n",
           "\nExit status: 0 all made, nothing above note · 1 all made, with warnings · 2 some input refused · 3 system failure ·\n"
           "4 another run holds the folder · 64 usage · 128+n signal n\n"));
    return text_str(&out);
}

/* All rows of its name, and the options that go with any of them. */
const char *usage_text(const struct command *command, enum language language, struct arena *arena)
{
    if (!command)
        return usage_of_all(language, arena);
    struct text out = text_in(arena);
    size_t count;
    unsigned takes = 0;
    const struct command *commands = commands_all(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(commands[i].name, command->name) != 0)
            continue;
        takes |= commands[i].takes;
        add_command(&out, &commands[i], language);
        if (*commands[i].more[language])
            text_addf(&out, "%*s%s\n", HELP_COLUMN, "", commands[i].more[language]);
    }
    text_add(&out, in(language, "\nTùy chọn:\n", "\nOptions:\n"));
    const struct option_row *rows = options_all(&count);
    for (size_t i = 0; i < count; i++)
        if (!rows[i].groups || rows[i].groups & takes)
            add_option(&out, &rows[i], language);
    return text_str(&out);
}

/* A row as other programs are to know it. */
struct row {
    const char *kind, *name, *letter, *argument, *values, *completes, *commands, *synopsis, *help, *more;
};

/* clang-format off */
#define COLUMNS(COLUMN)                   \
    COLUMN(kind, WORD, row.kind)          \
    COLUMN(name, WORD, row.name)          \
    COLUMN(letter, WORD, row.letter)      \
    COLUMN(argument, WORD, row.argument)  \
    COLUMN(values, WORD, row.values)      \
    COLUMN(completes, WORD, row.completes) \
    COLUMN(commands, WORD, row.commands)  \
    COLUMN(synopsis, WORD, row.synopsis)  \
    COLUMN(help, WORD, row.help)          \
    COLUMN(more, WORD, row.more)
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_row(struct listing *listing, struct row row)
{
    COLUMNS(LISTING_CELL)
}

/* Names with blanks between them; of those of one name it takes what one of them takes. */
static const char *names_taking(unsigned groups, struct arena *arena)
{
    struct text out = text_in(arena);
    size_t count;
    const char *last = "";
    const struct command *commands = commands_all(&count);
    for (size_t i = 0; i < count; i++)
        if (command_takes(&commands[i], groups) && strcmp(commands[i].name, last) != 0) {
            last = commands[i].name;
            text_addf(&out, "%s%s", out.length ? " " : "", last);
        }
    return text_str(&out);
}

static void list_option(struct listing *listing, const struct option_row *row, enum language language)
{
    static const char
        *const COMPLETES[] = { [ARGUMENT_OTHER] = NULL, [ARGUMENT_FOLDER] = "folder", [ARGUMENT_FILE] = "file" };
    struct arena *arena = listing->arena;
    list_row(listing, (struct row){ .kind = "option",
                                    .name = row->name,
                                    .letter = row->letter ? arena_printf(arena, "%c", row->letter) : NULL,
                                    .argument = option_argument(row, language, arena),
                                    .values = option_values(row, arena),
                                    .completes = COMPLETES[row->kind],
                                    .commands = names_taking(row->groups, arena),
                                    .synopsis = commands_taking(row->groups, language, arena),
                                    .help = row->help[language],
                                    .more = row->more[language] });
}

const char *usage_json(enum language language, struct arena *arena)
{
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    size_t count;
    const struct command *commands = commands_all(&count);
    for (size_t i = 0; i < count; i++)
        list_row(&listing, (struct row){ .kind = "command",
                                         .name = commands[i].name,
                                         .synopsis = synopsis_of(&commands[i], language, arena),
                                         .help = commands[i].help[language],
                                         .more = *commands[i].more[language] ? commands[i].more[language] : NULL });
    const struct option_row *rows = options_all(&count);
    for (size_t i = 0; i < count; i++)
        list_option(&listing, &rows[i], language);
    return listing_print(&listing, LISTING_JSON);
}
