"""Write the figures of full.py down: benches/results.json, the charts of benches/charts/, the tables of the READMEs and of the pages on
performance.

    report.py            write charts and tables again from benches/results.json
    report.py --check    only say (exit code 1) whether they are those of benches/results.json

The tables stand between comments `<!-- benchmarks -->` and `<!-- end of benchmarks -->`.
"""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(HERE)
RESULTS = os.path.join(HERE, "results.json")
BEGIN, END = "<!-- benchmarks -->\n", "<!-- end of benchmarks -->"

WORDS = {
    "README.md": {
        "measured": "Measured on {date} on a virtual machine ({machine}) by `scripts/bench --full`: medians of interleaved rounds; "
                    "time, CPU time in brackets, and peak memory. × is how many times as long as Limbec it took. The static binary is {binary_mib:.1f} MiB.",
        "size": "{:,} revisions", "tables": "{:,} tables", "floor": "floor", "goals": "Goal | Figure | Kept",
        "yes": "yes", "no": "**no**", "all": "Every figure, from {first} to {last}: [benches/results.json](benches/results.json).",
        "goal_words": "How it stands with the goals:",
    },
    "README.ru.md": {
        "measured": "Измерено {date} на виртуальной машине ({machine}) командой `scripts/bench --full`: медианы чередующихся прогонов; "
                    "время, в скобках время процессора, и наибольшая память. × — во сколько раз дольше, чем Limbec. Статический бинарник занимает {binary_mib:.1f} МиБ.",
        "size": "{} ревизий", "tables": "{} таблиц", "floor": "предел", "goals": "Цель | Измерено | Достигнута",
        "yes": "да", "no": "**нет**", "all": "Все числа, от {first} до {last}: [benches/results.json](benches/results.json).",
        "goal_words": "Что с целями:",
    },
}
# The parts of an upgrade, for the pages on performance.
PARTS = {
    "docs/en/performance.md": {
        "head": "1,000 revisions | SQLite | PostgreSQL", "read": "reading the scripts' headers, the graph (`heads`)",
        "interpret": "running the scripts, writing the SQL (`upgrade --sql` less that)",
        "floor": "the database (`sqlite3`, `psql` fed that SQL)", "rest": "the rest", "whole": "`upgrade head`",
        "measured": "Computed from the figures that `scripts/bench --full` measured on {date}:",
    },
    "docs/ru/performance.md": {
        "head": "1000 ревизий | SQLite | PostgreSQL", "read": "чтение заголовков скриптов, граф (`heads`)",
        "interpret": "выполнение скриптов, запись SQL (`upgrade --sql` без предыдущего)",
        "floor": "база (`sqlite3`, `psql` с тем же SQL)", "rest": "остальное", "whole": "`upgrade head`",
        "measured": "Вычислено по числам, которые `scripts/bench --full` измерила {date}:",
    },
}
COLOURS = {"limbec": "#0b7285", "alembic": "#adb5bd", "floor": "#e9a23b", "dbmate": "#9775c7", "refinery": "#c2748b", "sqlx": "#74a57f"}
FLOORS = ("sqlite3", "psql", "cat")
NAMES = {"limbec": "Limbec", "alembic": "Alembic"}


def write(results):
    with open(RESULTS, "w") as f:
        json.dump(rounded(results), f, indent=1)
        f.write("\n")
    for path, text in pages().items():
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(text)


def pages():
    """What each file that shows the figures has to be."""
    with open(RESULTS) as f:
        results = json.load(f)
    found = {}
    for chosen, written in ((WORDS, tables), (PARTS, parts)):
        for name, words in chosen.items():
            path = os.path.join(TOP, name)
            with open(path) as f:
                before, rest = f.read().split(BEGIN)
            found[path] = before + BEGIN + written(results, words) + END + rest.split(END)[1]
    for name, text in charts(results).items():
        found[os.path.join(HERE, "charts", name)] = text
    return found


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    return [rounded(part) for part in value] if isinstance(value, list) else value


