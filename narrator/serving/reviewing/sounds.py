"""Sound for a page, whole or in parts."""

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from narrator.review import Wave

from ..files import one_part, refusal


def sound_answer(request: Request, wave: Wave) -> Response:
    """A WAV, or the part of it that is asked for."""
    one_part(request)
    asked = request.headers.get("range", "").strip().removeprefix("bytes=")
    first, _, last = asked.partition("-")
    start = int(first) if first else max(wave.size - int(last), 0) if last else 0
    end = min(int(last) + 1, wave.size) if first and last else wave.size
    if start >= wave.size or (asked and end == start):
        answer = refusal(416)
        answer.headers["Content-Range"] = f"bytes */{wave.size}"
        return answer
    headers = {"Accept-Ranges": "bytes", "Content-Length": str(end - start)}
    if asked:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{wave.size}"
    status = 206 if asked else 200
    if request.method == "HEAD":
        return Response(None, status, headers, "audio/wav")
    return StreamingResponse(wave.part(start, end), status, headers, "audio/wav")
