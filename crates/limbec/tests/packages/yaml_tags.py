"""Tags of an application's own before scalars."""
import os

import yaml

os.environ["SHOP_PASSWORD"] = "s3cret"


def from_environment(loader, node):
    return os.environ.get(loader.construct_scalar(node).strip("${} "), "none")


class Settings:
    @staticmethod
    def number(loader, node):
        return int(node.value) + 1


yaml.SafeLoader.add_constructor("!env", from_environment)
yaml.add_constructor("!next", Settings.number, Loader=yaml.SafeLoader)
print(yaml.safe_load("""
database:
  password: !env ${SHOP_PASSWORD}   # from outside
  user: !env "${SHOP_USER}"
  port: !next 5431
  hosts:
    - !env '${SHOP_PASSWORD}'
    - plain
  name: shop
"""))
