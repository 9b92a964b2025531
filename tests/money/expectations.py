"""Right answers of the cases, worked out by hand from their files. Amounts in million đồng."""

from decimal import Decimal

# case -> (source, year) -> stated, computed, complete
TOTALS = {
    "one-year": {("DP", "2021"): (100, 100, "yes"), ("DP", "period"): (100, 100, "yes"), ("", "2021"): (None, 100, "yes")},
    "one-year-sources": {("TW", "2024"): (100, 100, "yes"), ("DP", "2024"): (200, 200, "yes"),
                         ("DN", "2024"): (75, 75, "yes"), ("", "2024"): (375, 375, "yes"), ("", "period"): (375, 375, "yes")},
    "prose-year": {("", "2020"): (2700, None, "no"), ("", "period"): (2700, None, "no")},
    "two-annexes": {("DP", "2021"): (130, 130, "yes"), ("DP", "2022"): (150, 150, "yes"), ("DP", "period"): (None, 280, "yes"),
                    ("", "2021"): (None, 130, "yes"), ("", "2022"): (None, 150, "yes"), ("", "period"): (None, 280, "yes")},
    "annexes-and-summary": {("DP", "2021"): (130, 130, "yes"), ("DP", "2022"): (150, 150, "yes"),
                            ("DP", "period"): (280, 280, "yes"), ("", "period"): (None, 280, "yes")},
    "unsettled": {("DP", "2021"): (100, 100, "no"), ("", "2021"): (None, 100, "no")},
    "summary-of-annexes": {("DP", "2021"): (None, 130, "no"), ("DP", "2022"): (None, 150, "no"), ("", "period"): (None, 280, "no")},
    "summary-by-source": {("DP", "2021"): (None, 130, "no"), ("", "period"): (None, 280, "no")},
    "summary-longer": {("DP", "2021"): (None, 130, "no"), ("", "period"): (None, 280, "no")},
    "three-annexes": {("DP", "2021"): (None, 137, "yes"), ("", "period"): (None, 287, "yes")},
    "rows-years": {("TW", "2026"): (None, 10, "yes"), ("TW", "2027"): (None, 30, "yes"), ("TW", "period"): (40, 40, "yes"),
                   ("DP", "2026"): (None, 20, "yes"), ("DP", "2027"): (None, 40, "yes"), ("DP", "period"): (60, 60, "yes"),
                   ("", "2026"): (None, 30, "yes"), ("", "2027"): (None, 70, "yes"), ("", "period"): (100, 100, "yes")},
    "quarters": {("DP", "2021"): (None, 100, "yes"), ("DP", "period"): (None, 100, "yes"), ("", "2021"): (None, 100, "yes")},
    "quarters-some": {("DP", "2021"): (None, 30, "yes"), ("", "period"): (None, 30, "yes")},
    "spans": {("DP", "period"): (None, 120, "yes"), ("", "period"): (None, 120, "yes")},
    "span-after-years": {("DP", "2021"): (None, 10, "yes"), ("DP", "2022"): (None, 20, "yes"), ("DP", "2023"): (None, 0, "no"),
                         ("DP", "period"): (None, 100, "yes"), ("", "period"): (None, 100, "yes")},
    "mixed-rows": {("DP", "2021"): (None, 100, "no"), ("DP", "period"): (None, 280, "yes"), ("", "period"): (None, 280, "yes")},
    "mixed-sources": {("DP", "2021"): (None, 100, "yes"), ("TW", "period"): (None, 70, "yes"), ("", "2021"): (None, 100, "no"),
                      ("", "period"): (None, 280, "yes")},
    "outside-by-year": {("DP", "2021"): (None, None, "no"), ("DP", "period"): (70, 70, "yes"), ("", "2021"): (None, None, "no"),
                        ("", "period"): (None, 70, "yes")},
    "stated-years": {("DP", "2021"): (100, 60, "no"), ("DP", "2022"): (50, 50, "yes"), ("DP", "period"): (None, 110, "no")},
    "same-figure": {("QG", "2021"): (200, 200, "yes"), ("DP", "2021"): (100, 100, "yes"), ("", "2021"): (300, 300, "yes")},
    "period-less-than-year": {("DP", "2021"): (150, 100, "no"), ("", "2021"): (None, 100, "no")},
    "outside-total": {("DP", "2021"): (100, 100, "no"), ("", "2021"): (None, 100, "no")},
    "sums-alone": {("DP", "2022"): (100, 100, "yes"), ("DP", "period"): (None, 100, "yes"), ("", "period"): (None, 1300, "yes")},
    "source-lines": {("TW", "2021"): (500, 500, "yes"), ("DP", "2021"): (300, 300, "yes"), ("", "2021"): (800, 800, "yes")},
    "outside-said": {("DP", "2021"): (100, 100, "yes"), ("", "2021"): (None, 100, "yes")},
    "outside-total-row": {("DP", "2021"): (100, 100, "yes"), ("", "2021"): (None, 100, "yes"), ("", "period"): (None, 100, "yes")},
    "detail-of-row": {("DP", "2026"): (1000, 1000, "no"), ("", "2026"): (None, 1000, "no")},
    "detail-of-row-said": {("DP", "2026"): (1000, 1000, "yes"), ("", "period"): (None, 1000, "yes")},
    "detail-of-row-differs": {("DP", "2026"): (1000, 1000, "yes"), ("", "period"): (None, 1000, "yes")},
    # "Tổng 210" is just annex I; annex II has 70 more: the plan is 280
    "prose-of-one-table": {("DP", "2021"): (130, 130, "yes"), ("", "period"): (None, 280, "yes")},
}

