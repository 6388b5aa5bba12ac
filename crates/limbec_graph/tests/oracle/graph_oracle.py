"""Answers questions about revision graphs with the real Alembic.

Standard input is one JSON object: ``{"order": ..., "graphs": [{"revisions": [...], "queries": [...]}]}``; standard
output is the list of answers for each graph. Nothing touches a database: scripts are modules made in memory, and the
version table is a list of the statements that Alembic would send.

``order`` says how Python sets are ordered inside Alembic. ``plain`` leaves them alone, so that they are ordered by hash,
which differs from run to run. ``written`` and ``reversed`` replace them by sets that remember the order of insertion and
give it forwards or backwards. A question to which both give the same answer does not depend on the order of any set.
"""

import abc
import collections.abc
import json
import logging
import signal
import sys
import tempfile
import types
import warnings

from alembic import util
from alembic.runtime import migration
from alembic.script import base
from alembic.script import revision
from sqlalchemy import Column
from sqlalchemy import MetaData
from sqlalchemy import String
from sqlalchemy import Table

# Seconds after which a question counts as one that Alembic never answers.
PATIENCE = 10

PLAIN_SETS = (set, frozenset)


class _AcceptsPlainSets(abc.ABCMeta):
    def __instancecheck__(cls, instance):
        return type(instance) in PLAIN_SETS or super().__instancecheck__(instance)


class OrderedSet(collections.abc.MutableSet, metaclass=_AcceptsPlainSets):
    """A set that is iterated in the order of insertion, or in the opposite order."""

    backwards = False

    def __init__(self, items=()):
        self._items = {}
        self.update(items)

    def __class_getitem__(cls, item):
        return cls

    def __contains__(self, item):
        return item in self._items

    def __iter__(self):
        items = list(self._items)
        return reversed(items) if self.backwards else iter(items)

    def __len__(self):
        return len(self._items)

    def _in_order(self):
        return list(self._items)

    def add(self, item):
        self._items[item] = None

    def discard(self, item):
        self._items.pop(item, None)

    def update(self, *others):
        for other in others:
            # A set is taken over in its own order of insertion, whichever way it is iterated.
            for item in other._in_order() if type(other) is OrderedSet else other:
                self._items[item] = None

    def union(self, *others):
        result = OrderedSet(self._in_order())
        result.update(*others)
        return result

    def intersection(self, other):
        other = PLAIN_SETS[0](other)
        return OrderedSet(item for item in self._in_order() if item in other)

    def difference(self, other):
        other = PLAIN_SETS[0](other)
        return OrderedSet(item for item in self._in_order() if item not in other)

    def intersection_update(self, other):
        self._items = self.intersection(other)._items

    def difference_update(self, other):
        self._items = self.difference(other)._items


def order_sets(order):
    if order == "plain":
        return
    OrderedSet.backwards = order == "reversed"
    for module in (revision, base, migration):
        module.set = module.frozenset = OrderedSet
    revision.Revision.nextrev = OrderedSet()
    revision.Revision._all_nextrev = OrderedSet()


def make_script(spec):
    module = types.ModuleType("script")
    down = spec.get("down") or []
    module.down_revision = down[0] if len(down) == 1 else (tuple(down) or None)
    module.depends_on = tuple(spec.get("depends_on") or ()) or None
    module.branch_labels = tuple(spec.get("labels") or ()) or None
    module.__doc__ = spec.get("doc")

    def upgrade():
        pass

    def downgrade():
        pass

    module.upgrade, module.downgrade = upgrade, downgrade
    return base.Script(module, spec["id"], spec["id"] + ".py")


class Directory(base.ScriptDirectory):
    """A script directory whose scripts come from a list."""

    def __init__(self, path, specs):
        super().__init__(path)
        self.specs = specs
        self.generated = None

    def _load_revisions(self):
        for spec in self.specs:
            yield make_script(spec)

    def _ensure_directory(self, path):
        pass

    def _generate_template(self, source, destination, **values):
        self.generated = values


class Endless(Exception):
    pass


def give_up(signum, frame):
    raise Endless