def top_size(sizes):
    """The size of the tables: 1,000, or the largest that was measured."""
    return "1000" if "1000" in sizes else max(sizes, key=int)


def tables(results, words):
    figures = results["figures"]
    lines = [words["measured"].format(**results), ""]
    for heading, chosen in ((words["size"], False), (words["tables"], True)):
        rows = [(name, sizes[top_size(sizes)]) for name, sizes in figures.items() if name.startswith("check") == chosen]
        if not rows:
            continue
        size = int(top_size(figures[rows[0][0]]))
        rest = [side for side in ("dbmate", "refinery", "sqlx") if any(side in sides for _, sides in rows)]
        lines += [f"| {heading.format(size)} | Limbec | Alembic | " + ("" if chosen else words["floor"] + " | ")
                  + "".join(f"{side} | " for side in rest),
                  "|---" * (3 + (not chosen) + len(rest)) + "|"]
        for name, sides in rows:
            floor = next((side for side in FLOORS if side in sides), None)
            cells = [f"`{name.split(',')[0]}`{name[len(name.split(',')[0]):]}", cell(sides["limbec"]), cell(sides.get("alembic"))]
            if not chosen:
                cells.append(cell(sides.get(floor), floor and f"`{floor}` "))
            lines.append("| " + " | ".join(cells + [cell(sides.get(side)) for side in rest]) + " |")
        lines.append("")
    lines += ["![Time](benches/charts/time.svg)", "", "![Growth](benches/charts/growth.svg)", "",
              "![Memory](benches/charts/memory.svg)", "", words["goal_words"], "",
              f"| {words['goals']} |", "|---|---|---|"]
    for goal in results["goals"]:
        lines.append(f"| {goal['goal']} | {goal['figure']:.3g} | {words['yes' if goal['kept'] else 'no']} |")
    sizes = sorted({int(size) for sizes in figures.values() for size in sizes})
    lines += ["", words["all"].format(first=f"{sizes[0]:,}", last=f"{sizes[-1]:,}"), ""]
    return "\n".join(line.rstrip() for line in lines)


