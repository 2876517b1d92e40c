"""The command as an operator runs it: a process, its exit code and what it writes."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.bot.discord.support import asked
from tests.fakes.discord import Guild, LoopbackDiscord, Member, MessageContentIntent

SECONDS = 30.0
"""A process starts in about two seconds; a busy machine may take longer."""

Process = asyncio.subprocess.Process


@asynccontextmanager
async def musette(
    server: LoopbackDiscord, folder: Path, **variables: str
) -> AsyncIterator[Process]:
    """The bot in a process of its own, led to a loopback Discord by its environment alone."""
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("MUSETTE_")},
        "DISCORD_TOKEN": server.token,
        "DISCORD_API_URL": server.api_url,
        "DISCORD_GATEWAY_URL": server.gateway_url,
        "MUSETTE_DATA_DIR": str(folder / "data"),
        "PYTHONPATH": str(Path(__file__).parents[3]),
        **variables,
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot"),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def written(process: Process) -> str:
    """All that a process wrote until its end."""
    out, err = await asyncio.wait_for(process.communicate(), SECONDS)
    return (out + err).decode()


async def test_it_answers_until_it_is_told_to_stop(
    server: LoopbackDiscord, guild: Guild, fan: Member, tmp_path: Path
) -> None:
    async with musette(server, tmp_path, MUSETTE_LOG_LEVEL="debug") as process:
        await server.wait_until_ready(SECONDS)
        answer = await asked(server, guild, fan, "!équipes")
        process.send_signal(signal.SIGTERM)
        text = await written(process)
    assert process.returncode == 0
    assert "Groupama-FDJ" in answer.text
    assert "UAE Team Emirates" in answer.text
    assert server.token not in text
    assert "Traceback" not in text


@pytest.mark.parametrize("case", ["token", "intent"])
async def test_a_start_that_fails_ends_with_one_sentence(
    server: LoopbackDiscord, tmp_path: Path, case: str
) -> None:
    token = server.token
    if case == "token":
        token = "some.wrong.token"
    else:
        server.state.application.message_content = MessageContentIntent.OFF
    async with musette(server, tmp_path, DISCORD_TOKEN=token, MUSETTE_LOG_LEVEL="error") as process:
        text = await written(process)
    assert process.returncode == 1
    assert text.count("\n") == 1
    assert {"token": "DISCORD_TOKEN", "intent": "Message Content Intent"}[case] in text
    assert token not in text
