"""Small changes of code that a test should notice: another comparison, a step left out, one more or less.

What is said to people, the text of errors, and assertions are left as they are.
"""

from __future__ import annotations

import ast
import functools
import types
from collections.abc import Callable, Iterator
from typing import Any

PAIRS = ((ast.Eq, ast.NotEq), (ast.Is, ast.IsNot), (ast.In, ast.NotIn), (ast.Lt, ast.LtE), (ast.Gt, ast.GtE))
MORE = ((ast.And, ast.Or), (ast.Add, ast.Sub), (ast.BitAnd, ast.BitOr), ("any", "all"), ("min", "max"))
SWAPS: dict[Any, Any] = {one: other for pair in (*PAIRS, *MORE) for one, other in (pair, pair[::-1])}
UNTOUCHED = (ast.Assert, ast.JoinedStr, ast.arguments)
LOGIC = (ast.Compare, ast.MatchValue, ast.Tuple)
Edit = tuple[ast.AST, str, Callable[[], object]]


def edits(node: ast.AST, parent: ast.AST) -> Iterator[Edit]:
    """Yield the small changes of a node and of what is in it: where, of which kind, and how."""
    put = functools.partial
    match node:
        case ast.Compare(ops=ops):
            yield from (
                (node, "compare", put(ops.__setitem__, i, SWAPS[type(x)]())) for i, x in enumerate(ops)
            )
        case ast.BoolOp(op=op) | ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in SWAPS:
            yield node, "operator", put(setattr, node, "op", SWAPS[type(op)]())
        case ast.Constant(value=bool() as value):
            yield parent, "boolean", put(setattr, node, "value", not value)
        case ast.Constant(value=int() | float() as value):
            yield parent, "number", put(setattr, node, "value", value + 1)
        case ast.Constant(value=str() as value) if isinstance(parent, LOGIC):
            yield parent, "key", put(setattr, node, "value", value + "x")
        case ast.Name(id=name) if name in SWAPS:
            yield parent, "name", put(setattr, node, "id", SWAPS[name])
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield node, "return", put(setattr, node, "value", ast.Constant(None))
        case ast.Call(keywords=words):
            yield from ((node, f"without {x.arg}", put(words.remove, x)) for x in words)
        case ast.Tuple(elts=[_, _, *_] as elements, ctx=ast.Load()) if not isinstance(parent, ast.Subscript):
            yield node, "element", elements.pop
        case ast.comprehension(ifs=ifs):
            yield from ((x, "without filter", put(ifs.remove, x)) for x in ifs)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield test, "negated", put(setattr, node, "test", ast.UnaryOp(ast.Not(), test))
        case _:
            pass
    for block in (x for _, x in ast.iter_fields(node) if isinstance(x, list)):
        for i, step in enumerate(block):
            call = isinstance(step, ast.Expr) and not isinstance(step.value, ast.Constant)
            if call or isinstance(step, ast.Raise | ast.Continue | ast.Break | ast.AugAssign):
                yield step, "dropped", put(block.__setitem__, i, ast.Pass())
    silent = isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and ast.unparse(node.func) == "say")
    for child in () if silent else ast.iter_child_nodes(node):
        if not isinstance(child, UNTOUCHED) and child is not getattr(node, "annotation", None):
            yield from edits(child, node)


def changes(tree: ast.Module) -> list[tuple[ast.FunctionDef, Edit]]:
    """Return all changes of a module, each with the function or method that it is in."""
    inner = [x for node in tree.body for x in (node.body if isinstance(node, ast.ClassDef) else [node])]
    units = [x for x in inner if isinstance(x, ast.FunctionDef)]
    found = [(unit, edit) for unit in units for step in unit.body for edit in edits(step, unit)]
    return [x for x in found if not ast.unparse(x[1][0]).startswith("assert_never")]


def codes(code: types.CodeType) -> dict[tuple[str, int], types.CodeType]:
    """Return the code of functions and methods, by their name and first line."""
    inner = [x for x in code.co_consts if isinstance(x, types.CodeType)]
    found = {(x.co_qualname, x.co_firstlineno): x for x in inner}
    return found | {key: x for y in inner if "<" not in y.co_qualname for key, x in codes(y).items()}