def parts(results, words):
    """What an upgrade of 1,000 revisions is made of, by taking one command's time from the next one's."""
    def time(name, side="limbec"):
        return results["figures"][name]["1000"][side]["s"]
    columns = []
    for upgrade, shell in (("upgrade, SQLite", "sqlite3"), ("upgrade, PostgreSQL", "psql")):
        read, floor, whole = time("heads"), time(upgrade, shell), time(upgrade)
        interpret = time("upgrade --sql") - read
        columns.append((read, interpret, floor, whole - read - interpret - floor, whole))
    lines = [words["measured"].format(**results), "", f"| {words['head']} |", "|---|---|---|"]
    for row, name in enumerate(("read", "interpret", "floor", "rest", "whole")):
        cells = [seconds(column[row]).replace("-0 ms", "0 ms") for column in columns]
        lines.append(f"| {words[name]} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def cell(figure, what=""):
    if not figure:
        return ""
    times = "" if figure["over_limbec"] == 1 else f", {figure['over_limbec']:.2g} ×" if figure["over_limbec"] < 10 \
        else f", {figure['over_limbec']:.0f} ×"
    return f"{what or ''}{seconds(figure['s'])} ({seconds(figure['cpu'])}), {figure['mib']:.0f} MiB{times}"


def seconds(value):
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def charts(results):
    figures = {name: sizes[top_size(sizes)] for name, sizes in results["figures"].items()}
    size = top_size(next(iter(results["figures"].values())))
    return {
        "time.svg": bars(f"Time, {int(size):,} revisions or tables, as a multiple of Limbec's (logarithmic)", figures,
                         lambda side: side["s"], seconds, logarithmic=True),
        "memory.svg": bars(f"Peak memory, {int(size):,} revisions or tables", figures,
                           lambda side: side["mib"], lambda value: f"{value:.0f} MiB"),
        "growth.svg": growth(results["figures"]),
    }


def colour(side):
    return COLOURS["floor"] if side in FLOORS else COLOURS[side]


def bars(title, figures, value, words, logarithmic=False):
    """Groups of bars, one group for each measurement. Logarithmic bars show the ratio to Limbec's figure."""
    import math
    left, width, parts, y = 215, 470, [], 40
    top = max(value(side) for sides in figures.values() for side in sides.values())
    ratios = [value(side) / value(sides["limbec"]) for sides in figures.values() for side in sides.values()]
    low, high = math.log10(min(ratios)) - 0.3, math.log10(max(ratios))
    for name, sides in figures.items():
        parts.append(text(left - 8, y + 7 * len(sides) + 3, name, "end"))
        for side, figure in sides.items():
            share = (math.log10(value(figure) / value(sides["limbec"])) - low) / (high - low) if logarithmic \
                else value(figure) / top
            length = max(2, share * width)
            parts.append(f'<rect x="{left}" y="{y}" width="{length:.1f}" height="11" fill="{colour(side)}"/>')
            parts.append(text(left + length + 5, y + 9.5, f"{NAMES.get(side, side)} {words(value(figure))}", size=10))
            y += 14
        y += 10
    return svg(845, y + 10, title, parts)


def growth(figures):
    """Lines of Limbec's and Alembic's time by the number of revisions, both axes logarithmic."""
    import math
    chosen = [name for name in ("heads", "upgrade --sql", "upgrade, SQLite", "upgrade, PostgreSQL") if name in figures]
    points = {(name, side): sorted((int(size), sides[side]["s"]) for size, sides in figures[name].items())
              for name in chosen for side in ("limbec", "alembic")}
    sizes = sorted({size for line in points.values() for size, _ in line})
    times = [time for line in points.values() for _, time in line]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    span = max(math.log10(sizes[-1] / sizes[0]), 1)
    x = lambda size: 70 + math.log10(size / sizes[0]) / span * 480
    y = lambda time: 50 + (high - math.log10(time)) / (high - low) * 300
    parts = []
    for power in range(low, high + 1):
        parts.append(f'<line x1="70" x2="550" y1="{y(10 ** power):.1f}" y2="{y(10 ** power):.1f}" stroke="#e9ecef"/>')
        parts.append(text(62, y(10 ** power) + 4, f"{10 ** power:g} s", "end"))
    for size in sizes:
        parts.append(text(x(size), 370, f"{size:,}", "middle"))
    dashes = ["", "6 3", "2 3", "9 3 2 3"]
    ends = []
    for (name, side), line in points.items():
        path = " ".join(f"{x(size):.1f},{y(time):.1f}" for size, time in line)
        dash = dashes[chosen.index(name)]
        parts.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[side]}" stroke-width="2" stroke-dasharray="{dash}"/>')
        ends.append((y(line[-1][1]), f"{NAMES[side]}: {name}"))
    below = 0
    for at, words in sorted(ends):
        below = max(at + 4, below + 13)
        parts.append(text(558, below, words, size=10))
    return svg(760, 385, "Time by the number of revisions", parts)


def text(x, y, words, anchor="start", size=11):
    words = str(words).replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="#343a40">{words}</text>'


def svg(width, height, title, parts):
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" font-family="sans-serif" role="img">',
        f"<title>{title}</title>", f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="12" y="22" font-size="14" font-weight="bold" fill="#212529">{title}</text>', *parts, "</svg>", "",
    ])


def main():
    if sys.argv[1:] == ["--check"]:
        if not os.path.exists(RESULTS):
            sys.exit(print("report: nothing has been written yet (scripts/bench --full)"))
        stale = [path for path, wanted in pages().items() if not os.path.exists(path) or open(path).read() != wanted]
        sys.exit(f"report: not those of benches/results.json: {', '.join(stale)}" if stale else 0)
    with open(RESULTS) as f:
        write(json.load(f))


if __name__ == "__main__":
    main()
