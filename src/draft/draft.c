#include "draft/draft.h"

#include "draft/decision_draft.h"
#include "draft/indicators_draft.h"
#include "draft/money_draft.h"
#include "draft/past_draft.h"
#include "draft/sources_draft.h"
#include "draft/statements_draft.h"
#include "draft/table_draft.h"
#include "draft/targets_draft.h"

const char *draft_where(const struct drafting *drafting, size_t block)
{
    return standing_words(drafting->standings[block], drafting->within ? "Điều 1" : "Kế hoạch", false, drafting->arena);
}

void draft_at(const struct drafting *drafting, struct node *node, size_t block)
{
    node->at = original_place(drafting->arena, &drafting->source->blocks[block]);
}

/* What no program can vouch for: that nothing was left out. */
static void doubt_the_whole(struct drafting *drafting)
{
    const struct original *source = drafting->source;
    node_doubt(drafting->plan, "bản nháp do máy đọc: so từng dòng với văn bản trước khi xóa dòng này");
    node_doubt(drafting->plan,
               "máy không đọc: mã chỉ tiêu mà danh mục gọi khác (indicator), direction, base, kết quả giai đoạn trước ngoài mục kết quả (pastResults), phép tính "
               "trong tên dòng (labelSum), thời hạn không nêu ngày (deadline), số đếm (count), chỗ hỏng do quét (repair)");
    if (source->counted)
        node_doubt(drafting->plan, "%zu đoạn do Word tự đánh số: số không có trong chữ, máy đọc như gạch đầu dòng",
                   source->counted);
    if (source->objects)
        node_doubt(drafting->plan, "%zu đối tượng nhúng không đọc được", source->objects);
}

struct node *draft_plan(const struct original *source, const struct catalogue *catalogue, const struct layouts *layouts,
                        struct arena *arena)
{
    struct drafting drafting = { .source = source, .catalogue = catalogue, .layouts = layouts, .arena = arena, .said = { .arena = arena } };
    drafting.standings = standings_of(source, arena);
    drafting.plan = node_new(arena, "plan");
    draft_decision(&drafting);
    /* Sources are declared before what has their money, and known only behind it. */
    struct funds funds = { .arena = arena };
    struct node *prose = node_new(arena, "prose"), *tables = node_new(arena, "tables");
    draft_prose(&drafting, &funds, prose);
    draft_tables(&drafting, &funds, tables);
    funds_read_lists(&funds, &drafting);
    funds_add(&funds, &drafting, drafting.plan);
    draft_past(&drafting);
    draft_targets(&drafting);
    draft_indicators(&drafting);
    node_adopt_children(drafting.plan, prose);
    node_adopt_children(drafting.plan, tables);
    draft_statements(&drafting);
    doubt_the_whole(&drafting);
    return drafting.plan;
}
