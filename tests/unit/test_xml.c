#include "../support/check.h"

#include <unistd.h>

#include "base/text.h"

#define SPACE "urn:phuluc:layout:1"

/* Reads text as a layout; the file is gone when this returns. */
static struct xml_doc *open_text(struct fixture *fixture, const char *text, size_t length, bool *valid)
{
    const char *path = temporary_file(fixture, text, length);
    struct xml_doc *doc = xml_open(file_at(fixture, path), fixture->layout_schema, "layout", SPACE, valid, &fixture->findings);
    unlink(path);
    assert_true(doc || findings_reach(&fixture->findings, SEVERITY_ERROR));
    assert_true(*valid != findings_reach(&fixture->findings, SEVERITY_ERROR));
    return doc;
}

static void expect(struct fixture *fixture, const char *text, size_t length, const char *findings)
{
    bool valid;
    xml_close(open_text(fixture, text, length, &valid));
    assert_findings(fixture, findings);
}

#define EXPECT(text, findings) expect(*state, (text), sizeof(text) - 1, (findings))

#define HEAD "<layout xmlns='" SPACE "' id='x' name='n' each='row'>"
#define REST "<title fallback='f'>t</title><sheet>s</sheet><columns><column head='h' width='*' fact='row.no'/></columns>"
#define END "</layout>"

static void cursors_walk_over_elements_only(void **state)
{
    struct fixture *fixture = *state;
    static const char TEXT[] = "<?xml version='1.0'?>\n<!-- a -->\n" HEAD "\n  <!-- b --><title fallback=' a  b\n c '>\n x "
                               "<![CDATA[<y>]]> z </title><?p q?>\n<sheet>&lt;s&gt;</sheet>\n<columns><column head='h' "
                               "width='*' fact='row.no' sum='yes'/><column head='i' width='12mm' fact='row.no'/></columns>" END;
    bool valid;
    struct xml_doc *doc = open_text(fixture, TEXT, sizeof TEXT - 1, &valid);
    assert_non_null(doc);
    assert_true(valid);
    struct xml_node root = xml_root(doc, &fixture->arena), node, column;
    assert_string_equal(xml_name(root), "layout");
    assert_whole(xml_place(root).line, 3);
    assert_true(xml_first(&node, root));
    assert_true(xml_is(node, "title"));
    assert_whole(xml_place(node).line, 5); /* where its tag ends */
    assert_string_equal(xml_content(node), "x <y> z");
    assert_string_equal(xml_attribute(node, "fallback"), "a b c");
    assert_null(xml_attribute(node, "none"));
    assert_string_equal(xml_text(node, "none"), "");
    assert_true(xml_next(&node));
    assert_string_equal(xml_content(node), "<s>");
    assert_true(xml_next(&node));
    assert_whole((int64_t)xml_count(node, "column"), 2);
    assert_true(xml_child(&column, node, "column"));
    assert_true(xml_yes(column, "sum") && !xml_yes(column, "bold"));
    assert_false(xml_next(&node));
    assert_false(xml_child(&node, root, "unit"));
    xml_close(doc);
}

static void numbers_and_years_of_attributes(void **state)
{
    struct fixture *fixture = *state;
    const struct { const char *text; int year; bool number; } CASES[] = {
        { "2021", 2021, true }, { " 2021 ", 2021, true }, { "1899", 0, true }, { "3000", 0, true }, { "2021.0", 0, true },
        { "1.5", 0, true },     { "", 0, false },         { "năm", 0, false }, { "-2021", 0, true },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *text = arena_printf(&fixture->arena, "<layout xmlns='" SPACE "' id='%s'/>", CASES[i].text);
        bool valid;
        struct xml_doc *doc = open_text(fixture, text, strlen(text), &valid);
        struct xml_node root = xml_root(doc, &fixture->arena);
        struct dec number;
        assert_whole(xml_year(root, "id"), CASES[i].year);
        assert_whole(xml_dec(&number, root, "id"), CASES[i].number);
        assert_false(xml_dec(&number, root, "none"));
        assert_whole(xml_year(root, "none"), 0);
        xml_close(doc);
        fixture->findings = findings_in(&fixture->arena);
    }
}

