import sqlalchemy as sa
import enum

class Color(enum.Enum):
    RED = "red"
    DARK_BLUE = "dark blue"



def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
    sa.Table(
        "n",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Enum(Color), nullable=False, server_default="RED"),
    )
