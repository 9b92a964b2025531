/* An arena and findings that are new for each test, for tests that read no documents; with cmocka, as check.h has it. */
#ifndef PHULUC_TESTS_SCRATCH_H
#define PHULUC_TESTS_SCRATCH_H

#include "check.h"

extern struct arena arena;
extern struct findings findings; /* they live in the arena */

int set_up(void **state);
int tear_down(void **state);

#endif
