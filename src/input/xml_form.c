#include "input/xml_form.h"

#include <string.h>

const char *xml_between(struct arena *arena, const char *text, const char *open, const char *close)
{
    const char *start = strstr(text, open);
    if (!start)
        return NULL;
    start += strlen(open);
    const char *end = strstr(start, close);
    return end ? arena_copy(arena, start, (size_t)(end - start)) : NULL;
}

/* By words that the library's message holds: a pattern, or the name of a type. */
static const struct {
    const char *key;
    struct form form;
} FORMS[] = {
    { "|H1)",
      { "một tháng, sáu tháng đầu năm hoặc một năm, ví dụ 2024-06, 2024-H1, 2024",
        "a month, the first half of a year or a year, such as 2024-06, 2024-H1, 2024" } },
    { "-Q[1-4]", { "một quý, ví dụ 2026-Q1", "a quarter, such as 2026-Q1" } },
    { "-(0[1-9]|1[0-2])'", { "một tháng, ví dụ 2026-03", "a month, such as 2026-03" } },
    { "-H[12]", { "nửa năm, ví dụ 2026-H1", "half a year, such as 2026-H1" } },
    { "(19|2[0-9])[0-9]{2}(-",
      { "một năm hoặc một tháng, ví dụ 2023 hay 2023-04", "a year or a month, such as 2023 or 2023-04" } },
    { "[0-9]{4}-[0-9]{2}",
      { "ngày theo kiểu năm-tháng-ngày, ví dụ 2020-11-18", "a date as year-month-day, such as 2020-11-18" } },
    { "Date'", { "ngày theo kiểu năm-tháng-ngày, ví dụ 2020-11-18", "a date as year-month-day, such as 2020-11-18" } },
    { "xs:gMonthDay'", { "tháng và ngày, ví dụ --12-01", "month and day, such as --12-01" } },
    { "[0-9]{1,8}(", { "số theo kiểu máy, ví dụ 1924.5", "a plain number, such as 1924.5" } },
    { "[0-9]{1,3}(",
      { "số phần trăm từ 0 đến 100, nhiều nhất sáu số lẻ, ví dụ 0.5",
        "a percentage from 0 to 100 with at most six decimals, such as 0.5" } },
    { "[0-9]{1,18}'",
      { "số nguyên không quá 18 chữ số, ví dụ 1000000", "a whole number of at most 18 digits, such as 1000000" } },
    { "[0-9]{2}|vn",
      { "hai chữ số, ví dụ 34, hoặc vn cho cả nước", "two digits, such as 34, or vn for the whole country" } },
    { "DateOrPart'",
      { "ngày 2020-11-18, tháng 2020-11 hoặc năm 2020", "a day 2020-11-18, a month 2020-11 or a year 2020" } },
    { "'[0-9]{2}'", { "hai chữ số, ví dụ 34", "two digits, such as 34" } },
    { "IVXLC", { "số La Mã, ví dụ II", "a Roman number, such as II" } },
    { "Number", { "số theo kiểu máy, ví dụ 1924.5", "a plain number, such as 1924.5" } },
    { "[a-z][a-z0-9",
      { "mã gồm chữ thường không dấu, chữ số và - bắt đầu bằng chữ, ví dụ bang-1",
        "an id of plain small letters, digits and - that starts with a letter, such as bang-1" } },
    { "-?[A-Za-z]",
      { "các mã cách nhau bằng dấu cách, mã bị trừ có dấu - liền trước, ví dụ a -b c",
        "ids with blanks between, with - right before those taken off, such as a -b c" } },
    { "[A-Za-z][A-Za-z0-9",
      { "mã gồm chữ không dấu, chữ số và - _ . bắt đầu bằng chữ, ví dụ pl1-I",
        "an id of plain letters, digits and - _ . that starts with a letter, such as pl1-I" } },
    { "'Ids'", { "các mã cách nhau bằng dấu cách, ví dụ pl1-I pl1-II", "ids with blanks between, such as pl1-I pl1-II" } },
    { "Id'",
      { "mã gồm chữ không dấu, chữ số và - _ . bắt đầu bằng chữ, ví dụ pl1-I",
        "an id of plain letters, digits and - _ . that starts with a letter, such as pl1-I" } },
    { "'.+'", { "vì sao chấp nhận, không để trống", "why it is accepted, not blank" } },
    { "minLength", { "chữ như bản in, không để trống", "the text as printed, not blank" } },
    { "maxLength", { "ngắn hơn", "something shorter" } },
    { "Year'", { "một năm, ví dụ 2021", "a year, such as 2021" } },
    { "Dong'", { "số nguyên, ví dụ 1000000", "a whole number, such as 1000000" } },
    { "'Whole", { "số nguyên, ví dụ 12", "a whole number, such as 12" } },
    { "xs:integer'", { "số nguyên, ví dụ 12", "a whole number, such as 12" } },
};

struct form xml_form(struct arena *arena, const char *message)
{
    const char *set = xml_between(arena, message, "set {", "}");
    if (set)
        return (struct form){ arena_printf(arena, "một trong: %s", set), arena_printf(arena, "one of: %s", set) };
    const char *least = xml_between(arena, message, "minimum value allowed ('", "'");
    if (least)
        return (struct form){ arena_printf(arena, "số từ %s trở lên", least), arena_printf(arena, "%s or more", least) };
    const char *most = xml_between(arena, message, "maximum value allowed ('", "'");
    if (most)
        return (struct form){ arena_printf(arena, "số không quá %s", most), arena_printf(arena, "%s or less", most) };
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (strstr(message, FORMS[i].key))
            return FORMS[i].form;
    return (struct form){ "theo lược đồ XSD", "it as the XSD says" };
}

bool xml_form_is_number(const char *message)
{
    return strstr(message, "Number") || strstr(message, "xs:decimal") || strstr(message, "[0-9]{1,8}(");
}
