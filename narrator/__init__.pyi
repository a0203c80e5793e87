from narrator.api import cast as cast
from narrator.api import make as make
from narrator.api import parse as parse
from narrator.api import read as read

__version__: str
