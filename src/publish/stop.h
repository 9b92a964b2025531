/* A clean stop on SIGTERM and SIGINT: the handler only takes note; whoever works in a loop asks. */
#ifndef PHULUC_PUBLISH_STOP_H
#define PHULUC_PUBLISH_STOP_H

/* From here on these signals no longer end the process. One that whoever started it made it ignore stays ignored. */
void stop_catch(void);

/* The signal that asked for a stop, or 0. */
int stop_signal(void);

#endif
