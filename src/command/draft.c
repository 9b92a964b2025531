/* Drafts of plans from the decisions' own files: one beside the other in the folder draft/ of the output folder. */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/load.h"
#include "draft/draft.h"
#include "draft/original_read.h"
#include "draft/phrase.h"
#include "publish/publish.h"

/* "output/draft/ke-hoach.xml" of "from/Ke hoach.docx": a person looks for it by the name of the file. */
static const char *draft_path(const struct job *job, const char *source, struct arena *arena)
{
    const char *name = file_name(source), *dot = strrchr(name, '.');
    size_t length = dot ? (size_t)(dot - name) : strlen(name);
    return arena_printf(arena, "%s/draft/%.*s.xml", job->batch.output, (int)length, name);
}

/* A draft that somebody may have worked on already is never replaced. */
static void make_draft(const struct job *job, const char *path, const struct library *library, struct text *answer,
                       struct arena *arena, struct findings *findings)
{
    struct original source;
    const char *target = draft_path(job, path, arena);
    if (access(target, F_OK) == 0) {
        finding_add(findings, FINDING_DRAFT_THERE, (struct place){ path, 0 }, target, NULL);
        return;
    }
    if (!original_read(&source, path, arena, findings))
        return;
    const struct node *plan = draft_plan(&source, library->catalogue, &library->layouts, arena);
    if (!publish_text(target, node_print(plan), arena, findings))
        return;
    text_addf(answer, "%s\n", target);
    finding_add(findings, FINDING_DRAFT_MADE, (struct place){ target, 0 },
                arena_printf(arena, "%zu", node_count(plan, NULL)), arena_printf(arena, "%zu", node_doubts(plan)), NULL);
}

struct answer run_draft(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct library library;
    struct places places = find_places(job->templates, job->catalogue, arena);
    struct text answer = text_in(arena);
    if (load_library(&library, &places, false, arena, findings))
        for (size_t i = 0; i < job->path_count; i++)
            make_draft(job, job->paths[i], &library, &answer, arena, findings);
    phrase_release();
    release_library(&library);
    findings_sort(findings);
    return (struct answer){ .text = text_str(&answer) };
}
