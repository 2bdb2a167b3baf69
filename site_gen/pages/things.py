"""What pages tell programs of what they show, in the words of schema.org; only what records say.

A date that is not known is left out, and so is a state that nobody wrote: of a meeting only that it
was called off or put off. Who publishes compiled reports need not be a body of the state.
"""

from collections.abc import Iterable, Iterator

from site_gen.addresses import HOME, record_address, unit_address
from site_gen.corpus import Corpus
from site_gen.language import joined, say
from site_gen.pages.areas import full_name
from site_gen.pages.model import SiteAddress, Thing
from site_gen.pages.view import View, once
from site_gen.records.dates import PartialDate
from site_gen.records.model import Contact
from site_gen.records.record import Record
from site_gen.records.region import Unit
from site_gen.records.session import Session
from site_gen.records.site import Site
from site_gen.vocabulary.settings import SessionState, SiteNotice

_STATES = {
    SessionState.POSTPONED: "https://schema.org/EventPostponed",
    SessionState.CANCELLED: "https://schema.org/EventCancelled",
}
_COMPANIES = ("公司", "集团")
"""What the names of units end with that are no bodies of the state."""
_FORMATS = {"csv": "text/csv", "json": "application/json"}


def metas_of(record: Record) -> tuple[tuple[str, str], ...]:
    """What the head of a record's page says of it: its themes, and who published it first.

    That is the office itself, unless the record was compiled from somebody's report.
    """
    themes = joined("，", getattr(record.head, "themes", ()))
    source = record.head.source
    publisher = str(source.publisher or "") if source and record.head.is_compiled else None
    metas = {"Keywords": themes or None, "ContentSource": publisher}
    return tuple((name, text) for name, text in metas.items() if text is not None)


def event_of(view: View, record: Record, head: Session, image: str) -> Thing:
    """A session as an event."""
    place = str(head.place or head.village or "")
    return _known(
        {
            "@type": "Event",
            "name": record.title,
            "url": SiteAddress(record_address(record)),
            "startDate": _moment(head.held) if head.held else "",
            "location": _place(view, record, place) if place else {},
            "organizer": _organization(str(head.host)) if head.host else {},
            "eventStatus": _STATES.get(head.state, "") if head.state else "",
            "about": [str(theme) for theme in head.themes],
            "image": SiteAddress(image) if image else "",
        }
    )


def _moment(when: PartialDate) -> str:
    """A date as ISO 8601 writes it, as exact as it is known; times are those of China."""
    day, _, time = str(when).partition(" ")
    return f"{day}T{time}+08:00" if time else day


def _place(view: View, record: Record, name: str) -> Thing:
    return {"@type": "Place", "name": name, "address": _area_name(view, record.id.region)}


def _organization(name: str, contact: Contact | None = None) -> Thing:
    """Somebody of whom it is not known what they are."""
    return _known({"@type": "Organization", "name": name, **_contacts(contact)})


def unit_of(view: View, record: Record, head: Unit) -> Thing:
    """A unit with what is registered of it; nearly all are bodies of the state."""
    is_company = record.title.endswith(_COMPANIES)
    return _known(
        {
            "@type": "Organization" if is_company else "GovernmentOrganization",
            "name": record.title,
            "alternateName": [str(name) for name in head.former_names],
            "url": SiteAddress(unit_address(record.id.region, record.title)),
            "areaServed": _area(_area_name(view, record.id.region)),
            **_contacts(head.contact),
        }
    )


@once
def _area_name(view: View, region: str) -> str:
    """A region with what it lies in; all that lies in it says so."""
    return full_name(view, region)


def _area(name: str) -> Thing:
    return {"@type": "AdministrativeArea", "name": name}


def _contacts(contact: Contact | None) -> Thing:
    """How somebody is reached, as far as it is known."""
    if contact is None:
        return {}
    told = {key: getattr(contact, key) for key in ("telephone", "email", "address")}
    return {key: str(text) for key, text in told.items() if text}


def site_of(corpus: Corpus) -> Iterator[Thing]:
    """The site, and who is responsible for it."""
    name, host = str(corpus.site.name), responsible(corpus.site)
    yield _known(
        {
            "@type": "WebSite",
            "name": name,
            "url": SiteAddress(HOME),
            "inLanguage": "zh-Hans",
            "publisher": _named(host),
        }
    )
    if host:
        yield host


def responsible(site: Site) -> Thing:
    """The responsible body (主办); empty where the site names none."""
    if not site.host:
        return {}
    if site.notice is SiteNotice.COMPILED:
        return _organization(str(site.host), site.contact)
    return {**_organization(str(site.host), site.contact), "@type": "GovernmentOrganization"}


def _named(host: Thing) -> Thing:
    """A body without how it is reached, where that is told beside it."""
    return {key: host[key] for key in ("@type", "name") if key in host}


def dataset_of(view: View, address: str, files: Iterable[str] = ()) -> Thing:
    """What is recorded item by item, as it stands on a page: as of which day, in which files."""
    site = view.corpus.site
    licence = {"@type": "CreativeWork", "name": str(site.licence)} if site.licence else {}
    return _known(
        {
            "@type": "Dataset",
            "name": say("{name}：台账", name=site.name),
            "description": say("每一条建议：交给谁办，期限到哪天，怎么答复的，现在怎样。"),
            "url": SiteAddress(address),
            "dateModified": view.today.isoformat(),
            "isAccessibleForFree": True,
            "inLanguage": "zh-Hans",
            "license": licence,
            "creator": _named(responsible(site)),
            "distribution": [_download(file) for file in files],
        }
    )


def _download(address: str) -> Thing:
    kind = _FORMATS[address.rpartition(".")[2]]
    return {
        "@type": "DataDownload",
        "encodingFormat": kind,
        "contentUrl": SiteAddress(address),
    }


def _known(told: Thing) -> Thing:
    """Without what is not known."""
    return {key: one for key, one in told.items() if one or isinstance(one, SiteAddress)}
