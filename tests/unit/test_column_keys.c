#include "../support/check.h"

#include "base/text.h"
#include "calc/column_keys.h"

#define ROW "<activity id='a' title='a'><amount source='TW' year='2021'>5</amount><amount phase='estimated' year='2021'>4</amount>" \
            "<text name='note'>x</text></activity>"

#define TABLE_OF(columns, row) \
    "<table id='t' annex='' moneyUnit='million-dong' title='T'><columns>" columns "</columns>" row "</table>"
#define TABLE(columns) TABLE_OF(columns, ROW)

/* "2021 TW", "2021 estimated", "text note", "row.no": what each column shows, parted by '|'. */
static const char *shown(struct fixture *fixture, const struct plan *plan)
{
    struct arena *arena = &fixture->arena;
    struct column_keys keys = column_keys_of_table(plan, &plan->tables[0], arena);
    struct text out = text_in(arena);
    for (size_t i = 0; i < keys.count; i++) {
        const struct column_key *key = &keys.items[i];
        text_add(&out, i ? "|" : "");
        if (key->fact == FACT_ROW_TEXT)
            text_addf(&out, "text %s", key->key.measure);
        else if (!key->is_figure)
            text_add(&out, fact_get(key->fact)->name);
        else
            text_addf(&out, "%s %s%s%s", figure_period_token(arena, key->key.period), key->key.source ? key->key.source : "all",
                      key->key.phase ? " " : "", key->key.phase ? key->key.phase : "");
    }
    return text_str(&out);
}

static void a_column_has_its_key_from_itself_then_the_blocks_around_it_then_the_table(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, TABLE(
        "<column head='A' width='9mm' fact='row.no'/>"
        "<repeat over='year' items='2021 2022' head='{year}'>"
        "<repeat over='phase' items='planned estimated'><column head='B' width='9mm'/></repeat>"
        "<column head='C' width='9mm' period='whole' source='TW'/>"
        "</repeat>"
        "<column head='D' width='9mm' text='note'/>")));
    assert_string_equal(shown(fixture, plan), "row.no|2021 all|2021 all estimated|period TW|2022 all|2022 all estimated|period TW|text note");
}

static void a_block_without_items_repeats_what_the_table_has(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, TABLE(
        "<repeat over='phase'><column head='A' width='9mm' year='2021'/></repeat>"
        "<sources><column head='B' width='9mm' fact='row.source-amount'/></sources><column head='C' width='9mm' text='note'/>")));
    assert_string_equal(shown(fixture, plan), "2021 all|2021 all estimated|period TW|text note");
}

/* In the order of the calendar, whatever that of the figures is; halves and months are no quarters. */
static void a_block_of_quarters_repeats_those_of_which_there_are_figures(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, TABLE_OF(
        "<repeat over='quarter'><column head='A' width='9mm'/></repeat><column head='C' width='9mm' text='note'/>",
        "<activity id='a' title='a'><amount quarter='2022-Q4'>1</amount><amount half='2021-H1'>2</amount><amount month='2023-01'>3</amount>"
        "<amount source='TW' quarter='2021-Q2'>4</amount><text name='note'>x</text></activity>")));
    assert_string_equal(shown(fixture, plan), "2021-Q2 all|2022-Q4 all|text note");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_column_has_its_key_from_itself_then_the_blocks_around_it_then_the_table, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_block_without_items_repeats_what_the_table_has, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_block_of_quarters_repeats_those_of_which_there_are_figures, fixture_open, fixture_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
