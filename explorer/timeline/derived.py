"""Columns that are not kept but worked out, for the few rows of a frame, from something smaller."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin
from numpy.typing import ArrayLike, DTypeLike, NDArray

Rows = NDArray[np.integer]


class Derived(NDArrayOperatorsMixin):
    """A column of ``size`` values that is read like an array: ``column[rows]``.

    In arithmetic and comparisons it stands for all its values, which costs as much as making them: not for
    anything that is done for every frame or key.
    """

    def __init__(self, size: int, take: Callable[[Rows], NDArray[Any]]) -> None:
        """``take`` gives the values of some rows, an integer array of one dimension."""
        self.size = size
        self._take = take

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, rows: ArrayLike | slice) -> NDArray[Any]:
        """The values of some rows; ``rows`` as for an array of numpy."""
        if isinstance(rows, slice):
            return self._take(np.arange(*rows.indices(self.size)))
        places = np.asarray(rows)
        if places.dtype.kind == "b":
            return self._take(np.flatnonzero(places))
        if places.ndim == 1:
            return self._take(places)
        values: NDArray[Any] = self._take(places.ravel()).reshape(places.shape)[()]
        return values

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[Any]:
        return np.asarray(self[:], dtype)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **kwargs: Any) -> Any:
        plain = [np.asarray(one) if isinstance(one, Derived) else one for one in inputs]
        return getattr(ufunc, method)(*plain, **kwargs)

    def tolist(self) -> list[Any]:
        """All values."""
        values: list[Any] = self[:].tolist()
        return values
