"""The workflows of a review, acted out: their steps as written, on a clone, and the posting with a stand-in for GitHub."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import playwright
import pytest
import yaml
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main

from tests.cli.test_main import SALES, SOUND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / ".github/workflows"
STARTER = PROJECT / "generator/mkdocs_briefings/starter"
"""What a new desk begins with, the review of its pull requests included."""
WORKFLOWS = sorted([*FOLDER.glob("*.yml"), *(STARTER / "dot.github/workflows").glob("*.yml")])
NODE = Path(playwright.__file__).parent / "driver" / "node"
INSTALL = "make -C tool .venv/.runtime"
"""How this repository installs the tool; a desk has it from its requirements."""
BASE = PROJECT / "tests/cases/_base"
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SETTINGS = "site_name: Chips\ntheme: {name: material, font: false}\nplugins: [briefings]\n"


def load(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """Read a workflow; YAML 1.1 takes its key `on` for a truth."""
    data: dict[Any, Any] = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in data.items()}


def steps(workflow: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


# What the files say.


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_actions_are_pinned_by_commit_with_their_version(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == sum("uses" in step for step in steps(load(path.name, path.parent)))
    for one in used:
        assert PINNED.fullmatch(one), one


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_nothing_of_a_pull_request_is_pasted_into_a_script(path: Path) -> None:
    for step in steps(load(path.name, path.parent)):
        assert "${{" not in step.get("run", "")
        assert "${{" not in step.get("with", {}).get("script", "")


def test_what_a_fork_sets_off_may_only_read_and_has_no_secret() -> None:
    workflow = load("review.yml")
    assert list(workflow["on"]) == ["pull_request"]
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job or "environment" in job for job in workflow["jobs"].values())
    text = (FOLDER / "review.yml").read_text(encoding="utf-8")
    assert "secrets" not in text
    assert "github.token" not in text
    for step in steps(workflow):
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_only_the_preview_runs_code_of_the_change() -> None:
    workflow = load("review.yml")
    for name, job in workflow["jobs"].items():
        tool, change = (step["with"] for step in job["steps"] if "checkout" in step.get("uses", ""))
        assert tool["path"] == "tool"
        assert EXPRESSION.fullmatch(tool["ref"])
        assert "base.sha" in tool["ref"]
        assert change["path"] == "change"
        runs = "\n".join(step.get("run", "") for step in job["steps"])
        assert ("mkdocs" in runs) == (name == "preview")
        assert not re.search(r"make -C change|cd change|change/\S+\.(?:py|sh)|install .*change", runs)


def test_what_may_write_checks_out_nothing_and_runs_nothing() -> None:
    workflow = load("review-comment.yml")
    assert workflow["on"] == {
        "workflow_run": {"workflows": [load("review.yml")["name"]], "types": ["completed"]}
    }
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write", "security-events": "write"}
    assert not any("run" in step for step in job["steps"])
    download, script = job["steps"]
    assert download["uses"].startswith("actions/download-artifact@")
    assert "runner.temp" in download["with"]["path"]
    assert script["uses"].startswith("actions/github-script@")
    text = script["with"]["script"]
    assert set(re.findall(r"require\('([^']*)'\)", text)) == {"fs", "zlib"}
    assert not re.search(r"\beval\b|Function\(|import\(|exec|spawn|\bshell\b", text)


@pytest.mark.parametrize("name", ["review.yml", "review-comment.yml"])
def test_a_new_desk_has_the_same_review(name: str) -> None:
    """But for how the tool is installed, so that what these tests show of one holds for the other."""
    ours = (FOLDER / name).read_text(encoding="utf-8")
    theirs = (STARTER / "dot.github/workflows" / name).read_text(encoding="utf-8")
    install = (
        "python -m venv tool/.venv\n"
        "          (cd tool && .venv/bin/pip install --quiet -r requirements.lock)\n"
        "          (cd tool && .venv/bin/pip install --quiet -r requirements.txt)"
    )
    assert theirs == ours.replace(INSTALL, install)


def test_a_new_desk_asks_authors_the_same() -> None:
    path = "pull_request_template.md"
    ours = (PROJECT / ".github" / path).read_text(encoding="utf-8")
    theirs = (STARTER / "dot.github" / path).read_text(encoding="utf-8")
    content = re.sub(r"\n## .*\n\n<!-- Leave .* -->\n", "", ours.partition("\n## The program\n")[0])
    assert theirs == content.replace("make check ARGS=--strict", "briefings check --strict")


def test_a_new_desk_has_the_hooks_that_other_desks_get_from_here() -> None:
    hooks = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = yaml.safe_load((STARTER / "dot.pre-commit-config.yaml").read_text(encoding="utf-8"))
    (local,) = config["repos"]
    assert local["repo"] == "local"
    told = [{**hook, "language": "system"} for hook in hooks]
    assert local["hooks"] == [
        {name: value for name, value in hook.items() if name != "description"} for hook in told
    ]


# What comes with time: the versions of others.


def test_no_version_of_python_tested_is_a_failure_that_says_so() -> None:
    command = ["make", "pythons", "PYTHONS=3.98 3.99"]
    done = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "Tested with Python: none. Not tested, because not on this machine: 3.98 3.99." in done.stdout


def test_each_supported_python_and_the_lowest_versions_have_their_job() -> None:
    jobs = load("versions.yml")["jobs"]
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    (supported,) = re.findall(r"^PYTHONS := (.*)", makefile, re.MULTILINE)
    assert jobs["pythons"]["strategy"]["matrix"]["python"] == supported.split()
    assert jobs["pythons"]["steps"][-1]["run"] == 'make pythons PYTHONS="$VERSION"'
    assert jobs["lowest"]["steps"][-1]["run"] == "make lowest"


def test_what_publishes_a_release_runs_nothing_of_the_repository() -> None:
    workflow = load("release.yml")
    assert workflow["permissions"] == {}
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    assert build["permissions"] == {"contents": "read"}
    assert not any("checkout" in step.get("uses", "") for step in publish["steps"])
    assert not re.search(
        r"\b(make|python|pip|uv)\b", "\n".join(step.get("run", "") for step in publish["steps"])
    )


# The run of a pull request.


def git(folder: Path, *arguments: str) -> str:
    identity = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "a")
    identity |= dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a@example.org")
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull},
    ).stdout.strip()


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


class Runner:
    """As much of a runner as the workflow needs: a workspace, the files by which steps speak to it, check-outs."""

    def __init__(self, folder: Path, origin: Path) -> None:
        self.origin = origin
        self.space = folder / "workspace"
        self.space.mkdir(parents=True)
        self.files = {name: folder / name for name in ("GITHUB_PATH", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
        for file in self.files.values():
            file.touch()
        tools = folder / "tools"
        put(
            tools,
            "uv",
            f'#!/bin/sh\n[ "$1" = sync ] || exit 0\nmkdir -p .venv\nln -sfn "{Path(sys.executable).parent}" .venv/bin\n',
        )
        (tools / "uv").chmod(0o755)
        environment = Path(sys.executable).parent
        made = f'mkdir -p "$3/bin"\nln -sf "{environment}"/* "$3/bin"\nln -sf "{tools}/pip" "$3/bin"\n'
        put(tools, "python", f'#!/bin/sh\n[ "$1 $2" = "-m venv" ] || exit 1\n{made}')
        put(tools, "pip", f'#!/bin/sh\n[ -f requirements.txt ] && echo "$PWD $*" >>"{folder}/asked-of-pip"\n')
        for name in ("python", "pip"):
            (tools / name).chmod(0o755)
        self.environment = {
            "PATH": f"{tools}{os.pathsep}/usr/bin{os.pathsep}/bin", "HOME": str(folder), "CI": "true",
            "LANG": "C.UTF-8", **{name: str(file) for name, file in self.files.items()},
        }  # fmt: skip
        self.output = ""

    def job(self, job: Mapping[str, Any], values: Mapping[str, str]) -> int:
        """Act out a job; gives the first exit status that is not 0. Uploads are what lies in the workspace."""
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                self._check_out(step["with"], values)
            elif "run" in step and (status := self._run(step, values)):
                return status
        return 0

    def _check_out(self, wanted: Mapping[str, Any], values: Mapping[str, str]) -> None:
        ref = _filled(wanted.get("ref", "${{ github.sha }}"), values)
        folder = self.space / wanted["path"]
        git(self.space, "init", "-q", str(folder))
        depth = str(wanted.get("fetch-depth", 1))
        git(folder, "fetch", "-q", "--depth", depth, self.origin.as_uri(), ref)
        git(folder, "checkout", "-q", "--detach", "FETCH_HEAD")

    def _run(self, step: Mapping[str, Any], values: Mapping[str, str]) -> int:
        told = dict(line.split("=", 1) for line in self.files["GITHUB_ENV"].read_text().splitlines())
        paths = self.files["GITHUB_PATH"].read_text().split()
        given = {name: _filled(str(value), values) for name, value in step.get("env", {}).items()}
        environment = {**self.environment, **told, **given}
        environment["PATH"] = os.pathsep.join([*reversed(paths), environment["PATH"]])
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=self.space,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        self.output += done.stdout
        return done.returncode


def _filled(text: str, values: Mapping[str, str]) -> str:
    return EXPRESSION.sub(lambda match: values[match[1]], text)


TOOL = (PROJECT / "Makefile", PROJECT / "pyproject.toml", PROJECT / "uv.lock")


class Project:
    """A bare repository with a desk and what installs the tool, and a pull request merged into it for trial."""

    def __init__(self, folder: Path, tool: Sequence[Path] = TOOL) -> None:
        self.origin = folder / "origin.git"
        self.clone = folder / "clone"
        git(folder, "init", "-q", "--bare", "-b", "main", str(self.origin))
        git(self.origin, "config", "uploadpack.allowAnySHA1InWant", "true")
        git(folder, "clone", "-q", str(self.origin), str(self.clone))
        git(self.clone, "checkout", "-q", "-b", "main")
        shutil.copytree(BASE, self.clone, dirs_exist_ok=True)
        for path in tool:
            shutil.copy(path, self.clone)
        put(self.clone, "mkdocs.yml", SETTINGS)
        put(self.clone, "docs/about.md", "# About\n")
        put(self.clone, SALES, SOUND)
        self.commit("main")
        self.base = git(self.clone, "rev-parse", "HEAD")

    def commit(self, branch: str) -> None:
        git(self.clone, "add", "-A")
        git(self.clone, "commit", "-qm", "A change")
        git(self.clone, "push", "-q", "origin", f"HEAD:refs/heads/{branch}")

    def pull_request(self, files: Mapping[str, str]) -> dict[str, str]:
        """Make a pull request of these files; gives the values that its event has."""
        git(self.clone, "checkout", "-q", "-b", "fork")
        for path, text in files.items():
            put(self.clone, path, text)
        self.commit("fork")
        git(self.clone, "checkout", "-q", "--detach", self.base)
        git(self.clone, "merge", "-q", "--no-ff", "-m", "Merge", "fork")
        git(self.clone, "push", "-q", "origin", "HEAD:refs/pull/7/merge")
        return {
            "github.event.pull_request.base.sha": self.base,
            "github.event.pull_request.number": "7",
            "github.sha": git(self.clone, "rev-parse", "HEAD"),
            "vars.PREVIEW_URL": "",
        }


LOST = SOUND.replace("would not hurt Acme", "would hurt Acme")
HOOK = "import pathlib\npathlib.Path('{file}').write_text('ran')\n"


@pytest.mark.slow
def test_a_pull_request_is_reviewed_without_running_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    ran = tmp_path / "ran"
    values = project.pull_request(
        {
            SALES: LOST,
            "mkdocs.yml": SETTINGS
            + "hooks: [hook.py]\nextra: !!python/object/apply:os.system ['touch ran']\n",
            "hook.py": HOOK.format(file=ran),
            "Makefile": f".venv/.runtime:\n\ttouch {ran}\n",
            "generator/mkdocs_briefings/cli/main.py": HOOK.format(file=ran),
        }
    )
    runner = Runner(tmp_path / "report", project.origin)
    values["vars.PREVIEW_URL"] = "https://preview.example.org/"
    assert runner.job(load("review.yml")["jobs"]["report"], values) == 0, runner.output
    review = runner.space / "review"
    comment = (review / "comment.md").read_text(encoding="utf-8")
    assert "~~not~~" in comment
    assert "A negation was removed: “not”." in comment
    assert "(https://preview.example.org/7/briefings/sales/#c-no-harm)" in comment
    assert runner.files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8") == comment
    assert (review / "review.md").read_text(encoding="utf-8") == comment
    assert json.loads((review / "review.json").read_text(encoding="utf-8"))["counts"]["claims"] == 1
    (run,) = json.loads((review / "problems.sarif").read_text(encoding="utf-8"))["runs"]
    assert [one["ruleId"] for one in run["results"]] == ["negation-lost"]
    assert f"::warning file={SALES},line=5,col=" in runner.output
    assert not ran.exists()
    assert not list(tmp_path.rglob("ran"))


@pytest.mark.slow
@pytest.mark.parametrize("job", ["report", "preview"])
def test_a_new_desk_reviews_with_the_program_of_its_base(tmp_path: Path, job: str) -> None:
    project = Project(tmp_path, [STARTER / "requirements.txt", STARTER / "requirements.lock"])
    values = project.pull_request({SALES: LOST, "requirements.txt": "./evil.whl\n"})
    runner = Runner(tmp_path / "run", project.origin)
    workflow = load("review.yml", STARTER / "dot.github/workflows")
    assert runner.job(workflow["jobs"][job], values) == 0, runner.output
    asked = (tmp_path / "run/asked-of-pip").read_text(encoding="utf-8")
    asked_for = ("-r requirements.lock", "-r requirements.txt")
    assert asked == "".join(f"{runner.space}/tool install --quiet {one}\n" for one in asked_for)
    assert "evil" not in (runner.space / "tool/requirements.txt").read_text(encoding="utf-8")
    made = runner.space / ("review/comment.md" if job == "report" else "preview/briefings/sales/index.html")
    assert made.is_file()


@pytest.mark.slow
def test_a_pull_request_with_errors_fails_and_is_reported(tmp_path: Path) -> None:
    project = Project(tmp_path)
    values = project.pull_request({SALES: SOUND.replace("quote: the rule", "quote: the rules")})
    runner = Runner(tmp_path / "report", project.origin)
    assert runner.job(load("review.yml")["jobs"]["report"], values) == 1
    assert "**The head has 1 error.**" in (runner.space / "review/comment.md").read_text(encoding="utf-8")
    assert f"::error file={SALES},line=5,col=" in runner.output


@pytest.mark.slow
def test_the_preview_is_the_change_as_readers_would_see_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    values = project.pull_request({SALES: SOUND.replace("title: Acme", "title: Surely Acme")})
    runner = Runner(tmp_path / "preview", project.origin)
    assert runner.job(load("review.yml")["jobs"]["preview"], values) == 0, runner.output
    assert "Surely Acme" in (runner.space / "preview/briefings/sales/index.html").read_text(encoding="utf-8")


# GitLab's counterpart.


def gitlab() -> dict[str, Any]:
    text = (PROJECT / "docs/reviewing.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    data: dict[str, Any] = yaml.safe_load(block)
    return data


def test_the_pipeline_of_gitlab_is_shell_and_its_commands_exist() -> None:
    pipeline = gitlab()
    for name in ("report", "comment"):
        script = pipeline[name]["script"]
        assert all(isinstance(line, str) for line in script)
        subprocess.run(["bash", "-n", "-c", "\n".join(script)], check=True)
        for options in re.findall(r"briefings diff (.*)", "\n".join(script)):
            known = {option for one in main.commands["diff"].params for option in one.opts}
            assert set(re.findall(r"(?<= )--[a-z-]+", options)) <= known
    assert "REVIEW_TOKEN" not in "\n".join(pipeline["report"]["script"])
    assert pipeline["comment"]["variables"] == {"GIT_STRATEGY": "none"}
    assert not re.search(
        r"briefings|mkdocs|pip|git ", re.sub(r"'<!--.*?-->'", "", "\n".join(pipeline["comment"]["script"]))
    )


@pytest.mark.skipif(shutil.which("jq") is None, reason="GitLab's form of problems is made by jq")
def test_gitlab_is_given_the_problems_in_its_own_form(tmp_path: Path) -> None:
    (jq,) = (line for line in gitlab()["report"]["script"] if line.startswith("jq "))
    shutil.copytree(BASE, tmp_path / "desk")
    put(tmp_path / "desk", SALES, LOST)
    found = CliRunner().invoke(main, ["--root", str(tmp_path / "desk"), "check", "--format", "sarif"])
    put(tmp_path, "review/problems.sarif", found.output)
    subprocess.run(["bash", "-ec", jq], cwd=tmp_path, check=True)
    (one,) = json.loads((tmp_path / "review/quality.json").read_text(encoding="utf-8"))
    assert one["check_name"] == "negation-lost"
    assert one["location"] == {"path": SALES, "lines": {"begin": 5}}
    assert one["severity"] == "minor"
    assert re.fullmatch(r"[0-9a-f]{64}", one["fingerprint"])


# The posting.

STAND_IN = """
const fs = require('fs');
const given = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const done = [];
const call = (name, answer) => async (parameters) => { done.push({name, ...parameters}); return {data: answer}; };
const github = {
  rest: {
    pulls: {list: call('list', given.pulls)},
    issues: {listComments: 'comments', updateComment: call('update'), createComment: call('create')},
  },
  paginate: async () => given.comments,
  request: async (route, parameters) => { done.push({name: route, ...parameters}); },
};
const core = {notice: (text) => done.push({name: 'notice', text}), warning: (text) => done.push({name: 'warning', text})};
const context = {repo: {owner: 'desk', repo: 'site'}, payload: {workflow_run: given.run}};
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
new AsyncFunction('github', 'context', 'core', 'require', given.script)(github, context, core, require)
  .then(() => console.log(JSON.stringify(done)));
