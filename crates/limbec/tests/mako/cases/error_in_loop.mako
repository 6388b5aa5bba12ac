% for n in names:
${n}
${n + 1}
% endfor
