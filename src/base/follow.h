/* Work that goes through many files tells whoever follows it which one it is at. */
#ifndef PHULUC_BASE_FOLLOW_H
#define PHULUC_BASE_FOLLOW_H

#include <stddef.h>

struct follower {
    void (*at)(void *context, const char *file);
    void *context;
};

/* follower: NULL if nobody does; file: NULL where many files are looked at together. */
static inline void follow(const struct follower *follower, const char *file)
{
    if (follower)
        follower->at(follower->context, file);
}

#endif