static void good_input_is_accepted(void **state)
{
    EXPECT(HEAD REST END, "");
    EXPECT("\xef\xbb\xbf" HEAD REST END, "");
    EXPECT("<?xml version='1.0' encoding='UTF-8'?>\r\n" HEAD REST END "\r\n<!-- end -->\n", "");
    EXPECT("<l:layout xmlns:l='" SPACE "' id='x' name='n' each='row'><l:title fallback='f'>t</l:title><l:sheet>s</l:sheet>"
           "<l:columns><l:column head='h' width='*' fact='row.no'/></l:columns></l:layout>", "");
    /* What an XML editor adds, so that it finds the schema. */
    EXPECT("<?xml-model href='layout.xsd'?><layout xmlns='" SPACE "' id='x' name='n' each='row' "
           "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" SPACE " http://example.com/l.xsd'>"
           REST END, "");
}

static void hostile_input_is_refused(void **state)
{
    EXPECT("", "IN-003:0");
    EXPECT("\n<!DOCTYPE layout>\n" HEAD REST END, "IN-008:2");
    EXPECT("<!-- <!DOCTYPE a> -->\n<?p <!DOCTYPE b>?>\n\n<!DOCTYPE layout SYSTEM 'file:///etc/passwd'>" HEAD REST END, "IN-008:4");
    EXPECT("<!DOCTYPE layout [<!ENTITY a 'b'>]>" HEAD "<title fallback='&a;'>t</title>" END, "IN-008:1");
    EXPECT(HEAD "\n<title fallback='&a;'>&b;</title>\n&c;" END, "IN-009:2 IN-009:3");
    EXPECT(HEAD "a\x01\n\x02" "b\x03</layout>", "IN-007:1 IN-013:1 IN-017:1 IN-007:2");
    EXPECT("\xff\xfe<\0l\0", "IN-070:0");
    EXPECT("abc", "IN-010:1");
    EXPECT("<", "IN-010:1");
    EXPECT(HEAD, "IN-010:1");
}

static void a_comment_may_speak_of_document_types(void **state)
{
    EXPECT("<!-- no <!DOCTYPE here -->" HEAD "<!-- nor <!DOCTYPE --><title fallback='f'>t</title><sheet>&lt;!DOCTYPE</sheet>"
           "<columns><column head='h' width='*' fact='row.no'/></columns>" END, "");
}

/* A tag in a comment, an instruction or a CDATA section is none. */
static void what_is_no_tag_counts_as_none(void **state)
{
    EXPECT("<?x ><plan xmlns='urn:phuluc:plan:1'?>" HEAD REST END, "");
    EXPECT("<?x <!DOCTYPE a> ?><!-- ?> <plan> -->" HEAD REST END "<!-- </layout> -->", "");
    EXPECT(HEAD "<title fallback='f'><![CDATA[<a><b>]]></title><sheet>s</sheet>"
           "<columns><column head='h' width='*' fact='row.no'/></columns>" END, "");
}

/* `count` pieces of the form given, with their number in it. */
static const char *repeated(struct fixture *fixture, const char *before, const char *after, int count)
{
    struct text text = text_in(&fixture->arena);
    for (int i = 0; i < count; i++)
        text_addf(&text, "%s%d%s", before, i, after);
    return text_str(&text);
}

static const char *letters(struct fixture *fixture, int count)
{
    struct text text = text_in(&fixture->arena);
    for (int i = 0; i < count; i++)
        text_add(&text, "ệ");
    return text_str(&text);
}

