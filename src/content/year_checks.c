#include "content/year_checks.h"

#include "content/reconciliation_view.h"

struct view year_checks_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_CHECK_NO,     FACT_CHECK_VERDICT,  FACT_CHECK_TEXT,       FACT_CHECK_RULE,
        FACT_CHECK_STATED, FACT_CHECK_COMPUTED, FACT_CHECK_DIFFERENCE, FACT_CHECK_UNIT,
    };
    struct items list = { .arena = maker->arena };
    const struct ledger *ledger = ledger_get(maker->context->ledgers, maker->plan, maker->arena);
    if (!ledger)
        ledger = ledger_of(maker->plan, maker->context->office, maker->arena);
    reconciliation_open_items(&list, ledger);
    const char *rest = reconciliation_rest_words(ledger, maker->arena);
    bool any = list.count > 0;
    items_say_if_none(&list, FACT_CHECK_TEXT, rest ? rest : "Kế hoạch không có số nào đối chiếu được.");
    struct view view = items_view(&list, EACH_CHECK, "year-checks", LABEL_CHECKS, FACTS(SUPPLIED));
    view_note(&view,
              any ? "Đối chiếu các số mà kế hoạch ghi với nhau. Chỉ liệt kê chỗ không khớp và chỗ chưa đủ số liệu; trong "
                    "ngoặc là số phép đối chiếu. Số ghi được giữ nguyên. Sổ đối chiếu đủ ở phụ lục của kế hoạch."
                  : "Đối chiếu các số mà kế hoạch ghi với nhau. Sổ đối chiếu đủ ở phụ lục của kế hoạch.",
              maker->arena);
    if (any && rest)
        view_note(&view, arena_printf(maker->arena, "Không liệt kê: %s", rest), maker->arena);
    return view;
}
