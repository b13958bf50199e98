from app.storage.heaps import Grid, Heap

HEAP = Heap("customer", ("seq", "id", "name", "city", "new"), '[[7, 8], ["a", "b"], null, [0, null], [1, 2]]')


def test_a_column_without_any_value_and_one_nobody_knows_are_not_written_and_the_others_keep_their_order() -> None:
    assert HEAP.grid() == Grid(["id", "city"], [("a", 0), ("b", None)])


def test_a_column_without_any_value_is_none_in_each_row() -> None:
    assert list(HEAP.some("name", "seq")) == [(None, 7), (None, 8)]