/* At the limit nothing is said of it; one more is refused, at its line. */
static void limits_hold_to_the_last_one(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = &fixture->arena;
    const char *columns = "<columns><column head='h' width='*' fact='row.no'/></columns>" END;
    for (int more = 0; more <= 1; more++) {
        const char *found = more ? "IN-066:2" : "";
        const char *title = arena_printf(arena, HEAD "\n<title fallback='f'>%s</title><sheet>s</sheet>%s",
                                         letters(fixture, 10000 + more), columns);
        expect(fixture, title, strlen(title), found);
        const char *value = arena_printf(arena, HEAD "\n<title fallback='%s'>t</title><sheet>s</sheet>%s",
                                         letters(fixture, 10000 + more), columns);
        expect(fixture, value, strlen(value), found);
        const char *split = arena_printf(arena, HEAD "<title fallback='f'>%s<!-- -->\n<![CDATA[%s]]></title><sheet>s</sheet>%s",
                                         letters(fixture, 9000), letters(fixture, 999 + more), columns);
        expect(fixture, split, strlen(split), found);
        /* Forty and twenty-four declarations: one namespace of the root, and nobody uses the others. */
        const char *spaces = arena_printf(arena, HEAD "<title fallback='f'%s>t</title>\n<sheet%s>s</sheet>%s",
                                          repeated(fixture, " xmlns:a", "='u'", 40), repeated(fixture, " xmlns:b", "='u'", 23 + more),
                                          columns);
        expect(fixture, spaces, strlen(spaces), found);
    }
    const char *blanks = arena_printf(arena, HEAD "<title fallback='f'>t%*s</title><sheet>s</sheet>%s", 100000, "", columns);
    expect(fixture, blanks, strlen(blanks), ""); /* folded to one */
    const char *attributes = arena_printf(arena, HEAD "\n<title%s/>" END, repeated(fixture, " a", "='1'", 65));
    expect(fixture, attributes, strlen(attributes), "IN-066:2");
    const char *name = arena_printf(arena, HEAD "\n<%0257d/>" END, 1);
    expect(fixture, name, strlen(name), "IN-066:2");
}

/* A reference is the character that it stands for, in text and in values; in a comment or CDATA section it is none. */
static void references_count_as_characters(void **state)
{
#define TITLE(text) HEAD "\n<title fallback='f'>" text "</title><sheet>s</sheet><columns><column head='h' width='*' fact='row.no'/></columns>" END
    EXPECT(TITLE("&#x41;&#7879;&lt;"), "");
    EXPECT(TITLE("a&#x301;"), "IN-006:2");
    EXPECT(TITLE("&#x65;\n&#x302;&#x323; &#x65;&#x302;"), "IN-006:3");
    EXPECT(TITLE("a<!-- -->\xcc\x81"), "IN-006:2"); /* they stand together when it is read */
    EXPECT(TITLE("&#xFEFF;"), "IN-007:2");
    EXPECT(TITLE("&#x9b;[31m"), "IN-007:2");
    EXPECT(TITLE("&#127;"), "IN-007:2");
    EXPECT(TITLE("\n&#x202E;"), "IN-007:3");
    EXPECT(TITLE("&#xAD;"), "IN-007:2");
    EXPECT(HEAD "\n<title fallback='&#x2066;'>t</title><sheet>s</sheet><columns><column head='a&#769;' width='*' "
           "fact='row.no'/></columns>" END, "IN-006:2 IN-007:2");
    EXPECT(TITLE("<!-- &#x301; &#x9b; --><![CDATA[a&#x301;]]>"), "");
    EXPECT(TITLE("&#x1b;"), "IN-010:2"); /* XML itself forbids it */
    EXPECT(TITLE("&#xD800;"), "IN-010:2");
    EXPECT(TITLE("&#x110000000000000000041;"), "IN-010:2");
    EXPECT(TITLE("Q&#xD0;-UBND"), "IN-072:2");
}

/* The first fault of tags that do not close is told, and what else is wrong beside it; not what follows from it. */
static void only_the_first_of_an_unclosed_tag_is_told(void **state)
{
    EXPECT(HEAD "<title fallback='f'>t\n<sheet>s</sheet>\n<columns><column head='h' width='*' fact='row.no'/></columns>\n" END,
           "IN-010:4");
    EXPECT(HEAD "<title fallback='f'>t</title><sheet>s</shet>\n<columns><column head='h' width='*'/>\n</colums>\n" END,
           "IN-010:1");
    EXPECT(HEAD "<title fallback=”f”>t</title>\n<sheet>s</sheet>\n</layout>\n", "IN-010:1");
    EXPECT(HEAD "<title fallback=f>t</title>\n<sheet>s</sheet>\n</layout>\n</layout>", "IN-010:1");
    EXPECT(HEAD "<title fallback='f'>a & b</title>\n<sheet>s</sheet><columns>\n</layout>\n", "IN-010:1 IN-010:3");
}

