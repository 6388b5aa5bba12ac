${create_date.strftime('%Y-%m-%d')} ${create_date.isoformat()} ${create_date.year}
