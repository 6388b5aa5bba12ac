rows = [("users", 1200, 0.5), ("orders", 98765, 12.25), ("a_very_long_table_name", 3, 100.0), ("пользователи", 0, 0)]
headers = ("table", "rows", "MiB")
cells = [headers, *((name, f"{count:,}", f"{size:.1f}") for name, count, size in rows)]
widths = [max(len(row[i]) for row in cells) for i in range(len(headers))]
rule = "+".join("-" * (w + 2) for w in widths).join("++")
def line(row, aligns="<>>"):
    return "|" + "|".join(f" {cell:{align}{width}} " for cell, align, width in zip(row, aligns, widths)) + "|"
print(rule, line(headers, "^^^"), rule, *map(line, cells[1:]), rule, sep="\n")
total = sum(count for _, count, _ in rows)
for name, count, _ in sorted(rows, key=lambda row: (-row[1], row[0])):
    share = count / total
    print(f"{name[:12]:<12} {'#' * round(share * 20):.<20} {share:7.2%}")
print(f"{'total':>{widths[0]}}: {total:>+10,d}", "%-10s|%+.3e|%x" % ("left", total, total))
