${f'{up_revision!r:>16}'} ${f"{1}"}
