"""Installed packages: there are none."""


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.args[0]}"

    @property
    def name(self):
        return self.args[0]


def distribution(distribution_name):
    raise PackageNotFoundError(distribution_name)


version = metadata = files = requires = distribution


def distributions(**options):
    return iter(())


def entry_points(**options):
    return []


def packages_distributions():
    return {}
