${up_revision # the revision
}