# case -> (rule, subject, source, year) -> stated, computed, verdict, reason
VERDICTS = {
    "about": {("prose-sum", "p", "", "period"): (3600, 3590, "holds", "approximate")},
    "words": {("prose-sum", "almost-too-far", "", "period"): (3600, 3400, "differs", "approximate"),
              ("prose-sum", "almost-above", "", "period"): (3600, 3610, "differs", "approximate"),
              ("prose-sum", "over", "", "period"): (234, 235, "holds", "approximate"),
              ("prose-sum", "over-below", "", "period"): (234, 233, "differs", "approximate"),
              ("prose-sum", "at-most", "", "period"): (500, 480, "holds", "approximate"),
              ("prose-sum", "at-most-above", "", "period"): (500, 501, "differs", "approximate"),
              ("prose-sum", "range", "", "period"): (50, 55, "holds", "approximate"),
              ("prose-sum", "rest", "", "period"): (71, 18, "incomplete", "not-stated")},
    "prose-by-year": {("prose-sum", "p", "", "period"): (2800, 2700, "differs", "")},
    "prose-twice": {("same-figure", "p2", "", "period"): (110, 100, "differs", "")},
    "prose-of-one-table": {("same-figure", "p", "", "period"): (210, 210, "holds", "")},
    "about-numbers": {("measure-sum", "lua", "", "period"): (100, 98, "holds", "approximate"),
                      ("measure-sum", "ngo", "", "period"): (50, 51, "holds", "approximate"),
                      ("measure-sum", "sen", "", "period"): (100, 80, "differs", "approximate"),
                      ("measure-sum", "hoa", "", "period"): (10.5, 10, "holds", "approximate"),
                      ("measure-sum", "rau", "", "period"): (50, 55.5, "holds", "approximate"),
                      ("measure-sum", "mia", "", "period"): (30, 31, "differs", "approximate")},
    "rounded": {("same-figure", "p", "DP", "2021"): (3600, 3592, "holds", "rounded"),
                ("same-figure", "q", "DP", "2021"): (3700, 3592, "differs", "")},
    "same-figure": {("same-figure", "p", "", "2021"): (300, 300, "holds", ""),
                    ("same-figure", "p", "QG", "2021"): (200, 200, "holds", ""),
                    ("same-figure", "p", "DP", "2021"): (100, 100, "holds", "")},
    "detail-of-row-said": {("same-figure", "tt", "DP", "2026"): (300, 300, "holds", "")},
    "detail-of-row-differs": {("same-figure", "tt", "DP", "2026"): (320, 300, "differs", "")},
    "labelsum-vs-row": {("label-row", "g1a", "", "2024"): (215, 225, "differs", ""),
                        ("label-row", "g1b", "", "2024"): (150, 150, "holds", "")},
    "prose-source-without-money": {("prose-sum", "m", "", "period"): (310, 300, "incomplete", "not-stated")},
    "rows-years": {("cells-row", "y2027", "", "2027"): (70, 70, "holds", ""), ("groups-total", "t", "DP", "period"): (60, 60, "holds", ""),
                   ("cells-row", "t", "", "period"): (100, 100, "holds", "")},
    # Quarters that make the year; what there is at their end; 10 where the year says 9; a rate.
    "quantity-quarters": {("quarters", "a1", "", "2021"): (Decimal("100.5"), Decimal("100.5"), "holds", ""), ("quarters", "a2", "", "2021"): None,
                          ("quarters", "a3", "", "2021"): (9, 10, "unchecked", "observation"), ("quarters", "a4", "", "2021"): None},
    "annexes-and-summary": {("same-figure", "s-DP", "DP", "2021"): (130, 130, "holds", ""),
                            ("same-figure", "s-DP", "DP", "2022"): (150, 150, "holds", "")},
    "parts": {("split", "g", "DP", "2021"): (100, 90, "differs", ""), ("rows-group", "g", "DP", "2021"): (100, 100, "holds", ""),
              ("groups-total", "t", "DP", "2021"): (70, 70, "holds", ""),
              ("quantity-price", "a", "DP", "2021"): (60, 60, "holds", ""), ("quantity-price", "b", "DP", "2021"): (40, 45, "differs", ""),
              ("rows-group", "g", "DP", "2021"): (100, 100, "holds", "")},
}

