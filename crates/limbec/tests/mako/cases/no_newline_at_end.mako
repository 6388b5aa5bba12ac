a
${up_revision}