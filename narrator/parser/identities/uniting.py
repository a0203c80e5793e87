"""Two persons made one."""

from ..people import Person


def unite(person: Person, other: Person) -> None:
    """Give `person` all that is known of `other`."""
    person.heads |= other.heads
    person.sure |= other.heads
    person.names.update(other.names)
    person.sexes.update(other.sexes)
    person.count += other.count
