#include "calc/growth.h"

enum {
    PERCENT = 100,
    HUNDREDTHS = 100 * PERCENT, /* of a percent in the whole */
    HALVES = 2 * HUNDREDTHS     /* of such a hundredth */
};

struct actual growth_of_year(const struct results_list *list, struct actual_key key, int year)
{
    return actual_of_period(list, key, (struct period){ year, 0, 0 });
}

static struct number power(struct number base, int exponent)
{
    struct number result = number_whole(1);
    for (int i = 0; i < exponent; i++)
        result = number_mul(result, base);
    return result;
}

/* True if so many hundredths of a percent, less half of one, are no more than the mean; *known becomes false on overflow. */
static bool is_within(int64_t hundredths, struct number product, int years, bool *known)
{
    struct number factor = number_div(number_whole(2 * (HUNDREDTHS + hundredths) - 1), number_whole(HALVES));
    struct number grown = power(factor, years);
    *known = *known && grown.known;
    return grown.known && number_cmp(grown, product) <= 0;
}

/* The root of the product, rounded half up to hundredths of a percent: the greatest one that is within it. */
struct number growth_mean(struct number product, int years)
{
    struct number none = { .overflow = product.overflow };
    if (!years || !product.known || number_cmp(product, number_whole(0)) < 0)
        return none;
    if (years == 1)
        return number_mul(number_sub(product, number_whole(1)), number_whole(PERCENT));
    bool known = true;
    int64_t low = -HUNDREDTHS, high = 1; /* low is within, high is not */
    while (known && is_within(high, product, years, &known))
        high *= 2;
    while (known && high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (is_within(middle, product, years, &known))
            low = middle;
        else
            high = middle;
    }
    return known ? number_div(number_whole(low), number_whole(PERCENT)) : (struct number){ .overflow = true };
}

struct growth growth_of(const struct results_list *list, struct actual_key key, int first_year, int last_year)
{
    struct growth growth = { 0 };
    struct number product = number_whole(1), hundred = number_whole(PERCENT);
    bool whole = first_year <= last_year;
    for (int year = first_year; year <= last_year; year++) {
        struct actual own = growth_of_year(list, key, year);
        bool counts = own.known && !own.in_words && !own.is_range;
        whole = whole && counts;
        if (!counts)
            continue;
        product = number_mul(product, number_div(number_add(hundred, own.low), hundred));
        growth.years++;
    }
    growth.mean = growth_mean(product, growth.years);
    if (whole)
        growth.index = number_mul(product, hundred);
    return growth;
}
