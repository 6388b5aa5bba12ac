Create Date: ${create_date.strftime('%d.%m.%Y %H:%M') | n}
