#include "scratch.h"

struct arena arena;
struct findings findings;

int set_up(void **state)
{
    (void)state;
    findings = findings_in(&arena);
    return 0;
}

int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}
