% for name in names:
${loop.index}${name}${'' if loop.last else ','}${loop.first} ${loop.odd} ${loop.even} ${loop.reverse_index} ${loop.cycle('x', 'y')}
% endfor
