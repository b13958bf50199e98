from app.storage.heaps import Grid


def test_a_column_without_any_value_and_one_nobody_knows_are_left_out_and_the_others_keep_their_order() -> None:
    grid = Grid(("seq", "id", "name", "city", "new"), [[7, "a", None, 0, 1], [8, "b", None, None, 2]])
    assert grid.filled(("id", "name", "city")) == Grid(["id", "city"], [("a", 0), ("b", None)])
