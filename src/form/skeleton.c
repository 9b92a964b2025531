#include "form/skeleton.h"

#include "base/shortened.h"
#include "base/xml_text.h"
#include "content/words.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* What a processing instruction holds must not end it. */
static void add_mark(struct text *out, const char *indent, const char *what)
{
    text_addf(out, "%s<?doubt ", indent);
    for (; *what; what++)
        text_addn(out, *what == '?' && what[1] == '>' ? " " : what, 1);
    text_add(out, "?>\n");
}

const char *skeleton_plan(const char *unit, int first_year, int last_year, struct arena *arena)
{
    struct text out = text_in(arena);
    const char *code = unit ? unit : COUNTRY;
    text_add(
        &out, DECLARATION
        "<!-- Khung một kế hoạch: điền từng chỗ có dòng <?doubt …?>, rồi xóa dòng ấy. Cách nhập: input/README.md. -->\n");
    add_mark(&out, "",
             unit ? "id: tên không dấu của kế hoạch; asOf: ngày ban hành"
                  : "id: tên không dấu của kế hoạch; unit: mã đơn vị trong danh mục; asOf: ngày ban hành");
    text_addf(&out, "<plan xmlns=\"urn:phuluc:plan:1\" id=\"ke-hoach-%s-%d-%d\"", code, first_year, last_year);
    xml_add_attribute(&out, "unit", code);
    text_addf(&out, " asOf=\"%d-01-01\">\n", first_year);
    add_mark(&out, "  ",
             "quyết định: chép đúng bản in; mỗi căn cứ một thẻ basis; Kế hoạch nằm trong quyết định thì plan=\"within\"");
    text_add(&out, "  <decision plan=\"attached\">\n    <typeName>Quyết định</typeName>\n");
    add_mark(&out, "    ", "số, ký hiệu, ngày; bản in để trống thì ghi blank=\"yes\"");
    text_addf(
        &out,
        "    <codeNumber>00</codeNumber>\n    <codeNotation>QĐ-UBND</codeNotation>\n    <issuedDate>%d-01-01</issuedDate>\n",
        first_year);
    add_mark(&out, "    ", "địa danh, cơ quan ban hành, trích yếu, tên kế hoạch");
    text_addf(&out,
              "    <place>Địa danh</place>\n    <organName>Ủy ban nhân dân</organName>\n"
              "    <subject>Ban hành Kế hoạch</subject>\n    <planName>Kế hoạch giai đoạn %d - %d</planName>\n",
              first_year, last_year);
    add_mark(&out, "    ", "người ký: mỗi dòng quyền hạn một thẻ authority");
    text_add(&out, "    <signer>\n      <authority>TM. ỦY BAN NHÂN DÂN</authority>\n      <position>CHỦ TỊCH</position>\n"
                   "      <fullName>Họ và tên</fullName>\n    </signer>\n");
    add_mark(&out, "    ", "nơi nhận: mỗi dòng một thẻ; bản in không có thì ghi <recipients absent=\"yes\"/>");
    text_add(&out, "    <recipients>\n      <recipient>Lưu: VT</recipient>\n    </recipients>\n  </decision>\n");
    text_addf(&out, "  <period first=\"%d\" last=\"%d\"/>\n", first_year, last_year);
    add_mark(&out, "  ",
             "nguồn kinh phí theo thứ tự văn bản nêu; code là mã trong danh mục; nguồn không nêu số tiền thì money=\"no\"");
    text_add(&out, "  <source id=\"TW\" code=\"central\" name=\"Ngân sách trung ương\" abbr=\"TW\"/>\n"
                   "  <source id=\"DP\" code=\"local\" name=\"Ngân sách địa phương\" abbr=\"ĐP\"/>\n");
    add_mark(&out, "  ", "mục tiêu: mỗi số đo một thẻ target, chữ như bản in; op, value, unit theo câu chữ");
    text_add(
        &out,
        "  <targets id=\"targets\" layout=\"targets\" where=\"Mục I Kế hoạch\">\n    <section no=\"a\" title=\"Tên mục\">\n"
        "      <target id=\"a1\" op=\"ge\" value=\"0\" unit=\"%\">Nội dung mục tiêu</target>\n    </section>\n  </targets>\n");
    add_mark(
        &out, "  ",
        "bảng kinh phí: mỗi bảng in một thẻ table, mỗi dòng một thẻ; dấu - ghi as=\"dash\", ô trống bỏ, số mất ghi as=\"lost\"");
    text_add(&out, "  <table id=\"pl1\" annex=\"I\" moneyUnit=\"million-dong\" title=\"Tên bảng\">\n"
                   "    <columns orientation=\"landscape\">\n"
                   "      <column head=\"STT\" width=\"12mm\" fact=\"row.no\" align=\"center\"/>\n"
                   "      <column head=\"Nội dung\" width=\"*\" min=\"60mm\" fact=\"row.title\"/>\n"
                   "      <repeat over=\"year\" head=\"Năm {year}\">\n"
                   "        <repeat over=\"source\">\n"
                   "          <column head=\"{source.abbr}\" width=\"14mm\" align=\"right\"/>\n"
                   "        </repeat>\n"
                   "      </repeat>\n"
                   "    </columns>\n"
                   "    <activity id=\"pl1-1\" no=\"1\" title=\"Tên hoạt động\">\n");
    for (int year = first_year; year <= last_year; year++)
        text_addf(&out, "      <amount year=\"%d\" source=\"TW\">0</amount> <amount year=\"%d\" source=\"DP\">0</amount>\n",
                  year, year);
    text_add(&out, "    </activity>\n  </table>\n</plan>\n");
    return text_str(&out);
}