class Answers:
    def __init__(self, path, specs):
        self.path, self.specs = path, specs
        self.version = Table("alembic_version", MetaData(), Column("version_num", String(32)))

    def answer(self, query):
        query = dict(query)
        name = query.pop("op")
        # Each question meets a map that has not been built yet, so that it hears all warnings.
        self.directory = Directory(self.path, self.specs)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            signal.alarm(PATIENCE)
            try:
                result = {"answer": getattr(self, name)(**query)}
            except (util.CommandError, revision.RevisionError) as error:
                return {"error": str(error)}
            except Endless:
                return {"endless": True}
            except Exception as error:
                return {"crash": type(error).__name__}
            finally:
                signal.alarm(0)
        if caught:
            result["warnings"] = [str(warning.message) for warning in caught]
        return result

    def facts(self):
        map_ = self.directory.revision_map
        with self.directory._catch_revision_errors():
            map_._revision_map
        revisions = {}
        for key, script in map_._revision_map.items():
            if key and key == script.revision:
                revisions[key] = {
                    "text": str(script),
                    "next": list(script.nextrev),
                    "all_next": list(script._all_nextrev),
                    "labels": list(script.branch_labels),
                    "dependencies": list(script._resolved_dependencies),
                    "all_down": list(script._all_down_revisions),
                    "normalized": list(script._normalized_down_revisions),
                    "real": [script._is_real_head, script._is_real_base, script._is_real_branch_point],
                }
        return {
            "heads": self.directory.get_heads(),
            "real_heads": self.directory.get_heads(consider_depends_on=True),
            "bases": self.directory.get_bases(),
            "real_bases": list(map_._real_bases),
            "revisions": revisions,
        }

    def revision(self, symbol):
        return self._names([self.directory.get_revision(symbol)])

    def revisions(self, symbols):
        return self._names(self.directory.get_revisions(symbols))

    def current_head(self, branch):
        if branch is None:
            return self.directory.get_current_head()
        with self.directory._catch_revision_errors():
            return self.directory.revision_map.get_current_head(branch)

    def all_current(self, rows):
        return self._names(self.directory.get_all_current(tuple(rows)))

    def lineage(self, targets, check, dependencies):
        return list(self.directory.revision_map.filter_for_lineage(targets, check, dependencies))

    def numbers(self, symbol):
        number = self.directory.as_revision_number(symbol)
        return [] if number is None else list(util.to_tuple(number))

    def walk(self, base, head):
        return self._names(self.directory.walk_revisions(_selector(base), _selector(head)))

    def iterate(self, upper, lower, implicit_base, inclusive, exact, downgrade):
        found = self.directory.iterate_revisions(
            _selector(upper),
            _selector(lower),
            implicit_base=implicit_base,
            inclusive=inclusive,
            assert_relative_length=exact,
            select_for_downgrade=downgrade,
        )
        return self._names(found)

    def upgrade(self, target, rows):
        return self._run(self.directory._upgrade_revs(target, tuple(rows)), rows)

    def downgrade(self, target, rows):
        return self._run(self.directory._downgrade_revs(target, tuple(rows)), rows)

    def stamp(self, targets, rows):
        return self._run(self.directory._stamp_revs(tuple(targets), tuple(rows)), rows)

    def offline_heads(self, start):
        context = migration.MigrationContext.configure(
            dialect_name="sqlite",
            opts={"as_sql": True, "starting_rev": start, "script": self.directory},
        )
        return list(context.get_current_heads())

    def generate(self, id, head, splice, labels, depends_on):
        specs = {}

        def from_path(cls, script_directory, path):
            values = script_directory.generated
            specs["new"] = {
                "id": values["up_revision"],
                "down": list(util.to_tuple(values["down_revision"], default=())),
                "depends_on": list(util.to_tuple(values["depends_on"], default=())),
                "labels": list(values["branch_labels"] or ()),
            }
            return make_script(specs["new"])

        original = base.Script._from_path
        base.Script._from_path = classmethod(from_path)
        try:
            self.directory.generate_revision(
                id,
                "message",
                head=head,
                splice=splice,
                branch_labels=labels or None,
                depends_on=depends_on or None,
            )
        finally:
            base.Script._from_path = original
        return specs["new"]

    def matched(self, action, versions, found):
        """The check on the number of rows that a statement matched."""
        context = types.SimpleNamespace(
            as_sql=False,
            dialect=types.SimpleNamespace(supports_sane_rowcount=True),
            impl=types.SimpleNamespace(_exec=lambda statement: types.SimpleNamespace(rowcount=found)),
            version_table="alembic_version",
            _version=self.version,
        )
        getattr(migration.HeadMaintainer(context, versions[:1]), "_%s_version" % action)(*versions)

    @staticmethod
    def _names(found):
        return [getattr(one, "revision", one) for one in found]

    def _run(self, steps, rows):
        sent, log = [], []
        context = types.SimpleNamespace(
            as_sql=True,
            impl=types.SimpleNamespace(_exec=lambda statement: sent.append(str(statement.compile()))),
            _version=self.version,
        )
        handler = logging.Handler()
        handler.emit = lambda record: log.append(record.getMessage())
        logger = logging.getLogger("alembic.runtime.migration")
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.DEBUG)
        maintainer = migration.HeadMaintainer(context, rows)
        answers = []
        for step in steps:
            sent.clear(), log.clear()
            answer = {
                "text": str(step),
                "short": step.short_log,
                "up": list(step.info.up_revision_ids),
                "down": list(step.info.down_revision_ids),
                "stamp": step.info.is_stamp,
                "upgrade": step.info.is_upgrade,
            }
            answers.append(answer)
            try:
                maintainer.update_to_step(step)
            except Exception as error:
                answer["crash"] = type(error).__name__
                break
            answer["log"] = "; ".join(log)
            answer["sql"] = [" ".join(statement.split()) for statement in sent]
            answer["rows"] = sorted(maintainer.heads)
        return answers


def _selector(value):
    return tuple(value) if isinstance(value, list) else value


def main():
    work = json.load(sys.stdin)
    order_sets(work["order"])
    signal.signal(signal.SIGALRM, give_up)
    results = []
    with tempfile.TemporaryDirectory() as path:
        for graph in work["graphs"]:
            answers = Answers(path, graph["revisions"])
            results.append([answers.answer(query) for query in graph["queries"]])
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
