#include "publish/deliver_reason.h"

#include "base/build_id.h"
#include "base/text.h"
#include "publish/landing.h"

const char *order_name(const struct order *order, struct arena *arena)
{
    return arena_printf(arena, "%s/%s", order->folder, order->id);
}

const char *delivery_program(struct arena *arena)
{
    char id[BUILD_ID_TEXT_SIZE];
    build_id(id);
    return arena_string(arena, id);
}

void delivery_digests(struct delivery *delivery, const char *files)
{
    char digest[SHA256_TEXT_SIZE];
    digest_text(digest, files);
    delivery->templates = arena_string(delivery->arena, digest);
    delivery->program = delivery_program(delivery->arena);
}

const char *order_options(const struct delivery *delivery, const struct order *order)
{
    const struct batch *batch = delivery->batch;
    struct text out = text_in(delivery->arena);
    text_add(&out, "--formats ");
    for (size_t i = 0; i < batch->format_count; i++)
        text_addf(&out, "%s%s", i ? "," : "", batch->formats[i]);
    if (batch->as_of.year)
        text_addf(&out, " --as-of %s", date_token(delivery->arena, batch->as_of));
    if (*order->options)
        text_addf(&out, " %s", order->options);
    return text_str(&out);
}

struct manifest_names order_missing(const struct order *order, struct arena *arena)
{
    struct manifest_names names = { 0 };
    for (size_t i = 0; i < order->missing.count; i++)
        manifest_add_name(&names, order->missing.items[i], arena);
    return names;
}

static bool same_missing(const struct manifest_report *report, const struct order *order, struct arena *arena)
{
    struct manifest_names missing = order_missing(order, arena);
    return manifest_same_names(&report->missing, &missing);
}

static bool same_inputs(const struct manifest_report *report, const struct order *order)
{
    if (report->inputs.count != order->input_count)
        return false;
    for (size_t i = 0; i < order->input_count; i++)
        if (!order->inputs[i] || strcmp(report->inputs.items[i].digest, order->inputs[i]->digest) != 0)
            return false;
    return true;
}

bool order_reason(const struct delivery *delivery, const struct order *order, struct reason *reason)
{
    const struct manifest_report *report = manifest_find(&delivery->manifest, order_name(order, delivery->arena));
    if (delivery->batch->force)
        *reason = (struct reason){ "có --force", "--force is given" };
    else if (!report)
        *reason = (struct reason){ "chưa có", "it is not there yet" };
    else if (!*delivery->program || strcmp(report->program, delivery->program) != 0)
        *reason = (struct reason){ "chương trình đã đổi", "the program has changed" };
    else if (strcmp(report->templates, delivery->templates) != 0)
        *reason = (struct reason){ "bố cục, danh mục hoặc phông chữ đã đổi", "layouts, catalogue or fonts have changed" };
    else if (strcmp(report->options, order_options(delivery, order)) != 0)
        *reason = (struct reason){ "tùy chọn đã đổi", "the options have changed" };
    else if (!same_inputs(report, order))
        *reason = (struct reason){ "tệp nhập đã đổi", "an input has changed" };
    else if (!same_missing(report, order, delivery->arena))
        *reason = (struct reason){ "lần trước thiếu tệp khác", "last time other files were missing" };
    else if (report->remake)
        *reason = (struct reason){ "lần trước có điều phải nêu lại", "something found last time has to be reported again" };
    else if (!report->outputs.count || !manifest_outputs_stand(report, delivery->folder))
        *reason = (struct reason){ "tệp kết quả mất hoặc đã bị sửa", "an output is missing or was changed" };
    else if (landing_is_over(delivery, report))
        *reason = (struct reason){ "tệp đã bị sửa không còn, hoặc lại như lúc lập",
                                   "a file that was changed is gone, or is again as it was made" };
    else
        return false;
    return true;
}
