#include "publish/stop.h"

#include <signal.h>

static volatile sig_atomic_t caught;

static void take_note(int number)
{
    caught = number;
}

void stop_catch(void)
{
    static const int SIGNALS[] = { SIGTERM, SIGINT };
    struct sigaction action = { .sa_handler = take_note, .sa_flags = SA_RESTART }, before;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++)
        if (sigaction(SIGNALS[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(SIGNALS[i], &action, NULL);
}

int stop_signal(void)
{
    return caught;
}
