<%! 
def shout(text):
    return text.upper() + '!'
%>${up_revision | shout}${'a' | n,shout}
