from explorer.widgets.sources import record_words


def test_every_field_has_a_name_a_tip_and_a_place():
    placed = {name for row in record_words.ROWS for name in row}
    assert placed == record_words.tips().keys()
    assert placed == record_words.names().keys() | {"date"}
    assert set(record_words.LINES) <= placed
