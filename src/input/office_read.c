#include "input/office_read.h"

void office_read(struct office *office, const char *path, const struct xml_schema *schema, struct arena *arena,
                 struct findings *findings)
{
    bool valid;
    struct xml_doc *doc = xml_open(path, schema, "office", "urn:phuluc:office:1", &valid, findings);
    if (!doc)
        return;
    struct xml_node root = xml_root(doc, arena), node;
    struct office read = { .place = xml_place(root) };
    struct dec money;
    if (office->place.file) {
        finding_add(findings, FINDING_SECOND_OFFICE, read.place, office->place.file, NULL);
    } else if (valid && xml_child(&node, root, "material") && xml_dec(&read.material_percent, node, "percent") &&
               xml_dec(&money, node, "money") && dec_shift_to_whole(&read.material_dong, money, 0)) {
        *office = read;
    }
    xml_close(doc);
}
