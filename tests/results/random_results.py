"""
Small random plans with targets of every kind, money by source, group and year, and reports of years and months that say some
of it. A seed decides everything; what is right is not known here: the reports made from them have to agree with themselves.
"""
import random

UNITS = ["01", "04", "11", "14", "22", "31", "36", "38", "40", "42", "44", "46", "48", "52", "56", "66", "68", "75", "79", "92"]
FIRST = 2023
CODES = {"TW": "central", "DP": "local", "DN": "enterprise"}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:phuluc:plan:1" id="p{seed}" status="illustrative" unit="{unit}" asOf="2022-12-15">
  <decision plan="within"><typeName>Quyết định</typeName><codeNumber>1</codeNumber><codeNotation>QĐ-UBND</codeNotation>
    <issuedDate>2022-12-15</issuedDate><place>Nơi</place><organName>Ủy ban nhân dân tỉnh</organName>
    <subject>Kế hoạch để thử</subject><planName>Kế hoạch để thử {seed}</planName><recipients absent="yes"/></decision>
  <period first="{first}" last="{last}"/>
"""
RESULTS = """<results xmlns="urn:phuluc:results:1" id="{name}" plan="p{seed}" unit="{unit}" period="{period}" regime="nd09"
  cutOff="{cut_off}" issued="{issued}" basis="cumulative" status="illustrative">
"""
LABELS = ["Tỷ lệ doanh nghiệp có trang thông tin", "Số lượt đào tạo, tập huấn; kể cả trực tuyến", "Thanh toán không dùng tiền mặt",
          "Doanh số bán lẻ trực tuyến (tính cho cả hàng hóa và dịch vụ tiêu dùng) so với tổng mức bán lẻ " + "của tỉnh " * 20]


class RandomResults:
    """files: {name: text} of one plan and its results; year and month to be reported."""

    def __init__(self, seed):
        self.seed, self.random = seed, random.Random(seed)
        pick = self.random
        self.unit = UNITS[seed % len(UNITS)]
        self.last = FIRST + pick.randint(0, 3)
        self.year, self.month = 2025, pick.randint(1, 12)
        self.last = max(self.last, self.year)
        self.targets = [self.target(number) for number in range(pick.choice([0, 1, 6, 12, 20]))]
        self.sources = pick.sample(["TW", "DP", "DN"], pick.randint(1, 3))
        self.rows = [(f"g{g}", [f"g{g}a{a}" for a in range(pick.randint(0, 3))]) for g in range(pick.choice([0, 0, 2, 3]))]
        self.files = {"plan.xml": self.plan()}
        for year in range(FIRST, self.year + 1):
            if pick.random() < 0.85:
                self.report(f"{year}", f"{year}-12-14", f"{year}-12-{pick.randint(15, 28)}")
        for month in range(1, self.month + 1):
            if pick.random() < 0.8:
                self.report(f"2025-{month:02d}", f"2025-{month:02d}-14", f"2025-{month:02d}-{pick.randint(15, 28)}")

    def target(self, number):
        pick = self.random
        op = pick.choice(["ge", "ge", "eq", "gt", "le", "lt", "about", "range", "none"])
        value = pick.choice([pick.randint(1, 100), pick.randint(1, 100), pick.randint(0, 20), pick.randint(1000, 90000)])
        kind, unit = pick.choice([("", "%"), ("", "%"), ("", "lượt"), (' kind="rank"', "hạng")])
        if kind:
            op, value = "eq", pick.randint(1, 20)
        bounds = {"none": "", "range": f' low="{value}" high="{value + 5}"'}.get(op, f' value="{value}"')
        direction = pick.choice(["", "", ' direction="higher"', ' direction="lower"', ' direction="neutral"'])
        year = pick.choice(["", ' year="2025"', f' year="{max(self.last, 2025)}"'])
        return {"id": f"t{number}", "op": op, "value": value, "unit": unit, "attributes":
                f'op="{op}"{bounds}{kind if op != "none" else ""} unit="{unit}"{direction if not kind else ""}{year}',
                "label": f"{pick.choice(LABELS)} {number}"}

    def money(self, tag, name, chance):
        cells = "".join(f'<amount year="{year}" source="{source}">{self.random.choice([0, 5, 80, 250])}</amount>'
                        for year in range(FIRST, self.last + 1) for source in self.sources if self.random.random() < chance)
        return f'<{tag} id="{name}" title="Việc {name}">{cells}</{tag}>'

    def plan(self):
        text = HEAD.format(seed=self.seed, unit=self.unit, first=FIRST, last=self.last)
        text += "".join(f'<source id="{s}" code="{CODES[s]}" name="Nguồn {s}"/>' for s in self.sources)
        if self.targets:
            rows = "".join(f'<target id="{t["id"]}" {t["attributes"]}>{t["label"]}</target>' for t in self.targets)
            text += f'<targets id="targets" layout="targets" where="Mục I"><section no="a" title="Mục">{rows}</section></targets>'
        if self.rows:
            body = "".join(f'<group id="{g}" no="{g}" title="Nhóm {g}">' + "".join(self.money("activity", a, 0.6) for a in rows)
                           + "</group>" if rows else self.money("activity", g, 0.8) for g, rows in self.rows)
        else:
            body = "".join(f'<line id="k{s}" title="Nguồn {s}" source="{s}">' + "".join(
                f'<amount year="{year}">{self.random.choice([0, 30, 400, 1200])}</amount>' for year in range(FIRST, self.last + 1))
                + "</line>" for s in self.sources)
        layout = "activities-by-year-and-source" if self.rows else "budget-by-source-and-year"
        return text + f'<table id="kp" annex="I" layout="{layout}" moneyUnit="million-dong" title="Kinh phí">{body}</table></plan>\n'

    def value(self, target):
        pick = self.random
        if pick.random() < 0.15:
            return "" if pick.random() < 0.5 else f'<value target="{target["id"]}" status="not-reported"/>'
        if target["op"] == "none":
            return f'<value target="{target["id"]}">Đã làm</value>'
        number = max(target["value"] + pick.choice([0, 0, -1, 1, 3, -7, -target["value"] // 2, target["value"] // 3]), 0)
        if target["unit"] == "%":
            number = min(number, 100)
        number = max(number, 1) if target["unit"] == "hạng" else number
        op = pick.choice(["eq"] * 6 + ["about", "ge"]) if target["unit"] != "hạng" else "eq"
        return f'<value target="{target["id"]}" op="{op}" value="{number}"{pick.choice(["", "", ""])}/>'

    def report(self, period, cut_off, issued):
        pick = self.random
        text = RESULTS.format(name=f"r{self.seed}-{period}", seed=self.seed, unit=self.unit, period=period, cut_off=cut_off,
                              issued=issued)
        text += "".join(self.value(target) for target in self.targets)
        amounts = ""
        wheres = [f' source="{s}"' for s in self.sources]
        wheres += [f' source="{s}" of="{a}"' for _, rows in self.rows for a in rows for s in self.sources[:1]]
        for where in wheres:
            for tag, most in (("carriedIn", 40), ("allocated", 400), ("disbursed", 380)):
                if pick.random() < 0.85:
                    amounts += f"<{tag}{where}>{pick.randint(0, most)}</{tag}>"
                elif pick.random() < 0.5:
                    amounts += f'<{tag}{where} status="not-reported"/>'
        if amounts and pick.random() < 0.9:
            text += f'<money moneyUnit="million-dong">{amounts}</money>'
        self.files[f"r-{period}.xml"] = text + "</results>\n"
