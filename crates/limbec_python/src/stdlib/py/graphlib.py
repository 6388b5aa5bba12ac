"""An order in which what is needed comes first."""


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._needs = {}
        self._state = None
        for node, needed in (graph or {}).items():
            self.add(node, *needed)

    def add(self, node, *predecessors):
        self._needs.setdefault(node, [])
        for one in predecessors:
            self._needs.setdefault(one, [])
            if one not in self._needs[node]:
                self._needs[node].append(one)

    def prepare(self):
        self._find_cycle()
        self._state = ({node: len(needed) for node, needed in self._needs.items()}, set())

    def _find_cycle(self):
        done, path = set(), []

        def visit(node):
            if node in path:
                raise CycleError("nodes are in a cycle", [node, *reversed(path[path.index(node):])])
            if node in done:
                return
            path.append(node)
            for one in self._needs[node]:
                visit(one)
            path.pop()
            done.add(node)
        for node in self._needs:
            visit(node)

    def get_ready(self):
        left, given = self._state
        ready = tuple(node for node, count in left.items() if count == 0 and node not in given)
        given.update(ready)
        return ready

    def done(self, *nodes):
        left, _ = self._state
        for node in nodes:
            left[node] = -1
            for other, needed in self._needs.items():
                if node in needed:
                    left[other] -= 1

    def is_active(self):
        return any(count >= 0 for count in self._state[0].values())

    __bool__ = is_active

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
