"""Which fields a model has at a place in its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from pydantic import BaseModel, RootModel

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Loc


def fields_at(annotation: Any, loc: Loc) -> list[str]:
    """Return the fields that a model has at a place in its data, in its order; none if there is no model."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = {field.alias or name: field.annotation for name, field in annotation.model_fields.items()}
        if issubclass(annotation, RootModel):
            return fields_at(fields["root"], loc)
        return fields_at(fields.get(str(loc[0])), loc[1:]) if loc else list(fields)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (dict, list):
        return fields_at(arguments[-1], loc[1:]) if loc else []
    if origin is Annotated:
        return fields_at(arguments[0], loc)
    return next((found for one in arguments if (found := fields_at(one, loc))), [])
