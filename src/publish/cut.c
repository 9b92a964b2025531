#include "publish/cut.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What every whole file of the form begins with, and what stands in its last bytes. */
struct form {
    const char *ending, *start, *end;
    size_t within; /* the end begins in so many last bytes */
};

enum { ZIP_TAIL = 65535 + 22, PDF_TAIL = 1024, PAGE_TAIL = 64 };

static const struct form FORMS[] = {
    { ".xlsx", "PK\3\4", "PK\5\6", ZIP_TAIL }, /* the end record, behind which is a comment of at most 65,535 bytes */
    { ".docx", "PK\3\4", "PK\5\6", ZIP_TAIL },
    { ".pdf", "%PDF-", "%%EOF", PDF_TAIL }, /* ISO 32000-1, H.3, note 18: readers look in the last 1,024 bytes */
    { ".html", "<!DOCTYPE html>", "</html>", PAGE_TAIL },
};

static const struct form *form_of(const char *path)
{
    const char *ending = strrchr(path, '.');
    for (size_t i = 0; ending && i < sizeof FORMS / sizeof *FORMS; i++)
        if (strcmp(ending, FORMS[i].ending) == 0)
            return &FORMS[i];
    return NULL;
}

static bool begins_so(int file, const struct form *form)
{
    char start[sizeof "<!DOCTYPE html>"];
    size_t length = strlen(form->start);
    return pread(file, start, length, 0) == (ssize_t)length && memcmp(start, form->start, length) == 0;
}

static bool ends_so(int file, const struct form *form, off_t size)
{
    static char tail[ZIP_TAIL];
    off_t from = size > (off_t)form->within ? size - (off_t)form->within : 0;
    ssize_t length = pread(file, tail, form->within, from);
    return length < 0 || memmem(tail, (size_t)length, form->end, strlen(form->end)); /* what cannot be read may be whole */
}

bool file_is_cut(const char *path)
{
    const struct form *form = form_of(path);
    int file = form ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
    if (file < 0)
        return false;
    struct stat status;
    bool cut = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && begins_so(file, form) &&
               !ends_so(file, form, status.st_size);
    (void)close(file);
    return cut;
}