static void add_value(struct text *out, const struct target *target, struct arena *arena)
{
    const char *unit = target->measure.unit ? target->measure.unit : "";
    add_mark(out, "  ",
             arena_printf(arena, "%s (%s %s): ghi value=\"…\" thay status; chưa có số thì để nguyên",
                          text_shortened(target->text, arena), goal_words(arena, &target->measure), unit));
    text_add(out, "  <value");
    xml_add_attribute(out, "target", target->id);
    text_add(out, " status=\"not-reported\"/>\n");
}

/* Of each row of the form's sheet of money what was disbursed; the other phases are said in the mark. */
static void add_money(struct text *out, const struct fill_in_book *book, struct arena *arena)
{
    const struct fill_in_sheet *sheet = fill_in_sheet(book, FORM_MONEY);
    text_add(out, "  <money moneyUnit=\"million-dong\">\n");
    for (size_t r = 0; r < sheet->row_count; r++) {
        const struct fill_in_row *row = &sheet->rows[r];
        const char *slash = row->id ? strchr(row->id, '/') : NULL;
        if (!slash)
            continue;
        add_mark(
            out, "    ",
            arena_printf(arena,
                         "%s, %s: số tiền thay status, thêm <carriedIn>, <allocated> cùng thuộc tính; không có thì xóa thẻ",
                         fill_in_cell(sheet, row, "text")->text, fill_in_cell(sheet, row, "source")->text));
        text_add(out, "    <disbursed");
        xml_add_attribute(out, "source", slash[1] ? slash + 1 : NULL);
        xml_add_attribute(out, "of", slash > row->id ? arena_copy(arena, row->id, (size_t)(slash - row->id)) : NULL);
        text_add(out, " status=\"not-reported\"/>\n");
    }
    text_add(out, "  </money>\n");
}

const char *skeleton_results(const struct form_request *request, struct arena *arena, struct findings *findings)
{
    const struct fill_in_book *book = form_make(request, arena, findings);
    const char *period = period_text(arena, request->period);
    enum regime regime = office_regime(request->office, request->period);
    const char *cut_off = date_token(arena, period_last_day(request->period, regime));
    struct text out = text_in(arena);
    if (!book)
        return NULL;
    text_add(
        &out, DECLARATION
        "<!-- Khung một báo cáo kết quả: điền từng chỗ có dòng <?doubt …?>, rồi xóa dòng ấy. Cách nhập: input/README.md. -->\n");
    add_mark(
        &out, "",
        "issued: ngày ban hành báo cáo; basis: period (riêng kỳ) hoặc cumulative (lũy kế); status: final hoặc provisional");
    text_add(&out, "<results xmlns=\"urn:phuluc:results:1\"");
    xml_add_attribute(&out, "id", arena_printf(arena, "%s-%s", request->plan->id, period));
    xml_add_attribute(&out, "plan", request->plan->id);
    xml_add_attribute(&out, "unit", request->plan->unit);
    xml_add_attribute(&out, "period", period);
    xml_add_attribute(&out, "regime", regime_token(regime));
    xml_add_attribute(&out, "cutOff", cut_off);
    xml_add_attribute(&out, "issued", cut_off);
    text_add(&out, " basis=\"period\" status=\"final\">\n");
    for (size_t i = 0; i < request->plan->target_count; i++)
        add_value(&out, &request->plan->targets[i], arena);
    add_money(&out, book, arena);
    text_add(&out, "</results>\n");
    return text_str(&out);
}
