${repr(up_revision)} ${repr(down_revision)} ${repr(branch_labels)} ${repr(depends_on)}
