"""A person of whom very much is told: one report with its relatives, copied as rows as often as is wanted."""

from uuid import UUID, uuid4

from django.db.models import Max

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.documents.models import Document
from kualik.cases.people.models import Mention, Person
from tests.cases.casting import NOW, Story

__all__ = ["large_case"]


def large_case(*, documents: int, ages: int, relatives: int) -> Person:
    """Make one person of so many documents; each tells a name, some ages and custody, the first of the relatives.

    The rows are copied past the actions: what is tested is how such a case is shown, and making it must be quick.
    """
    story = Story("Erlan Nurbek was taken to a camp, and his kin told of it.")
    erlan = story.person("Erlan Nurbek")
    for age in range(ages):
        story.say(erlan, "age", str(30 + age % 3), voice=(f"Witness {age % 7}",))
    story.held(erlan, voice=("Witness 1",), state="camp", startDate="2018")
    for nth in range(relatives):
        other = story.person(description=f"brother no. {nth}")
        story.kin(erlan, other, "brother", voice=("Witness 1",))
        story.held(other, state="prison")
    story.accept()
    own = [one for one in story.document.entities.all() if one.local_id in {erlan, f"e{int(erlan[1:]) + 1}"}]
    for number in range(1, documents):
        _copy(story, own, number)
    return story.who(erlan)


def _copy(story: Story, own: list[Entity], number: int) -> None:
    """Copy one person and their custody into another document of the same source."""
    person, claims = story.who("e1"), list(Claim.objects.filter(entity__in=own).select_related("entity"))
    document = Document.objects.get(pk=story.document.pk)
    document.pk, document.part, document._state.adding = uuid4(), number + 1, True  # noqa: SLF001 (how Django copies)
    document.save()
    entities: dict[UUID, Entity] = {}
    for one in own:
        kept = {name: getattr(one, name) for name in ("local_id", "schema", "name", "description", "aliases", "roles")}
        entities[one.pk] = Entity(document=document, **kept)
    Entity.objects.bulk_create(entities.values())
    for claim in claims:
        claim.pk, claim.document, claim.entity = uuid4(), document, entities[claim.entity_id]
        claim.value_entity = entities[claim.value_entity_id] if claim.value_entity_id else None
    Claim.objects.bulk_create(claims)
    last = Person.objects.aggregate(last=Max("number"))["last"]
    origin = Person.objects.create(number=last + 1, created_at=NOW)
    (mention,) = [one for one in entities.values() if one.local_id == "e1"]
    Mention.objects.create(entity=mention, origin=origin, person=person)
