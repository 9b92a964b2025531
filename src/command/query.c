#include "command/query.h"

#include "base/text.h"

bool query_open(struct inputs *inputs, const struct job *job, size_t path_count, struct arena *arena,
                struct findings *findings)
{
    struct library library;
    struct places places = find_places(job->templates, job->catalogue, arena);
    bool loaded = load_library(&library, &places, true, arena, findings);
    *inputs = (struct inputs){ 0 };
    if (loaded) {
        inputs_gather(inputs, job, path_count, arena, findings);
        inputs_read(inputs, &library, arena, findings);
    }
    release_library(&library);
    return loaded;
}

struct answer query_answer(const struct listing *listing, const struct job *job, struct findings *findings)
{
    findings_sort(findings);
    return (struct answer){ .text = listing_print(listing, job->listing) };
}

const char *line_token(struct arena *arena, struct place place)
{
    return place.file ? arena_printf(arena, "%ld", place.line) : NULL;
}