# case -> warnings and errors of computation: code, subject
FINDINGS = {
    "one-year": [], "two-annexes": [], "same-figure": [], "about": [], "annexes-and-summary": [], "outside-said": [],
    "sums-alone": [], "prose-of-one-table": [],
    "prose-by-year": [("CA-009", "p")], "prose-twice": [("CA-009", "p2")], "sum-of-forgotten-year": [("CA-090", "t")],
    "source-lines": [("CA-001", "a")],
    "unsettled": [("CA-020", "s")],
    "summary-of-annexes": [("CA-020", "th")], "summary-by-source": [("CA-020", "th")], "summary-longer": [("CA-020", "th")],
    "three-annexes": [], "outside-total-row": [],
    "quarters": [], "quarters-some": [], "spans": [], "span-after-years": [], "mixed-rows": [], "mixed-sources": [],
    "stated-years": [("CA-001", "t")], "prose-source-without-money": [],
    "detail-of-row": [("CA-070", "pl2")], "detail-of-row-said": [], "detail-of-row-differs": [("CA-009", "tt")],
    "outside-total": [("CA-021", "b")],
    "period-less-than-year": [("CA-001", "t")],
    "labelsum-vs-row": [("CA-009", "g1a")],
}

# cases read together, year, row of Biểu 1 -> its plan, and a word of its note
REPORTS = [
    (["one-year-sources", "one-year-results"], "2024",
     {"Ngân sách trung ương": ("100", ""), "Ngân sách địa phương": ("200", ""), "Doanh nghiệp": ("75", ""),
      "Tổng cộng": ("375", "")}),
    (["prose-year"], "2020", {"Tổng cộng": ("2.700", "")}),
    (["two-annexes"], "2021", {"Ngân sách tỉnh": ("130", ""), "Tổng cộng": ("130", "")}),
    (["two-annexes"], "2022", {"Ngân sách tỉnh": ("150", ""), "Tổng cộng": ("150", "")}),
    (["period-less-than-year"], "2021", {"Ngân sách tỉnh": ("150", ""), "Tổng cộng": ("150", "")}),
    (["outside-total"], "2021", {"Ngân sách tỉnh": ("100", "chưa rõ"), "Tổng cộng": ("100", "chưa rõ")}),
    (["mixed-rows"], "2021", {"Ngân sách tỉnh": ("100", "không chia theo"), "Tổng cộng": ("100", "không chia theo")}),
    (["mixed-sources"], "2021", {"Ngân sách trung ương": ("không chia theo năm", ""), "Ngân sách tỉnh": ("100", ""),
                                 "Tổng cộng": ("100", "không chia theo")}),
    (["unsettled"], "2021", {"Ngân sách tỉnh": ("100", "chưa rõ"), "Tổng cộng": ("100", "chưa rõ")}),
]

AMENDED = "../../data/amending/"
ONE_YEAR = {"Ngân sách trung ương": "100", "Ngân sách địa phương": "200", "Doanh nghiệp": "75", "Tổng cộng": "375"}
BY_QUARTER = {"Khuyến công quốc gia": "30", "Ngân sách tỉnh": "100", "Tổng cộng": "130"}
IN_FORCE = {"Khuyến công quốc gia": "20", "Ngân sách tỉnh": "100", "Tổng cộng": "120"}

