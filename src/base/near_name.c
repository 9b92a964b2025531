#include "base/near_name.h"

#include <stddef.h>
#include <string.h>

enum { SHORT_NAME = 2 };

static char small(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool equal(const char *a, const char *b)
{
    while (*a && small(*a) == small(*b)) {
        a++;
        b++;
    }
    return small(*a) == small(*b);
}

bool is_near_name(const char *keyed, const char *name)
{
    size_t length = strlen(keyed), other = strlen(name);
    if (length <= SHORT_NAME || other <= SHORT_NAME)
        return equal(keyed, name);
    while (*keyed && small(*keyed) == small(*name)) {
        keyed++;
        name++;
    }
    if (length == other + 1)
        return equal(keyed + 1, name);
    if (length + 1 == other)
        return equal(keyed, name + 1);
    if (length != other)
        return false;
    if (!*keyed || equal(keyed + 1, name + 1))
        return true;
    return small(keyed[0]) == small(name[1]) && small(keyed[1]) == small(name[0]) && equal(keyed + 2, name + 2);
}
