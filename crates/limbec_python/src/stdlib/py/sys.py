path = []
argv = []
modules = {}
version_info = (3, 11, 7)
version = "3.11"
platform = "linux"
stdout = None
stderr = None
