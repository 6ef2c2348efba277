from explorer.domain.facet import FacetChoice, FacetGroup
from explorer.services.libraries import open_library
from explorer.viewmodels.facet_values import FacetValues


def test_values_of_the_story(story_path) -> None:
    library = open_library(story_path)
    library.store.close()
    values = FacetValues()
    values.read(library.contents)
    for group, counts in library.facets.counts(FacetChoice()).items():
        if group is not FacetGroup.IMPORTANCE:
            assert set(values.of(group)) == set(counts.value.tolist()), group
    for group in FacetGroup:
        assert values.title(group)
        slugs = [value.slug for value in values.of(group).values()]
        assert len(slugs) == len(set(slugs))
    assert next(iter(values.of(FacetGroup.EXACTNESS).values())).name == "the day"


def test_slugs_come_back_as_values(story_path) -> None:
    library = open_library(story_path)
    library.store.close()
    values = FacetValues()
    values.read(library.contents)
    xi = next(value for value in values.of(FacetGroup.PEOPLE).values() if value.slug == "xi")
    assert values.of_slugs({"people": ["xi", "nobody"]}) == {(FacetGroup.PEOPLE, xi.id)}
    assert values.of_slugs(["people"]) == frozenset()


def test_only_true_short_names_stand_for_a_name(story_path) -> None:
    library = open_library(story_path)
    library.store.close()
    values = FacetValues()
    values.read(library.contents)
    short = {value.name: value.short for value in values.of(FacetGroup.PEOPLE).values()}
    assert short["Drug Enforcement Administration"] == ("DEA",)
    assert short["Andrés Manuel López Obrador"] == ("López Obrador", "Obrador", "AMLO")
    assert "Beijing" not in short["Government of the People’s Republic of China"]
