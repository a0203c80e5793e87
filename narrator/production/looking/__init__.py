"""What a person can look at: the plan, the problems, odd names, finished sound, the machine."""

from .auditing import Audited, audit
from .checking import Check, check_book
from .diagnosis import Part, diagnose
from .finding import Finding
from .machines import diagnose_cluster
from .naming import Name, unusual_names
from .planning import LeftOut, Plan, doubtful_lines, plan_script, spoken_by_characters

__all__ = [
    "Audited",
    "Check",
    "Finding",
    "LeftOut",
    "Name",
    "Part",
    "Plan",
    "audit",
    "check_book",
    "diagnose",
    "diagnose_cluster",
    "doubtful_lines",
    "plan_script",
    "spoken_by_characters",
    "unusual_names",
]
