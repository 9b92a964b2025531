#include "content/year_checks.h"

#include "content/items.h"

static void add_check(struct items *list, const struct ledger_row *row)
{
    items_add(list, ROLE_BODY, 1);
    items_put(list, FACT_CHECK_NO, row->cells[LEDGER_NO]);
    items_put(list, FACT_CHECK_TEXT, row->cells[LEDGER_NAME]);
    items_put(list, FACT_CHECK_RULE, row->cells[LEDGER_RULE]);
    items_put(list, FACT_CHECK_STATED, row->cells[LEDGER_STATED]);
    items_put(list, FACT_CHECK_COMPUTED, row->cells[LEDGER_COMPUTED]);
    items_put(list, FACT_CHECK_DIFFERENCE, row->cells[LEDGER_DIFFERENCE]);
    items_put(list, FACT_CHECK_UNIT, row->cells[LEDGER_UNIT]);
}

struct view year_checks_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_CHECK_NO, FACT_CHECK_TEXT, FACT_CHECK_RULE, FACT_CHECK_STATED, FACT_CHECK_COMPUTED,
        FACT_CHECK_DIFFERENCE, FACT_CHECK_UNIT,
    };
    struct items list = { .arena = maker->arena };
    struct ledger_view ledger = ledger_view_of(&maker->ledger, maker->arena);
    for (size_t i = 0; i < ledger.count; i++) {
        const struct ledger_row *row = &ledger.rows[i];
        if (row->is_group) {
            items_add_group(&list, 0, row->cells[LEDGER_NAME].text);
            items_put(&list, FACT_CHECK_TEXT, row->cells[LEDGER_NAME]);
        } else if (row->is_open) {
            add_check(&list, row);
        }
    }
    items_say_if_none(&list, FACT_CHECK_TEXT, "Kế hoạch không có số nào đối chiếu được.");
    struct view view = items_view(&list, EACH_CHECK, "year-checks", LABEL_CHECKS, FACTS(SUPPLIED));
    view_note(
        &view,
        "Đối chiếu các số mà kế hoạch ghi với nhau. Chỉ liệt kê chỗ không khớp và chỗ chưa đủ số liệu; trong ngoặc "
        "là số phép đối chiếu. Số ghi được giữ nguyên. Sổ đối chiếu đủ ở phụ lục của kế hoạch.",
        maker->arena);
    return view;
}
