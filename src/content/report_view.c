#include "content/report_view.h"

#include "base/text.h"

void report_put(struct report_frame *frame, enum fact_id fact, struct value value)
{
    report_put_of(frame, fact, figure_key_of(0, NULL), value);
}

void report_put_of(struct report_frame *frame, enum fact_id fact, struct figure_key key, struct value value)
{
    struct view_fact *added = ARENA_PUSH(frame->arena, frame->facts, frame->fact_count, frame->fact_capacity);
    *added = (struct view_fact){ .fact = fact, .key = key, .value = value };
}

static struct signer_view signer_of(const struct signer *signer)
{
    return (struct signer_view){ (const char *const *)signer->authority, signer->authority_count, signer->position,
                                 signer->full_name };
}

static void note_blank_day(struct view *view, const struct report_frame *frame)
{
    view_note(view,
              arena_printf(frame->arena,
                           "Ngày, tháng, năm ở đầu báo cáo để trống, ghi khi ký: số liệu dùng để lập báo cáo chỉ đến ngày "
                           "%s, trước ngày cuối của kỳ báo cáo (%s).",
                           date_figures(frame->arena, frame->made), date_figures(frame->arena, frame->period_end)),
              frame->arena);
}

static const struct office_view *office_view_of(const struct report_frame *frame, struct date printed)
{
    const struct office *office = frame->office;
    struct office_view *view = arena_alloc(frame->arena, 1, sizeof *view);
    *view = (struct office_view){ .parent_organ = office->reporter.parent_organ,
                                  .organ = office->reporter.organ_name,
                                  .notation = office->reporter.code_notation,
                                  .place_name = office->reporter.place,
                                  .type_name = "Báo cáo",
                                  .subject = frame->subject,
                                  .day = printed,
                                  .preparer = signer_of(&office->signers[SIGNER_PREPARER]),
                                  .head = signer_of(&office->signers[SIGNER_HEAD]),
                                  .recipients = (const char *const *)office->reporter.recipients,
                                  .recipient_count = office->reporter.recipient_count };
    return view;
}

/* The first page, and what stands before the first of the tables, which are labelled. */
static size_t text_count(const struct report_frame *frame)
{
    size_t count = 1;
    while (count < frame->view_count && !frame->views[count].label)
        count++;
    return count;
}

struct views report_finish(const struct report_frame *frame)
{
    struct date printed = frame->made;
    view_note(&frame->views[0], arena_printf(frame->arena, "%s.", frame->basis), frame->arena);
    if (date_cmp(frame->made, frame->period_end) < 0) {
        note_blank_day(&frame->views[0], frame);
        printed = (struct date){ 0 };
    }
    size_t text = text_count(frame);
    for (size_t i = 0; i < frame->view_count; i++) {
        view_note_no_figure(&frame->views[i], frame->arena);
        frame->views[i].facts = frame->facts;
        frame->views[i].fact_count = frame->fact_count;
        frame->views[i].basis = i < text ? NULL : arena_printf(frame->arena, "(%s)", frame->basis);
        frame->views[i].place = frame->place;
    }
    const struct office_view *office = office_view_of(frame, printed);
    return (struct views){ .plan_id = frame->id,
                           .plan_name = arena_printf(frame->arena, "%s: %s", office->type_name, office->subject),
                           .author = office->organ ? office->organ : frame->author,
                           .illustrative = frame->illustrative,
                           .as_of = frame->as_of,
                           .items = frame->views,
                           .count = frame->view_count,
                           .office = office,
                           .text_count = text };
}
