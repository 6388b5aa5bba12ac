class AppError(Exception):
    """app"""
class Detailed(AppError):
    def __init__(self, code, msg):
        self.code = code
        super().__init__(f"[{code}] {msg}")
def run():
    raise Detailed(7, "no such\nthing")
try:
    run()
except AppError as e:
    e.add_note("note one")
    e.add_note("note two")
    raise
