#!/usr/bin/env python3
"""How long a board's pages take, when nobody has asked for them before and when they are kept.

Meant for the ten invented years that `generate --rounds 520 --offerings 300` makes. Usage: page-times.py [HOST:PORT]
"""
import http.client
import itertools
import json
import sys
import time

METRICS = ["ttft", "itl", "e2e", "output_throughput", "success_rate"]
board = http.client.HTTPConnection(sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8080")


def get(path, accept="text/html"):
    """Milliseconds, status and packed bytes of one answer, and the answer itself."""
    start = time.perf_counter()
    board.request("GET", path, headers={"Accept": accept, "Accept-Encoding": "gzip" if accept == "text/html" else "identity"})
    answer = board.getresponse()
    body = answer.read()
    return (time.perf_counter() - start) * 1e3, answer.status, len(body), body


def listed(path):
    return json.loads(get("/api/v1" + path, "application/json")[3])


def measure(name, paths):
    for when in ("first", "kept"):
        times, states, most = [], set(), 0
        for path in paths:
            millis, status, size, _ = get(path)
            times.append(millis)
            states.add(status)
            most = max(most, size)
        times.sort()
        print(f"{name:9} {when:5} n {len(times):3}  p50 {times[len(times) // 2]:7.1f}  p95 {times[int(len(times) * .95)]:7.1f}"
              f"  max {times[-1]:7.1f} ms  status {sorted(states)}  at most {most} bytes")


models = [one["slug"] for one in listed("/models?limit=100")["items"]]
providers = [one["slug"] for one in listed("/providers?limit=100")["items"]]
rounds = [one["label"] for one in listed("/rounds?limit=100")["items"]]
offered = [one["provider"]["slug"] for one in listed("/models/" + models[0])["offerings"]]
for model, metric in itertools.islice(itertools.product(models, METRICS), 60):
    get(f"/?model={model}&metric={metric}")  # warm
measure("board", [f"/?model={m}&metric={k}&round={r}" for m in models[:10] for k in METRICS for r in rounds[1:5]])
measure("model", [f"/models/{m}?metric={k}" for m in models for k in METRICS])
measure("provider", [f"/providers/{p}{q}" for p in providers for q in ("", "?metric=itl")])
measure("compare", [f"/compare?model={models[0]}&providers={a},{b}"
                    for a, b in itertools.islice(itertools.combinations(offered, 2), 100)])
