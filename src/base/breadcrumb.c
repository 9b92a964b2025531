#include "base/breadcrumb.h"

#include <limits.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>

#include "base/limit.h"

struct mark {
    enum step step;
    bool has_file, has_other;
    char file[PATH_MAX], other[PATH_MAX];
};

/* The mark of step n is marks[n % 2]: one that is being written is not yet counted. */
static struct page {
    atomic_ulong count;
    struct mark marks[2];
} * page;

static unsigned allowed; /* megabytes of a step; 0: no limit */
static bool supervised;

bool breadcrumb_lay(void)
{
    if (!page) {
        void *memory = mmap(NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        page = memory == MAP_FAILED ? NULL : memory;
    }
    if (page)
        memset(page, 0, sizeof *page);
    return page != NULL;
}

void breadcrumb_begin(unsigned megabytes)
{
    supervised = page != NULL;
    allowed = megabytes;
    limit_memory(megabytes);
}

void breadcrumb_end(void)
{
    supervised = false;
}

static void copy_path(char copy[PATH_MAX], const char *path)
{
    size_t length = strnlen(path, PATH_MAX - 1);
    memcpy(copy, path, length);
    copy[length] = '\0';
}

static void leave(enum step step, const char *file, const char *other)
{
    if (!supervised)
        return;
    unsigned long next = atomic_load(&page->count) + 1;
    struct mark *mark = &page->marks[next % 2];
    mark->step = step;
    mark->has_file = file != NULL;
    mark->has_other = other != NULL;
    copy_path(mark->file, file ? file : "");
    copy_path(mark->other, other ? other : "");
    atomic_store(&page->count, next);
}

void breadcrumb_none(void)
{
    leave(STEP_NONE, NULL, NULL);
}

void breadcrumb_alone(const char *file)
{
    leave(STEP_ALONE, file, NULL);
    if (supervised)
        limit_memory(allowed);
}

/* Pairs are many: only the first with a file has its memory anew. */
void breadcrumb_across(const char *file, const char *other)
{
    leave(STEP_ACROSS, file, other);
    if (supervised && !other)
        limit_memory(allowed);
}

void breadcrumb_making(void)
{
    leave(STEP_MAKING, NULL, NULL);
}

unsigned long breadcrumb_count(void)
{
    return page ? atomic_load(&page->count) : 0;
}

/* The process may have written anything there. */
struct breadcrumb breadcrumb_read(struct arena *arena)
{
    unsigned long count = breadcrumb_count();
    if (!count)
        return (struct breadcrumb){ STEP_NONE, NULL, NULL };
    const struct mark *mark = &page->marks[count % 2];
    bool about = mark->step == STEP_ALONE || mark->step == STEP_ACROSS;
    return (struct breadcrumb){
        about || mark->step == STEP_MAKING ? mark->step : STEP_NONE,
        about && mark->has_file ? arena_copy(arena, mark->file, strnlen(mark->file, PATH_MAX)) : NULL,
        about && mark->has_other ? arena_copy(arena, mark->other, strnlen(mark->other, PATH_MAX)) : NULL
    };
}
