${context.get('upgrades', 'pass')}
${context.get('downgrades', 'pass')}
${context['up_revision']}
${'names' in context.keys()}
