#include "rendering.h"

#include <unistd.h>

#include "base/text.h"
#include "sample_report.h"

int rendering_open(void **state)
{
    static struct rendering rendering;
    rendering = (struct rendering){ .path = "/tmp/phuluc-rendering-XXXXXX" };
    rendering.findings = findings_in(&rendering.arena);
    rendering.context = (struct render_context){ .metrics = sample_metrics(),
                                                 .arena = &rendering.arena,
                                                 .findings = &rendering.findings };
    int descriptor = mkstemp(rendering.path);
    *state = &rendering;
    return descriptor < 0 ? -1 : close(descriptor);
}

int rendering_close(void **state)
{
    struct rendering *rendering = *state;
    unlink(rendering->path);
    arena_release(&rendering->arena);
    return 0;
}

const char *rendering_text(struct rendering *rendering)
{
    char part[4096];
    struct text text = text_in(&rendering->arena);
    assert_whole((int64_t)rendering->findings.count, 0);
    FILE *file = fopen(rendering->path, "r");
    assert_non_null(file);
    for (size_t length; (length = fread(part, 1, sizeof part, file)) > 0;)
        text_addn(&text, part, length);
    fclose(file);
    assert_true(text.length > 0);
    return text_str(&text);
}
