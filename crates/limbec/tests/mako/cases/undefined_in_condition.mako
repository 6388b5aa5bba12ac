[${imports if imports else ''}]
[${upgrades if upgrades else 'pass'}]
