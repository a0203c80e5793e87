"""A server that speaks OpenAI's protocol: which model it has, and what that says to a prompt."""

import json
from http import HTTPStatus
from typing import Any

from narrator.files import Damaged, json_of
from narrator.servers import NoAnswer, Unreachable, address_of

LARGEST_REPLY = 1_000_000
"""Bytes; an answer is one name."""
LONGEST_ANSWER = 1024
"""Tokens: room for models that think aloud first."""


class Server:
    """An OpenAI-compatible server: llama.cpp, Ollama, LM Studio, vLLM and others are."""

    def __init__(self, url: str, model: str | None = None, *, timeout: float = 120.0) -> None:
        """Talk to the server at `url`, which may end in `/v1` or not; nothing is sent yet.

        A reply must be complete `timeout` seconds after it was asked for.

        Raises:
            NarratorError: `url` is no address of a server.
        """
        self.url = url
        self._model = model
        self._timeout = timeout
        self._address = address_of(url)

    @property
    def name(self) -> str:
        """What tells it from another server or model."""
        return f"{self.url} {self._model or ''}".strip()

    def model(self) -> str:
        """The model to ask: the one chosen, else the first one the server has.

        Raises:
            Unreachable: it cannot be found out.
        """
        if self._model:
            return self._model
        try:
            return str(self._exchange("GET", "/models")["data"][0]["id"])
        except NoAnswer as error:
            raise Unreachable(str(error)) from error
        except (LookupError, TypeError) as error:
            raise Unreachable("it does not list its models") from error

    def answer(self, model: str, instruction: str, question: str) -> str:
        """What `model` says to `question`, as plainly as it can.

        Raises:
            Unreachable: the server is gone.
            NoAnswer: it failed, took too long, or said something that is no reply.
        """
        reply = self._exchange(
            "POST",
            "/chat/completions",
            {
                "model": model,
                "messages": [
                    {"role": "system", "content": instruction},
                    {"role": "user", "content": question},
                ],
                "temperature": 0,
                "max_tokens": LONGEST_ANSWER,
                "stream": False,
            },
        )
        try:
            content = reply["choices"][0]["message"]["content"]
        except (LookupError, TypeError) as error:
            raise NoAnswer("its reply holds no answer") from error
        if not isinstance(content, str):
            raise NoAnswer("its reply holds no answer")
        return content

    def _exchange(self, method: str, path: str, data: object = None) -> Any:
        """The JSON that the server sends back."""
        reply = self._address.exchange(
            method,
            path,
            json.dumps(data).encode() if data else None,
            {"Content-Type": "application/json", "Accept": "application/json"},
            timeout=self._timeout,
            largest=LARGEST_REPLY,
        )
        if reply.status != HTTPStatus.OK:
            raise NoAnswer(f"it says {reply.status} {reply.reason}".rstrip())
        try:
            kind: Any = Any
            return json_of(reply.content, kind, where=self.url)
        except Damaged as damaged:
            raise NoAnswer("its reply is no JSON") from damaged
