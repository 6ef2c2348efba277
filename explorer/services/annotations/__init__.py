"""Passages as W3C Web Annotations (JSON-LD), out of a library and into one.

An annotation is about one passage. Its target is the source, with a TextQuoteSelector and a
TextPositionSelector (code points of the canonical text); its bodies are the paraphrase ("describing"), the
note ("commenting"), the kind of statement ("tagging") and, for each event the passage speaks of, a
SpecificResource that links to it ("linking"). What the W3C's vocabulary has no word for stands under
``tx:`` (:data:`VOCABULARY`):

- on a link: ``tx:stance`` (reports, supports, disputes, questions, mentions), ``tx:example`` (the event is
  our example of what the passage says in general), ``tx:note``, and the event's ``tx:start`` and ``tx:end``
  (EDTF);
- on an annotation: ``tx:date`` and ``tx:dateNote`` of the statement, and ``tx:quantities`` that it gives;
- on a target: ``tx:paragraph``; on a source: ``tx:sha256`` of the file and ``tx:csl``, its CSL-JSON record.

Ids are ``urn:uuid:`` followed by the uuid of the record, so that what was exported here is known again.
"""

VOCABULARY = "urn:x-timeline-explorer:annotations#"
"""The namespace of ``tx:``."""
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The JSON-LD context of the W3C Web Annotation Data Model. It is named, never fetched."""
