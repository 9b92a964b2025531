#include "../support/check.h"

#include <glob.h>

#include <libxml/parser.h>

#include "input/xml_stream.h"

static struct slurp slurp_of(const char *text)
{
    return (struct slurp){ .path = "t.xml", .data = (char *)text, .length = strlen(text) };
}

static void assert_same(const struct xml_element *a, const struct xml_element *b)
{
    assert_string_equal(a->name, b->name);
    assert_string_equal(a->text, b->text);
    assert_whole(a->line, b->line);
    assert_whole(a->attribute_count, b->attribute_count);
    for (int i = 0; i < a->attribute_count; i++) {
        assert_string_equal(a->attributes[i].name, b->attributes[i].name);
        assert_string_equal(a->attributes[i].value, b->attributes[i].value);
    }
    const struct xml_element *left = a->first, *right = b->first;
    for (; left && right; left = left->next, right = right->next)
        assert_same(left, right);
    assert_true(!left && !right);
}

/* Reads the text in both ways. */
static void assert_ways_agree(const struct slurp *text, const char *root, const char *space)
{
    struct xml_tree stream = { 0 }, copy = { 0 };
    xmlDictPtr stream_names, copy_names;
    xmlDocPtr doc = xmlReadMemory(text->data, (int)text->length, NULL, "UTF-8", XML_STREAM_OPTIONS);
    assert_non_null(doc);
    assert_true(xml_stream(&stream, &stream_names, text, &(struct xml_wanted){ .root = root, .space = space }));
    xml_tree_of(&copy, &copy_names, doc);
    xmlFreeDoc(doc);
    assert_same(stream.root, copy.root);
    arena_release(&stream.arena);
    arena_release(&copy.arena);
    xmlDictFree(stream_names);
    xmlDictFree(copy_names);
}

static void both_ways_make_the_same_tree(void **state)
{
    (void)state;
    struct slurp text = slurp_of(
        "<?xml version='1.0'?><!-- a --><p:r xmlns:p='u:1' xmlns:o='u:2' o:x='no' x=' 1 &amp;\n&#38;amp; &lt;&#9;'\n y=''>"
        "t<!-- c -->&amp;&#x111;<p:a><![CDATA[<b>]]> c</p:a>\n<p:b/><?other x?><p:c z='&quot;&apos;'> </p:c>u</p:r>\n<!-- e -->");
    assert_ways_agree(&text, "r", "u:1");
}

static void elements_have_their_texts_lines_and_values(void **state)
{
    (void)state;
    struct slurp text = slurp_of("<r xmlns='u:1' x='&amp;#38; &amp;'>\n <a>1&amp;<b>\n</b>2</a>\n <a\n y='2'>\n</a></r>");
    struct xml_tree tree = { 0 };
    xmlDictPtr names;
    assert_true(xml_stream(&tree, &names, &text, &(struct xml_wanted){ .root = "r", .space = "u:1" }));
    assert_string_equal(tree.root->attributes[0].value, "&#38; &");
    assert_string_equal(tree.root->text, "");
    const struct xml_element *a = tree.root->first;
    assert_string_equal(a->text, "1&2");
    assert_string_equal(a->first->text, "");
    assert_whole(a->line, 2);
    assert_whole(a->next->line, 5); /* where its tag ends */
    assert_null(a->next->next);
    arena_release(&tree.arena);
    xmlDictFree(names);
}

static void what_has_a_fault_makes_no_tree(void **state)
{
    (void)state;
    static const char *const TEXTS[] = { "",
                                         "<r xmlns='u:1'>",
                                         "<r xmlns='u:1'><a></r>",
                                         "<r xmlns='u:1'/><r/>",
                                         "<r xmlns='u:1' a='1' a='2'/>",
                                         "<r xmlns='u:1'>&unknown;</r>",
                                         "<r xmlns='u:1'><p:a/></r>",
                                         "<r xmlns='u:2'/>",
                                         "<r/>",
                                         "<s xmlns='u:1'/>",
                                         "<r xmlns='u:1'><?doubt which?></r>",
                                         "<?doubt which?><r xmlns='u:1'/>" };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct slurp text = slurp_of(TEXTS[i]);
        struct xml_tree tree = { 0 };
        xmlDictPtr names;
        assert_false(xml_stream(&tree, &names, &text, &(struct xml_wanted){ .root = "r", .space = "u:1" }));
        assert_null(tree.root);
        assert_null(tree.arena.blocks);
    }
}

/* How many of the files a schema accepts, by the library's own tree; the stream accepts those and no other. */
static int count_accepted(struct fixture *fixture, const char *pattern, xmlSchemaPtr schema)
{
    glob_t files;
    int count = 0;
    assert_whole(glob(pattern, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct slurp *text = file_at(fixture, files.gl_pathv[i]);
        struct xml_tree tree = { 0 };
        xmlDictPtr names;
        xmlDocPtr doc = xmlReadMemory(text->data, (int)text->length, NULL, "UTF-8",
                                      XML_STREAM_OPTIONS | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
        xmlSchemaValidCtxtPtr judge = xmlSchemaNewValidCtxt(schema);
        bool is_plan = doc && strcmp((const char *)xmlDocGetRootElement(doc)->name, "plan") == 0;
        bool accepted = is_plan && xmlSchemaValidateDoc(judge, doc) == 0 && !strstr(text->data, "<?doubt");
        bool streamed = xml_stream(&tree, &names, text, &(struct xml_wanted){ "plan", "urn:phuluc:plan:1", schema });
        if (streamed != accepted)
            fail_msg("%s: %s, but in a stream %s", files.gl_pathv[i], accepted ? "accepted" : "refused",
                     streamed ? "accepted" : "refused");
        count += accepted;
        if (streamed)
            xmlDictFree(names);
        arena_release(&tree.arena);
        xmlSchemaFreeValidCtxt(judge);
        xmlFreeDoc(doc);
    }
    globfree(&files);
    return count;
}

static void a_stream_accepts_what_the_schema_accepts(void **state)
{
    struct fixture *fixture = *state;
    struct slurp *text = file_at(fixture, "templates/schema/plan.xsd");
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt(text->data, (int)text->length);
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    assert_non_null(schema);
    assert_true(count_accepted(fixture, "input/decisions/*.xml", schema) >= 5);
    assert_true(count_accepted(fixture, "tests/reject/*.xml", schema) > 0);
    xmlSchemaFreeParserCtxt(parser);
    xmlSchemaFree(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ways_make_the_same_tree),
        cmocka_unit_test(elements_have_their_texts_lines_and_values),
        cmocka_unit_test(what_has_a_fault_makes_no_tree),
        cmocka_unit_test_setup_teardown(a_stream_accepts_what_the_schema_accepts, fixture_open, fixture_close),
    };
    return cmocka_run_group_tests_name("xml_stream", tests, NULL, NULL);
}