static void roots_and_namespaces_are_checked(void **state)
{
    EXPECT("\n<plan xmlns='urn:phuluc:plan:1'/>", "IN-011:2");
    EXPECT("\n<layout/>", "IN-046:2");
    EXPECT("<layout xmlns='urn:phuluc:layout:2'/>", "IN-046:1");
    EXPECT(HEAD "\n<title xmlns='' fallback='f'>t</title><sheet>s</sheet>\n<columns><column head='h' width='*' fact='a' x='y'/>"
           "</columns>" END, "IN-046:2 IN-015:3");
}

static void elements_nested_without_end_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct text text = text_in(&fixture->arena);
    text_add(&text, HEAD);
    for (int i = 0; i < 100000; i++)
        text_add(&text, "<a>");
    expect(fixture, text_str(&text), text.length, "IN-066:1");
}

/* The library stops at the first element that is out of place; everything behind it must be told all the same. */
static void all_faults_are_told_in_one_run(void **state)
{
    EXPECT(HEAD "\n<tittle/>\n<title>t</title>\n<sheet>s</sheet>\n<columns>\n<colum/>\n<column head='' width='*' fact='a'/>\n"
           "<column width='*' fact='a' x='y'/>\n</columns>\n<more/>" END,
           "IN-012:2 IN-014:3 IN-012:6 IN-016:7 IN-014:8 IN-015:8 IN-012:10");
}

static void a_missing_element_is_told_where_the_next_one_stands(void **state)
{
    EXPECT(HEAD "\n<sheet>s</sheet>\n<columns><column head='h' width='*' fact='a' x='y'/></columns>" END, "IN-053:2 IN-015:3");
    EXPECT(HEAD "\n<title fallback='f'>t</title>" END, "IN-013:1");
}

static void an_element_too_many_is_told_alone(void **state)
{
    EXPECT(HEAD REST "\n<title fallback='f'>t</title>" END, "IN-047:2");
    EXPECT(HEAD "\n<title fallback='f'>t</title>\n<title fallback='f'>t</title><sheet>s</sheet><columns><column head='h' "
           "width='*' fact='row.no'/></columns>" END, "IN-047:3");
    EXPECT(HEAD "<title fallback='f'>t</title><sheet>s</sheet>\n<unit>u</unit>\n<columns><column head='h' width='*' "
           "fact='row.no' x='y'/></columns>" END, "IN-047:2 IN-015:3");
}

static void several_missing_elements_are_told_each(void **state)
{
    EXPECT(HEAD "\n<columns><column head='h' width='*' fact='row.no'/></columns>" END, "IN-053:2 IN-053:2");
}

/* What is taken out of the way to look further is put back: the reader sees the document as it stands in the file. */
static void a_faulty_document_is_read_as_it_is(void **state)
{
    struct fixture *fixture = *state;
    static const char TEXT[] = HEAD "<b/><sheet>s</sheet><c/><title fallback='f'>t</title><d/>" END;
    static const char *const NAMES[] = { "b", "sheet", "c", "title", "d" };
    bool valid;
    struct xml_doc *doc = open_text(fixture, TEXT, sizeof TEXT - 1, &valid);
    assert_non_null(doc);
    struct xml_node node;
    size_t count = 0;
    for (bool more = xml_first(&node, xml_root(doc, &fixture->arena)); more; more = xml_next(&node))
        assert_string_equal(xml_name(node), NAMES[count++]);
    assert_whole((int64_t)count, 5);
    xml_close(doc);
}

static void stray_text_is_told_on_its_own_line(void **state)
{
    EXPECT(HEAD "\n\n  lạc\n\n" REST END, "IN-017:3");
    EXPECT(HEAD REST "\n\n  lạc" END, "IN-017:3");
    EXPECT(HEAD "\n<title fallback='f'><b/>t</title><sheet>s</sheet><columns>x<column head='h' width='*' fact='a'/></columns>" END,
           "IN-016:2 IN-017:2 IN-048:2");
}

