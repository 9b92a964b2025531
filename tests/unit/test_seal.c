#include "../support/check.h"

#include "base/digest.h"
#include "input/seal.h"

#define SCHEMA "templates/schema/layout.xsd"
/* It has no columns: the schema refuses it. */
#define FAULTY "<layout xmlns='urn:phuluc:layout:1' id='x' name='Ấn' each='row'><title>t</title><sheet>s</sheet></layout>"

static char sealed_schema[SHA256_TEXT_SIZE], sealed_text[SHA256_TEXT_SIZE];
static struct seal seals[] = { { .digest = sealed_schema }, { .digest = sealed_text } };

static void seal_text(struct seal *seal, char *digest, const char *text, size_t length)
{
    digest_bytes(digest, text, length);
    seal->length = length;
}

static int seal(void **state)
{
    if (fixture_open(state) != 0)
        return -1;
    struct fixture *fixture = *state;
    struct slurp schema = xml_slurp(SCHEMA, &fixture->findings);
    if (!schema.data)
        return -1;
    seal_text(&seals[0], sealed_schema, schema.data, schema.length);
    seal_text(&seals[1], sealed_text, FAULTY, strlen(FAULTY));
    seal_by(seals, 2);
    return 0;
}

static int unseal(void **state)
{
    seal_by(NULL, 0);
    return fixture_close(state);
}

static bool has_no_letters(const void *data, uint32_t codepoint)
{
    (void)data;
    (void)codepoint;
    return false;
}

/* Whether the text is found good. */
static bool is_good(struct fixture *fixture, const char *text, struct alphabet alphabet)
{
    struct xml_schema *schema = xml_schema_open(SCHEMA, &fixture->findings);
    struct slurp slurp = { "x.xml", arena_copy(&fixture->arena, text, strlen(text)), strlen(text), false };
    bool valid;
    assert_non_null(schema);
    xml_schema_alphabet(schema, alphabet);
    struct xml_doc *doc = xml_open(&slurp, schema, "layout", "urn:phuluc:layout:1", &valid, &fixture->findings);
    xml_close(doc);
    xml_schema_close(schema);
    return valid;
}

static const struct alphabet ALL = { 0 }, NONE = { has_no_letters, NULL };

static void what_was_validated_when_the_program_was_built_is_not_validated_again(void **state)
{
    assert_true(is_good(*state, FAULTY, ALL));
    assert_findings(*state, "");
}

static void what_was_changed_by_one_byte_is_validated(void **state)
{
    char *changed = arena_string(&((struct fixture *)*state)->arena, FAULTY);
    *strstr(changed, "'x'") = '"';
    strstr(changed, "x'")[1] = '"';
    assert_false(is_good(*state, changed, ALL));
    assert_false(is_good(*state, FAULTY "\n", ALL));
}

static void what_was_not_changed_is_validated_by_a_schema_that_was(void **state)
{
    memset(sealed_schema, '0', SHA256_TEXT_SIZE - 1);
    assert_false(is_good(*state, FAULTY, ALL));
}

static void other_fonts_may_lack_its_characters(void **state)
{
    assert_false(is_good(*state, FAULTY, NONE));
}

static void another_root_is_refused(void **state)
{
    static const char TEXT[] = "<catalogue xmlns='urn:phuluc:catalogue:1'/>";
    seal_text(&seals[1], sealed_text, TEXT, strlen(TEXT));
    assert_false(is_good(*state, TEXT, ALL));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, seal, unseal)
    const struct CMUnitTest tests[] = {
        TEST(what_was_validated_when_the_program_was_built_is_not_validated_again),
        TEST(what_was_changed_by_one_byte_is_validated),
        TEST(what_was_not_changed_is_validated_by_a_schema_that_was),
        TEST(other_fonts_may_lack_its_characters),
        TEST(another_root_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
