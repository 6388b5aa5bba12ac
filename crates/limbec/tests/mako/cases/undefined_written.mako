a
b ${nothing}