/* Each is told once, however many there are of them and however many passes it takes to find them. */
static void faults_of_a_kind_are_counted_exactly(void **state)
{
    struct fixture *fixture = *state;
    struct text text = text_in(&fixture->arena);
    text_add(&text, HEAD "<title fallback='f'>t</title><sheet>s</sheet><columns>");
    for (int i = 0; i < 500; i++)
        text_add(&text, "x<bad/><column width='*' fact='row.no' more='1'/>\n");
    text_add(&text, "</columns>" END);
    bool valid;
    xml_close(open_text(fixture, text_str(&text), text.length, &valid));
    size_t told = 0, closed = 0;
    for (size_t i = 0; i < fixture->findings.count; i++) {
        const struct finding *finding = &fixture->findings.items[i];
        bool closing = finding->code == FINDING_REPEATED;
        closed += closing;
        told += !closing;
        if (closing)
            assert_string_equal(finding->args[0], "480");
    }
    assert_whole((int64_t)closed, 4); /* stray text, strange elements, attributes that are missing and that are too many */
    assert_whole((int64_t)told, 4 * 20);
}

static void a_schema_that_is_none_is_a_system_failure(void **state)
{
    struct fixture *fixture = *state;
    static const char *const BAD[] = { "<a/>", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element/></xs:schema>",
                                       "<xs:schema" };
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        const char *path = temporary_file(fixture, BAD[i], strlen(BAD[i]));
        assert_null(xml_schema_open(path, &fixture->findings));
        unlink(path);
        assert_true(findings_reach(&fixture->findings, SEVERITY_SYSTEM));
        assert_findings(fixture, "SY-002:0");
    }
}

/* Random bytes, and random pieces of XML: always a document or an error. */
static void anything_at_all_can_be_opened(void **state)
{
    static const char *const PIECES[] = { "<", ">", "/", "layout", " xmlns='" SPACE "'", "<title ", "fallback='", "'", "\"", "&",
                                          ";", "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", "\n", "ệ", "e\xcc\x82", "\x01",
                                          "\xff", "</layout>", "<columns>", "<column/>", "=", "&#0;", "&#x41;", "<!DOCTYPE", "&#x301;", "&#", "&#x", "&#x9b;", "\0", "“" };
    struct fixture *fixture = *state;
    struct chance chance = { 9 };
    for (int i = 0; i < 3000; i++) {
        struct text text = text_in(&fixture->arena);
        text_add(&text, i % 2 ? HEAD : "<");
        for (int64_t p = chance_between(&chance, 0, 30); p > 0; p--)
            text_add(&text, PIECES[chance_between(&chance, 0, sizeof PIECES / sizeof *PIECES - 1)]);
        bool valid;
        xml_close(open_text(fixture, text_str(&text), text.length, &valid));
        fixture->findings = findings_in(&fixture->arena);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(cursors_walk_over_elements_only),
        TEST(numbers_and_years_of_attributes),
        TEST(good_input_is_accepted),
        TEST(hostile_input_is_refused),
        TEST(a_comment_may_speak_of_document_types),
        TEST(what_is_no_tag_counts_as_none),
        TEST(limits_hold_to_the_last_one),
        TEST(references_count_as_characters),
        TEST(only_the_first_of_an_unclosed_tag_is_told),
        TEST(roots_and_namespaces_are_checked),
        TEST(elements_nested_without_end_are_refused),
        TEST(all_faults_are_told_in_one_run),
        TEST(a_missing_element_is_told_where_the_next_one_stands),
        TEST(an_element_too_many_is_told_alone),
        TEST(several_missing_elements_are_told_each),
        TEST(a_faulty_document_is_read_as_it_is),
        TEST(stray_text_is_told_on_its_own_line),
        TEST(faults_of_a_kind_are_counted_exactly),
        TEST(a_schema_that_is_none_is_a_system_failure),
        TEST(anything_at_all_can_be_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
