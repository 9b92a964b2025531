/* The limit of a process's memory. */
#ifndef PHULUC_BASE_LIMIT_H
#define PHULUC_BASE_LIMIT_H

/*
 * From here on this process may take so many megabytes of address space beside what it has now; 0 changes nothing. Under the
 * sanitizers, which reserve terabytes, nothing is limited.
 */
void limit_memory(unsigned megabytes);

#endif
