"""Law 6: imports point down, and there are no cycles."""

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import pytest

FLOORS = [
    {"errors", "processes", "model", "__init__"},
    {"languages", "acoustics"},
    {"text"},
    {"readers", "parser", "consulting", "screenplay", "casting", "engines"},
    {"studio"},
    {"mixing"},
    {"publish"},
    {"workspace"},
    {"production"},
    {"commands"},
    {"cli"},
    {"__main__"},
]
"""The rooms of the house, from the ground up: a room may use those on the floors below it."""


def modules(root: Path) -> list[Path]:
    return sorted((root / "narrator").rglob("*.py"))


def module_name(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(root: Path, path: Path, *, top_level_only: bool = False) -> Iterator[str]:
    """The modules of ours that `path` imports, by full name."""
    name = module_name(root, path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("narrator"))
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([node.module] if node.module else [])])
            if base.split(".")[0] == "narrator":
                for alias in node.names:
                    inner = root / Path(*base.split("."), f"{alias.name}.py")
                    folder = root / Path(*base.split("."), alias.name, "__init__.py")
                    is_module = inner.exists() or folder.exists()
                    yield f"{base}.{alias.name}" if is_module else base


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
        for path in modules(root)
        for name in [module_name(root, path)]
        for other in imported(root, path)
        if room(other) != room(name) and floor(other) >= floor(name)
    ]
    assert not up


def test_there_are_no_cycles(root: Path) -> None:
    # A package's __init__ re-exports its modules, and they never import it: so it may be a node
    # like any other.
    graph = {
        module_name(root, path): {
            other for other in imported(root, path) if other != module_name(root, path)
        }
        for path in modules(root)
    }
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) >= len(graph)


def test_every_module_and_package_says_what_it_is_for(root: Path) -> None:
    silent = [
        str(path.relative_to(root))
        for path in modules(root)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent


def test_no_module_outgrows_its_concept(root: Path) -> None:
    long = {
        str(path.relative_to(root)): lines
        for path in modules(root)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long


def test_stages_do_not_print_or_exit(root: Path) -> None:
    """Only commands talk to the person."""
    talkers = {"click", "sys.exit", "print"}
    found = []
    for path in modules(root):
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