# cases read together, month -> plan of the year by row in the year-end and the monthly report (two, where they differ); totals of the consolidated one:
# of the period, of the year, available, disbursed ("-": nothing reported; of a cell of two lines the first)
EVERYWHERE = [
    (["one-year"], "2021-06", {"Ngân sách tỉnh": "100", "Tổng cộng": "100"}, "100 100 - -"),
    (["one-year-sources", "one-year-results"], "2024-12", ONE_YEAR, "375 375 375 320"),
    (["one-year-by-year"], "2024-06", ONE_YEAR, "375 375 - -"),
    (["prose-year"], "2020-06", {"Tổng cộng": "2.700"}, "2.700 2.700 - -"),
    (["two-annexes", "two-annexes-june"], "2021-06", {"Ngân sách tỉnh": "130", "Tổng cộng": "130"}, "280 130 120 39"),
    (["detail-of-row-said"], "2026-05", {"Ngân sách thành phố": "1.000", "Tổng cộng": "1.000"}, "1.000 1.000 - -"),
    # the detail amended alone: what the row comes to now nobody says; the month, which has no column for notes, says that in the cell
    (["detail-of-row-said", "detail-of-row-amended"], "2026-06",
     {"Ngân sách thành phố": ("700", "chưa đủ"), "Tổng cộng": ("700", "chưa đủ")},
     "700 700 - -"),
    (["two-annexes"], "2022-06", {"Ngân sách tỉnh": "150", "Tổng cộng": "150"}, "280 150 - -"),
    (["annexes-and-summary"], "2022-06", {"Ngân sách tỉnh": "150", "Tổng cộng": "150"}, "280 150 - -"),
    (["same-figure"], "2021-06", {"Khuyến công quốc gia": "200", "Ngân sách tỉnh": "100", "Tổng cộng": "300"}, "300 300 - -"),
    (["period-less-than-year"], "2021-06", {"Ngân sách tỉnh": "150", "Tổng cộng": "150"}, "150 150 - -"),
    (["outside-total-row"], "2021-06", {"Ngân sách tỉnh": "100", "Tổng cộng": "100"}, "100 100 - -"),
    (["quarters"], "2021-06", {"Ngân sách tỉnh": "100", "Tổng cộng": "100"}, "100 100 - -"),
    (["quarters-some"], "2021-06", {"Ngân sách tỉnh": "30", "Tổng cộng": "30"}, "30 30 - -"),
    (["spans"], "2021-06", {"Ngân sách tỉnh": "không chia theo năm", "Tổng cộng": "không chia theo năm"}, "120 không-chia-theo - -"),
    (["span-after-years"], "2022-06", {"Ngân sách tỉnh": "20", "Tổng cộng": "20"}, "100 20 - -"),
    (["stated-years"], "2021-06", {"Ngân sách tỉnh": "100", "Tổng cộng": "100"}, "150 100 - -"),
    (["outside-said"], "2021-06", {"Ngân sách tỉnh": "100", "Tổng cộng": "100"}, "100 100 - -"),
    (["about-not-printed"], "2013-06", {"Tổng cộng": "2.450"}, "2.450 2.450 - -"),
    (["counts", "counts-2021", "counts-2022"], "2022-12",
     {"Khuyến công quốc gia (dự kiến)": "không chia theo năm", "Tổng cộng": "không chia theo năm"}, "71.200 không-chia-theo-năm 13.640 13.050"),
    (["programme-a", "programme-b"], "2021-06", None, "200 200 - -"),
    (["longer", "yearly", "yearly-results"], "2022-12", None, "1.000 300 300 250"),
    ([AMENDED + "goc", AMENDED + "cung-bang"], "2022-06", IN_FORCE, "270 120 - -"),
    ([AMENDED + "goc", AMENDED + "bang-khac"], "2022-06", IN_FORCE, "270 120 - -"),
    ([AMENDED + "goc", AMENDED + "ca-bang"], "2022-06", IN_FORCE, "270 120 - -"),
    ([AMENDED + "quy-goc", AMENDED + "quy-so"], "2022-06", BY_QUARTER, "280 130 - -"),
    ([AMENDED + "quy-goc", AMENDED + "quy-tong"], "2022-06", BY_QUARTER, "280 130 - -"),
]

# cases read together of which nothing is said
SILENT = [[AMENDED + "quy-goc", AMENDED + "quy-so"], [AMENDED + "quy-goc", AMENDED + "quy-tong"]]

# case -> rows of its annex, as they are printed
ANNEXES = {"rows-years": [["1", "2026", "30", "10", "20"], ["2", "2027", "70", "30", "40"], ["", "Cộng", "100", "40", "60"]]}

# case -> rows of the table that the annex makes of amounts in prose; none where a table has the money
PROSE_TABLES = {
    "prose-year": [["Tổng kinh phí 27 đề án", "mọi nguồn", "2020", "2.700"]],
    "counts": [["Tổng kinh phí", "mọi nguồn", "cả giai đoạn", "71,2"],
               ["Khuyến công quốc gia", "Khuyến công quốc gia (dự kiến)", "cả giai đoạn", "8,7"],
               ["Khuyến công địa phương", "Khuyến công địa phương (dự kiến)", "cả giai đoạn", "9,7"],
               ["Vốn tự có", "Vốn tự có của các cơ sở", "cả giai đoạn", "còn lại"]],
    "prose-differs": [["Tổng kinh phí", "mọi nguồn", "2020", "2.700"], ["địa phương", "Khuyến công địa phương", "2020", "1.700"],
                      ["trung ương", "Khuyến công quốc gia", "2020", "1.100"]],
    "same-figure": [],
}

# those of them with a figure that differs from its parts: marked, and the mark explained below
PROSE_MARKED = {"prose-differs"}

# case, year -> what its groups state otherwise than their rows; "about 60" and 42 may well be 100
GROUP_MARKS = [("about-part", "2021", {"20."})]
