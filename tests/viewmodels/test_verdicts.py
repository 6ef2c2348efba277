from explorer.domain.claim import Verdict
from explorer.viewmodels.verdicts import verdict_tone, verdict_words


def test_verdicts_have_words_of_their_own_and_a_tone() -> None:
    assert len({verdict_words(each) for each in Verdict}) == len(Verdict)
    tones = {each: verdict_tone(each) for each in Verdict}
    assert [each for each, tone in tones.items() if tone == "bad"] == [Verdict.FAILS]
    assert {each for each, tone in tones.items() if tone == "good"} == {
        Verdict.HOLDS,
        Verdict.NARROWLY,
        Verdict.WITHIN_TOLERANCE,
    }
