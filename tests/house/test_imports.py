"""Law 6: imports point down, and there are no cycles."""

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import pytest

FLOORS = [
    {"errors", "processes", "model", "__init__"},
    {"files", "pages", "servers"},
    {"languages", "acoustics"},
    {"text"},
    {"readers", "parser", "consulting", "screenplay", "casting", "engines"},
    {"studio", "hearing"},
    {"mixing"},
    {"publish"},
    {"companions"},
    {"workspace"},
    {"production"},
    {"review", "api"},
    {"serving"},
    {"commands"},
    {"cli"},
    {"__main__"},
]
"""The rooms of the house, from the ground up: a room may use those on the floors below it."""

INSIDE = {
    "companions": [
        {"audition", "emphasis", "edition", "sidefile"},
        {"paragraphs", "levels", "publication"},
        {"feed", "library", "player", "readalong", "report", "subtitles"},
        {"publishing"},
        {"__init__"},
    ],
    "parser": [
        {"learnt", "fidelity", "page"},
        {"quotations", "people"},
        {"mentions"},
        {"turns"},
        {"identities"},
        {"study"},
        {"deciding", "unspaced"},
        {"assembling"},
        {"parsing"},
        {"draft"},
        {"__init__"},
    ],
    "production": [
        {"progress", "casting_file"},
        {"scripting", "voices"},
        {"casting"},
        {"arranging"},
        {"recording"},
        {"publishing"},
        {"request"},
        {"preparing"},
        {"auditioning", "looking", "previewing", "making", "proofing"},
        {"__init__"},
    ],
}
"""The rooms within the largest rooms, and the files at their doors, likewise."""

LONGEST, LONGEST_IN_PARSER = 400, 300
"""Lines of a module."""


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def module_name(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(root: Path, path: Path) -> Iterator[tuple[str, set[str]]]:
    """What `path` imports of ours: the full name of a module, and the names taken from it."""
    name = module_name(root, path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((a.name, set()) for a in node.names if a.name.startswith("narrator"))
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([node.module] if node.module else [])])
            if base.split(".")[0] == "narrator":
                yield base, {alias.name for alias in node.names}


def imported(root: Path, path: Path) -> Iterator[str]:
    """The modules of ours that `path` imports, by full name."""
    for base, names in imports(root, path):
        if not names:
            yield base
        for name in sorted(names):
            inner = root / Path(*base.split("."), f"{name}.py")
            folder = root / Path(*base.split("."), name, "__init__.py")
            yield f"{base}.{name}" if inner.exists() or folder.exists() else base


def room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def floor(name: str) -> int:
    for number, rooms in enumerate(FLOORS):
        if room(name) in rooms:
            return number
    pytest.fail(f"{name} is in no room of the house; give it a floor in FLOORS")


def test_imports_point_down(root: Path) -> None:
    up = [
        f"{name} imports {other}"
        for path in modules(root / "narrator")
        for name in [module_name(root, path)]
        for other in imported(root, path)
        if room(other) != room(name) and floor(other) >= floor(name)
    ]
    assert not up


def inner_room(name: str) -> str:
    parts = name.split(".")
    return parts[2] if len(parts) > 2 else "__init__"


@pytest.mark.parametrize("house", INSIDE)
def test_imports_within_a_room_point_down(root: Path, house: str) -> None:
    floors = {room: number for number, rooms in enumerate(INSIDE[house]) for room in rooms}
    up = [
        f"{name} imports {other}"
        for path in modules(root / "narrator" / house)
        for name in [module_name(root, path)]
        for other in imported(root, path)
        for here, there in [(inner_room(name), inner_room(other))]
        if room(other) == house and here != there and floors[there] >= floors[here]
    ]
    assert not up


def test_inner_rooms_know_each_other_by_their_faces(root: Path) -> None:
    """What a room has in `__all__` is for the others; its modules are its own."""
    behind = []
    for path in modules(root / "narrator"):
        name = module_name(root, path)
        for base, names in imports(root, path):
            parts = base.split(".")
            inner = len(parts) > 2 and parts[1] in INSIDE
            if not inner or name.split(".")[:3] == parts[:3]:
                continue
            folder = root.joinpath(*parts[:3])
            if folder.is_dir() and (len(parts) > 3 or not names <= face(folder)):
                behind.append(f"{name} imports {sorted(names)} of {base}")
    assert not behind


def face(folder: Path) -> set[str]:
    """What the `__init__` of a package lists in `__all__`."""
    for node in ast.parse((folder / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def test_there_are_no_cycles(root: Path) -> None:
    # A package's __init__ re-exports its modules, and they never import it: so it may be a node
    # like any other.
    graph = {
        module_name(root, path): {
            other for other in imported(root, path) if other != module_name(root, path)
        }
        for path in modules(root / "narrator")
    }
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) >= len(graph)


def test_every_module_and_package_says_what_it_is_for(root: Path) -> None:
    silent = [
        str(path.relative_to(root))
        for path in modules(root / "narrator")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent


def test_no_module_outgrows_its_concept(root: Path) -> None:
    long = {}
    for path in modules(root / "narrator"):
        inside = room(module_name(root, path)) == "parser"
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > (LONGEST_IN_PARSER if inside else LONGEST):
            long[str(path.relative_to(root))] = lines
    assert not long


def test_stages_do_not_print_or_exit(root: Path) -> None:
    """Only commands talk to the person."""
    talkers = {"click", "sys.exit", "print"}
    found = []
    for path in modules(root / "narrator"):
        if room(module_name(root, path)) in {"cli", "commands", "__main__"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found += [f"{path}: {a.name}" for a in node.names if a.name in talkers]
            if isinstance(node, ast.ImportFrom) and node.module in talkers:
                found.append(f"{path}: {node.module}")
            if isinstance(node, ast.Call) and ast.unparse(node.func) in talkers:
                found.append(f"{path}: {ast.unparse(node.func)}")
    assert not found
