<%!
def pad(width):
    return lambda text: text.rjust(width)
%>[${up_revision | pad(20)}]
