#include "content/value.h"

#include "base/text.h"
#include "model/plan.h"

struct value value_text(const char *text)
{
    return text && *text ? (struct value){ .kind = VALUE_TEXT, .text = text } : (struct value){ .kind = VALUE_EMPTY };
}

struct value value_absent(const char *why)
{
    struct value value = value_text(why);
    value.absent = true;
    return value;
}

struct value value_no_figure(void)
{
    struct value value = value_absent(NO_FIGURE_SIGN);
    value.missing = true;
    return value;
}

struct value value_list(const char *const *texts, size_t count, struct arena *arena)
{
    if (count == 1)
        return value_text(texts[0]);
    struct text out = text_in(arena);
    for (size_t i = 0; i < count; i++)
        text_addf(&out, "%s- %s", i ? "\n" : "", texts[i]);
    return value_text(text_str(&out));
}

struct value value_exact(struct dec number)
{
    return (struct value){ .kind = VALUE_NUMBER, .number = number, .format = { .decimals = number.scale } };
}

struct value value_plain(struct dec number)
{
    while (number.scale && number.units % 10 == 0) {
        number.units /= 10;
        number.scale--;
    }
    return value_exact(number);
}

struct value value_year(int year)
{
    if (!year)
        return value_text(NULL);
    struct value value = value_exact(dec_of(year));
    value.format.plain = true;
    return value;
}

struct value value_rounded(struct number number)
{
    struct dec rounded;
    return number_round(&rounded, number) ? value_exact(rounded) : value_text(NULL);
}

struct value value_short(struct number number)
{
    struct dec rounded;
    return number_round(&rounded, number) ? value_plain(rounded) : value_text(NULL);
}

struct value value_full(struct number number)
{
    struct dec exact;
    return number_exact(&exact, number) ? value_plain(exact) : value_short(number);
}

struct value value_share(struct number percent)
{
    struct dec share;
    if (!percent.known)
        return value_rounded(percent);
    return number_share(&share, percent) ? value_exact(share) : value_text(NULL);
}

struct value value_count(size_t count)
{
    return value_plain(dec_of((int64_t)count));
}

struct value value_money(int64_t dong)
{
    return value_plain(dec_from_whole(dong, money_unit_power(UNIT_MILLION), 0));
}
