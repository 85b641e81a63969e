"""Synthesizes stacks for provePython.ts: a list of {"name", "code"} comes on standard input, one line of JSON each goes out."""

import json
import sys

import aws_cdk as cdk
from aws_cdk.assertions import Template


def main() -> None:
    for job in json.load(sys.stdin):
        namespace: dict = {}
        try:
            exec(compile(job["code"], "stack.py", "exec"), namespace)
            app = cdk.App(analytics_reporting=False)
            stack = namespace["NetworkStack"](app, "Stack")
            result = {"name": job["name"], "template": Template.from_stack(stack).to_json()}
        except Exception as error:
            result = {"name": job["name"], "error": f"{type(error).__name__}: {error}"}
        print(json.dumps(result), flush=True)


main()