"""
RUN = {
    "head_sha": "b" * 40,
    "head_branch": "fork",
    "head_repository": {"id": 5, "owner": {"login": "mallory"}},
    "html_url": "https://github.com/desk/site/actions/runs/1",
}
PULL = {"number": 7, "head": {"sha": "b" * 40, "repo": {"id": 5}}}
SARIF = json.dumps({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "briefings"}}, "results": []}]})


class TestPosting:
    def post(self, folder: Path, files: Mapping[str, str], **given: Any) -> list[dict[str, Any]]:
        (job,) = load("review-comment.yml")["jobs"].values()
        review = folder / "review"
        review.mkdir(exist_ok=True)
        for name, text in files.items():
            put(review, name, text)
        put(folder, "stand-in.js", STAND_IN)
        told = {
            "script": job["steps"][1]["with"]["script"],
            "run": RUN,
            "pulls": [PULL],
            "comments": [],
            **given,
        }
        put(folder, "given.json", json.dumps(told))
        done = subprocess.run(
            [NODE, "stand-in.js", "given.json"],
            cwd=folder,
            env={**os.environ, "FOLDER": str(review)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        made: list[dict[str, Any]] = json.loads(done.stdout)
        return made

    def test_one_comment_is_made_then_kept_up_to_date(self, tmp_path: Path) -> None:
        listed, made, uploaded = self.post(tmp_path, {"comment.md": "## What", "problems.sarif": SARIF})
        assert listed["head"] == "mallory:fork"
        assert (made["name"], made["issue_number"]) == ("create", 7)
        assert made["body"].startswith("<!-- briefings: review -->\n## What\n")
        assert RUN["html_url"] in made["body"]
        assert uploaded["name"] == "POST /repos/{owner}/{repo}/code-scanning/sarifs"
        assert (uploaded["ref"], uploaded["commit_sha"]) == ("refs/pull/7/head", "b" * 40)
        others = [
            {"id": 1, "user": {"login": "mallory"}, "body": made["body"]},
            {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "Something else"},
            {"id": 3, "user": {"login": "github-actions[bot]"}, "body": made["body"]},
        ]
        changes = self.post(tmp_path, {"comment.md": "## Other"}, comments=others)
        assert [(one["name"], one.get("comment_id")) for one in changes[1:2]] == [("update", 3)]

    @pytest.mark.parametrize(
        "pulls",
        [
            [],
            [{**PULL, "head": {"sha": "c" * 40, "repo": {"id": 5}}}],
            [{**PULL, "head": {"sha": "b" * 40, "repo": {"id": 6}}}],
            [{**PULL, "head": {"sha": "b" * 40, "repo": None}}],
            [PULL, {**PULL, "number": 8}],
        ],
    )
    def test_only_the_pull_request_of_that_head_gets_it(self, tmp_path: Path, pulls: list[Any]) -> None:
        done = self.post(tmp_path, {"comment.md": "x", "problems.sarif": SARIF, "number": "8"}, pulls=pulls)
        assert [one["name"] for one in done] == ["list", "notice"]

    def test_a_forged_report_is_defused_and_bounded(self, tmp_path: Path) -> None:
        forged = "@desk/all <img src=x> <!-- x --> ![a](http://x) fixes #12 " + "é" * 66_000 + "THE END"
        made = self.post(tmp_path, {"comment.md": forged})[1]
        assert len(made["body"]) < 65_536
        assert "**Cut here" in made["body"]
        text = made["body"].removeprefix("<!-- briefings: review -->")
        assert not re.search(r"@\w|<|!\[|#\d", text)
        assert "THE END" not in text

    def test_files_that_are_too_large_or_no_files_are_left_out(self, tmp_path: Path) -> None:
        done = self.post(tmp_path, {"comment.md": "x" * 300_000, "problems.sarif": " " * 5_000_001})
        assert [one["name"] for one in done] == ["list", "warning", "warning"]
        shutil.rmtree(tmp_path / "review")
        assert [one["name"] for one in self.post(tmp_path, {})] == ["list", "notice", "notice"]
        put(tmp_path, "secret", "a secret")
        (tmp_path / "review/comment.md").symlink_to(tmp_path / "secret")
        assert "a secret" not in json.dumps(self.post(tmp_path, {}))

    @pytest.mark.parametrize(
        "sarif", ["{", '{"version": "2.1.0", "runs": []}', SARIF.replace("briefings", "other"), "[]"]
    )
    def test_problems_that_are_not_ours_are_not_uploaded(self, tmp_path: Path, sarif: str) -> None:
        done = self.post(tmp_path, {"problems.sarif": sarif})
        assert [one["name"] for one in done] == ["list", "notice", "warning"]
