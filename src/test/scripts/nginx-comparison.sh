#!/bin/bash
# How many times a second a kept page is served, beside nginx with the same bytes as a static file: same machine, same load tool,
# in turns. Needs wrk and nginx. Usage: nginx-comparison.sh [http://127.0.0.1:8080/] [seconds] [rounds]
set -euo pipefail
page=${1:-http://127.0.0.1:8080/}
seconds=${2:-10}
rounds=${3:-3}
port=8099
folder=$(mktemp -d)
trap 'kill "$(cat "$folder/pid")"; rm -rf "$folder"' EXIT
chmod 755 "$folder"

curl -sf "$page" -o "$folder/page.html"
curl -sf -H 'Accept-Encoding: gzip' "$page" -o "$folder/page.html.gz"
cat > "$folder/nginx.conf" <<CONF
worker_processes auto;
pid $folder/pid;
error_log $folder/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=10;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:$port;
    root $folder;
    gzip_static on;
    types { text/html html; }
  }
}
CONF
nginx -c "$folder/nginx.conf"

load() { wrk -t1 -c16 -d"${seconds}s" "${@:2}" "$1" | awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "with errors: " $0}'; }

load "$page" >/dev/null # warm
for header in 'X-Plain: yes' 'Accept-Encoding: gzip'; do
  for ((i = 1; i <= rounds; i++)); do
    theirs=$(load "http://127.0.0.1:$port/page.html" -H "$header")
    ours=$(load "$page" -H "$header")
    awk -v h="$header" -v o="$ours" -v t="$theirs" \
      'BEGIN {printf "%-24s nginx %8.0f/s   kept page %8.0f/s   %3.0f %%\n", h, t, o, 100 * o / t}'
  done
done
