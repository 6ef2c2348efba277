"""What is said reaches the status line as one frozen value."""

from explorer.viewmodels.messages import Message, Messages


def test_a_notice_fades_and_a_problem_stays():
    messages, said = Messages(), []
    messages.shown.connect(said.append)
    messages.show_notice("Copied.", 3)
    messages.show_problem("The disk is full.")
    assert said == [
        Message("Copied.", problem=False, seconds=3),
        Message("The disk is full.", problem=True, seconds=0),
    ]
