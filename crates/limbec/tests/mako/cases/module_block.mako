head
<%!
import re

%>${re.sub('[0-9]', '#', up_revision)}
