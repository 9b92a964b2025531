#include "stop.h"

#include <signal.h>

static volatile sig_atomic_t caught;

static void take_note(int number)
{
    caught = number;
}

void stop_catch(void)
{
    struct sigaction action = { .sa_handler = take_note };
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
}

int stop_signal(void)
{
    return caught;
}
