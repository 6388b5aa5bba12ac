a \
b\
${up_revision}\

c
