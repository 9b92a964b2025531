"""
An amendment of a random plan, or of one that is amended already: cells with a new number, with an increase or a decrease, or lost in
the copy, in a table of their own or in the old one; rows repealed, totals stated anew. What the plan in force comes to is known; nothing is reckoned by the program.
"""
import copy

from random_plan import MILLION, Cell


class RandomAmendment:
    """xml, and `plan`: the plan in force, of which total() and all_sources() tell as of a plan that was issued."""

    def __init__(self, plan, number):
        self.before, self.plan = plan.name, copy.deepcopy(plan)
        self.plan.name = f"p{plan.seed}a{number}"
        self.random = self.plan.random
        repealed = self.repeal()
        changed = self.change_cells()
        day = f"2021-0{number + 1}-15"
        struck = "".join(f'<repealed ref="{name}"/>' for name in repealed)
        relation = f'  <relation kind="amends" plan="{self.before}" effective="{day}">{struck}</relation>\n'
        rows = {name: f'    <activity id="{name}" title="{name}">{text}</activity>\n' for name, text in changed.items()}
        rows.update(self.restate())
        self.xml = self.plan.head(self.plan.name, number + 1, day, relation) + self.tables(number, rows) + "</plan>\n"

    def tables(self, number, rows):
        """
        The rows all in one table of another id, each table's in one of another id, or under the ids that the tables have: what is
        amended is known by the row.
        """
        how = self.random.choice(["one", "each", "same"])
        parts = {}
        for name, text in rows.items():
            old = name.split("-")[0]
            parts.setdefault({"one": f"sd{number}", "each": f"sd{number}-{old}", "same": old}[how], []).append(text)
        return "".join(f'  <table id="{name}" annex="{"I" * (at + 1)}" layout="activities-by-year-and-source"'
                       f' moneyUnit="million-dong">\n{"".join(texts)}  </table>\n'
                       for at, (name, texts) in enumerate(parts.items()))

    def change_cells(self):
        """{id of a row: its elements}"""
        texts = {}
        for table in self.plan.tables:
            for row in table.rows:
                for key, cell in list(row.cells.items()):
                    if self.random.random() < 0.15:
                        row.cells[key], text = self.changed(key, cell)
                        texts[row.name] = texts.get(row.name, "") + text
                        if vars(row.cells[key]) != vars(cell):    # the same again makes nothing stale
                            self.make_stale(table, key)
        return texts

    def changed(self, key, cell):
        lost = self.random.choice(["lost", "rest", "not-stated"]) if self.random.random() < 0.06 else None
        new = Cell(0 if lost else self.random.randint(1, 99_999) * MILLION, state=lost)
        if lost or cell.state or cell.word or self.random.random() < 0.5:
            return new, new.xml("amount", key)
        less = self.random.random() < 0.5
        difference = Cell(self.random.randint(1, cell.amount // MILLION) * MILLION)
        text = difference.xml("amount", key).replace("<amount", f'<amount change="{"decrease" if less else "increase"}"', 1)
        return Cell(cell.amount + (-difference.amount if less else difference.amount)), text

    def repeal(self):
        """Ids of rows that are struck out: nothing is planned for them any more."""
        names = []
        for table in self.plan.tables:
            for row in table.rows:
                if row.cells and self.random.random() < 0.05:
                    for key in row.amounts():
                        self.make_stale(table, key, struck=True)
                    row.cells = row.quarters = {}
                    names.append(row.name)
        return names

    def make_stale(self, table, key, struck=False):
        """
        What is printed of a sum over the cell holds no longer, nor what says it again. Of a row that is struck out with an
        amount for the whole period nobody knows which years had it.
        """
        one_year = self.plan.last == 2021
        table.stale = getattr(table, "stale", set()) | {key}
        for printed in (table.printed, self.plan.repeated):
            for other in list(printed):
                if other[1] == key[1] and self.plan.is_same_period(other, key[0]):
                    del printed[other]
        for source, year in list(self.plan.prose):
            if source in (None, key[1]) and (year == key[0] or one_year or (struck and not key[0])):
                del self.plan.prose[source, year]

    def restate(self):
        """{id of a total row: itself, with all the sums that have changed}"""
        texts = {}
        for table in self.plan.tables:
            keys = sorted(getattr(table, "stale", set()), key=str)
            table.stale = set()
            if not keys or not table.printed or self.random.random() < 0.6:
                continue
            for key in keys:
                found = self.plan.computed(key[1], key[0], [table])
                if found.any:    # nobody states a sum of rows that are all repealed
                    table.printed[key] = max(found.amount, MILLION)
            stated = "".join(Cell(table.printed[key]).xml("stated", key) for key in keys if key in table.printed)
            texts[f"{table.name}-all"] = f'    <total id="{table.name}-all" label="Cộng">{stated}</total>\n'
        return texts
