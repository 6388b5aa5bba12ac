${message} ${up_revision}${create_date}
${ 1 + 2 } ${'}'} ${{'a': 1}['a']} ${[x for x in names][0]}
